package io.lbaas.plugin.catalog;

import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.entity.CatalogEntry;
import io.lbaas.plugin.list.Rows;
import io.lbaas.plugin.list.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Entries of the catalog. That names are taken and entries in use is the database's to say, so that it is exact. */
@ApplicationScoped
public class CatalogStore {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String FOREIGN_KEY_VIOLATION = "23503";

    @PersistenceContext
    private EntityManager database;

    private Rows rows;

    protected CatalogStore() {}

    @Inject
    public CatalogStore(Rows rows) {
        this.rows = rows;
    }

    /** For sessions that no container manages. */
    public CatalogStore(EntityManager database) {
        this.database = database;
        this.rows = new Rows(database);
    }

    public Rows rows() {
        return rows;
    }

    /**
     * The entry of that key, locked until the transaction ends, so that nobody begins to use it.
     *
     * @throws Fault NOT_FOUND
     */
    <E extends CatalogEntry<?>> E lock(Source<E> source, String key) {
        E entry = rows.get(source, key);
        database.lock(entry, LockModeType.PESSIMISTIC_WRITE);
        return entry;
    }

    /**
     * Adds an entry.
     *
     * @throws Fault CONFLICT where the name is taken
     */
    <E extends CatalogEntry<?>> void add(Source<E> source, E entry) {
        database.persist(entry);
        flush(source, entry.name(), entry.name());
    }

    /** Writes a change; as {@link #add}. */
    <E extends CatalogEntry<?>> void changed(Source<E> source, E entry) {
        flush(source, entry.name(), entry.name());
    }

    /**
     * Takes an entry out.
     *
     * @throws Fault CONFLICT where it is in use
     */
    <E extends CatalogEntry<?>> void remove(Source<E> source, String key, E entry) {
        database.remove(entry);
        flush(source, entry.name(), key);
    }

    /** Whether a flavor or an availability zone refers to a profile. */
    boolean used(Source<?> users, UUID profileId) {
        return !database.createQuery(
                        "select o.id from " + users.entity().getSimpleName() + " o where o.profileId = :profile",
                        UUID.class)
                .setParameter("profile", profileId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private void flush(Source<?> source, String name, String key) {
        try {
            database.flush();
        } catch (PersistenceException e) {
            String state = sqlState(e).orElseThrow(() -> e);
            Fault fault =
                    switch (state) {
                        case UNIQUE_VIOLATION ->
                            Fault.conflict("A " + source.title().toLowerCase(Locale.ROOT) + " of " + name
                                    + " already exists.");
                        case FOREIGN_KEY_VIOLATION -> Fault.inUse(source.title(), key);
                        default -> throw e;
                    };
            fault.initCause(e);
            throw fault;
        }
    }

    private static Optional<String> sqlState(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .filter(Objects::nonNull)
                .findFirst();
    }
}
