package io.lbaas.launcher.database;

import io.lbaas.launcher.ExitCode;
import io.lbaas.launcher.StartupException;
import io.lbaas.launcher.check.Ports;
import io.lbaas.launcher.config.DataDirectory;
import io.lbaas.launcher.config.Secret;
import io.lbaas.launcher.config.Setting;
import io.lbaas.launcher.config.Settings;
import java.io.IOException;
import java.nio.file.Path;

/** A PostgreSQL server of our own: durable, on loopback only, with a password, and started again if it dies. */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(EmbeddedPostgres.class.getName());
    private static final String HOST = "127.0.0.1";
    private static final String DATABASE = "lbaas";

    private final Settings.Database settings;
    private final Secret password;
    private final Path directory;
    private final Path log;
    private PostgresCluster cluster;
    private boolean closed;

    public EmbeddedPostgres(DataDirectory data, Settings.Database settings) {
        this.settings = settings;
        this.password = data.secret("database");
        this.directory = data.directory("postgresql");
        this.log = data.logs().resolve("postgresql.log");
    }

    public synchronized DatabaseAddress start() {
        try {
            PostgresAccount account = PostgresAccount.choose();
            PostgresBinaries binaries = PostgresBinaries.unpackInto(directory);
            account.own(directory);
            cluster = new PostgresCluster(directory.resolve("cluster"), log, binaries, account);
            if (!cluster.exists()) {
                cluster.create(settings.user(), password, DATABASE);
            }
            cluster.stop();
            int port = Ports.claim(HOST, settings.port(), Setting.DB_PORT.key());
            watch(cluster.start(HOST, port), port);
            return new DatabaseAddress(
                    "jdbc:postgresql://%s:%d/%s".formatted(HOST, port, DATABASE), settings.user(), password);
        } catch (IOException e) {
            throw new StartupException(ExitCode.DATABASE, "PostgreSQL did not start: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (cluster != null) {
            cluster.stop();
        }
    }

    private void watch(ProcessHandle server, int port) {
        var unused = server.onExit().thenRunAsync(() -> restart(port));
    }

    private synchronized void restart(int port) {
        if (closed) {
            return;
        }
        LOGGER.log(System.Logger.Level.ERROR, "PostgreSQL has died; starting it again");
        try {
            cluster.stop();
            watch(cluster.start(HOST, port), port);
        } catch (IOException | StartupException e) {
            LOGGER.log(System.Logger.Level.ERROR, "PostgreSQL did not start again", e);
        }
    }
}
