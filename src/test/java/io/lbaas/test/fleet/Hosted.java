package io.lbaas.test.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbaas.test.harness.Api;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.UUID;

/** A tenant's load balancer on an appliance: a TLS listener with a policy, and a pool of two members that are checked. */
record Hosted(Api tenant, Appliance appliance, Member device, UUID id, UUID listener) {
    static final String RED = "192.0.2.11";
    static final String BLUE = "192.0.2.12";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration CLOSELY = Duration.ofMillis(50);

    /** Asks for it, and does not wait. */
    static Hosted create(
            Api tenant, Appliance appliance, Member device, String certificate, JsonObjectBuilder placement) {
        var pool = Json.createObjectBuilder()
                .add("name", "pool")
                .add("protocol", "HTTP")
                .add("lb_algorithm", "LEAST_CONNECTIONS")
                .add("session_persistence", Json.createObjectBuilder().add("type", "HTTP_COOKIE"))
                .add("members", Json.createArrayBuilder().add(member(RED)).add(member(BLUE)))
                .add("healthmonitor", monitor());
        var listener = Json.createObjectBuilder()
                .add("protocol", "TERMINATED_HTTPS")
                .add("protocol_port", 8443)
                .add("default_tls_container_ref", certificate)
                .add("insert_headers", Json.createObjectBuilder().add("X-Forwarded-For", "true"))
                .add("l7policies", policies())
                .add("default_pool", pool);
        JsonObject created = tenant.create(
                "loadbalancers",
                "loadbalancer",
                placement.add("listeners", Json.createArrayBuilder().add(listener)));
        String found = created.getJsonArray("listeners").getJsonObject(0).getString("id");
        return new Hosted(tenant, appliance, device, UUID.fromString(created.getString("id")), UUID.fromString(found));
    }

    private static JsonObjectBuilder member(String address) {
        return Json.createObjectBuilder().add("address", address).add("protocol_port", 8080);
    }

    private static JsonObjectBuilder monitor() {
        return Json.createObjectBuilder()
                .add("type", "HTTP")
                .add("delay", 2)
                .add("timeout", 1)
                .add("max_retries", 2)
                .add("url_path", "/health");
    }

    private static JsonArrayBuilder policies() {
        var rule = Json.createObjectBuilder()
                .add("type", "PATH")
                .add("compare_type", "STARTS_WITH")
                .add("value", "/old");
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("action", "REDIRECT_TO_URL")
                        .add("redirect_url", "https://www.example/new")
                        .add("rules", Json.createArrayBuilder().add(rule)));
    }

    JsonObject show() {
        return tenant.show(path(), "loadbalancer");
    }

    /** Waits until it is active and serves; it is never in ERROR before. */
    void awaitActive() {
        await().alias(appliance.driver()).atMost(PATIENCE).pollInterval(CLOSELY).until(() -> {
            assertThat(status()).as(appliance.driver()).isNotEqualTo("ERROR");
            return status().equals("ACTIVE") && appliance.serves(id, listener);
        });
    }

    String status() {
        return show().getString("provisioning_status");
    }

    void awaitOperating(String status) {
        await().alias(appliance.driver() + " " + status)
                .atMost(PATIENCE)
                .pollInterval(CLOSELY)
                .until(() -> show().getString("operating_status").equals(status));
    }

    /** Lets bytes come in until the tenant is told of more than before; never is it told of less. */
    void awaitMoreBytes() {
        long before = bytes();
        await().alias(appliance.driver()).atMost(PATIENCE).pollInterval(CLOSELY).until(() -> {
            appliance.count(id, listener, 1);
            long now = bytes();
            assertThat(now).as(appliance.driver()).isGreaterThanOrEqualTo(before);
            return now > before;
        });
    }

    private long bytes() {
        return tenant.show(path() + "/stats", "stats").getJsonNumber("bytes_in").longValue();
    }

    void member(String address, boolean up) {
        appliance.member(id, address, up);
    }

    /** Asks for a change of the listener, and waits until the appliance was asked for it, which is not done then. */
    void changeInVain(int connections) {
        long before = appliance.asked();
        change(connections);
        await().alias(appliance.driver())
                .atMost(PATIENCE)
                .pollInterval(CLOSELY)
                .until(() -> appliance.asked() > before);
        assertThat(status()).as(appliance.driver()).isEqualTo("PENDING_UPDATE");
    }

    /** Asks for a change of the listener. */
    void change(int connections) {
        String body = Json.createObjectBuilder()
                .add("listener", Json.createObjectBuilder().add("connection_limit", connections))
                .build()
                .toString();
        Api.Answer answer = tenant.send("PUT", "/v2/lbaas/listeners/" + listener, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** Removes it, and its appliance from the inventory. */
    void delete() {
        tenant.delete(path() + "?cascade=true");
        tenant.awaitGone(path());
        assertThat(appliance.empty()).as(appliance.driver()).isTrue();
        assertThat(device.remove().status()).isEqualTo(204);
    }

    private String path() {
        return "loadbalancers/" + id;
    }
}
