package io.lbaas.launcher;

import io.lbaas.launcher.broker.BrokerAddress;
import io.lbaas.launcher.broker.EmbeddedBroker;
import io.lbaas.launcher.config.DataDirectory;
import io.lbaas.launcher.config.Settings;
import io.lbaas.launcher.database.DatabaseAddress;
import io.lbaas.launcher.database.EmbeddedPostgres;
import io.lbaas.launcher.database.Schema;
import io.lbaas.launcher.server.ExtraDrivers;
import io.lbaas.launcher.server.MicroServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Database and broker, started side by side. */
final class Backends implements MicroServer.Suppliers {
    private final Console console;
    private final Shutdown shutdown;
    private final DataDirectory data;
    private final Settings settings;
    private final Optional<Path> schema;
    private CompletableFuture<Void> database;
    private CompletableFuture<Void> broker;

    /** Without a schema no database is needed. */
    Backends(Console console, Shutdown shutdown, DataDirectory data, Settings settings, Optional<Path> schema) {
        this.console = console;
        this.shutdown = shutdown;
        this.data = data;
        this.settings = settings;
        this.schema = schema;
    }

    void start() {
        database = CompletableFuture.runAsync(() -> schema.ifPresent(this::startDatabase));
        broker = CompletableFuture.runAsync(this::startBroker);
    }

    @Override
    public boolean awaitDatabase() {
        await(database);
        return schema.isPresent();
    }

    @Override
    public void awaitBroker() {
        await(broker);
    }

    @Override
    public ExtraDrivers drivers() {
        return ExtraDrivers.in(settings.driversDir());
    }

    private void startDatabase(Path module) {
        Instant begin = Instant.now();
        DatabaseAddress address = databaseAddress();
        int migrations = Schema.migrate(address, module);
        EffectiveSettings.publish(address);
        console.step("database", "%s, %d migrations applied".formatted(address.url(), migrations), since(begin));
    }

    private DatabaseAddress databaseAddress() {
        if (settings.database().url().isPresent()) {
            return DatabaseAddress.external(settings.database());
        }
        EmbeddedPostgres postgres = new EmbeddedPostgres(data, settings.database());
        shutdown.add("database", postgres);
        return postgres.start();
    }

    private void startBroker() {
        Instant begin = Instant.now();
        BrokerAddress address = brokerAddress();
        EffectiveSettings.publish(address);
        console.step("broker", "OpenMQ on " + address.url(), since(begin));
    }

    private BrokerAddress brokerAddress() {
        if (settings.broker().address().isPresent()) {
            return BrokerAddress.external(settings.broker());
        }
        EmbeddedBroker embedded = new EmbeddedBroker(data, settings.broker());
        shutdown.add("broker", embedded);
        return embedded.start();
    }

    private static Duration since(Instant begin) {
        return Duration.between(begin, Instant.now());
    }

    private static void await(CompletableFuture<Void> future) {
        try {
            future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StartupException cause ? cause : e;
        }
    }
}
