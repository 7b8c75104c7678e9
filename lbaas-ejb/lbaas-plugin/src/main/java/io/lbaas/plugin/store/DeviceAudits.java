package io.lbaas.plugin.store;

import io.lbaas.message.AuditScope.Expectation;
import io.lbaas.plugin.api.Audits.DriftPolicy;
import io.lbaas.plugin.api.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** When devices are audited, and for what. Written past the entities: it is no change of a device. */
@ApplicationScoped
public class DeviceAudits {

    /** What is under way is left to its own result; what was applied before digests were kept is known by its status. */
    private static final String EXPECTED =
            """
            select id, generation, applied_digest from load_balancer
            where device_id = ?1 and generation > 0 and applied_generation = generation
            and (applied_digest is not null or provisioning_status = 'ACTIVE') order by id::text""";

    @PersistenceContext
    private EntityManager database;

    protected DeviceAudits() {}

    public DeviceAudits(EntityManager database) {
        this.database = database;
    }

    /**
     * When a device was last audited, and what is done about differences.
     *
     * @param auditedAt null where it never was
     * @param message why it could not be; null where it could
     */
    public record State(DriftPolicy policy, Instant auditedAt, String message) {}

    /**
     * What is kept of a device's audits.
     *
     * @throws Fault NOT_FOUND
     */
    public State state(UUID deviceId) {
        List<?> rows = database.createNativeQuery(
                        "select drift_policy, audited_at, audit_message from device where id = ?1")
                .setParameter(1, deviceId)
                .getResultList();
        if (rows.isEmpty()) {
            throw Fault.notFound("Device", deviceId);
        }
        Object[] row = (Object[]) rows.get(0);
        Timestamp auditedAt = (Timestamp) row[1];
        return new State(
                DriftPolicy.valueOf((String) row[0]), auditedAt == null ? null : auditedAt.toInstant(), (String)
                        row[2]);
    }

    public void policy(UUID deviceId, DriftPolicy policy) {
        database.createNativeQuery("update device set drift_policy = ?2 where id = ?1")
                .setParameter(1, deviceId)
                .setParameter(2, policy.name())
                .executeUpdate();
    }

    /** What a device should have, as far as nothing is on its way there, in the order of the ids' text. */
    public List<Expectation> expected(UUID deviceId) {
        List<?> rows =
                database.createNativeQuery(EXPECTED).setParameter(1, deviceId).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Expectation((UUID) row[0], ((Number) row[1]).longValue(), (String) row[2]))
                .toList();
    }

    /**
     * Notes that an audit ended.
     *
     * @param message why it could not look; null where it could
     */
    public void audited(UUID deviceId, Instant at, String message) {
        database.createNativeQuery("update device set audited_at = ?2, audit_message = ?3"
                        + " where id = ?1 and (audited_at is null or audited_at < ?2)")
                .setParameter(1, deviceId)
                .setParameter(2, Timestamp.from(at))
                .setParameter(3, message)
                .executeUpdate();
    }

    /** Has a device audited that soon, if not before. */
    public void hasten(UUID deviceId, Duration soon) {
        database.createNativeQuery(
                        "update device set audit_at = least(audit_at, now() + ?2 * interval '1 second') where id = ?1")
                .setParameter(1, deviceId)
                .setParameter(2, soon.toSeconds())
                .executeUpdate();
    }

    /** Has every device audited within some time, each at a time of its own. */
    public void hastenAll(Duration within) {
        database.createNativeQuery("update device set audit_at = least(audit_at,"
                        + " now() + random() * ?1 * interval '1 second')")
                .setParameter(1, within.toSeconds())
                .executeUpdate();
    }
}
