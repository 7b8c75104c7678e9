package io.lbaas.plugin.store;

import io.lbaas.message.AuditReport;
import io.lbaas.message.AuditReport.Difference;
import io.lbaas.plugin.entity.Drift;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What audits found. One load balancer on one device has at most one entry that has not ended. */
@ApplicationScoped
public class DriftLog {

    private static final int SHOWN = 100;

    /** What is on its way there, or away from there, is not expected and not strange; its own result tells. */
    private static final String NOTE =
            """
            insert into drift (id, device_id, load_balancer_id, kind, expected, found, message, found_at, seen_at)
            select gen_random_uuid(), ?1, f.id, f.kind, f.expected, f.found, f.message, ?2, ?2
            from unnest(?3::uuid[], ?4::text[], ?5::bigint[], ?6::bigint[], ?7::text[])
                as f(id, kind, expected, found, message)
            where f.expected > 0
                or not exists (select 1 from load_balancer l where l.id = f.id and l.device_id = ?1)
                and not exists (select 1 from former_place p
                    where p.load_balancer_id = f.id and p.device_id = ?1 and p.phase <> 'GONE')
            order by f.id
            on conflict (device_id, load_balancer_id) where ended_at is null do update set kind = excluded.kind,
                expected = excluded.expected, found = excluded.found, message = excluded.message,
                seen_at = excluded.seen_at
            where excluded.seen_at > drift.seen_at
            returning load_balancer_id, xmax = 0""";

    private static final String END =
            """
            update drift set ended_at = ?2 where device_id = ?1 and ended_at is null and seen_at < ?2
            and load_balancer_id::text >= ?3 and (?4 = '' or load_balancer_id::text < ?4)
            and not load_balancer_id = any(?5::uuid[])
            and not exists (select 1 from load_balancer l where l.id = drift.load_balancer_id and l.device_id = ?1
                and l.applied_generation < l.generation)""";

    /** An orphan may be a new load balancer whose transaction is not to be seen yet. */
    private static final String DUE =
            """
            select d.id from (
                select o.*, row_number() over (partition by o.device_id order by o.found_at, o.id) as place
                from drift o join device v on v.id = o.device_id
                where o.ended_at is null and (o.repaired_at is null or o.repaired_at < o.seen_at)
                and v.drift_policy = 'REPAIR' and v.reachable and v.state <> 'DISABLED'
                and (o.kind <> 'ORPHAN' or o.found_at < now() - ?1 * interval '1 second')) d
            where d.place <= ?2 - (select count(*) from drift r
                where r.device_id = d.device_id and r.repaired_at > now() - ?3 * interval '1 second')
            order by d.found_at, d.id""";

    private static final String CLAIM = "update drift set repaired_at = clock_timestamp()"
            + " where id = ?1 and ended_at is null and (repaired_at is null or repaired_at < seen_at) returning id";

    private static final String FORGETTABLE =
            """
            select t.id from unnest(?1::uuid[]) as t(id)
            where not exists (select 1 from load_balancer l where l.id = t.id and l.device_id = ?2)
            and not exists (select 1 from operation o where o.load_balancer_id = t.id
                and coalesce(o.settled_at, o.enqueued_at) > now() - ?3 * interval '1 second')""";

    @PersistenceContext
    private EntityManager database;

    protected DriftLog() {}

    public DriftLog(EntityManager database) {
        this.database = database;
    }

    /**
     * Notes what an audit found, and ends what it did not find any more. A report that comes late or twice changes nothing.
     *
     * @param lookedAt when the audit began
     * @return what was not known before
     */
    public List<Difference> note(UUID deviceId, AuditReport report, Instant lookedAt) {
        Timestamp at = Timestamp.from(lookedAt);
        List<Difference> found = report.differences();
        List<?> noted = database.createNativeQuery(NOTE)
                .setParameter(1, deviceId)
                .setParameter(2, at)
                .setParameter(3, texts(found, Difference::loadBalancerId))
                .setParameter(4, texts(found, Difference::kind))
                .setParameter(5, found.stream().map(Difference::expected).toArray(Long[]::new))
                .setParameter(6, found.stream().map(Difference::found).toArray(Long[]::new))
                .setParameter(7, texts(found, Difference::message))
                .getResultList();
        database.createNativeQuery(END)
                .setParameter(1, deviceId)
                .setParameter(2, at)
                .setParameter(3, report.from())
                .setParameter(4, report.to())
                .setParameter(5, texts(report.unseen(), Function.identity()))
                .executeUpdate();
        Set<Object> fresh = noted.stream()
                .map(Object[].class::cast)
                .filter(row -> Boolean.TRUE.equals(row[1]))
                .map(row -> row[0])
                .collect(Collectors.toSet());
        return found.stream()
                .filter(each -> fresh.contains(each.loadBalancerId()))
                .toList();
    }

    /**
     * What is to be repaired now, the longest known first: of each device only so much that a device that has lost
     * everything is not given it all at once.
     *
     * @param grace how long an orphan is left in peace
     * @param step the most repairs of one device in one pause
     */
    public List<UUID> due(Duration grace, int step, Duration pause) {
        List<?> rows = database.createNativeQuery(DUE)
                .setParameter(1, grace.toSeconds())
                .setParameter(2, step)
                .setParameter(3, pause.toSeconds())
                .getResultList();
        return rows.stream().map(UUID.class::cast).toList();
    }

    /** Makes a repair the caller's; nothing where it is not needed or another process makes it. */
    public Optional<Drift> claim(UUID id) {
        boolean claimed = !database.createNativeQuery(CLAIM)
                .setParameter(1, id)
                .getResultList()
                .isEmpty();
        return claimed ? Optional.ofNullable(database.find(Drift.class, id)) : Optional.empty();
    }

    /** What is open and what has ended of a device, the open first and then the latest. */
    public List<Drift> of(UUID deviceId) {
        return database.createQuery(
                        "select d from Drift d where d.deviceId = :device"
                                + " order by case when d.endedAt is null then 0 else 1 end, d.foundAt desc, d.id",
                        Drift.class)
                .setParameter("device", deviceId)
                .setMaxResults(SHOWN)
                .getResultList();
    }

    /** Those of some removed load balancers whose tombstones nothing can need that is still on its way. */
    public List<UUID> forgettable(UUID deviceId, Collection<UUID> tombstones, Duration age) {
        List<?> rows = database.createNativeQuery(FORGETTABLE)
                .setParameter(1, texts(tombstones, Function.identity()))
                .setParameter(2, deviceId)
                .setParameter(3, age.toSeconds())
                .getResultList();
        return rows.stream().map(UUID.class::cast).toList();
    }

    /** Forgets what ended before. */
    public int purge(Instant before) {
        return database.createQuery("delete from Drift d where d.endedAt < :before")
                .setParameter("before", before)
                .executeUpdate();
    }

    private static <T> String[] texts(Collection<T> items, Function<T, ?> part) {
        return items.stream().map(item -> part.apply(item).toString()).toArray(String[]::new);
    }
}
