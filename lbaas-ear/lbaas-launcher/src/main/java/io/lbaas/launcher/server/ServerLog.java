package io.lbaas.launcher.server;

import io.lbaas.launcher.config.Settings.LogFormat;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Sends the server's log to rotated files instead of the console. */
public final class ServerLog {
    private static final String CONFIGURATION =
            """
            handlers=java.util.logging.FileHandler
            java.util.logging.FileHandler.limit=20000000
            java.util.logging.FileHandler.count=5
            java.util.logging.FileHandler.append=true
            java.util.logging.FileHandler.level=ALL
            com.sun.enterprise.server.logging.ODLLogFormatter.ansiColor=false
            .level=INFO
            fish.payara.microprofile.jwtauth.eesecurity.level=WARNING
            imq.log.Logger.level=WARNING
            javax.enterprise.system.security.ssl.level=SEVERE
            javax.enterprise.system.tools.deployment.level=WARNING
            org.glassfish.admin.mbeanserver.level=WARNING
            """;

    private ServerLog() {}

    /** Writes the configuration; the server picks it up when it boots. */
    public static void configure(Path file, Path logs, LogFormat format) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new StringReader(CONFIGURATION)) {
            properties.load(reader);
        }
        properties.setProperty(
                "java.util.logging.FileHandler.pattern",
                logs.resolve("server.%g.log").toString());
        properties.setProperty("java.util.logging.FileHandler.formatter", formatter(format));
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        System.setProperty("java.util.logging.config.file", file.toString());
    }

    private static String formatter(LogFormat format) {
        return switch (format) {
            case TEXT -> "com.sun.enterprise.server.logging.ODLLogFormatter";
            case JSON -> "fish.payara.enterprise.server.logging.JSONLogFormatter";
        };
    }
}
