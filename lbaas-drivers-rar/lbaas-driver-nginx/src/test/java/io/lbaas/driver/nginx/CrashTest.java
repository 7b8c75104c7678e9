package io.lbaas.driver.nginx;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbaas.driver.contract.traffic.Backend;
import io.lbaas.driver.contract.traffic.Load;
import io.lbaas.driver.contract.traffic.Ports;
import io.lbaas.driver.contract.traffic.Trees;
import io.lbaas.driver.host.store.ConfigFile;
import io.lbaas.driver.host.store.ConfigStore;
import io.lbaas.driver.host.store.Edit;
import io.lbaas.driver.nginx.config.LoadBalancerRenderer;
import io.lbaas.driver.nginx.device.Device;
import io.lbaas.driver.nginx.process.Master;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.TlsMaterials;
import io.lbaas.model.DesiredLoadBalancer;
import jakarta.resource.spi.BootstrapContext;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What crashes, of nginx or of the agent, leave and how it is made good. */
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
    void killed_workers_and_a_killed_master_are_started_again() throws IOException {
        device.adapter().start(server());
        try {
            completes(Trees.of(id, VIP, PORT, one), 1);
            ProcessHandle master = device.master().orElseThrow();
            master.children().forEach(ProcessHandle::destroyForcibly);
            await().atMost(20, SECONDS).until(() -> Load.once(VIP, PORT).equals(one.name()));

            // Its workers stay, with the addresses.
            master.destroyForcibly();
            await().atMost(20, SECONDS)
                    .until(() ->
                            device.master().filter(next -> !next.equals(master)).isPresent());
            assertThat(Load.once(VIP, PORT)).isEqualTo(one.name());
            completes(Trees.of(id, VIP, PORT, two), 2);
            assertThat(Load.once(VIP, PORT)).isEqualTo(two.name());
        } finally {
            device.adapter().stop();
        }
    }

    @Test
    void agent_that_was_killed_finds_nginx_serving() throws IOException {
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
    void crash_after_the_reload_but_before_it_was_confirmed_is_undone_in_the_workers_too()
            throws IOException, InterruptedException {
        completes(Trees.of(id, VIP, PORT, one), 1);
        installed(Trees.of(UUID.randomUUID(), VIP, PORT + 1, two), 1);
        new Master(device.host(), device.settings()).reload();
        await().atMost(10, SECONDS).until(() -> Load.once(VIP, PORT + 1).equals(two.name()));
        device.forget();
        completes(Trees.of(id, VIP, PORT, one), 1);
        assertThat(Load.once(VIP, PORT + 1)).contains("Exception");
        assertThat(Load.once(VIP, PORT)).isEqualTo(one.name());
    }

    /** The state in which an agent is killed that has replaced the files. */
    private ConfigStore installed(DesiredLoadBalancer tree, long generation) throws IOException {
        ConfigStore store = new ConfigStore(
                device.host(), device.directory(), device.settings().configDirectory(), DeviceSettings.suffixes());
        store.prepare();
        ConfigFile file = ConfigFile.of(
                tree.id(),
                generation,
                LoadBalancerRenderer.render(tree, TlsMaterials.NONE).texts());
        store.stage(file, List.of());
        store.install(List.of(new Edit.Put(file)));
        return store;
    }

    @Test
    void what_a_person_changed_is_seen_and_repaired() throws IOException, DeviceReadException {
        DesiredLoadBalancer tree = Trees.of(id, VIP, PORT, one);
        completes(tree, 1);
        var file = device.settings().configDirectory().resolve(id + ".http.conf");
        String good = Files.readString(file);
        Files.writeString(file, good.replace("weight=1", "weight=7"));
        try (LoadBalancerDriver driver = device.open()) {
            assertThat(driver.observe(id).intact()).isFalse();
            completes(tree, 1);
            assertThat(driver.observe(id).intact()).isTrue();
        }
        assertThat(file).hasContent(good);
    }

    @Test
    void adapter_that_stops_leaves_nginx_running() throws IOException {
        device.adapter().start(server());
        completes(Trees.of(id, VIP, PORT, one), 1);
        device.adapter().stop();
        assertThat(device.master()).isPresent();
        assertThat(Load.once(VIP, PORT)).isEqualTo(one.name());
    }

    @Test
    void adapter_that_stops_ends_nginx_where_the_settings_say_so() throws IOException {
        completes(Trees.of(id, VIP, PORT, one), 1);
        Map<String, String> settings = new HashMap<>(device.spec().settings());
        settings.put("stop-with-agent", "true");
        DeviceSpec stopping = new DeviceSpec(device.spec().deviceId(), "nginx", settings, 2);
        new Device(device.host(), DeviceSettings.of(stopping)).stop();
        assertThat(device.master()).isEmpty();
    }
}
