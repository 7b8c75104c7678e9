package io.lbaas.driver.haproxy.device;

import static io.lbaas.model.OperatingStatus.DEGRADED;
import static io.lbaas.model.OperatingStatus.DRAINING;
import static io.lbaas.model.OperatingStatus.ERROR;
import static io.lbaas.model.OperatingStatus.NO_MONITOR;
import static io.lbaas.model.OperatingStatus.OFFLINE;
import static io.lbaas.model.OperatingStatus.ONLINE;

import io.lbaas.driver.haproxy.config.ConfigObjects;
import io.lbaas.driver.haproxy.runtime.StatRow;
import io.lbaas.model.OperatingStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Tells operating status from what HAProxy shows. A member whose first check is still to come is left out: it is what it
 * was before.
 */
final class HealthReader {
    /** The first word that HAProxy shows for a server. */
    private static final Map<String, OperatingStatus> SERVER = Map.of(
            "UP", ONLINE, "DOWN", ERROR, "MAINT", OFFLINE, "DRAIN", DRAINING, "NOLB", DRAINING, "no", NO_MONITOR);

    private final Map<String, List<StatRow>> proxies;

    HealthReader(List<StatRow> rows) {
        proxies = rows.stream().collect(Collectors.groupingBy(StatRow::proxy));
    }

    Map<UUID, OperatingStatus> read(UUID loadBalancerId, ConfigObjects objects) {
        Map<UUID, OperatingStatus> health = new HashMap<>(objects.others());
        for (UUID frontend : objects.frontends()) {
            for (StatRow row : rows(frontend.toString())) {
                health.put(frontend, listener(row));
                health.computeIfPresent(loadBalancerId, (id, status) -> OperatingStatus.worse(status, listener(row)));
            }
        }
        for (String backend : objects.backends()) {
            List<StatRow> members = members(backend, objects);
            members.stream()
                    .filter(row -> !row.unchecked())
                    .forEach(row -> health.merge(UUID.fromString(row.server()), member(row), OperatingStatus::worse));
            if (!rows(backend).isEmpty()) {
                OperatingStatus pool = pool(members);
                health.merge(ConfigObjects.poolOf(backend), pool, OperatingStatus::worse);
                health.computeIfPresent(loadBalancerId, (id, status) -> OperatingStatus.worse(status, pool));
            }
        }
        return health;
    }

    /** A server that was removed and still has connections is no member any more. */
    private List<StatRow> members(String backend, ConfigObjects objects) {
        return rows(backend).stream()
                .filter(row -> !row.server().equals("BACKEND"))
                .filter(row -> objects.servers().contains(UUID.fromString(row.server())))
                .toList();
    }

    private static OperatingStatus listener(StatRow row) {
        if (row.status().equals("STOP")) {
            return OFFLINE;
        }
        return row.count("scur") >= row.count("slim") && row.count("slim") > 0 ? DEGRADED : ONLINE;
    }

    private static OperatingStatus member(StatRow row) {
        String status = row.status();
        int blank = status.indexOf(' ');
        OperatingStatus shown = SERVER.getOrDefault(blank < 0 ? status : status.substring(0, blank), ERROR);
        // HAProxy shows a server that the configuration gives no weight like any other.
        return shown == ONLINE && row.count("weight") == 0 ? DRAINING : shown;
    }

    private static OperatingStatus pool(List<StatRow> members) {
        return OperatingStatus.ofPool(members.stream().map(HealthReader::member).toList());
    }

    private List<StatRow> rows(String proxy) {
        return proxies.getOrDefault(proxy, List.of());
    }
}
