package io.lbaas.launcher.server;

import io.lbaas.launcher.config.Settings;
import java.nio.file.Path;

/** The server's own configuration, set before it boots. */
final class ServerConfiguration {
    private ServerConfiguration() {}

    static AdminCommands commands(Settings.Http http, String node, Path transactionLogs) {
        AdminCommands commands = new AdminCommands();
        recovery(commands, node, transactionLogs);
        return commands.set("network-config.network-listeners.network-listener.http-listener.address", http.host())
                .set("network-config.protocols.protocol.http-listener.http.xpowered-by", false)
                .set("network-config.protocols.protocol.http-listener.http.server-header", false)
                .set("phone-home-runtime-configuration.enabled", false)
                .set("connector-service.shutdown-timeout-in-seconds", 5)
                // A consumer asks for its concurrency by endpointPoolMaxSize; the container's own limit is only a cap,
                // and deliveries beyond it would be refused and retried with growing pauses.
                .set("mdb-container.steady-pool-size", 0)
                .set("mdb-container.max-pool-size", 128);
    }

    /**
     * The server recovers in-doubt transactions of its own name alone, so the name and the log must outlive the process.
     * The long delay keeps its own first pass from running before the pools exist, which would lose commit decisions.
     */
    private static void recovery(AdminCommands commands, String node, Path transactionLogs) {
        commands.set("transaction-service.automatic-recovery", true)
                .set("transaction-service.tx-log-dir", transactionLogs)
                .set("transaction-service.property.xa-servername", node)
                .set("transaction-service.property.recover-txn-delay", 3600);
    }
}
