package io.lbaas.launcher.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** All settings of the launcher, typed and checked. */
public record Settings(
        Path dataDir,
        Http http,
        Database database,
        Broker broker,
        Optional<String> node,
        List<String> devices,
        Path driversDir,
        Path ear,
        Path credentialsFile,
        Optional<Path> tlsKeyFile,
        LogFormat logFormat) {

    /** Where the API listens; port 0 stands for any free one. */
    public record Http(String host, int port) {}

    /** With a URL the database is external; otherwise it is ours and listens on the port, 0 for any free one. */
    public record Database(Optional<String> url, String user, Optional<Secret> password, int port) {}

    /** With an address the broker is external; otherwise it is ours and listens on the port, 0 for any free one. */
    public record Broker(Optional<String> address, String user, Optional<Secret> password, int port) {}

    /** How the server log is written. */
    public enum LogFormat {
        TEXT,
        JSON
    }

    public Settings withDevices(List<String> usable) {
        return new Settings(
                dataDir, http, database, broker, node, usable, driversDir, ear, credentialsFile, tlsKeyFile, logFormat);
    }
}
