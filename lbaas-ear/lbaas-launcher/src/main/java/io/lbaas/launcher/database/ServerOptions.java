package io.lbaas.launcher.database;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The configuration of our PostgreSQL server, given on its command line, so that it never differs from this release's. */
final class ServerOptions {
    private ServerOptions() {}

    static String on(String host, int port) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("listen_addresses", host);
        options.put("port", Integer.toString(port));
        options.put("unix_socket_directories", "");
        options.put("fsync", "on");
        options.put("synchronous_commit", "on");
        options.put("full_page_writes", "on");
        // Two-phase commit needs a slot for every transaction that is prepared at the same time.
        options.put("max_prepared_transactions", "200");
        options.put("max_connections", "120");
        options.put("shared_buffers", "64MB");
        return options.entrySet().stream()
                .map(option -> "-c " + option.getKey() + "=" + option.getValue())
                .collect(Collectors.joining(" "));
    }
}
