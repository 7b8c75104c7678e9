package io.lbaas.plugin;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.eclipse.persistence.sessions.UnitOfWork;
import org.flywaydb.core.Flyway;

/** A real database with our schema, started once for all tests of a run; it ends with the process. */
public final class Postgres {

    private static final AtomicInteger EXECUTED = new AtomicInteger();

    private static final DataSource DATABASE = start();

    private static final EntityManagerFactory FACTORY = migrated();

    private Postgres() {}

    private static DataSource start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_prepared_transactions", "10")
                    .start()
                    .getPostgresDatabase();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EntityManagerFactory migrated() {
        Flyway.configure().dataSource(DATABASE).load().migrate();
        return Persistence.createEntityManagerFactory(
                "lbaas",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource", CountedDataSource.of(DATABASE, EXECUTED),
                        "eclipselink.weaving", "false"));
    }

    /** The database itself, for what is not done in a session. */
    public static DataSource database() {
        return DATABASE;
    }

    /** How many statements a transaction takes. */
    public static int statements(Consumer<EntityManager> work) {
        return inTransaction(session -> {
            int before = EXECUTED.get();
            work.accept(session);
            session.flush();
            return EXECUTED.get() - before;
        });
    }

    /** Does something in a transaction that leaves no trace. */
    public static <T> T undone(Function<EntityManager, T> work) {
        return inTransaction(session -> {
            T result = work.apply(session);
            session.getTransaction().setRollbackOnly();
            return result;
        });
    }

    /** Does something in a transaction of its own. */
    public static <T> T inTransaction(Function<EntityManager, T> work) {
        try (EntityManager session = FACTORY.createEntityManager()) {
            session.getTransaction().begin();
            // As in the server, where every statement is part of the transaction, whether it changes anything or not.
            session.unwrap(UnitOfWork.class).beginEarlyTransaction();
            try {
                T result = work.apply(session);
                if (!session.getTransaction().getRollbackOnly()) {
                    session.getTransaction().commit();
                }
                return result;
            } finally {
                // A session that is closed in a transaction would keep its locks.
                if (session.getTransaction().isActive()) {
                    session.getTransaction().rollback();
                }
            }
        }
    }
}
