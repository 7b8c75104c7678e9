package io.lbaas.driver.bigip.device;

import io.lbaas.driver.bigip.declaration.Mark;
import io.lbaas.driver.bigip.declaration.Names;
import io.lbaas.driver.spi.FailureKind;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is in force on the device, read in bulk. */
public record Icontrol(Session session) {
    private static final String LTM = "/mgmt/tm/ltm/";
    private static final String FAILOVER = "/mgmt/tm/cm/failover-status";
    private static final String ACTIVE = "ACTIVE";

    /**
     * Only the active unit of a pair is to be changed.
     *
     * @throws DeviceException where this is not it
     */
    void requireActive(Instant deadline) throws DeviceException {
        String status = failoverStatus(deadline);
        if (!status.equals(ACTIVE)) {
            throw new DeviceException(FailureKind.TRANSIENT, "The device is not the active unit, it is " + status);
        }
    }

    /** In the device's own word, {@code ACTIVE} where it serves. */
    String failoverStatus(Instant deadline) throws DeviceException {
        return Statistics.all(session.get(FAILOVER, deadline)).stream()
                .map(statistics -> statistics.text("status"))
                .filter(status -> !status.isEmpty())
                .findFirst()
                .orElse("unknown");
    }

    /** The marks of all our load balancers. */
    Map<UUID, Mark> marks(Instant deadline) throws DeviceException {
        return marks(items(LTM + "data-group/internal?$select=fullPath,records", deadline));
    }

    /** The mark of one load balancer, nothing where the device does not have it. */
    Optional<Mark> mark(UUID loadBalancerId, Instant deadline) throws DeviceException {
        String target = LTM + "data-group/internal?$select=fullPath,records" + in(loadBalancerId);
        return Optional.ofNullable(marks(items(target, deadline)).get(loadBalancerId));
    }

    private static Map<UUID, Mark> marks(Stream<JsonObject> groups) {
        Map<UUID, Mark> marks = new HashMap<>();
        groups.forEach(group -> {
            String[] path = path(group);
            if (path.length == 3 && path[1].equals(Names.APPLICATION) && path[2].equals(Names.STATE)) {
                Names.loadBalancer(path[0])
                        .ifPresent(id -> Mark.of(records(group)).ifPresent(mark -> marks.put(id, mark)));
            }
        });
        return marks;
    }

    private static Map<String, String> records(JsonObject group) {
        return array(group, "records")
                .collect(Collectors.toMap(
                        record -> record.getString("name", ""), record -> record.getString("data", ""), (a, b) -> b));
    }

    /** The virtual servers of one load balancer. */
    List<JsonObject> virtuals(UUID loadBalancerId, Instant deadline) throws DeviceException {
        return items(
                        LTM + "virtual?$select=fullPath,destination,pool,disabled,connectionLimit,rules"
                                + in(loadBalancerId),
                        deadline)
                .toList();
    }

    /** The pools of one load balancer with their members. */
    List<JsonObject> pools(UUID loadBalancerId, Instant deadline) throws DeviceException {
        return items(LTM + "pool?expandSubcollections=true" + in(loadBalancerId), deadline)
                .toList();
    }

    /** All pools of the device with their members. */
    List<JsonObject> pools(Instant deadline) throws DeviceException {
        return items(LTM + "pool?expandSubcollections=true", deadline).toList();
    }

    /** What is counted of all virtual servers of the device. */
    List<Statistics> virtualStatistics(Instant deadline) throws DeviceException {
        return Statistics.all(session.get(LTM + "virtual/stats", deadline));
    }

    private static String in(UUID loadBalancerId) {
        return "&$filter=partition+eq+" + Names.tenant(loadBalancerId);
    }

    private Stream<JsonObject> items(String target, Instant deadline) throws DeviceException {
        return array(session.get(target, deadline), "items");
    }

    /** The objects of an array, which the device leaves out when it is empty. */
    static Stream<JsonObject> array(JsonObject owner, String name) {
        return owner.getOrDefault(name, JsonValue.EMPTY_JSON_ARRAY) instanceof JsonArray array
                ? array.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast)
                : Stream.empty();
    }

    /** Partition, folder and name. */
    static String[] path(JsonObject item) {
        JsonValue path = item.get("fullPath");
        return path instanceof JsonString text ? text.getString().substring(1).split("/") : new String[0];
    }
}
