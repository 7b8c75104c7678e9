package io.lbaas.driver.haproxy.process;

import io.lbaas.driver.haproxy.DeviceSettings;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * HAProxy's master process. It is started in a session of its own and survives the agent; not as a daemon, because a
 * daemon's words about a refused reload are lost.
 */
public final class Master {
    private static final long MAX_LOG_BYTES = 1 << 20;

    private static final Duration SETTLES = Duration.ofSeconds(1);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    private final DeviceSettings settings;
    private volatile ProcessHandle known;

    public Master(DeviceSettings settings) {
        this.settings = settings;
    }

    /** The running master, whoever started it. */
    public Optional<ProcessHandle> find() throws IOException {
        ProcessHandle current = known;
        if (current == null || !current.isAlive()) {
            current = look().orElse(null);
            known = current;
        }
        return Optional.ofNullable(current);
    }

    /** While the master starts or reloads, its process id or its arguments cannot be read for some milliseconds. */
    private Optional<ProcessHandle> look() throws IOException {
        Instant patience = Instant.now().plus(SETTLES);
        while (true) {
            Optional<String> pid = read(settings.pidFile());
            Optional<ProcessHandle> process =
                    pid.filter(text -> !text.isEmpty()).flatMap(text -> ProcessHandle.of(Long.parseLong(text)));
            Optional<String> arguments =
                    process.isEmpty() ? Optional.empty() : read(Path.of("/proc", pid.get(), "cmdline"));
            boolean settled = pid.isEmpty()
                    || (!pid.get().isEmpty()
                            && (arguments.isEmpty() || !arguments.get().isEmpty()));
            if (settled || Instant.now().isAfter(patience)) {
                // Process ids are used again: ours has our socket among its arguments.
                String socket = settings.masterSocket().toString();
                return arguments.filter(text -> text.contains(socket)).flatMap(text -> process);
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    private static Optional<String> read(Path file) throws IOException {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Starts one; whether it accepts its configuration shows later. */
    public Process start() throws IOException {
        File log = settings.logFile().toFile();
        if (log.length() > MAX_LOG_BYTES) {
            Files.delete(settings.logFile());
        }
        Process process = new ProcessBuilder(
                        "setsid",
                        settings.binary(),
                        "-W",
                        "-S",
                        settings.masterSocket() + ",mode,600",
                        "-p",
                        settings.pidFile().toString(),
                        "-f",
                        settings.globalFile().toString(),
                        "-f",
                        settings.configDirectory().toString())
                .directory(settings.directory().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log))
                .start();
        known = process.toHandle();
        return process;
    }

    /** Where the log ends now. */
    public long logEnd() {
        return settings.logFile().toFile().length();
    }

    /** What HAProxy said since. */
    public String logSince(long end) throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(settings.logFile().toFile(), "r")) {
            log.seek(end);
            byte[] bytes = new byte[(int) Math.max(0, Math.min(MAX_LOG_BYTES, log.length() - end))];
            log.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
