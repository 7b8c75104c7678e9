package io.lbaas.driver.nginx;

import io.lbaas.driver.contract.DeviceFaults;
import io.lbaas.driver.contract.SshServer;
import io.lbaas.driver.contract.traffic.Load;
import io.lbaas.driver.host.store.ConfigFile;
import io.lbaas.driver.host.store.ConfigStore;
import io.lbaas.driver.host.store.Edit;
import io.lbaas.driver.nginx.config.LoadBalancerRenderer;
import io.lbaas.driver.spi.Change;
import io.lbaas.model.DesiredLoadBalancer;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Does harm to a nginx by its files and its processes. */
record NginxFaults(TestDevice device) implements DeviceFaults {

    @Override
    public void alter(UUID loadBalancerId) {
        io(() -> Files.writeString(file(loadBalancerId), "# by hand\n", StandardOpenOption.APPEND));
    }

    @Override
    public void lose(UUID loadBalancerId) {
        io(() -> Files.deleteIfExists(file(loadBalancerId)));
    }

    @Override
    public void breakOff(Change change) {
        io(() -> {
            ConfigStore store = store();
            store.prepare();
            store.install(List.of(edit(store, change)));
            device.forget();
            return change;
        });
    }

    private static Edit edit(ConfigStore store, Change change) throws IOException {
        if (change instanceof Change.Apply apply) {
            ConfigFile file = ConfigFile.of(
                    apply.loadBalancerId(),
                    apply.generation(),
                    LoadBalancerRenderer.render(apply.desired(), apply.materials())
                            .texts());
            store.stage(file, List.of());
            return new Edit.Put(file);
        }
        return new Edit.Delete(change.loadBalancerId(), change.generation());
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
        Closeable held = io(() -> {
            store().create();
            return store().lock(Instant.now().plusSeconds(5)).orElseThrow();
        });
        return () -> io(() -> {
            held.close();
            return held;
        });
    }

    /** Its members are not there, so that nginx answers itself. */
    @Override
    public boolean serves(DesiredLoadBalancer tree) {
        return Load.once(
                        tree.vipAddresses().get(0),
                        tree.listeners().get(0).spec().protocolPort())
                .contains("502");
    }

    private ConfigStore store() {
        return new ConfigStore(
                device.host(), device.directory(), device.settings().configDirectory(), DeviceSettings.suffixes());
    }

    private Path file(UUID loadBalancerId) {
        return device.settings().configDirectory().resolve(loadBalancerId + ".http.conf");
    }

    private void signal(String name) {
        ProcessHandle master = io(() -> device.master().orElseThrow());
        List<String> command = Stream.concat(
                        Stream.of("kill", "-" + name),
                        Stream.concat(Stream.of(master), master.descendants())
                                .map(process -> Long.toString(process.pid())))
                .toList();
        io(() -> new ProcessBuilder(command).start().onExit().join());
    }

    private interface FileWork<T> {
        T run() throws IOException, InterruptedException;
    }

    private static <T> T io(FileWork<T> work) {
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
