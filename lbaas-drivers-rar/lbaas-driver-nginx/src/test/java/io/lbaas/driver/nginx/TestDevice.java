package io.lbaas.driver.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.Processes;
import io.lbaas.driver.contract.SshServer;
import io.lbaas.driver.host.Host;
import io.lbaas.driver.host.Hosts;
import io.lbaas.driver.host.local.LocalHost;
import io.lbaas.driver.nginx.process.Master;
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

/** A real nginx in a directory of its own. */
final class TestDevice implements AutoCloseable {
    private final Optional<SshServer> server;
    private final Hosts hosts = new Hosts();
    private final Host host;
    private final Path directory;
    private final DeviceSpec spec;
    private NginxResourceAdapter adapter = new NginxResourceAdapter();

    TestDevice() {
        this("exec /usr/sbin/nginx \"$@\"");
    }

    /** With a shell command in the place of nginx. */
    TestDevice(String command) {
        this(command, Optional.empty(), Map.of());
    }

    /** Behind SSH. */
    TestDevice(SshServer server) {
        this(server, Map.of());
    }

    /** Behind SSH, with more settings. */
    TestDevice(SshServer server, Map<String, String> more) {
        this("exec /usr/sbin/nginx \"$@\"", Optional.of(server), more);
    }

    private TestDevice(String command, Optional<SshServer> server, Map<String, String> more) {
        this.server = server;
        assertThat(Path.of("/usr/sbin/nginx"))
                .as("These tests need nginx 1.22 or later, in Debian the packages nginx and libnginx-mod-stream")
                .isExecutable();
        Path binary;
        try {
            directory = Files.createTempDirectory("nginx");
            binary = Files.writeString(directory.resolve("nginx"), "#!/bin/sh\n" + command + "\n");
            Files.setPosixFilePermissions(binary, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> settings =
                new HashMap<>(server.map(SshServer::settings).orElse(Map.of()));
        settings.putAll(more);
        settings.putAll(Map.of("directory", directory.toString(), "binary", binary.toString(), "workers", "2"));
        spec = new DeviceSpec(
                UUID.randomUUID(),
                "nginx",
                settings,
                server.map(SshServer::credentials).orElse(Map.of()),
                1);
        host = hosts.open(spec);
    }

    LoadBalancerDriver open() {
        return adapter.open(spec);
    }

    NginxResourceAdapter adapter() {
        return adapter;
    }

    /** As when the agent's process was killed: whatever it knew is gone. */
    void forget() {
        adapter = new NginxResourceAdapter();
    }

    DeviceSettings settings() {
        return DeviceSettings.of(spec);
    }

    DeviceSpec spec() {
        return spec;
    }

    /** What it is reached through, empty where it is on the own host. */
    Optional<SshServer> server() {
        return server;
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
        return new Master(new LocalHost(), settings()).process().find().flatMap(ProcessHandle::of);
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
