package io.lbaas.plugin.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Which process does what is to be done once in a period: the one whose update comes first. Load balancers that are being
 * created on a device hold its key, which is no reason to pass it over.
 */
@ApplicationScoped
public class Patrols {

    @PersistenceContext
    private EntityManager database;

    protected Patrols() {}

    public Patrols(EntityManager database) {
        this.database = database;
    }

    /** The devices that are due to be probed, which are the caller's until the next period. */
    public List<UUID> claimProbes(Duration period) {
        return claim("probe_at", period);
    }

    /** The devices whose operating statuses are due, which are the caller's until the next period. */
    public List<UUID> claimHealth(Duration period) {
        return claim("health_at", period);
    }

    /** The devices whose traffic counters are due, which are the caller's until the next period. */
    public List<UUID> claimStats(Duration period) {
        return claim("stats_at", period);
    }

    /** The devices that are due to be audited, which are the caller's until about the next period. */
    public List<UUID> claimAudits(Duration period) {
        return claim("audit_at", period, "(0.9 + 0.2 * random())");
    }

    /** The load balancers that are on a device. */
    public List<UUID> loadBalancersOf(UUID deviceId) {
        return database.createQuery(
                        "select l.id from LoadBalancer l where l.deviceId = :device and l.appliedGeneration > 0",
                        UUID.class)
                .setParameter("device", deviceId)
                .getResultList();
    }

    /** Transactions that have been prepared for so long and are neither committed nor rolled back, by name. */
    public List<String> inDoubt(Duration age) {
        List<?> rows = database.createNativeQuery(
                        "select gid from pg_prepared_xacts where prepared < now() - ?1 * interval '1 second'")
                .setParameter(1, age.toSeconds())
                .getResultList();
        return rows.stream().map(String::valueOf).toList();
    }

    private List<UUID> claim(String column, Duration period) {
        return claim(column, period, "1");
    }

    /** @param factor of the period, as an expression, so that devices that were once due together do not stay so */
    private List<UUID> claim(String column, Duration period, String factor) {
        List<?> rows = database.createNativeQuery("update device set " + column + " = now() + ?1 * " + factor
                        + " * interval '1 second' where id in (select id from device where " + column
                        + " <= now() and state <> 'DISABLED' for no key update skip locked) returning id")
                .setParameter(1, period.toSeconds())
                .getResultList();
        return rows.stream().map(UUID.class::cast).toList();
    }
}
