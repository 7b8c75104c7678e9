package io.lbaas.driver.nginx.process;

import io.lbaas.driver.host.Host;
import io.lbaas.driver.host.MasterProcess;
import io.lbaas.driver.nginx.DeviceSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** nginx's master process and its workers. */
public final class Master {
    private static final Duration SIGNALLED = Duration.ofSeconds(5);
    private static final String LEAVING = "shutting down";

    private final Host host;
    private final DeviceSettings settings;
    private final MasterProcess process;

    public Master(Host host, DeviceSettings settings) {
        this.host = host;
        this.settings = settings;
        List<String> command = List.of(
                settings.binary(),
                "-p",
                settings.directory() + "/",
                "-c",
                settings.mainFile().toString(),
                "-e",
                settings.logFile().toString(),
                "-g",
                "daemon off;");
        process = new MasterProcess(host, command, settings.pidFile(), settings.mainFile(), settings.logFile());
    }

    public MasterProcess process() {
        return process;
    }

    /** Starts it. Workers whose master was killed still have their addresses: they are asked to finish first. */
    public void start() throws IOException, InterruptedException {
        Optional<String> pid = host.files().read(settings.pidFile()).map(String::strip);
        if (pid.filter(text -> !text.isEmpty()).isPresent()
                && host.arguments(Long.parseLong(pid.get())).isEmpty()) {
            // Its workers are all that can be in its group, for an id is not used again while a group has it.
            host.run(
                    List.of("/bin/sh", "-c", "kill -s QUIT -- \"-$0\"", pid.get()),
                    Instant.now().plus(SIGNALLED));
        }
        host.files().delete(settings.pidFile());
        host.files().delete(settings.statusSocket());
        process.start();
    }

    /** Asks it to load its configuration again. */
    public void reload() throws IOException, InterruptedException {
        Optional<Long> pid = process.find();
        if (pid.isPresent()) {
            host.signal(pid.get(), Host.Signal.HUP);
        }
    }

    /** The workers that take connections. */
    public List<Long> workers() throws IOException {
        List<Long> workers = new ArrayList<>();
        Optional<Long> pid = process.find();
        if (pid.isPresent()) {
            Path children =
                    Path.of("/proc", pid.get().toString(), "task", pid.get().toString(), "children");
            for (String child : host.files().read(children).orElse("").strip().split(" ", -1)) {
                if (!child.isEmpty() && takesConnections(Long.parseLong(child))) {
                    workers.add(Long.valueOf(child));
                }
            }
        }
        return workers;
    }

    /** Whether any of these workers takes connections still. */
    public boolean takeConnections(List<Long> workers) throws IOException {
        for (long worker : workers) {
            if (takesConnections(worker)) {
                return true;
            }
        }
        return false;
    }

    private boolean takesConnections(long worker) throws IOException {
        return host.arguments(worker)
                .filter(arguments -> arguments.contains("worker process") && !arguments.contains(LEAVING))
                .isPresent();
    }
}
