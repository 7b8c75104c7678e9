package io.lbaas.driver.contract.traffic;

import io.lbaas.driver.contract.Processes;
import io.lbaas.driver.contract.SshServer;
import io.lbaas.driver.jca.DriverResourceAdapter;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.LoadBalancerDriver;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A real program that load balances, in a directory of its own: on this host, or reached through SSH.
 *
 * @param <A> the driver's resource adapter
 */
public abstract class RealDevice<A extends DriverResourceAdapter> implements ServingDevice {
    private final Optional<SshServer> server;
    private final Path directory;
    private final DeviceSpec spec;
    private A adapter = newAdapter();

    /**
     * @param provider the driver's name
     * @param programs shell commands in the place of programs, by the setting that names the program
     * @param settings others of the device
     * @param server what it is reached through, empty for a device on this host
     */
    protected RealDevice(
            String provider, Map<String, String> programs, Map<String, String> settings, Optional<SshServer> server) {
        this.server = server;
        try {
            directory = Files.createTempDirectory(provider);
            Map<String, String> all =
                    new HashMap<>(server.map(SshServer::settings).orElse(Map.of()));
            all.putAll(settings);
            all.put("directory", directory.toString());
            for (Map.Entry<String, String> program : programs.entrySet()) {
                all.put(
                        program.getKey(),
                        program(program.getKey(), program.getValue()).toString());
            }
            Map<String, String> credentials = server.map(SshServer::credentials).orElse(Map.of());
            spec = new DeviceSpec(UUID.randomUUID(), provider, all, credentials, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path program(String name, String command) throws IOException {
        Path program = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + command + "\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    protected abstract A newAdapter();

    /** The process that serves, or whose children do; empty where none runs. */
    public abstract Optional<ProcessHandle> master();

    /** The file that holds the configuration of a load balancer with an HTTP listener. */
    public abstract Path configuration(UUID loadBalancerId);

    /** Writes the files of a change and puts nothing in force, as an agent that is killed in between. */
    public abstract void install(Change change) throws IOException;

    /** Puts in force what the files hold. */
    public abstract void reload() throws IOException;

    /** Takes the lock of the device until closed. */
    public abstract Closeable lock() throws IOException, InterruptedException;

    /** Ends the connections of the test's own. */
    protected abstract void disconnect();

    @Override
    public final LoadBalancerDriver open() {
        return adapter.open(spec);
    }

    @Override
    public final void forget() {
        adapter = newAdapter();
    }

    public final A adapter() {
        return adapter;
    }

    public final DeviceSpec spec() {
        return spec;
    }

    public final Path directory() {
        return directory;
    }

    public final Optional<SshServer> server() {
        return server;
    }

    @Override
    public void close() {
        master().ifPresent(Processes::kill);
        disconnect();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
