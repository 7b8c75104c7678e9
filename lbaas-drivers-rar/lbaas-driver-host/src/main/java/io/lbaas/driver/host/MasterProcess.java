package io.lbaas.driver.host;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * A load balancer's master process, which survives the agent and is found by its pid file, whoever started it. It is not
 * started as a daemon, because a daemon's words about a refused reload are lost.
 */
public final class MasterProcess {
    private static final long MAX_LOG_BYTES = 1 << 20;
    private static final Duration SETTLES = Duration.ofSeconds(1);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    /** Empty while it is written; anything else was not written by a master. */
    private static final Pattern PID = Pattern.compile("\\d{0,18}");

    private final Host host;
    private final List<String> command;
    private final Path pidFile;
    private final Path mark;
    private final Path log;
    private volatile long known;
    private volatile long started;

    /**
     * A process that may run or not.
     *
     * @param command starts it
     * @param pidFile where it tells its process id
     * @param mark a path that is among its arguments and no other process's, since process ids are used again
     * @param log gets what it prints
     */
    public MasterProcess(Host host, List<String> command, Path pidFile, Path mark, Path log) {
        this.host = host;
        this.command = List.copyOf(command);
        this.pidFile = pidFile;
        this.mark = mark;
        this.log = log;
    }

    /** The process id, empty where it does not run. */
    public Optional<Long> find() throws IOException {
        long pid = known;
        if (pid != 0 && host.arguments(pid).filter(this::ours).isPresent()) {
            return Optional.of(pid);
        }
        Optional<Long> found = look();
        known = found.orElse(0L);
        return found;
    }

    /** While a master starts or reloads, its process id or its arguments cannot be read for some milliseconds. */
    private Optional<Long> look() throws IOException {
        Instant patience = Instant.now().plus(SETTLES);
        while (true) {
            Optional<String> pid = host.files().read(pidFile).map(String::strip).filter(PID.asMatchPredicate());
            Optional<String> arguments =
                    pid.isEmpty() || pid.get().isEmpty() ? Optional.empty() : host.arguments(Long.parseLong(pid.get()));
            boolean settled = pid.isEmpty()
                    || (!pid.get().isEmpty()
                            && (arguments.isEmpty() || !arguments.get().isEmpty()));
            if (settled
                    || Instant.now().isAfter(patience)
                    || Thread.currentThread().isInterrupted()) {
                return arguments.filter(this::ours).flatMap(text -> pid).map(Long::valueOf);
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    private boolean ours(String arguments) {
        return arguments.contains(mark.toString());
    }

    /** Starts one; whether it accepts its configuration shows later. */
    public void start() throws IOException {
        trimLog();
        started = host.start(command, log);
    }

    /** Whether the process that was started last is there, not yet replaced by what it is to become perhaps. */
    public boolean alive() throws IOException {
        return started != 0 && host.arguments(started).isPresent();
    }

    /** Asks it to end and waits until it has. */
    public void stop(Instant deadline) throws IOException, InterruptedException {
        Optional<Long> pid = find();
        if (pid.isPresent()) {
            host.signal(pid.get(), Host.Signal.TERM);
            while (find().isPresent() && Instant.now().isBefore(deadline)) {
                TimeUnit.NANOSECONDS.sleep(LOOK_AGAIN.toNanos());
            }
        }
    }

    /** Empties a log that has become long; what is printed later is added to what is there. */
    public void trimLog() throws IOException {
        if (logEnd() > MAX_LOG_BYTES) {
            host.files().write(log, "");
        }
    }

    /** Where the log ends now. */
    public long logEnd() throws IOException {
        return host.files().size(log).orElse(0L);
    }

    /** What it said since. */
    public String logSince(long end) throws IOException {
        return host.files().read(log, end);
    }
}
