package io.lbaas.driver.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.TreeBuilder;
import io.lbaas.driver.contract.traffic.Backend;
import io.lbaas.driver.contract.traffic.Load;
import io.lbaas.driver.contract.traffic.Ports;
import io.lbaas.driver.contract.traffic.Trees;
import io.lbaas.driver.haproxy.runtime.Worker;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StateAfter;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.DesiredLoadBalancer.HealthMonitor;
import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.model.MonitorType;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What HAProxy refuses, whom it blames, and that nothing else suffers. */
class RefusalTest {
    private static final String VIP = "127.10.4.1";
    private static final int PORT = Ports.free();

    private final TestDevice device = new TestDevice();
    private final LoadBalancerDriver driver = device.open();
    private final Backend one = new Backend();

    @AfterEach
    void stop() {
        device.close();
        one.close();
    }

    /** Passes our check and not HAProxy's: a timeout that overflows its timer. */
    private static DesiredLoadBalancer overflowing(DesiredLoadBalancer tree) {
        HealthMonitorSpec spec =
                new HealthMonitorSpec(MonitorType.TCP, 1, Integer.MAX_VALUE, 1, 1, null, null, null, null, null, true);
        Pool pool = tree.pools().get(0);
        return Trees.withPool(
                tree, new Pool(pool.id(), pool.spec(), pool.members(), new HealthMonitor(UUID.randomUUID(), spec)));
    }

    @Test
    void object_at_fault_is_named_and_the_others_of_the_batch_are_made() {
        DesiredLoadBalancer bad = overflowing(Trees.of(UUID.randomUUID(), VIP, PORT, one));
        DesiredLoadBalancer good = Trees.of(UUID.randomUUID(), VIP, PORT + 1, one);
        List<Outcome> outcomes = driver.apply(List.of(Trees.change(bad, 1), Trees.change(good, 1)));
        ObjectRef monitor = new ObjectRef(
                ObjectType.HEALTH_MONITOR, bad.pools().get(0).healthMonitor().id());
        assertThat(outcomes.get(0)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.kind()).isEqualTo(FailureKind.DEVICE_REFUSED);
            assertThat(failed.stateAfter()).isEqualTo(StateAfter.UNCHANGED);
            assertThat(failed.message()).contains("overflow").doesNotContain("/");
            assertThat(failed.blamed()).containsOnlyKeys(monitor);
        });
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Completed.class);
        assertThat(Load.once(VIP, PORT + 1)).isEqualTo(one.name());
    }

    /** HAProxy calls valid what it then does not load, as where an address is taken between the check and the reload. */
    @Test
    void reload_that_fails_is_rolled_back_and_the_worker_goes_on() throws DeviceReadException {
        try (TestDevice unchecked = new TestDevice("[ \"$1\" = -c ] || exec /usr/sbin/haproxy \"$@\"")) {
            LoadBalancerDriver session = unchecked.open();
            DesiredLoadBalancer good = Trees.of(UUID.randomUUID(), VIP, PORT, one);
            assertThat(Trees.apply(session, good, 1)).isInstanceOf(Outcome.Completed.class);
            try (Load load = new Load(VIP, PORT)) {
                DesiredLoadBalancer bad = overflowing(Trees.of(UUID.randomUUID(), VIP, PORT + 1, one));
                assertThat(Trees.apply(session, bad, 1)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                    assertThat(failed.kind()).isEqualTo(FailureKind.DEVICE_REFUSED);
                    assertThat(failed.stateAfter()).isEqualTo(StateAfter.ROLLED_BACK);
                    assertThat(failed.message()).contains("overflow");
                    assertThat(failed.blamed()).hasSize(1);
                });
                assertThat(session.observe(bad.id()).present()).isFalse();
                DesiredLoadBalancer next = Trees.of(UUID.randomUUID(), VIP, PORT + 2, one);
                assertThat(Trees.apply(session, next, 1)).isInstanceOf(Outcome.Completed.class);
                load.close();
                assertThat(load.failures()).isEmpty();
            }
            assertThat(Load.once(VIP, PORT + 2)).isEqualTo(one.name());
        }
    }

    @Test
    void address_that_another_program_has_is_refused_and_traffic_goes_on() throws IOException {
        UUID id = UUID.randomUUID();
        Trees.apply(driver, Trees.of(id, VIP, PORT, one), 1);
        try (ServerSocket other = new ServerSocket();
                Load load = new Load(VIP, PORT)) {
            other.bind(new InetSocketAddress(VIP, PORT + 1));
            assertThat(Trees.apply(driver, Trees.of(UUID.randomUUID(), VIP, PORT + 1, one), 1))
                    .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.message())
                            .contains("Address already in use"));
            load.awaitAnswers(one);
            load.close();
            assertThat(load.failures()).isEmpty();
        }
    }

    @Test
    void file_that_a_person_broke_harms_no_traffic_and_is_told() throws IOException {
        Trees.apply(driver, Trees.of(UUID.randomUUID(), VIP, PORT, one), 1);
        Files.writeString(device.settings().configDirectory().resolve("local.cfg"), "nonsense\n");
        Outcome outcome = Trees.apply(driver, new TreeBuilder().build(), 1);
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.message())
                .contains("nonsense"));
        assertThat(Load.once(VIP, PORT)).isEqualTo(one.name());
        Files.delete(device.settings().configDirectory().resolve("local.cfg"));
        assertThat(Trees.apply(driver, new TreeBuilder().build(), 1)).isInstanceOf(Outcome.Completed.class);
    }

    @Test
    void haproxy_that_hangs_is_unreachable_by_the_deadline() throws IOException, InterruptedException {
        Trees.apply(driver, Trees.of(UUID.randomUUID(), VIP, PORT, one), 1);
        String epoch = new Worker(device.host(), device.settings())
                .identity(Instant.now().plusSeconds(5))
                .epoch();
        String worker = epoch.substring(0, epoch.indexOf('-'));
        signal("-STOP", worker);
        try {
            Instant deadline = Instant.now().plus(Duration.ofSeconds(1));
            Outcome outcome = driver.apply(List.of(new Change.Apply(new TreeBuilder().build(), 1, deadline)))
                    .get(0);
            assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.kind())
                    .isEqualTo(FailureKind.UNREACHABLE));
        } finally {
            signal("-CONT", worker);
        }
        assertThat(Trees.apply(driver, new TreeBuilder().build(), 1)).isInstanceOf(Outcome.Completed.class);
    }

    private static void signal(String signal, String pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, pid).start().waitFor();
    }
}
