package io.lbaas.driver.netscaler.simulator;

import io.lbaas.driver.netscaler.simulator.Schema.Resource;
import io.lbaas.driver.netscaler.simulator.Schema.Shape;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is configured, and the commands that change it. */
final class Configuration {
    private static final List<String> FEATURES =
            List.of("LB", "CS", "SSL", "REWRITE", "RESPONDER", "CMP", "AAA", "GSLB");

    final Schema schema = new Schema();
    final Tables running = new Tables();
    final Set<String> features = new HashSet<>();
    /** Whether TLS is set by profiles only. */
    boolean defaultProfile;

    private final Rules rules = new Rules(schema, running);
    private Tables saved = new Tables();
    private Set<String> savedFeatures = Set.of();

    void save() {
        saved = running.copy();
        savedFeatures = Set.copyOf(features);
    }

    /** Forgets what was not saved; files stay, they are on disk. */
    void reboot() {
        Tables before = running.copy();
        running.replaceBy(saved);
        running.keep("systemfile", before);
        features.clear();
        features.addAll(savedFeatures);
    }

    void enable(String feature, boolean on) {
        if (!FEATURES.contains(feature)) {
            throw Refusal.badValue("feature", feature);
        }
        if (on) {
            features.add(feature);
        } else {
            features.remove(feature);
        }
    }

    Resource usable(String name) {
        Resource resource = schema.resource(name);
        if (!resource.feature().equals("-") && !features.contains(resource.feature())) {
            throw Refusal.featureOff(resource.feature());
        }
        boolean tls = name.startsWith("sslvserver") || name.startsWith("sslservicegroup");
        if (defaultProfile && tls && !name.contains("certkey")) {
            throw Refusal.defaultProfile();
        }
        return resource;
    }

    void create(String name, JsonObject given) {
        Resource resource = usable(name);
        if (resource.shape() == Shape.SETTINGS) {
            throw Refusal.of(405, 257, "Operation not supported");
        }
        check(resource, given, resource.fields());
        JsonObjectBuilder row = Json.createObjectBuilder();
        for (Field field : resource.fields()) {
            if (given.containsKey(field.name())) {
                row.add(field.name(), given.get(field.name()));
            } else if (field.otherwise() != null) {
                row.add(field.name(), field.defaultValue());
            }
        }
        JsonObject complete = row.build();
        if (running.get(resource, complete) != null) {
            throw already(resource, complete);
        }
        rules.references(resource, complete);
        rules.check(resource, complete);
        running.put(resource, complete);
        rules.afterCreation(resource, complete);
    }

    private static Refusal already(Resource resource, JsonObject row) {
        String which =
                Tables.text(row, resource.keys().get(resource.keys().size() - 1).name());
        return switch (resource.name()) {
            case "systemfile" -> Refusal.fileExists();
            case "servicegroup_lbmonitor_binding" -> Refusal.monitorBound(which);
            default -> Refusal.exists(resource.key().name(), which);
        };
    }

    private static void check(Resource resource, JsonObject given, List<Field> needed) {
        given.forEach((name, value) -> resource.field(name).check(value));
        needed.stream()
                .filter(field -> field.required() && !given.containsKey(field.name()))
                .forEach(field -> {
                    throw Refusal.required(field.name());
                });
    }

    void update(String name, JsonObject given) {
        Resource resource = usable(name);
        if (name.equals("servicegroup") && given.containsKey("servername")) {
            updateMember(given);
            return;
        }
        check(resource, given, resource.keys());
        JsonObject before = existing(resource, given);
        given.forEach((attribute, value) -> {
            // The type of a monitor is told, but it cannot be changed.
            boolean told = name.equals("lbmonitor") && attribute.equals("type") && value.equals(before.get(attribute));
            if (resource.field(attribute).fixed() && !told) {
                throw Refusal.unknownArgument(attribute);
            }
        });
        replace(resource, before, given);
    }

    private void updateMember(JsonObject given) {
        Resource members = schema.resource("servicegroup_servicegroupmember_binding");
        JsonObject change = Json.createObjectBuilder(given)
                .remove("servername")
                .add("ip", given.get("servername"))
                .build();
        check(members, change, members.keys());
        replace(members, existing(members, change), change);
    }

    private void replace(Resource resource, JsonObject before, JsonObject given) {
        JsonObjectBuilder after = Json.createObjectBuilder(before);
        given.forEach(after::add);
        JsonObject row = after.build();
        rules.references(resource, row);
        rules.check(resource, row);
        running.put(resource, row);
    }

    JsonObject existing(Resource resource, JsonObject like) {
        JsonObject found = running.get(resource, like);
        if (found == null) {
            throw Refusal.missing(
                    resource.key().name(), Tables.text(like, resource.key().name()));
        }
        return found;
    }

    void unset(String name, JsonObject given) {
        Resource resource = usable(name);
        JsonObject before = existing(resource, given);
        JsonObjectBuilder after = Json.createObjectBuilder(before);
        given.keySet().stream()
                .filter(attribute -> !resource.field(attribute).key())
                .forEach(attribute -> {
                    after.remove(attribute);
                    if (resource.field(attribute).otherwise() != null) {
                        after.add(attribute, resource.field(attribute).defaultValue());
                    }
                });
        running.put(resource, after.build());
    }

    /** Enables or disables a server, a group or a member. */
    void turn(String name, JsonObject given, boolean on) {
        Resource resource = usable(name);
        boolean member = given.containsKey("servername");
        if (member) {
            resource = schema.resource("servicegroup_servicegroupmember_binding");
        }
        JsonObject like = member
                ? Json.createObjectBuilder(given)
                        .add("ip", given.get("servername"))
                        .build()
                : given;
        JsonObject before = existing(resource, like);
        JsonValue graceful = on ? Json.createValue("NO") : given.getOrDefault("graceful", Json.createValue("NO"));
        JsonObjectBuilder after = Json.createObjectBuilder(before).add("state", on ? "ENABLED" : "DISABLED");
        if (member) {
            after.add("graceful", graceful);
        }
        running.put(resource, after.build());
    }

    /** Removes what a name and arguments mean. */
    void delete(String name, String key, Map<String, String> arguments) {
        Resource resource = usable(name);
        List<JsonObject> found = running.where(name, resource.key().name(), key).stream()
                .filter(row -> arguments.entrySet().stream()
                        .allMatch(each -> matches(resource, row, each.getKey(), each.getValue())))
                .toList();
        if (found.isEmpty()) {
            throw Refusal.missing(resource.key().name(), key);
        }
        if (name.equals("lbmonitor") && !arguments.containsKey("type")) {
            throw Refusal.required("type");
        }
        if (resource.keys().stream().skip(1).anyMatch(field -> !arguments.containsKey(field.name()))) {
            throw Refusal.required(resource.keys().get(1).name());
        }
        for (JsonObject row : found) {
            rules.removable(resource, row);
            running.remove(resource, row);
            rules.afterRemoval(resource, row);
        }
    }

    private static boolean matches(Resource resource, JsonObject row, String attribute, String value) {
        return value.equals(Tables.text(row, resource.field(attribute).name()));
    }

    void link(JsonObject given, boolean on) {
        Resource resource = usable("sslcertkey");
        JsonObject before = existing(resource, given);
        JsonObjectBuilder after = Json.createObjectBuilder(before).remove("linkcertkeyname");
        if (on) {
            String issuer = given.getString("linkcertkeyname");
            if (running.where("sslcertkey", "certkey", issuer).isEmpty()) {
                throw Refusal.missing("linkcertkeyname", issuer);
            }
            after.add("linkcertkeyname", issuer);
        }
        running.put(resource, after.build());
    }
}
