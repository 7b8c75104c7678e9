package io.lbaas.driver.haproxy.runtime;

import io.lbaas.driver.host.Host;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The master's command socket; nobody listens on it for a moment during each reload. */
public final class MasterSocket {
    private static final Pattern FAILED = Pattern.compile("master\\s+\\d+ \\[failed: (\\d+)\\]");

    private final CommandSocket socket;

    public MasterSocket(Host host, Path path) {
        socket = new CommandSocket(host, path);
    }

    /** Asks for a reload; what becomes of it shows in the worker. */
    public void reload(Instant deadline) throws IOException {
        socket.ask("reload", deadline);
    }

    /** Whether the last reload failed, so that the worker before it goes on. */
    public boolean lastReloadFailed(Instant deadline) throws IOException {
        Matcher matcher = FAILED.matcher(socket.ask("show proc", deadline));
        return matcher.find() && !matcher.group(1).equals("0");
    }
}
