package io.lbaas.plugin.store;

import io.lbaas.model.OperatingStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Writes what is observed, past the entities: it is no change of an object, so that versions stay, and it waits for
 * nobody, so that no request has to be rolled back for it. Its locks leave keys alone, as what is created beneath needs them.
 */
@ApplicationScoped
public class Observations {

    private static final List<String> TABLES = List.of("load_balancer", "listener", "pool", "member");

    @PersistenceContext
    private EntityManager database;

    protected Observations() {}

    public Observations(EntityManager database) {
        this.database = database;
    }

    /**
     * Whether a report is not older than what was noted of a device already; reports of one round are equally old.
     *
     * @param round when the answers to that round's questions were due
     */
    public boolean isNews(UUID deviceId, Instant round) {
        Timestamp due = Timestamp.from(round);
        database.createNativeQuery("update device set health_round = ?2 where id = ?1"
                        + " and (health_round is null or health_round < ?2)")
                .setParameter(1, deviceId)
                .setParameter(2, due)
                .executeUpdate();
        return !database.createNativeQuery("select 1 from device where id = ?1 and health_round = ?2")
                .setParameter(1, deviceId)
                .setParameter(2, due)
                .getResultList()
                .isEmpty();
    }

    /** Notes operating statuses; rows that are in use just now are left for the next time. */
    public void note(Map<UUID, OperatingStatus> statuses) {
        if (statuses.isEmpty()) {
            return;
        }
        List<Map.Entry<UUID, OperatingStatus>> entries = List.copyOf(statuses.entrySet());
        String[] ids = entries.stream().map(entry -> entry.getKey().toString()).toArray(String[]::new);
        String[] values = entries.stream().map(entry -> entry.getValue().name()).toArray(String[]::new);
        TABLES.forEach(table -> database.createNativeQuery("with observed as (select x.id, s.status from " + table
                        + " x join unnest(?1::uuid[], ?2::text[]) as s(id, status) on s.id = x.id"
                        + " where x.operating_status <> s.status and x.provisioning_status <> 'PENDING_CREATE'"
                        + " for no key update of x skip locked)"
                        + " update " + table + " t set operating_status = o.status from observed o where t.id = o.id")
                .setParameter(1, ids)
                .setParameter(2, values)
                .executeUpdate());
    }

    /** Has what a device has not answered sent again now. */
    public void hastenResend(UUID deviceId) {
        database.createNativeQuery(
                        "update load_balancer set resend_at = now() where id in (select id from load_balancer"
                                + " where device_id = ?1 and resend_at > now() for no key update skip locked)")
                .setParameter(1, deviceId)
                .executeUpdate();
    }
}
