package io.lbaas.test.identity;

import static org.awaitility.Awaitility.await;

import io.lbaas.driver.contract.TestAuthority;
import io.lbaas.test.harness.Api;
import io.lbaas.test.identity.IdentityDocument.Endpoint;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A project with one load balancer and one of everything beneath it, another one of the original API, a certificate, and
 * valid requests about them.
 */
final class Tenant {
    private static final Pattern VARIABLE = Pattern.compile("(?<collection>(lb/)?[a-z0-9_]+)/\\{\\w+}");

    /** Variables that do not stand for an object. */
    private static final Map<String, String> WORDS =
            Map.of("{version}", "", "{status}", "status", "{kind}", "networks", "{change}", "failover");

    /** By method and path, with {@code $collection} for the id of the tenant's object. */
    private static final JsonObject BODIES = bodies();

    private static final String CERTIFICATE =
            new TestAuthority().issue("matrix.example").bundle().replace("\n", "\\n");

    private final Map<String, String> ids = new HashMap<>();

    private Tenant(String project, String subnet) {
        ids.put("projects", project);
        ids.put("quotas", project);
        ids.put("subnets", subnet);
        ids.put("pem", CERTIFICATE);
    }

    /**
     * Creates one of everything.
     *
     * @param owner whose certificate it is, since those are of the project of whoever uploads them
     */
    static Tenant create(Api admin, Api owner, String project) {
        Tenant tenant = new Tenant(project, admin.subnet());
        tenant.addLoadBalancer(admin);
        tenant.addOriginal(admin, "pools", "pool");
        tenant.addOriginal(admin, "vips", "vip");
        tenant.addOriginal(admin, "members", "member");
        tenant.addOriginal(admin, "health_monitors", "health_monitor");
        // Both as an object of its own and as what a pool has.
        tenant.ids.put("health_monitors", tenant.ids.get("lb/health_monitors"));
        tenant.add(owner, "containers", "/tls/v1/containers", "container");
        return tenant;
    }

    private void addLoadBalancer(Api admin) {
        JsonObject loadBalancer = created(
                admin,
                "/v2/lbaas/loadbalancers",
                """
                {"loadbalancer": {"project_id": "%s", "vip_subnet_id": "%s", "provider": "noop", "listeners": [
                 {"name": "l", "protocol": "HTTP", "protocol_port": 80,
                  "l7policies": [{"action": "REJECT", "rules": [
                   {"type": "PATH", "compare_type": "STARTS_WITH", "value": "/"}]}],
                  "default_pool": {"name": "p", "protocol": "HTTP", "lb_algorithm": "ROUND_ROBIN",
                   "members": [{"address": "192.0.2.1", "protocol_port": 80}],
                   "healthmonitor": {"type": "TCP", "delay": 5, "timeout": 3, "max_retries": 2}}}]}}"""
                        .formatted(project(), ids.get("subnets")),
                "loadbalancer");
        ids.put("loadbalancers", loadBalancer.getString("id"));
        JsonObject listener = remember("listeners", loadBalancer);
        remember("rules", remember("l7policies", listener));
        JsonObject pool = remember("pools", loadBalancer);
        remember("members", pool);
        ids.put("healthmonitors", pool.getJsonObject("healthmonitor").getString("id"));
    }

    private void addOriginal(Api admin, String collection, String root) {
        add(admin, "lb/" + collection, "/v2/lbaas/lb/" + collection, root);
    }

    private void add(Api creator, String collection, String path, String root) {
        JsonObject created = created(creator, path, body(new Endpoint("POST", path, "WRITE")), root);
        ids.put(collection, created.getString("id"));
    }

    private static JsonObject created(Api creator, String path, String body, String root) {
        // Where the load balancer is the lock it may still be busy with what was created before.
        Api.Answer answer = await().until(() -> creator.send("POST", path, body), any -> any.status() != 409);
        if (answer.status() != 201) {
            throw new IllegalStateException(path + ": " + answer.body());
        }
        return answer.json().getJsonObject(root);
    }

    String project() {
        return ids.get("projects");
    }

    /** The tenant's load balancer, relative to the API. */
    String loadBalancer() {
        return "loadbalancers/" + ids.get("loadbalancers");
    }

    /** A path with the tenant's objects in place of its variables; objects of no tenant are not there. */
    String path(String template) {
        return VARIABLE.matcher(worded(template))
                .replaceAll(found -> found.group(1) + "/" + ids.getOrDefault(found.group(1), nobody()));
    }

    /** The same path to objects that are not there. */
    static String pathToNothing(String template) {
        return VARIABLE.matcher(worded(template)).replaceAll(found -> found.group(1) + "/" + nobody());
    }

    /** A valid body for an endpoint, null where it needs none. */
    String body(Endpoint endpoint) {
        JsonObject template = BODIES.getJsonObject(endpoint.method() + " " + endpoint.path());
        if (template == null) {
            return endpoint.method().startsWith("P") ? "{}" : null;
        }
        String body = template.toString();
        for (Map.Entry<String, String> id : ids.entrySet()) {
            body = body.replace("$" + id.getKey() + "\"", id.getValue() + "\"");
        }
        return body;
    }

    private static String worded(String template) {
        String path = template;
        for (Map.Entry<String, String> word : WORDS.entrySet()) {
            path = path.replace(word.getKey(), word.getValue());
        }
        return path;
    }

    private JsonObject remember(String collection, JsonObject parent) {
        JsonObject first = parent.getJsonArray(collection).getJsonObject(0);
        ids.put(collection, first.getString("id"));
        return first;
    }

    private static String nobody() {
        return UUID.randomUUID().toString();
    }

    private static JsonObject bodies() {
        try (JsonReader reader = Json.createReader(Tenant.class.getResourceAsStream("bodies.json"))) {
            return reader.readObject();
        }
    }
}
