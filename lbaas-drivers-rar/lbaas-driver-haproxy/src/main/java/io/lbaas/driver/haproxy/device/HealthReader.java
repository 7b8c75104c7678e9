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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells operating status from what HAProxy shows. */
final class HealthReader {
    /** The first word that HAProxy shows for a server. */
    private static final Map<String, OperatingStatus> SERVER = Map.of(
            "UP", ONLINE, "DOWN", ERROR, "MAINT", OFFLINE, "DRAIN", DRAINING, "NOLB", DRAINING, "no", NO_MONITOR);

    /** Of two, the one that matters more, as where a pool is used by two listeners. */
    private static final List<OperatingStatus> SEVERITY =
            List.of(OFFLINE, NO_MONITOR, ONLINE, DRAINING, DEGRADED, ERROR);

    private final Map<String, List<StatRow>> proxies;

    HealthReader(List<StatRow> rows) {
        proxies = rows.stream().collect(Collectors.groupingBy(StatRow::proxy));
    }

    Map<UUID, OperatingStatus> read(UUID loadBalancerId, ConfigObjects objects) {
        Map<UUID, OperatingStatus> health = new HashMap<>(objects.others());
        for (UUID frontend : objects.frontends()) {
            rows(frontend.toString())
                    .forEach(row -> health.put(frontend, row.status().equals("STOP") ? OFFLINE : ONLINE));
        }
        for (String backend : objects.backends()) {
            Map<UUID, OperatingStatus> members = members(backend, objects);
            members.forEach((id, status) -> health.merge(id, status, HealthReader::worse));
            if (!rows(backend).isEmpty()) {
                health.merge(ConfigObjects.poolOf(backend), pool(members.values()), HealthReader::worse);
                health.computeIfPresent(loadBalancerId, (id, status) -> worse(status, pool(members.values())));
            }
        }
        return health;
    }

    /** A server that was removed and still has connections is no member any more. */
    private Map<UUID, OperatingStatus> members(String backend, ConfigObjects objects) {
        return rows(backend).stream()
                .filter(row -> !row.server().equals("BACKEND"))
                .filter(row -> objects.servers().contains(UUID.fromString(row.server())))
                .collect(Collectors.toMap(
                        row -> UUID.fromString(row.server()),
                        row -> SERVER.getOrDefault(row.status().split(" ", 2)[0], ERROR)));
    }

    private static OperatingStatus pool(Collection<OperatingStatus> members) {
        List<OperatingStatus> serving =
                members.stream().filter(status -> status != OFFLINE).toList();
        long down = serving.stream().filter(status -> status == ERROR).count();
        if (down == 0) {
            return ONLINE;
        }
        return down == serving.size() ? ERROR : DEGRADED;
    }

    private List<StatRow> rows(String proxy) {
        return proxies.getOrDefault(proxy, List.of());
    }

    private static OperatingStatus worse(OperatingStatus one, OperatingStatus other) {
        return SEVERITY.indexOf(one) >= SEVERITY.indexOf(other) ? one : other;
    }
}
