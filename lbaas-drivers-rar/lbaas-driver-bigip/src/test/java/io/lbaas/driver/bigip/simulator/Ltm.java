package io.lbaas.driver.bigip.simulator;

import io.lbaas.driver.bigip.declaration.Doc;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.TreeMap;

/**
 * The objects that AS3 makes of one tenant, as iControl REST shows them, by their paths.
 *
 * @param virtuals with the transport that each listens with
 */
record Ltm(Map<String, JsonObject> virtuals, Map<String, JsonObject> pools, Map<String, JsonObject> groups) {
    private static final Map<String, String> TRANSPORTS = Map.of("Service_UDP", "udp", "Service_SCTP", "sctp");

    Ltm() {
        this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    static Ltm of(String tenantName, JsonObject tenant) {
        Ltm ltm = new Ltm();
        tenant.forEach((name, value) -> {
            if (value instanceof JsonObject application) {
                application.forEach((object, content) -> {
                    if (content instanceof JsonObject properties) {
                        ltm.add("/" + tenantName + "/" + name + "/", object, properties);
                    }
                });
            }
        });
        return ltm;
    }

    private void add(String folder, String name, JsonObject object) {
        String className = object.getString("class", "");
        if (className.startsWith("Service_")) {
            JsonArray addresses = object.getJsonArray("virtualAddresses");
            for (int i = 0; i < addresses.size(); i++) {
                String path = folder + name + (i == 0 ? "" : "-" + i + "-");
                virtuals.put(path, virtual(path, folder, addresses.getString(i), object));
            }
        } else if (className.equals("Pool")) {
            pools.put(folder + name, pool(folder + name, object));
        } else if (className.equals("Data_Group")) {
            groups.put(folder + name, group(folder + name, object));
        }
    }

    private static JsonObject virtual(String path, String folder, String address, JsonObject service) {
        String separator = address.contains(":") ? "." : ":";
        String destination = "/Common/" + address + separator + service.getInt("virtualPort");
        JsonObjectBuilder virtual = Doc.object()
                .add("fullPath", path)
                .add("destination", destination)
                .add("ipProtocol", TRANSPORTS.getOrDefault(service.getString("class"), "tcp"))
                .add("connectionLimit", service.getInt("maxConnections", 0));
        if (service.containsKey("pool")) {
            virtual.add("pool", folder + service.getString("pool"));
        }
        if (service.getString("adminState", "enable").equals("disable")) {
            virtual.add("disabled", true);
        }
        JsonArrayBuilder rules = Json.createArrayBuilder();
        if (service.get("iRules") instanceof JsonArray array) {
            array.forEach(rule -> rules.add(folder + rule.asJsonObject().getString("use")));
        }
        return virtual.add("rules", rules).build();
    }

    private static JsonObject pool(String path, JsonObject pool) {
        boolean monitored = pool.containsKey("monitors");
        JsonArrayBuilder members = Json.createArrayBuilder();
        pool.getJsonArray("members").forEach(value -> {
            JsonObject member = value.asJsonObject();
            String address = member.getJsonArray("serverAddresses").getString(0);
            String state = member.getString("adminState", "enable");
            String separator = address.contains(":") ? "." : ":";
            members.add(Doc.object()
                    .add("fullPath", "/Common/" + address + separator + member.getInt("servicePort"))
                    .add("address", address)
                    .add("description", member.getString("remark", ""))
                    .add("ratio", member.getInt("ratio", 1))
                    .add("priorityGroup", member.getInt("priorityGroup", 0))
                    .add("session", state.equals("enable") ? "monitor-enabled" : "user-disabled")
                    .add("state", state.equals("offline") ? "user-down" : monitored ? "up" : "unchecked"));
        });
        return Doc.object()
                .add("fullPath", path)
                .add("description", pool.getString("remark", ""))
                .add("loadBalancingMode", pool.getString("loadBalancingMode", "round-robin"))
                .add(
                        "membersReference",
                        Doc.object().add("isSubcollection", true).add("items", members))
                .build();
    }

    private static JsonObject group(String path, JsonObject group) {
        JsonArrayBuilder records = Json.createArrayBuilder();
        group.getJsonArray("records").forEach(value -> {
            JsonObject record = value.asJsonObject();
            JsonObjectBuilder shown = Doc.object().add("name", record.getString("key"));
            // An empty value is left out, as the device does.
            if (record.get("value") instanceof JsonString data
                    && !data.getString().isEmpty()) {
                shown.add("data", data);
            }
            records.add(shown);
        });
        return Doc.object().add("fullPath", path).add("records", records).build();
    }

    /** Replaces a property of a member wherever the address is a member. */
    void member(String address, String property, JsonValue value) {
        pools.replaceAll((path, pool) -> {
            JsonObject reference = pool.getJsonObject("membersReference");
            JsonArrayBuilder members = Json.createArrayBuilder();
            reference.getJsonArray("items").forEach(item -> {
                JsonObject member = item.asJsonObject();
                boolean meant = member.getString("address").equals(address);
                members.add(
                        meant
                                ? Json.createObjectBuilder(member).add(property, value)
                                : Json.createObjectBuilder(member));
            });
            return Json.createObjectBuilder(pool)
                    .add("membersReference", Json.createObjectBuilder(reference).add("items", members))
                    .build();
        });
    }
}
