package io.lbaas.driver.haproxy;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbaas.driver.contract.Processes;
import io.lbaas.driver.contract.SshServer;
import io.lbaas.driver.contract.traffic.Backend;
import io.lbaas.driver.contract.traffic.Load;
import io.lbaas.driver.contract.traffic.Ports;
import io.lbaas.driver.contract.traffic.Trees;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.DeviceReport;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StatsBatch;
import io.lbaas.model.DesiredLoadBalancer;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** An HAProxy that systemd starts, by the unit in the documentation, is the driver's as if it had started it. */
class SystemdTest {
    private static final String VIP = "127.10.11.1";
    private static final int PORT = Ports.free();
    /** Starts when the test lets it. */
    private static final String HAPROXY =
            "case \"$1\" in -W) touch \"$0.begun\"; while [ -e \"$0.wait\" ]; do sleep 0.05; done; esac; exec /usr/sbin/haproxy \"$@\"";

    @AutoClose
    private static final SshServer server = SshServer.start();

    private final TestDevice device = new TestDevice(HAPROXY, server);
    private final LoadBalancerDriver driver = device.open();
    private final Backend one = new Backend();
    private final Backend two = new Backend();
    private final UUID id = UUID.randomUUID();
    private long generation;

    @AfterEach
    void stop() {
        driver.close();
        device.close();
        one.close();
        two.close();
    }

    /** Starts what the unit says, with the directory and the program of the test. */
    private Process systemd() throws IOException {
        String unit = Files.readString(Path.of("../../docs/hosts.md"));
        String line = unit.lines()
                .filter(setting -> setting.startsWith("ExecStart="))
                .findFirst()
                .orElseThrow()
                .substring("ExecStart=".length())
                .replace("/var/lib/lbaas/haproxy", device.directory().toString())
                .replace("/usr/sbin/haproxy", device.settings().binary());
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(List.of(line.split(" ")));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(device.settings().logFile().toFile()))
                .start();
    }

    private void completes(DesiredLoadBalancer tree) {
        assertThat(Trees.apply(driver, tree, ++generation)).isInstanceOf(Outcome.Completed.class);
    }

    private void serves(int port, Backend backend) {
        await().atMost(10, SECONDS).until(() -> Load.once(VIP, port).equals(backend.name()));
    }

    private long connections() throws DeviceReadException {
        return driver.stats(List.of(id)).byListener().values().stream()
                .mapToLong(StatsBatch.Counters::totalConnections)
                .sum();
    }

    /** How many wait for the lock: whoever has it has become HAProxy. */
    private long waiting() {
        String lock = device.settings().processLock().toString();
        return ProcessHandle.allProcesses()
                .filter(process -> Arrays.asList(process.info().arguments().orElse(new String[0]))
                        .contains(lock))
                .count();
    }

    /** Nothing but the files is left of a host that was started again. */
    @Test
    void after_a_start_of_the_host_the_driver_goes_on_with_what_systemd_started()
            throws IOException, DeviceReadException {
        completes(Trees.of(id, VIP, PORT, one));
        serves(PORT, one);
        assertThat(connections()).isEqualTo(1);
        Processes.kill(device.master().orElseThrow());
        Process systemd = systemd();
        serves(PORT, one);
        assertThat(driver.probe().reachable()).isTrue();
        assertThat(device.master()).contains(systemd.toHandle());

        String worker = device.process();
        completes(Trees.of(id, VIP, PORT, two));
        serves(PORT, two);
        assertThat(device.process()).isEqualTo(worker);
        completes(Trees.of(id, VIP, PORT + 1, two));
        serves(PORT + 1, two);
        assertThat(device.process()).isNotEqualTo(worker);
        assertThat(device.master()).contains(systemd.toHandle());
        assertThat(connections()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void master_that_was_killed_and_that_systemd_started_again_is_worked_with() throws IOException {
        completes(Trees.of(id, VIP, PORT, one));
        device.master().orElseThrow().destroyForcibly();
        Process systemd = systemd();
        await().atMost(10, SECONDS).until(() -> device.master().equals(Optional.of(systemd.toHandle())));
        completes(Trees.of(id, VIP, PORT + 1, two));
        serves(PORT + 1, two);
        assertThat(device.master()).contains(systemd.toHandle());
    }

    /** The one that comes second ends without a trace. */
    @Test
    void systemd_leaves_a_process_of_the_driver_alone() throws IOException, InterruptedException {
        completes(Trees.of(id, VIP, PORT, one));
        ProcessHandle master = device.master().orElseThrow();
        String worker = device.process();
        assertThat(systemd().waitFor()).isZero();
        assertThat(device.master()).contains(master);
        assertThat(device.process()).isEqualTo(worker);
        serves(PORT, one);
    }

    /** It has its lock, but not yet its process id in the file. */
    @Test
    void driver_leaves_a_process_alone_that_systemd_is_starting() throws IOException {
        completes(Trees.of(id, VIP, PORT, one));
        Processes.kill(device.master().orElseThrow());
        Files.delete(device.settings().pidFile());
        Path begun = Path.of(device.settings().binary() + ".begun");
        Files.delete(begun);
        Path wait = Files.writeString(Path.of(device.settings().binary() + ".wait"), "");
        Process systemd = systemd();
        await().atMost(10, SECONDS).until(() -> Files.exists(begun));
        CompletableFuture<DeviceReport> probe = CompletableFuture.supplyAsync(driver::probe);
        await().atMost(10, SECONDS).until(() -> waiting() == 1);
        Files.delete(wait);
        probe.join();
        await().atMost(10, SECONDS).until(() -> waiting() == 0);
        assertThat(driver.probe().reachable()).isTrue();
        assertThat(device.master()).contains(systemd.toHandle());
        serves(PORT, one);
    }
}
