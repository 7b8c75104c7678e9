package io.lbaas.driver.contract.traffic;

import io.lbaas.driver.contract.DeviceFaults;
import io.lbaas.driver.contract.SshServer;
import io.lbaas.driver.spi.Change;
import io.lbaas.model.DesiredLoadBalancer;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Does harm to a device by its files and its processes. */
public record ProcessFaults(RealDevice<?> device) implements DeviceFaults {

    @Override
    public void alter(UUID loadBalancerId) {
        io(() -> Files.writeString(device.configuration(loadBalancerId), "# by hand\n", StandardOpenOption.APPEND));
    }

    @Override
    public void lose(UUID loadBalancerId) {
        io(() -> Files.deleteIfExists(device.configuration(loadBalancerId)));
    }

    @Override
    public void breakOff(Change change) {
        io(() -> {
            device.install(change);
            device.forget();
            return change;
        });
    }

    @Override
    public Trouble hang() {
        signal("STOP");
        return () -> signal("CONT");
    }

    @Override
    public Trouble cutOff() {
        Optional<SshServer> server = device.server();
        if (server.isEmpty()) {
            return DeviceFaults.super.cutOff();
        }
        server.get().down();
        return () -> io(() -> {
            server.get().up();
            return server;
        });
    }

    @Override
    public Trouble beBusy() {
        Closeable held = io(device::lock);
        return () -> io(() -> {
            held.close();
            return held;
        });
    }

    /** Its members are not there, so that the device answers itself. */
    @Override
    public boolean serves(DesiredLoadBalancer tree) {
        return Load.once(
                        tree.vipAddresses().get(0),
                        tree.listeners().get(0).spec().protocolPort())
                .contains("status 50");
    }

    private void signal(String name) {
        ProcessHandle master = device.master().orElseThrow();
        List<String> command = Stream.concat(
                        Stream.of("kill", "-" + name),
                        Stream.concat(Stream.of(master), master.descendants())
                                .map(process -> Long.toString(process.pid())))
                .toList();
        io(() -> new ProcessBuilder(command).start().onExit().join());
    }

    private interface Work<T> {
        T run() throws IOException, InterruptedException;
    }

    private static <T> T io(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
