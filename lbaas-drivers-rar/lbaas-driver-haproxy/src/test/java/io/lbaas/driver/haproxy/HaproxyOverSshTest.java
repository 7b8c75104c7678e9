package io.lbaas.driver.haproxy;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbaas.driver.contract.SshServer;
import io.lbaas.driver.contract.traffic.Backend;
import io.lbaas.driver.contract.traffic.Load;
import io.lbaas.driver.contract.traffic.Ports;
import io.lbaas.driver.contract.traffic.Trees;
import io.lbaas.driver.host.Host;
import io.lbaas.driver.host.Hosts;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StateAfter;
import io.lbaas.model.DesiredLoadBalancer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** How HAProxy behind SSH fails, and what is left of it. */
class HaproxyOverSshTest {
    private static final String VIP = "127.10.7.1";
    private static final int PORT = Ports.free();

    @AutoClose
    private static final SshServer server = SshServer.start();

    private final Backend one = new Backend();
    private final Backend two = new Backend();
    private final UUID id = UUID.randomUUID();

    @AfterEach
    void stop() {
        one.close();
        two.close();
    }

    private static Outcome apply(TestDevice device, DesiredLoadBalancer tree, long generation, Duration patience) {
        try (LoadBalancerDriver driver = device.open()) {
            return driver.apply(List.of(
                            new Change.Apply(tree, generation, Instant.now().plus(patience))))
                    .get(0);
        }
    }

    private static Outcome apply(TestDevice device, DesiredLoadBalancer tree, long generation) {
        return apply(device, tree, generation, Duration.ofSeconds(20));
    }

    /** The check of the configuration waits until the test lets it go on. */
    @Test
    void connection_that_is_cut_before_anything_was_changed_leaves_all_as_it_was()
            throws IOException, DeviceReadException {
        String waiting = "case \"$1\" in -c) touch \"$0.asked\"; while [ -e \"$0.wait\" ]; do sleep 0.05; done;; esac;";
        try (TestDevice device = new TestDevice(waiting + "exec /usr/sbin/haproxy \"$@\"", server)) {
            assertThat(apply(device, Trees.of(id, VIP, PORT, one), 1)).isInstanceOf(Outcome.Completed.class);
            Path wait = Files.writeString(device.directory().resolve("binary.wait"), "");
            Path asked = device.directory().resolve("binary.asked");
            Files.deleteIfExists(asked);
            cutWhen(device, () -> Files.exists(asked), FailureKind.UNREACHABLE, StateAfter.UNCHANGED);
            Files.delete(wait);
            canBeMadeAgain(device);
        }
    }

    /** The master is stopped, so that the reload that it is asked for waits. */
    @Test
    void connection_that_is_cut_after_files_were_changed_leaves_an_unknown_outcome_that_is_undone()
            throws IOException, DeviceReadException {
        try (TestDevice device = new TestDevice(server, Map.of())) {
            assertThat(apply(device, Trees.of(id, VIP, PORT, one), 1)).isInstanceOf(Outcome.Completed.class);
            String master = Long.toString(device.master().orElseThrow().pid());
            new ProcessBuilder("kill", "-STOP", master).start().onExit().join();
            try {
                Path file = device.settings().configDirectory().resolve(id + ".cfg");
                cutWhen(
                        device,
                        () -> Files.readString(file).contains("gen=2"),
                        FailureKind.TIMEOUT_UNKNOWN,
                        StateAfter.UNKNOWN);
            } finally {
                new ProcessBuilder("kill", "-CONT", master).start().onExit().join();
            }
            canBeMadeAgain(device);
        }
    }

    private void cutWhen(TestDevice device, Callable<Boolean> begun, FailureKind kind, StateAfter left)
            throws DeviceReadException {
        CompletableFuture<Outcome> outcome =
                CompletableFuture.supplyAsync(() -> apply(device, Trees.of(id, VIP, PORT + 1, two), 2));
        await().atMost(20, SECONDS).until(begun);
        server.cut();
        assertThat(outcome.join()).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.kind()).isEqualTo(kind);
            assertThat(failed.stateAfter()).isEqualTo(left);
        });
        try (LoadBalancerDriver driver = device.open()) {
            assertThat(driver.observe(id).generation()).isEqualTo(1);
        }
    }

    private void canBeMadeAgain(TestDevice device) {
        assertThat(apply(device, Trees.of(id, VIP, PORT + 1, two), 2)).isInstanceOf(Outcome.Completed.class);
        assertThat(Load.once(VIP, PORT + 1)).isEqualTo(two.name());
    }

    @Test
    void host_that_hangs_costs_no_more_than_the_deadline_and_no_traffic() throws IOException {
        try (TestDevice device = new TestDevice(server, Map.of());
                LoadBalancerDriver open = device.open()) {
            assertThat(apply(device, Trees.of(id, VIP, PORT, one), 1)).isInstanceOf(Outcome.Completed.class);
            assertThat(open.probe().reachable()).isTrue();
            server.hang();
            try {
                Instant begun = Instant.now();
                Outcome outcome = open.apply(List.of(
                                new Change.Apply(Trees.of(id, VIP, PORT, two), 2, begun.plus(Duration.ofSeconds(1)))))
                        .get(0);
                assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.kind())
                        .isEqualTo(FailureKind.UNREACHABLE));
                assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(5));
                assertThat(Load.once(VIP, PORT)).isEqualTo(one.name());
            } finally {
                server.goOn();
            }
        }
    }

    @Test
    void host_with_another_key_is_not_talked_to_and_told_in_words() {
        try (SshServer other = SshServer.start();
                TestDevice device = new TestDevice(server, Map.of("host-key", other.hostKey("ed25519")))) {
            try (LoadBalancerDriver driver = device.open()) {
                assertThat(driver.probe().reachable()).isFalse();
                assertThat(driver.probe().message()).contains("host key", "not pinned");
            }
            assertThat(apply(device, Trees.of(id, VIP, PORT, one), 1))
                    .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.kind())
                            .isEqualTo(FailureKind.AUTH));
        }
    }

    @Test
    void agent_in_another_process_that_works_on_the_device_is_waited_for() throws IOException, InterruptedException {
        try (TestDevice device = new TestDevice(server, Map.of())) {
            assertThat(apply(device, Trees.of(id, VIP, PORT, one), 1)).isInstanceOf(Outcome.Completed.class);
            Path taken = device.directory().resolve("taken");
            Process other = Holder.start(device.spec(), device.directory().resolve("lock"), taken);
            try {
                await().atMost(20, SECONDS).until(() -> Files.exists(taken));
                assertThat(apply(device, Trees.of(id, VIP, PORT, two), 2, Duration.ofSeconds(2)))
                        .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.kind())
                                .isEqualTo(FailureKind.BUSY));
            } finally {
                other.destroyForcibly().waitFor();
            }
            assertThat(apply(device, Trees.of(id, VIP, PORT, two), 2)).isInstanceOf(Outcome.Completed.class);
        }
    }

    /** Another agent's process: takes the lock, makes a file to tell so, and keeps the lock until it is killed. */
    static final class Holder {
        private Holder() {}

        static Process start(DeviceSpec spec, Path lock, Path taken) throws IOException {
            ProcessBuilder java = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Holder.class.getName(),
                    lock.toString(),
                    taken.toString());
            java.environment().putAll(spec.settings());
            java.environment().putAll(spec.credentials());
            return java.inheritIO().start();
        }

        public static void main(String[] arguments) throws IOException, InterruptedException {
            Map<String, String> environment = System.getenv();
            Host host = new Hosts().open(new DeviceSpec(UUID.randomUUID(), "haproxy", environment, environment, 1));
            Instant end = Instant.now().plusSeconds(60);
            host.begin(end);
            try (Closeable held = host.lock(Path.of(arguments[0]), end).orElseThrow()) {
                Files.createFile(Path.of(arguments[1]));
                Thread.currentThread().join();
            }
        }
    }
}
