package io.lbaas.driver.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.Processes;
import io.lbaas.driver.contract.SshServer;
import io.lbaas.driver.haproxy.process.Master;
import io.lbaas.driver.host.Host;
import io.lbaas.driver.host.Hosts;
import io.lbaas.driver.host.local.LocalHost;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.LoadBalancerDriver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A real HAProxy in a directory of its own. */
final class TestDevice implements AutoCloseable {
    private final Optional<SshServer> server;
    private final Hosts hosts = new Hosts();
    private final Host host;
    private final Path directory;
    private final DeviceSpec spec;
    private HaproxyResourceAdapter adapter = new HaproxyResourceAdapter();

    TestDevice() {
        this("exec /usr/sbin/haproxy \"$@\"");
    }

    /** With a shell command in the place of HAProxy. */
    TestDevice(String command) {
        this(command, Optional.empty(), Map.of());
    }

    /** Behind SSH. */
    TestDevice(SshServer server) {
        this(server, Map.of());
    }

    /** Behind SSH, with other settings than it takes. */
    TestDevice(SshServer server, Map<String, String> changed) {
        this("exec /usr/sbin/haproxy \"$@\"", Optional.of(server), changed);
    }

    /** Behind SSH, with a shell command in the place of HAProxy. */
    TestDevice(String command, SshServer server) {
        this(command, Optional.of(server), Map.of());
    }

    private TestDevice(String command, Optional<SshServer> server, Map<String, String> changed) {
        this.server = server;
        assertThat(Path.of("/usr/sbin/haproxy"))
                .as("These tests need HAProxy 2.6 or later, in Debian the package haproxy")
                .isExecutable();
        Path binary;
        Path ping;
        try {
            directory = Files.createTempDirectory("haproxy");
            binary = program("haproxy", command);
            ping = program("ping", "test ! -e " + directory + "/silent");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> all = new HashMap<>(server.map(SshServer::settings).orElse(Map.of()));
        all.putAll(changed);
        all.putAll(Map.of(
                "directory", directory.toString(),
                "binary", binary.toString(),
                "ping", ping.toString(),
                "max-connections", "2000"));
        spec = new DeviceSpec(
                UUID.randomUUID(),
                "haproxy",
                all,
                server.map(SshServer::credentials).orElse(Map.of()),
                1);
        host = hosts.open(spec);
    }

    private Path program(String name, String command) throws IOException {
        Path program = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + command + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return program;
    }

    /** Makes pings be answered or not. */
    void answersPings(boolean answers) throws IOException {
        Path silent = directory.resolve("silent");
        if (answers) {
            Files.deleteIfExists(silent);
        } else {
            Files.writeString(silent, "");
        }
    }

    /** Names the worker that serves. */
    String process() throws IOException {
        return ask("show info")
                .lines()
                .filter(line -> line.startsWith("Pid: "))
                .findFirst()
                .orElseThrow();
    }

    /** Sends a command to the worker. */
    String ask(String command) throws IOException {
        return host().exchange(
                        settings().workerSocket(), command + "\n", Instant.now().plusSeconds(5));
    }

    LoadBalancerDriver open() {
        return adapter.open(spec);
    }

    HaproxyResourceAdapter adapter() {
        return adapter;
    }

    /** As when the agent's process was killed: whatever it knew is gone. */
    void forget() {
        adapter = new HaproxyResourceAdapter();
    }

    /** What it is reached through, empty where it is on the own host. */
    Optional<SshServer> server() {
        return server;
    }

    DeviceSpec spec() {
        return spec;
    }

    DeviceSettings settings() {
        return DeviceSettings.of(spec);
    }

    /** The host as the driver sees it, by a connection of the test's own. */
    Host host() {
        try {
            host.begin(Instant.now().plusSeconds(60));
            return host;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<ProcessHandle> master() throws IOException {
        return Master.of(new LocalHost(), settings()).find().flatMap(ProcessHandle::of);
    }

    Path directory() {
        return directory;
    }

    @Override
    public void close() {
        try {
            master().ifPresent(Processes::kill);
            hosts.close();
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
