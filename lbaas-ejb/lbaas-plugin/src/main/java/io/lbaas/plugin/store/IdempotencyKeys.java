package io.lbaas.plugin.store;

import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Idempotency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The keys of requests that may be repeated, each with the answer to the first. A key belongs to one caller. */
@ApplicationScoped
public class IdempotencyKeys {

    @PersistenceContext
    private EntityManager database;

    protected IdempotencyKeys() {}

    public IdempotencyKeys(EntityManager database) {
        this.database = database;
    }

    /** What is kept of a request. */
    public record Kept(String fingerprint, Idempotency.Answer answer) {}

    /** Keeps others from using the key until the transaction ends; false where somebody else does so already. */
    public boolean lock(Caller caller, String key) {
        // The row of the key is not there yet, so there is nothing else to lock.
        Query query = ofCaller(
                "select pg_try_advisory_xact_lock(hashtextextended("
                        + "concat_ws(chr(10), 'idempotency_key', ?1::text, ?2::text, ?3::text), 0))",
                caller,
                key);
        return (Boolean) query.getSingleResult();
    }

    /** What is kept for a key, where it has not expired. */
    public Optional<Kept> find(Caller caller, String key) {
        Query query = ofCaller(
                "select fingerprint, status, body, entity_tag, request_id from idempotency_key"
                        + " where project_id = ?1 and user_name = ?2 and key = ?3 and expires_at > now()",
                caller,
                key);
        List<?> rows = query.getResultList();
        return rows.stream().findFirst().map(row -> kept((Object[]) row));
    }

    /** Keeps the answer to a request; one that has expired makes room. */
    public void keep(Caller caller, Idempotency.Key key, Idempotency.Answer answer, Duration retention) {
        ofCaller(
                        "insert into idempotency_key"
                                + " (project_id, user_name, key, fingerprint, request_id, status, entity_tag, body, expires_at)"
                                + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, now() + ?9 * interval '1 second')"
                                + " on conflict (project_id, user_name, key) do update set fingerprint = excluded.fingerprint,"
                                + " request_id = excluded.request_id, status = excluded.status,"
                                + " entity_tag = excluded.entity_tag, body = excluded.body, expires_at = excluded.expires_at",
                        caller,
                        key.name())
                .setParameter(4, key.fingerprint())
                .setParameter(5, answer.requestId())
                .setParameter(6, answer.status())
                .setParameter(7, answer.entityTag())
                .setParameter(8, answer.body())
                .setParameter(9, retention.toSeconds())
                .executeUpdate();
    }

    /** Forgets what has expired. */
    public int purge() {
        return database.createNativeQuery("delete from idempotency_key where expires_at <= now()")
                .executeUpdate();
    }

    private Query ofCaller(String sql, Caller caller, String key) {
        return database.createNativeQuery(sql)
                .setParameter(1, caller.projectId())
                .setParameter(2, caller.user())
                .setParameter(3, key);
    }

    private static Kept kept(Object[] row) {
        return new Kept(
                (String) row[0],
                new Idempotency.Answer(
                        ((Number) row[1]).intValue(), (String) row[2], (String) row[3], (String) row[4]));
    }
}
