package io.lbaas.driver.bigip.device;

import static io.lbaas.model.OperatingStatus.DEGRADED;
import static io.lbaas.model.OperatingStatus.DRAINING;
import static io.lbaas.model.OperatingStatus.ERROR;
import static io.lbaas.model.OperatingStatus.NO_MONITOR;
import static io.lbaas.model.OperatingStatus.OFFLINE;
import static io.lbaas.model.OperatingStatus.ONLINE;

import io.lbaas.driver.bigip.declaration.Mark;
import io.lbaas.driver.bigip.declaration.Names;
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
import java.util.stream.Stream;

/** Puts operating status together from what the device shows of virtual servers and members. */
final class Health {
    /** From the best to the worst, as far as one stands for several. */
    private static final List<OperatingStatus> SEVERITY = List.of(OFFLINE, ONLINE, DEGRADED, ERROR);

    /** What the device says of a member that may be used; one that it has not checked yet is not known to serve. */
    private static final Map<String, OperatingStatus> STATES = Map.of(
            "up", ONLINE,
            "down", ERROR,
            "user-down", OFFLINE,
            "unchecked", NO_MONITOR,
            "checking", OFFLINE);

    private final Set<UUID> loadBalancers = new HashSet<>();
    private final Map<UUID, OperatingStatus> byObject = new HashMap<>();

    /** Whether any listener of a load balancer is switched on; those without listeners are left out. */
    private final Map<UUID, Boolean> listening = new HashMap<>();

    /** Begins with load balancers that the device has. */
    Health(Map<UUID, Mark> marks, Collection<UUID> wanted) {
        wanted.stream()
                .filter(id -> marks.containsKey(id) && !marks.get(id).tombstone())
                .forEach(loadBalancers::add);
        loadBalancers.forEach(id -> byObject.put(id, ONLINE));
    }

    /** A listener is there for clients or not; whether its members are is its pools' affair. */
    void virtual(Statistics statistics) {
        Virtual.of(statistics.path())
                .filter(virtual -> loadBalancers.contains(virtual.loadBalancerId()))
                .ifPresent(virtual -> {
                    boolean enabled = statistics.text("status.enabledState").startsWith("enabled");
                    byObject.merge(virtual.listenerId(), enabled ? ONLINE : OFFLINE, Health::worse);
                    listening.merge(virtual.loadBalancerId(), enabled, Boolean::logicalOr);
                });
    }

    void pool(JsonObject pool) {
        String[] path = Icontrol.path(pool);
        if (path.length < 3) {
            return;
        }
        Names.loadBalancer(path[0]).filter(loadBalancers::contains).ifPresent(owner -> Names.object(path[2])
                .ifPresent(object -> pool(owner, object.id(), pool)));
    }

    private void pool(UUID loadBalancerId, UUID poolId, JsonObject pool) {
        List<OperatingStatus> members = new ArrayList<>();
        members(pool).forEach(member -> {
            OperatingStatus status = member(member);
            members.add(status);
            id(member).ifPresent(id -> byObject.put(id, status));
        });
        OperatingStatus status = together(members);
        byObject.put(poolId, status);
        byObject.merge(loadBalancerId, status == OFFLINE ? ONLINE : status, Health::worse);
    }

    static Stream<JsonObject> members(JsonObject pool) {
        JsonObject members = pool.getJsonObject("membersReference");
        return members == null ? Stream.empty() : Icontrol.array(members, "items");
    }

    private static Optional<UUID> id(JsonObject member) {
        try {
            return Optional.of(UUID.fromString(member.getString("description", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Who may finish but gets nothing new drains. */
    private static OperatingStatus member(JsonObject member) {
        OperatingStatus status = STATES.getOrDefault(member.getString("state", ""), ERROR);
        boolean disabled = member.getString("session", "").equals("user-disabled");
        return disabled && (status == ONLINE || status == NO_MONITOR) ? DRAINING : status;
    }

    private static OperatingStatus together(List<OperatingStatus> members) {
        List<OperatingStatus> serving =
                members.stream().filter(status -> status != OFFLINE).toList();
        long down = serving.stream().filter(status -> status == ERROR).count();
        if (serving.isEmpty() && !members.isEmpty()) {
            return OFFLINE;
        }
        if (down == 0) {
            return ONLINE;
        }
        return down == serving.size() ? ERROR : DEGRADED;
    }

    private static OperatingStatus worse(OperatingStatus one, OperatingStatus other) {
        return SEVERITY.indexOf(one) >= SEVERITY.indexOf(other) ? one : other;
    }

    /** What was found. A load balancer all of whose listeners are switched off is off. */
    Map<UUID, OperatingStatus> byObject() {
        Map<UUID, OperatingStatus> found = new HashMap<>(byObject);
        listening.forEach((id, on) -> found.computeIfPresent(id, (same, status) -> on ? status : OFFLINE));
        return found;
    }
}
