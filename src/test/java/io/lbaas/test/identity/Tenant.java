package io.lbaas.test.identity;

import io.lbaas.test.harness.Api;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** A project with one load balancer and one of everything beneath it, and valid requests about them. */
final class Tenant {
    private static final Pattern VARIABLE = Pattern.compile("(?<collection>[a-z0-9_]+)/\\{\\w+}");

    /** Variables that do not stand for an object. */
    private static final Map<String, String> WORDS =
            Map.of("{version}", "", "{status}", "status", "{kind}", "networks", "{change}", "failover");

    /** What a body is to look like: by method and path, with {@code $collection} for the id of the tenant's object. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry(
                    "POST /v2/lbaas/loadbalancers",
                    """
                    {"loadbalancer": {"project_id": "$projects", "vip_subnet_id": "$subnets", "provider": "noop"}}"""),
            Map.entry(
                    "PUT /v2/lbaas/loadbalancers/{id}",
                    """
                    {"loadbalancer": {"name": "changed"}}"""),
            Map.entry(
                    "POST /v2/lbaas/listeners",
                    """
                    {"listener": {"loadbalancer_id": "$loadbalancers", "protocol": "HTTP", "protocol_port": 81}}"""),
            Map.entry("PUT /v2/lbaas/listeners/{id}", """
                    {"listener": {"name": "changed"}}"""),
            Map.entry(
                    "POST /v2/lbaas/pools",
                    """
                    {"pool": {"loadbalancer_id": "$loadbalancers", "protocol": "TCP", "lb_algorithm": "ROUND_ROBIN"}}"""),
            Map.entry("PUT /v2/lbaas/pools/{id}", """
                    {"pool": {"name": "changed"}}"""),
            Map.entry(
                    "POST /v2/lbaas/pools/{pool}/members",
                    """
                    {"member": {"address": "192.0.2.2", "protocol_port": 80}}"""),
            Map.entry(
                    "PUT /v2/lbaas/pools/{pool}/members",
                    """
                    {"members": [{"address": "192.0.2.1", "protocol_port": 80}]}"""),
            Map.entry(
                    "PUT /v2/lbaas/pools/{pool}/members/{id}",
                    """
                    {"member": {"name": "changed"}}"""),
            Map.entry(
                    "POST /v2/lbaas/l7policies",
                    """
                    {"l7policy": {"listener_id": "$listeners", "action": "REJECT"}}"""),
            Map.entry("PUT /v2/lbaas/l7policies/{id}", """
                    {"l7policy": {"name": "changed"}}"""),
            Map.entry(
                    "POST /v2/lbaas/l7policies/{policy}/rules",
                    """
                    {"rule": {"type": "PATH", "compare_type": "STARTS_WITH", "value": "/new"}}"""),
            Map.entry(
                    "PUT /v2/lbaas/l7policies/{policy}/rules/{id}",
                    """
                    {"rule": {"value": "/changed"}}"""),
            Map.entry(
                    "POST /v2/lbaas/healthmonitors",
                    """
                    {"healthmonitor":
                     {"pool_id": "$pools", "type": "TCP", "delay": 5, "timeout": 3, "max_retries": 2}}"""),
            Map.entry(
                    "POST /v2/lbaas/flavors",
                    """
                    {"flavor": {"name": "matrix", "flavor_profile_id": "$loadbalancers"}}"""),
            Map.entry("PUT /v2/lbaas/flavors/{id}", """
                    {"flavor": {"name": "changed"}}"""),
            Map.entry(
                    "POST /v2/lbaas/flavorprofiles",
                    """
                    {"flavorprofile": {"name": "matrix", "provider_name": "nobody", "flavor_data": "{}"}}"""),
            Map.entry(
                    "PUT /v2/lbaas/flavorprofiles/{id}",
                    """
                    {"flavorprofile": {"name": "changed"}}"""),
            Map.entry(
                    "POST /v2/lbaas/availabilityzones",
                    """
                    {"availability_zone": {"name": "matrix", "availability_zone_profile_id": "$loadbalancers"}}"""),
            Map.entry(
                    "PUT /v2/lbaas/availabilityzones/{id}",
                    """
                    {"availability_zone": {"description": "changed"}}"""),
            Map.entry(
                    "POST /v2/lbaas/availabilityzoneprofiles",
                    """
                    {"availability_zone_profile":
                     {"name": "matrix", "provider_name": "nobody", "availability_zone_data": "{}"}}"""),
            Map.entry(
                    "PUT /v2/lbaas/availabilityzoneprofiles/{id}",
                    """
                    {"availability_zone_profile": {"name": "changed"}}"""),
            Map.entry("PUT /v2/lbaas/quotas/{project}", """
                    {"quota": {"member": 5000}}"""),
            Map.entry(
                    "PUT /v2/lbaas/healthmonitors/{id}",
                    """
                    {"healthmonitor": {"name": "changed"}}"""));

    private final Map<String, String> ids = new HashMap<>();

    private Tenant(String project, String subnet) {
        ids.put("projects", project);
        ids.put("quotas", project);
        ids.put("subnets", subnet);
    }

    /** Creates one of everything. */
    static Tenant create(Api admin, String project, String subnet) {
        Tenant tenant = new Tenant(project, subnet);
        JsonObject loadBalancer = admin.send(
                        "POST",
                        "/v2/lbaas/loadbalancers",
                        """
                        {"loadbalancer": {"project_id": "%s", "vip_subnet_id": "%s", "provider": "noop", "listeners": [
                         {"name": "l", "protocol": "HTTP", "protocol_port": 80, "default_pool":
                          {"name": "p", "protocol": "HTTP", "lb_algorithm": "ROUND_ROBIN",
                           "members": [{"address": "192.0.2.1", "protocol_port": 80}],
                           "healthmonitor": {"type": "TCP", "delay": 5, "timeout": 3, "max_retries": 2}}}]}}"""
                                .formatted(project, subnet))
                .json()
                .getJsonObject("loadbalancer");
        tenant.ids.put("loadbalancers", loadBalancer.getString("id"));
        tenant.remember("listeners", loadBalancer);
        JsonObject pool = tenant.remember("pools", loadBalancer);
        tenant.remember("members", pool);
        tenant.ids.put("healthmonitors", pool.getJsonObject("healthmonitor").getString("id"));
        JsonObject policy = admin.send(
                        "POST",
                        "/v2/lbaas/l7policies",
                        """
                        {"l7policy": {"listener_id": "%s", "action": "REJECT", "rules": [
                         {"type": "PATH", "compare_type": "STARTS_WITH", "value": "/"}]}}"""
                                .formatted(tenant.ids.get("listeners")))
                .json()
                .getJsonObject("l7policy");
        tenant.ids.put("l7policies", policy.getString("id"));
        tenant.remember("rules", policy);
        return tenant;
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
    String body(IdentityDocument.Endpoint endpoint) {
        String body = BODIES.get(endpoint.method() + " " + endpoint.path());
        if (body == null) {
            return endpoint.method().startsWith("P") ? "{}" : null;
        }
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
}
