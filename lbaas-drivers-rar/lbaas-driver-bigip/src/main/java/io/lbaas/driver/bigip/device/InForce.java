package io.lbaas.driver.bigip.device;

import io.lbaas.driver.bigip.declaration.Address;
import io.lbaas.driver.bigip.declaration.Names;
import io.lbaas.model.ObjectType;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares what was declared with what the device has: AS3 says what it was told, not what somebody else has changed since.
 * What clients would notice is compared: where virtual servers listen and where they send traffic, and who the members
 * are.
 */
final class InForce {
    private final JsonObject application;

    InForce(JsonObject tenant) {
        application = Objects.requireNonNullElse(tenant.getJsonObject(Names.APPLICATION), JsonValue.EMPTY_JSON_OBJECT);
    }

    boolean is(List<JsonObject> virtuals, List<JsonObject> pools) {
        return declaredServices().equals(foundServices(virtuals))
                && declaredPools().equals(foundPools(pools));
    }

    private Set<String> declaredServices() {
        return objects(ObjectType.LISTENER, "Service_")
                .flatMap(entry -> {
                    JsonObject service = entry.getValue();
                    return service.getJsonArray("virtualAddresses").stream()
                            .map(address -> line(
                                    entry.getKey(),
                                    endpoint(text(address), service.getInt("virtualPort", 0)),
                                    service.getString("pool", ""),
                                    service.getString("adminState", "enable").equals("enable"),
                                    service.getInt("maxConnections", 0),
                                    service.getOrDefault("iRules", JsonValue.EMPTY_JSON_ARRAY)
                                                    instanceof JsonArray rules
                                            ? rules.size()
                                            : 0));
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** One virtual server for each address; all but the first have a suffix. */
    private static Set<String> foundServices(List<JsonObject> virtuals) {
        return virtuals.stream()
                .map(virtual -> line(
                        Names.object(name(virtual))
                                .map(object -> Names.listener(object.id()))
                                .orElse(name(virtual)),
                        destination(virtual.getString("destination", "")),
                        last(virtual.getString("pool", "")),
                        !virtual.getBoolean("disabled", false),
                        virtual.getInt("connectionLimit", 0),
                        virtual.getOrDefault("rules", JsonValue.EMPTY_JSON_ARRAY) instanceof JsonArray rules
                                ? rules.size()
                                : 0))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> declaredPools() {
        return objects(ObjectType.POOL, "Pool")
                .map(entry -> line(
                        entry.getKey(),
                        entry.getValue().getString("loadBalancingMode", ""),
                        Icontrol.array(entry.getValue(), "members")
                                .map(member -> line(
                                        endpoint(
                                                text(member.getJsonArray("serverAddresses")
                                                        .get(0)),
                                                member.getInt("servicePort", 0)),
                                        member.getInt("ratio", 1),
                                        member.getInt("priorityGroup", 0),
                                        member.getString("adminState", "enable")))
                                .sorted()
                                .toList()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> foundPools(List<JsonObject> pools) {
        return pools.stream()
                .map(pool -> line(
                        name(pool),
                        pool.getString("loadBalancingMode", ""),
                        Health.members(pool)
                                .map(member -> line(
                                        memberEndpoint(member),
                                        member.getInt("ratio", 1),
                                        member.getInt("priorityGroup", 0),
                                        adminState(member)))
                                .sorted()
                                .toList()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<Map.Entry<String, JsonObject>> objects(ObjectType type, String className) {
        return application.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof JsonObject object
                        && object.getString("class", "").startsWith(className)
                        && Names.object(entry.getKey())
                                .filter(named -> named.type() == type)
                                .isPresent())
                .map(entry -> Map.entry(entry.getKey(), entry.getValue().asJsonObject()));
    }

    private static String adminState(JsonObject member) {
        boolean disabled = member.getString("session", "").equals("user-disabled");
        boolean down = member.getString("state", "").equals("user-down");
        return down ? "offline" : disabled ? "disable" : "enable";
    }

    private static String memberEndpoint(JsonObject member) {
        String name = last(member.getString("fullPath", ""));
        return endpoint(member.getString("address", ""), name.replaceFirst(".*[.:]", ""));
    }

    /** {@code /partition/address:port}, with a dot before the port where the address is IPv6. */
    private static String destination(String destination) {
        String both = last(destination);
        int end = Math.max(both.lastIndexOf('.'), both.indexOf(':') == both.lastIndexOf(':') ? both.indexOf(':') : -1);
        return end < 0 ? both : endpoint(both.substring(0, end), both.substring(end + 1));
    }

    private static String endpoint(String address, int port) {
        return endpoint(address, Integer.toString(port));
    }

    /** An address in one spelling and a port, which the device may name, as {@code any}. */
    private static String endpoint(String address, String port) {
        String literal = address.replaceFirst("%.*", "");
        try {
            return Address.parse(literal) + " " + port;
        } catch (IllegalArgumentException e) {
            return literal + " " + port;
        }
    }

    private static String name(JsonObject item) {
        return last(item.getString("fullPath", ""));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    private static String line(Object... parts) {
        return Stream.of(parts).map(Objects::toString).collect(Collectors.joining(" | "));
    }
}
