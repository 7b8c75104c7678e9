package io.lbaas.driver.netscaler.device;

import static io.lbaas.model.OperatingStatus.DRAINING;
import static io.lbaas.model.OperatingStatus.ERROR;
import static io.lbaas.model.OperatingStatus.NO_MONITOR;
import static io.lbaas.model.OperatingStatus.OFFLINE;
import static io.lbaas.model.OperatingStatus.ONLINE;

import io.lbaas.driver.netscaler.config.Names;
import io.lbaas.driver.netscaler.config.NitroObject;
import io.lbaas.driver.netscaler.config.NitroType;
import io.lbaas.driver.netscaler.nitro.NitroException;
import io.lbaas.model.OperatingStatus;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells operating status from the states that NetScaler shows, in six calls whatever their number. */
final class HealthReader {
    private static final Map<String, OperatingStatus> MEMBER = Map.of(
            "UP", ONLINE,
            "DOWN", ERROR,
            "OUT OF SERVICE", OFFLINE,
            "DISABLED", OFFLINE,
            // Not checked yet.
            "UNKNOWN", OFFLINE,
            "GOING OUT OF SERVICE", DRAINING,
            "DOWN WHEN GOING OUT OF SERVICE", DRAINING);

    private static final String GROUP = "servicegroupname";
    private final Shown shown;
    private final Marks marks;
    private final Collection<UUID> wanted;
    private final Map<UUID, OperatingStatus> health = new HashMap<>();
    private final Map<String, List<OperatingStatus>> membersOf = new HashMap<>();
    private final Set<String> serving = new HashSet<>();
    private final Set<String> unmonitored = new HashSet<>();

    HealthReader(Shown shown, Marks marks, Collection<UUID> wanted) {
        this.shown = shown;
        this.marks = marks;
        this.wanted = wanted;
    }

    Map<UUID, OperatingStatus> read() throws NitroException {
        wanted.forEach(id -> marks.get(id)
                .filter(mark -> !mark.dead())
                .ifPresent(mark -> health.put(id, mark.enabled() ? ONLINE : OFFLINE)));
        servers("csvserver");
        servers("lbvserver");
        for (JsonObject bound : shown.bindings("lbvserver_servicegroup_binding")) {
            if (serving.contains(bound.getString("name", ""))) {
                serving.add(bound.getString(GROUP, ""));
            }
        }
        List<JsonObject> groups = shown.entities("servicegroup", GROUP).stream()
                .filter(group -> Shown.of(group, GROUP, wanted))
                .toList();
        groups.stream()
                .filter(group -> group.getString("healthmonitor", "YES").equals("NO"))
                .forEach(group -> unmonitored.add(group.getString(GROUP)));
        for (JsonObject member : shown.bindings("servicegroup_servicegroupmember_binding")) {
            if (Shown.of(member, GROUP, wanted)) {
                member(member);
            }
        }
        groups.stream()
                .collect(Collectors.groupingBy(group -> Shown.name(group, GROUP).object()))
                .forEach(this::pool);
        return health;
    }

    private void servers(String resource) throws NitroException {
        for (JsonObject server : shown.entities(resource, "name")) {
            boolean up = !server.getString("curstate", "").equals("OUT OF SERVICE");
            if (up) {
                serving.add(server.getString("name"));
            }
            if (Shown.of(server, "name", wanted)) {
                Names name = Shown.name(server, "name");
                health.merge(name.object(), up ? ONLINE : OFFLINE, OperatingStatus::worse);
            }
        }
    }

    private void member(JsonObject member) {
        String group = member.getString(GROUP);
        OperatingStatus status = MEMBER.getOrDefault(member.getString("svrstate", ""), ERROR);
        if (status == OFFLINE && member.getString("graceful", "NO").equals("YES")) {
            status = DRAINING;
        }
        if (unmonitored.contains(group) && (status == ONLINE || status == ERROR)) {
            status = NO_MONITOR;
        }
        membersOf.computeIfAbsent(group, each -> new ArrayList<>()).add(status);
        OperatingStatus known = status;
        id(member).ifPresent(id -> health.merge(id, known, OperatingStatus::worse));
    }

    /** Empty of a member that somebody else has bound. */
    private static Optional<UUID> id(JsonObject member) {
        String text = NitroObject.read(NitroType.MEMBER, member).value("customserverid");
        return Names.isId(text) ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** A pool has a group for each way in which its members are spoken to, and for those in reserve. */
    private void pool(UUID id, List<JsonObject> groups) {
        List<JsonObject> inUse = groups.stream()
                .filter(group -> group.getString("state", "").equals("ENABLED"))
                .filter(group -> serving.contains(group.getString(GROUP)))
                .toList();
        OperatingStatus status = inUse.isEmpty()
                ? OFFLINE
                : OperatingStatus.ofPool(inUse.stream()
                        .flatMap(group -> membersOf.getOrDefault(group.getString(GROUP), List.of()).stream())
                        .toList());
        health.put(id, status);
        UUID owner = Shown.name(groups.get(0), GROUP).loadBalancer();
        health.computeIfPresent(
                owner,
                (lb, known) -> known == OFFLINE
                        ? OFFLINE
                        : OperatingStatus.worse(known, OperatingStatus.ofLoadBalancer(List.of(status))));
    }
}
