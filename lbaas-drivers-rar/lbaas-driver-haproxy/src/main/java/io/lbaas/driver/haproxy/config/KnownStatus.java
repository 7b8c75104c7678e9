package io.lbaas.driver.haproxy.config;

import static io.lbaas.model.OperatingStatus.NO_MONITOR;
import static io.lbaas.model.OperatingStatus.OFFLINE;
import static io.lbaas.model.OperatingStatus.ONLINE;

import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.OperatingStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Operating status that follows from the configuration alone; a member's that only its check can tell is left out. */
public final class KnownStatus {
    private KnownStatus() {}

    public static Map<UUID, OperatingStatus> of(DesiredLoadBalancer tree) {
        Map<UUID, OperatingStatus> known = new HashMap<>();
        boolean up = tree.spec().adminStateUp();
        known.put(tree.id(), up ? ONLINE : OFFLINE);
        tree.listeners()
                .forEach(listener ->
                        known.put(listener.id(), up && listener.spec().adminStateUp() ? ONLINE : OFFLINE));
        tree.pools().forEach(pool -> pool(pool, served(tree, pool), known));
        return known;
    }

    private static void pool(Pool pool, boolean served, Map<UUID, OperatingStatus> known) {
        known.put(pool.id(), served ? ONLINE : OFFLINE);
        pool.members().forEach(member -> {
            if (!member.spec().adminStateUp()) {
                known.put(member.id(), OFFLINE);
            } else if (!monitored(pool)) {
                known.put(member.id(), NO_MONITOR);
            }
        });
    }

    private static boolean served(DesiredLoadBalancer tree, Pool pool) {
        return tree.spec().adminStateUp()
                && pool.spec().adminStateUp()
                && tree.listeners().stream()
                        .anyMatch(listener -> listener.spec().adminStateUp()
                                && listener.poolIds().contains(pool.id()));
    }

    static boolean monitored(Pool pool) {
        return pool.healthMonitor() != null && pool.healthMonitor().spec().adminStateUp();
    }
}
