package io.lbaas.driver.haproxy.runtime;

import io.lbaas.driver.host.Host;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** One of HAProxy's command sockets: a connection for each line of commands. */
final class CommandSocket {
    private final Host host;
    private final Path path;

    CommandSocket(Host host, Path path) {
        this.host = host;
        this.path = path;
    }

    /** Sends a line and reads all of the answer; throws as {@link Host#exchange}. */
    String ask(String line, Instant deadline) throws IOException {
        return host.exchange(path, line + "\n", deadline);
    }
}
