package io.lbaas.driver.nginx.config;

import static io.lbaas.model.OperatingStatus.NO_MONITOR;
import static io.lbaas.model.OperatingStatus.OFFLINE;
import static io.lbaas.model.OperatingStatus.ONLINE;

import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.OperatingStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The operating status of every object of a load balancer while nginx runs: all of it follows from the configuration. */
public final class KnownStatus {
    private KnownStatus() {}

    public static Map<UUID, OperatingStatus> of(DesiredLoadBalancer tree) {
        Map<UUID, OperatingStatus> known = new LinkedHashMap<>();
        boolean up = tree.spec().adminStateUp();
        known.put(tree.id(), up ? ONLINE : OFFLINE);
        tree.listeners()
                .forEach(listener ->
                        known.put(listener.id(), up && listener.spec().adminStateUp() ? ONLINE : OFFLINE));
        for (Pool pool : tree.pools()) {
            known.put(pool.id(), served(tree, pool) ? ONLINE : OFFLINE);
            pool.members()
                    .forEach(member -> known.put(member.id(), member.spec().adminStateUp() ? NO_MONITOR : OFFLINE));
        }
        return known;
    }

    private static boolean served(DesiredLoadBalancer tree, Pool pool) {
        return tree.spec().adminStateUp()
                && pool.spec().adminStateUp()
                && tree.listeners().stream()
                        .anyMatch(listener -> listener.spec().adminStateUp()
                                && listener.poolIds().contains(pool.id()));
    }
}
