package io.lbaas.driver.haproxy;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbaas.driver.contract.traffic.Backend;
import io.lbaas.driver.contract.traffic.Load;
import io.lbaas.driver.contract.traffic.Ports;
import io.lbaas.driver.contract.traffic.Trees;
import io.lbaas.driver.haproxy.config.LoadBalancerRenderer;
import io.lbaas.driver.haproxy.device.Device;
import io.lbaas.driver.haproxy.runtime.MasterSocket;
import io.lbaas.driver.host.store.ConfigFile;
import io.lbaas.driver.host.store.ConfigStore;
import io.lbaas.driver.host.store.Edit;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.TlsMaterials;
import io.lbaas.model.DesiredLoadBalancer;
import jakarta.resource.spi.BootstrapContext;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What crashes, of HAProxy or of the agent, leave and how it is made good. */
class CrashTest {
    private static final String VIP = "127.10.2.1";
    private static final int PORT = Ports.free();

    private final TestDevice device = new TestDevice();
    private final Backend one = new Backend();
    private final Backend two = new Backend();
    private final UUID id = UUID.randomUUID();

    @AfterEach
    void stop() {
        device.close();
        one.close();
        two.close();
    }

    private void completes(DesiredLoadBalancer tree, long generation) {
        try (LoadBalancerDriver driver = device.open()) {
            assertThat(Trees.apply(driver, tree, generation)).isInstanceOf(Outcome.Completed.class);
        }
    }

    private static BootstrapContext server() {
        return (BootstrapContext) Proxy.newProxyInstance(
                CrashTest.class.getClassLoader(),
                new Class<?>[] {BootstrapContext.class},
                (proxy, method, arguments) -> new Timer(true));
    }

    @Test
    void killed_worker_and_killed_master_are_started_again() throws IOException {
        device.adapter().start(server());
        try {
            completes(Trees.of(id, VIP, PORT, one), 1);
            ProcessHandle master = device.master().orElseThrow();
            master.children().forEach(ProcessHandle::destroyForcibly);
            await().atMost(20, SECONDS).until(() -> !master.isAlive());
            await().atMost(20, SECONDS).until(() -> Load.once(VIP, PORT).equals(one.name()));

            device.master().orElseThrow().destroyForcibly();
            await().atMost(20, SECONDS)
                    .until(() ->
                            device.master().isPresent() && Load.once(VIP, PORT).equals(one.name()));
        } finally {
            device.adapter().stop();
        }
    }

    @Test
    void agent_that_was_killed_finds_haproxy_serving() throws IOException {
        completes(Trees.of(id, VIP, PORT, one), 1);
        ProcessHandle master = device.master().orElseThrow();
        device.forget();
        completes(Trees.of(id, VIP, PORT, two), 2);
        assertThat(Load.once(VIP, PORT)).isEqualTo(two.name());
        assertThat(device.master()).contains(master);
    }

    @Test
    void crash_between_files_and_reload_is_undone_and_the_change_can_be_made_again()
            throws IOException, DeviceReadException {
        completes(Trees.of(id, VIP, PORT, one), 1);
        DesiredLoadBalancer next = Trees.of(id, VIP, PORT, two);
        ConfigStore store = installed(next, 2);
        try (LoadBalancerDriver driver = device.open()) {
            assertThat(driver.observe(id).generation()).isEqualTo(1);
            assertThat(driver.list().entries()).singleElement().satisfies(entry -> assertThat(entry.generation())
                    .isEqualTo(1));
        }
        device.forget();
        completes(Trees.of(UUID.randomUUID(), VIP, PORT + 1, one), 1);
        assertThat(store.read(id))
                .hasValueSatisfying(file -> assertThat(file.generation()).isEqualTo(1));
        assertThat(Load.once(VIP, PORT)).isEqualTo(one.name());
        completes(next, 2);
        assertThat(Load.once(VIP, PORT)).isEqualTo(two.name());
    }

    @Test
    void crash_after_the_reload_but_before_it_was_confirmed_is_undone_on_the_worker_too() throws IOException {
        completes(Trees.of(id, VIP, PORT, one), 1);
        installed(Trees.of(UUID.randomUUID(), VIP, PORT + 1, two), 1);
        MasterSocket master = new MasterSocket(device.host(), device.settings().masterSocket());
        await().ignoreExceptions().atMost(10, SECONDS).until(() -> {
            master.reload(Instant.now().plusSeconds(1));
            return true;
        });
        await().atMost(10, SECONDS).until(() -> Load.once(VIP, PORT + 1).equals(two.name()));
        device.forget();
        completes(Trees.of(id, VIP, PORT, one), 1);
        assertThat(Load.once(VIP, PORT + 1)).contains("Exception");
        assertThat(Load.once(VIP, PORT)).isEqualTo(one.name());
    }

    /** The state in which an agent is killed that has replaced the files. */
    private ConfigStore installed(DesiredLoadBalancer tree, long generation) throws IOException {
        ConfigStore store = new ConfigStore(
                device.host(), device.directory(), device.settings().configDirectory(), DeviceSettings.CONFIG);
        store.prepare();
        ConfigFile file = ConfigFile.of(
                tree.id(),
                generation,
                Map.of(
                        DeviceSettings.CONFIG,
                        LoadBalancerRenderer.render(tree, TlsMaterials.NONE).text()));
        store.stage(file, List.of());
        store.install(List.of(new Edit.Put(file)));
        return store;
    }

    @Test
    void what_a_person_changed_is_seen_and_repaired() throws IOException, DeviceReadException {
        DesiredLoadBalancer tree = Trees.of(id, VIP, PORT, one);
        completes(tree, 1);
        var file = device.settings().configDirectory().resolve(id + ".cfg");
        String good = Files.readString(file);
        Files.writeString(file, good.replace("weight 1", "weight 7"));
        try (LoadBalancerDriver driver = device.open()) {
            assertThat(driver.observe(id).intact()).isFalse();
            completes(tree, 1);
            assertThat(driver.observe(id).intact()).isTrue();
        }
        assertThat(file).hasContent(good);
    }

    @Test
    void adapter_that_stops_leaves_haproxy_running() throws IOException {
        device.adapter().start(server());
        completes(Trees.of(id, VIP, PORT, one), 1);
        device.adapter().stop();
        assertThat(device.master()).isPresent();
        assertThat(Load.once(VIP, PORT)).isEqualTo(one.name());
    }

    @Test
    void adapter_that_stops_ends_haproxy_where_the_settings_say_so() throws IOException {
        completes(Trees.of(id, VIP, PORT, one), 1);
        DeviceSettings settings = device.settings();
        new Device(
                        device.host(),
                        new DeviceSettings(
                                settings.directory(),
                                settings.binary(),
                                settings.ping(),
                                settings.maxConnections(),
                                settings.vips(),
                                true))
                .stop();
        assertThat(device.master()).isEmpty();
    }
}
