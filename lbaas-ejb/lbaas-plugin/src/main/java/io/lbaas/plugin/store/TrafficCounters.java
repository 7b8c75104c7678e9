package io.lbaas.plugin.store;

import io.lbaas.driver.spi.StatsBatch;
import io.lbaas.driver.spi.StatsBatch.Counters;
import io.lbaas.plugin.api.Statistics.Traffic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Traffic by listener and device. A device counts from zero in each of its epochs; what is kept are totals, to which each
 * report adds what is new in it, so that they never go back, whatever becomes of the device, and wherever the load
 * balancer moves. Connections that are open now are those of the device that was asked last.
 */
@ApplicationScoped
public class TrafficCounters {

    private static final List<String> TOTALS = List.of("bytes_in", "bytes_out", "total_connections", "request_errors");

    private static final String SAME_EPOCH = "t.epoch = excluded.epoch";

    private static final String NOTE = note();

    /** In the order in which the statement has them. */
    private static final List<ToLongFunction<Counters>> VALUES = List.of(
            Counters::bytesIn,
            Counters::bytesOut,
            Counters::totalConnections,
            Counters::requestErrors,
            Counters::activeConnections);

    @PersistenceContext
    private EntityManager database;

    protected TrafficCounters() {}

    public TrafficCounters(EntityManager database) {
        this.database = database;
    }

    /**
     * Adds what a device has counted since its last report. A report that comes late or twice adds nothing.
     *
     * @param countedAt when the device was asked
     */
    public void note(UUID deviceId, StatsBatch batch, Instant countedAt) {
        if (batch.byListener().isEmpty()) {
            return;
        }
        List<UUID> listeners = List.copyOf(batch.byListener().keySet());
        Query statement = database.createNativeQuery(NOTE)
                .setParameter(1, texts(listeners))
                .setParameter(2, deviceId)
                .setParameter(3, batch.epoch())
                .setParameter(4, Timestamp.from(countedAt));
        for (int i = 0; i < VALUES.size(); i++) {
            ToLongFunction<Counters> value = VALUES.get(i);
            statement.setParameter(
                    5 + i,
                    listeners.stream()
                            .map(id -> value.applyAsLong(batch.byListener().get(id)))
                            .toArray(Long[]::new));
        }
        statement.executeUpdate();
    }

    /** The traffic of listeners together. */
    public Traffic ofListeners(Collection<UUID> listenerIds) {
        return sum("listener_id = any(?1::uuid[])", texts(listenerIds));
    }

    /** The traffic of all listeners of a load balancer. */
    public Traffic ofLoadBalancer(UUID id) {
        return sum("listener_id in (select id from listener where load_balancer_id = ?1)", id);
    }

    private Traffic sum(String condition, Object parameter) {
        String sums = Stream.of(
                        "sum(active_connections) filter (where seen_at = newest)",
                        "sum(bytes_in)",
                        "sum(bytes_out)",
                        "sum(request_errors)",
                        "sum(total_connections)")
                .map(sum -> "coalesce(" + sum + ", 0)::bigint")
                .collect(Collectors.joining(", "));
        String counted = "select *, max(seen_at) over (partition by listener_id) as newest from listener_statistics";
        Object[] row = (Object[])
                database.createNativeQuery("select " + sums + " from (" + counted + " where " + condition + ") s")
                        .setParameter(1, parameter)
                        .getSingleResult();
        return new Traffic((Long) row[0], (Long) row[1], (Long) row[2], (Long) row[3], (Long) row[4]);
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static String note() {
        String totals = String.join(", ", TOTALS);
        String seen = TOTALS.stream().map(name -> "seen_" + name).collect(Collectors.joining(", "));
        String added = TOTALS.stream().map(TrafficCounters::added).collect(Collectors.joining(", "));
        return "insert into listener_statistics as t (listener_id, device_id, epoch, seen_at, active_connections, "
                + totals + ", " + seen + ")"
                + " select l.id, ?2, ?3, ?4, r.active_connections, " + totals + ", " + totals
                + " from unnest(?1::uuid[], ?5::bigint[], ?6::bigint[], ?7::bigint[], ?8::bigint[], ?9::bigint[])"
                + " as r(id, " + totals + ", active_connections) join listener l on l.id = r.id order by l.id"
                + " on conflict (listener_id, device_id) do update set epoch = excluded.epoch,"
                + " seen_at = excluded.seen_at, active_connections = excluded.active_connections, " + added
                + " where excluded.seen_at > t.seen_at";
    }

    private static String added(String name) {
        return ("%1$s = t.%1$s + case when %2$s then greatest(excluded.%1$s - t.seen_%1$s, 0) else excluded.%1$s end,"
                        + " seen_%1$s = excluded.%1$s")
                .formatted(name, SAME_EPOCH);
    }
}
