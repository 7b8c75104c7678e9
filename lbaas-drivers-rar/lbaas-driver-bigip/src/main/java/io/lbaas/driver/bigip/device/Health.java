package io.lbaas.driver.bigip.device;

import static io.lbaas.model.OperatingStatus.DRAINING;
import static io.lbaas.model.OperatingStatus.ERROR;
import static io.lbaas.model.OperatingStatus.NO_MONITOR;
import static io.lbaas.model.OperatingStatus.OFFLINE;
import static io.lbaas.model.OperatingStatus.ONLINE;

import io.lbaas.driver.bigip.declaration.Mark;
import io.lbaas.driver.bigip.declaration.Names;
import io.lbaas.driver.bigip.declaration.PoolRenderer;
import io.lbaas.model.OperatingStatus;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Puts operating status together from what the device shows of virtual servers and members. */
final class Health {
    /** What the device says of a member that may be used; one that it has not checked yet is not known to serve. */
    private static final Map<String, OperatingStatus> STATES = Map.of(
            "up", ONLINE,
            "down", ERROR,
            "user-down", OFFLINE,
            "unchecked", NO_MONITOR,
            "checking", OFFLINE);

    /** What the pools of each load balancer are. */
    private final Map<UUID, List<OperatingStatus>> parts = new HashMap<>();

    private final Map<UUID, OperatingStatus> byObject = new HashMap<>();

    /** Whether any listener of a load balancer is switched on; those without listeners are left out. */
    private final Map<UUID, Boolean> listening = new HashMap<>();

    /** Begins with load balancers that the device has. */
    Health(Map<UUID, Mark> marks, Collection<UUID> wanted) {
        wanted.stream()
                .filter(id -> marks.containsKey(id) && !marks.get(id).tombstone())
                .forEach(id -> parts.put(id, new ArrayList<>()));
    }

    /** A listener is there for clients or not; whether its members are is its pools' affair. */
    void virtual(Statistics statistics) {
        Virtual.of(statistics.path())
                .filter(virtual -> parts.containsKey(virtual.loadBalancerId()))
                .ifPresent(virtual -> {
                    boolean enabled = statistics.text("status.enabledState").startsWith("enabled");
                    byObject.merge(virtual.listenerId(), enabled ? ONLINE : OFFLINE, OperatingStatus::worse);
                    listening.merge(virtual.loadBalancerId(), enabled, Boolean::logicalOr);
                });
    }

    void pool(JsonObject pool) {
        String[] path = Icontrol.path(pool);
        if (path.length < 3) {
            return;
        }
        Names.loadBalancer(path[0]).filter(parts::containsKey).ifPresent(owner -> Names.object(path[2])
                .ifPresent(object -> pool(owner, object.id(), pool)));
    }

    private void pool(UUID loadBalancerId, UUID poolId, JsonObject pool) {
        List<OperatingStatus> members = new ArrayList<>();
        members(pool).forEach(member -> {
            OperatingStatus status = member(member);
            members.add(status);
            id(member).ifPresent(id -> byObject.put(id, status));
        });
        OperatingStatus status =
                PoolRenderer.switchedOff(pool.getString("description", "")) ? OFFLINE : OperatingStatus.ofPool(members);
        byObject.put(poolId, status);
        parts.get(loadBalancerId).add(status);
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

    /** Who is well, may finish and gets nothing new drains. */
    private static OperatingStatus member(JsonObject member) {
        OperatingStatus status = STATES.getOrDefault(member.getString("state", ""), ERROR);
        boolean disabled = member.getString("session", "").equals("user-disabled");
        return disabled && status == ONLINE ? DRAINING : status;
    }

    /** What was found. A load balancer all of whose listeners are switched off is off. */
    Map<UUID, OperatingStatus> byObject() {
        Map<UUID, OperatingStatus> found = new HashMap<>(byObject);
        parts.forEach((id, statuses) -> {
            boolean off = Boolean.FALSE.equals(listening.get(id));
            found.put(id, off ? OFFLINE : OperatingStatus.ofLoadBalancer(statuses));
        });
        return found;
    }
}
