package io.lbaas.test.fuzz;

import io.lbaas.test.harness.Api;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

/** One object of each kind, so that hostile requests reach what lies behind the look-up. */
final class Victim {
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, JsonObject> valid = new LinkedHashMap<>();
    private final Api api;

    private Victim(Api api) {
        this.api = api;
    }

    static Victim create(Api api) {
        Victim victim = new Victim(api);
        String subnet = api.subnet();
        String lb = victim.add(
                "loadbalancers", "loadbalancer", object("vip_subnet_id", subnet).add("provider", "noop"));
        String listener = victim.add(
                "listeners",
                "listener",
                object("loadbalancer_id", lb).add("protocol", "HTTP").add("protocol_port", 80));
        String pool = victim.add(
                "pools",
                "pool",
                object("loadbalancer_id", lb).add("protocol", "HTTP").add("lb_algorithm", "ROUND_ROBIN"));
        victim.add(
                "pools/" + pool + "/members",
                "member",
                object("address", "10.0.0.1").add("protocol_port", 80));
        victim.add(
                "healthmonitors",
                "healthmonitor",
                object("pool_id", pool)
                        .add("type", "HTTP")
                        .add("delay", 5)
                        .add("timeout", 3)
                        .add("max_retries", 2));
        String policy = victim.add(
                "l7policies", "l7policy", object("listener_id", listener).add("action", "REJECT"));
        victim.add(
                "l7policies/" + policy + "/rules",
                "rule",
                object("type", "PATH").add("compare_type", "EQUAL_TO").add("value", "/x"));
        return victim;
    }

    /** A path of the description with the ids of the objects here, each after the name of its collection. */
    String path(String template) {
        String path = template;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            path = path.replaceAll("/" + id.getKey() + "/\\{\\w+}", "/" + id.getKey() + "/" + id.getValue());
        }
        return path.replaceAll("\\{\\w+}", "00000000-0000-4000-8000-000000000000");
    }

    /** What a POST of that root may hold; empty where that is not known. */
    JsonObject valid(String root) {
        return valid.getOrDefault(root, JsonObject.EMPTY_JSON_OBJECT);
    }

    private String add(String collection, String root, JsonObjectBuilder attributes) {
        JsonObject given = attributes.build();
        String id =
                api.create(collection, root, Json.createObjectBuilder(given)).getString("id");
        ids.put(collection.substring(collection.lastIndexOf('/') + 1), id);
        valid.put(root, given);
        return id;
    }

    private static JsonObjectBuilder object(String name, String value) {
        return Json.createObjectBuilder().add(name, value);
    }
}
