package io.lbaas.driver.contract.traffic;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.model.DesiredLoadBalancer;
import jakarta.resource.spi.BootstrapContext;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import org.junit.jupiter.api.Test;

/**
 * What crashes, of the device's program or of the agent, leave and how it is made good.
 *
 * @param <D> the device
 */
public abstract class CrashContract<D extends RealDevice<?>> extends TrafficFixture<D> {

    /** A device with more settings. */
    protected abstract D device(Map<String, String> settings);

    @Override
    protected final D device() {
        return device(Map.of());
    }

    /** Makes a change with a session of its own, as the next agent does. */
    private void made(DesiredLoadBalancer tree, long generation) {
        try (LoadBalancerDriver session = device.open()) {
            assertThat(Trees.apply(session, tree, generation)).isInstanceOf(Outcome.Completed.class);
        }
    }

    private static BootstrapContext server() {
        return (BootstrapContext) Proxy.newProxyInstance(
                CrashContract.class.getClassLoader(),
                new Class<?>[] {BootstrapContext.class},
                (proxy, method, arguments) -> new Timer(true));
    }

    @Test
    void killed_workers_and_a_killed_master_are_started_again() {
        device.adapter().start(server());
        try {
            made(tree(one), 1);
            List<ProcessHandle> workers =
                    device.master().orElseThrow().children().toList();
            workers.forEach(ProcessHandle::destroyForcibly);
            workers.forEach(worker -> worker.onExit().join());
            await().atMost(20, SECONDS).until(() -> ask().equals(one.name()));

            ProcessHandle master = device.master().orElseThrow();
            master.destroyForcibly();
            await().atMost(20, SECONDS)
                    .until(() ->
                            device.master().filter(next -> !next.equals(master)).isPresent());
            await().atMost(20, SECONDS).until(() -> ask().equals(one.name()));
            made(tree(two), 2);
            assertThat(ask()).isEqualTo(two.name());
        } finally {
            device.adapter().stop();
        }
    }

    @Test
    void agent_that_was_killed_finds_the_device_serving() {
        made(tree(one), 1);
        ProcessHandle master = device.master().orElseThrow();
        device.forget();
        made(tree(two), 2);
        assertThat(ask()).isEqualTo(two.name());
        assertThat(device.master()).contains(master);
    }

    @Test
    void crash_between_files_and_reload_is_undone_and_the_change_can_be_made_again()
            throws IOException, DeviceReadException {
        made(tree(one), 1);
        device.install(Trees.change(tree(two), 2));
        assertGeneration(1);
        device.forget();
        made(other(1, one), 1);
        assertGeneration(1);
        assertThat(ask()).isEqualTo(one.name());
        made(tree(two), 2);
        assertThat(ask()).isEqualTo(two.name());
    }

    private void assertGeneration(long generation) throws DeviceReadException {
        try (LoadBalancerDriver session = device.open()) {
            assertThat(session.observe(id).generation()).isEqualTo(generation);
            assertThat(session.list().entries())
                    .filteredOn(entry -> entry.loadBalancerId().equals(id))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.generation()).isEqualTo(generation));
        }
    }

    @Test
    void crash_after_the_reload_but_before_it_was_confirmed_is_undone_in_the_process_too() throws IOException {
        made(tree(one), 1);
        device.install(Trees.change(other(1, two), 1));
        device.reload();
        await().atMost(10, SECONDS).until(() -> ask(1).equals(two.name()));
        device.forget();
        made(tree(one), 1);
        assertThat(ask(1)).contains("Exception");
        assertThat(ask()).isEqualTo(one.name());
    }

    @Test
    void what_a_person_changed_is_seen_and_repaired() throws IOException, DeviceReadException {
        made(tree(one), 1);
        Path file = device.configuration(id);
        String good = Files.readString(file);
        Files.writeString(file, good.replace(one.name(), two.name()));
        assertThat(file).content().isNotEqualTo(good);
        try (LoadBalancerDriver session = device.open()) {
            assertThat(session.observe(id).intact()).isFalse();
            made(tree(one), 1);
            assertThat(session.observe(id).intact()).isTrue();
        }
        assertThat(file).hasContent(good);
    }

    @Test
    void adapter_that_stops_leaves_the_device_serving() {
        device.adapter().start(server());
        made(tree(one), 1);
        device.adapter().stop();
        assertThat(device.master()).isPresent();
        assertThat(ask()).isEqualTo(one.name());
    }

    @Test
    void adapter_that_stops_ends_the_program_where_the_settings_say_so() {
        try (D ending = device(Map.of("stop-with-agent", "true"))) {
            ending.adapter().start(server());
            try (LoadBalancerDriver session = ending.open()) {
                assertThat(Trees.apply(session, tree(one), 1)).isInstanceOf(Outcome.Completed.class);
            }
            assertThat(ending.master()).isPresent();
            ending.adapter().stop();
            assertThat(ending.master()).isEmpty();
        }
    }
}
