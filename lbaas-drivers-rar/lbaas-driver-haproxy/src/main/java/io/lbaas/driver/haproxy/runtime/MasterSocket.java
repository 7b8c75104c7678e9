package io.lbaas.driver.haproxy.runtime;

import io.lbaas.driver.host.Host;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The master's command socket; nobody listens on it for a moment during each reload. */
public final class MasterSocket {
    private static final Pattern FAILED = Pattern.compile("master\\s+\\d+ \\[failed: (\\d+)\\]");

    private static final String FORMER = "# old workers";
    private static final Pattern WORKER = Pattern.compile("(?m)^(\\d+)\\s+worker\\s");

    private final CommandSocket socket;

    public MasterSocket(Host host, Path path) {
        socket = new CommandSocket(host, path);
    }

    /** Asks for a reload; what becomes of it shows in the worker. */
    public void reload(Instant deadline) throws IOException {
        socket.ask("reload", deadline);
    }

    /** Process ids of workers that others took over from and that still have connections. */
    public Set<String> formerWorkers(Instant deadline) throws IOException {
        String processes = socket.ask("show proc", deadline);
        int start = processes.indexOf(FORMER);
        return start < 0
                ? Set.of()
                : WORKER.matcher(processes.substring(start))
                        .results()
                        .map(line -> line.group(1))
                        .collect(Collectors.toSet());
    }

    /** What a worker has counted. */
    public List<StatRow> frontends(String pid, Instant deadline) throws IOException {
        return StatRow.parse(socket.ask("@!" + pid + " " + Worker.FRONTENDS, deadline));
    }

    /** Whether the last reload failed, so that the worker before it goes on. */
    public boolean lastReloadFailed(Instant deadline) throws IOException {
        Matcher matcher = FAILED.matcher(socket.ask("show proc", deadline));
        return matcher.find() && !matcher.group(1).equals("0");
    }
}
