package io.lbaas.driver.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.Processes;
import io.lbaas.driver.contract.traffic.Backend;
import io.lbaas.driver.contract.traffic.Load;
import io.lbaas.driver.contract.traffic.Ports;
import io.lbaas.driver.contract.traffic.Trees;
import io.lbaas.driver.haproxy.config.Support;
import io.lbaas.driver.haproxy.process.Master;
import io.lbaas.driver.host.local.LocalHost;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.Inventory;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.OperatingStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A load balancer whose flavor gives it a process of its own. */
class IsolationTest {
    private static final String VIP = "127.10.8.1";
    private static final int PORT = Ports.free();

    private final TestDevice device = device();
    private final LoadBalancerDriver driver = device.open();
    private final Backend backend = new Backend();
    private final DesiredLoadBalancer alone =
            Trees.of(UUID.randomUUID(), VIP, PORT, backend).withProfile(Map.of(Support.ISOLATION, Support.PROCESS));
    private final DesiredLoadBalancer shared = Trees.of(UUID.randomUUID(), VIP, PORT + 1, backend);

    TestDevice device() {
        return new TestDevice();
    }

    @AfterEach
    void stop() throws IOException {
        own().flatMap(IsolationTest::process).ifPresent(Processes::kill);
        device.close();
        backend.close();
    }

    /** The settings of the only process of a load balancer's own. */
    private Optional<DeviceSettings> own() throws IOException {
        try (Stream<Path> names = Files.list(device.settings().isolatedDirectory())) {
            return names.findFirst()
                    .map(name -> device.settings().isolated(name.getFileName().toString()));
        }
    }

    private static Optional<ProcessHandle> process(DeviceSettings settings) {
        try {
            return Master.of(new LocalHost(), settings).find().flatMap(ProcessHandle::of);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void completes(Change... changes) {
        assertThat(driver.apply(List.of(changes))).hasOnlyElementsOfType(Outcome.Completed.class);
    }

    @Test
    void it_serves_and_is_read_beside_the_others() throws IOException, DeviceReadException {
        completes(Trees.change(alone, 1), Trees.change(shared, 1));
        assertThat(Load.once(VIP, PORT)).isEqualTo(backend.name());
        assertThat(Load.once(VIP, PORT + 1)).isEqualTo(backend.name());
        assertThat(process(own().orElseThrow())).isNotEmpty().isNotEqualTo(device.master());
        assertThat(driver.list().entries())
                .extracting(Inventory.Entry::loadBalancerId)
                .containsExactlyInAnyOrder(alone.id(), shared.id());
        assertThat(driver.observe(alone.id()).intact()).isTrue();
        assertThat(driver.health(List.of(alone.id(), shared.id())).byObject())
                .containsEntry(alone.id(), OperatingStatus.ONLINE)
                .containsEntry(shared.id(), OperatingStatus.ONLINE);
        assertThat(driver.stats(List.of(alone.id(), shared.id())).byListener())
                .containsOnlyKeys(
                        alone.listeners().get(0).id(), shared.listeners().get(0).id());
    }

    @Test
    void changes_of_others_do_not_touch_its_process() throws IOException {
        completes(Trees.change(alone, 1));
        long pid = process(own().orElseThrow()).orElseThrow().pid();
        completes(Trees.change(shared, 1));
        completes(Trees.change(alone, 2));
        assertThat(process(own().orElseThrow()).orElseThrow().pid()).isEqualTo(pid);
    }

    @Test
    void removed_it_leaves_a_tombstone_without_a_process_and_then_nothing() throws IOException, DeviceReadException {
        completes(Trees.change(alone, 1));
        completes(new Change.Remove(alone.id(), 2, Instant.now().plusSeconds(20)));
        Awaitility.await().until(() -> process(own().orElseThrow()).isEmpty());
        assertThat(driver.list().entries()).containsExactly(new Inventory.Entry(alone.id(), 2, "", true));
        assertThat(Trees.apply(driver, alone, 1)).isInstanceOf(Outcome.Failed.class);
        driver.forget(List.of(alone.id()));
        assertThat(driver.list().entries()).isEmpty();
        assertThat(own()).isEmpty();
    }
}
