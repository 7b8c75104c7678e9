package io.lbaas.test.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbaas.driver.contract.traffic.Backend;
import io.lbaas.driver.contract.traffic.Load;
import io.lbaas.test.harness.Api;
import io.lbaas.test.harness.LbaasServer;
import io.lbaas.test.harness.SharedServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedServer.class)
class QuantumTest {
    private static final int PORT = 8080;

    private final Api api;
    private final String subnet;

    QuantumTest(LbaasServer server) {
        api = server.admin();
        subnet = api.subnet();
    }

    @Test
    void trafficFlowsThroughWhatV1Made() {
        try (Backend red = new Backend("red")) {
            String pool = pool("first");
            String member = member(pool, red);
            String monitor = monitor();
            created("pools/" + pool + "/health_monitors", "health_monitor", object("id", monitor));
            JsonObject vip = vip(pool);
            awaitActive("vip", vip.getString("id"));
            awaitActive("member", member);

            assertThat(Load.once(vip.getString("address"), PORT)).isEqualTo("red");
            assertThat(api.show("listeners/" + vip.getString("id"), "listener").getString("default_pool_id"))
                    .isEqualTo(pool);
            assertThat(status("POST", "vips", "vip", vipOf(pool))).isEqualTo(409);
            assertThat(fault("DELETE", "pools/" + pool)).isEqualTo("PoolInUse");
            assertThat(fault("DELETE", "health_monitors/" + monitor)).isEqualTo("HealthMonitorInUse");

            delete("vip", vip.getString("id"));
            awaitActive("pool", pool);
            delete("pool", pool);
            assertThat(fault("GET", "members/" + member)).isEqualTo("MemberNotFound");
            delete("health_monitor", monitor);
        }
    }

    @Test
    void whatV2MadeShowsInV1() {
        JsonObject loadBalancer = api.create("loadbalancers", "loadbalancer", object("vip_subnet_id", subnet));
        String id = loadBalancer.getString("id");
        String listener = api.create(
                        "listeners",
                        "listener",
                        object("loadbalancer_id", id).add("protocol", "HTTP").add("protocol_port", PORT))
                .getString("id");
        String pool = api.create(
                        "pools",
                        "pool",
                        object("listener_id", listener).add("protocol", "HTTP").add("lb_algorithm", "ROUND_ROBIN"))
                .getString("id");

        awaitActive("vip", listener);

        assertThat(show("vip", listener).getString("address")).isEqualTo(loadBalancer.getString("vip_address"));
        assertThat(show("pool", pool).getString("vip_id")).isEqualTo(listener);
        api.awaitStatus("loadbalancers/" + id, "loadbalancer", "ACTIVE");
        api.delete("loadbalancers/" + id + "?cascade=true");
        api.awaitGone("loadbalancers/" + id);
    }

    @Test
    void aMemberAndAVipMoveToAnotherPoolUnderTrafficWithoutAFailedRequest() {
        try (Backend red = new Backend("red");
                Backend blue = new Backend("blue")) {
            String pool = pool("left");
            String other = pool("right");
            member(pool, red);
            String moving = member(pool, blue);
            JsonObject vip = vip(pool);
            awaitActive("vip", vip.getString("id"));
            awaitActive("member", moving);
            try (Load traffic = new Load(vip.getString("address"), PORT, 2)) {
                await().until(() -> traffic.answersOf(red) > 20 && traffic.answersOf(blue) > 20);

                update("member", moving, object("pool_id", other));
                awaitActive("member", moving);
                assertThat(show("pool", other).getJsonArray("members").getString(0))
                        .isEqualTo(moving);
                awaitOnly(traffic, red, blue);

                awaitActive("vip", vip.getString("id"));
                update("vip", vip.getString("id"), object("pool_id", other));
                awaitActive("vip", vip.getString("id"));
                awaitOnly(traffic, blue, red);
                assertThat(traffic.failures()).isEmpty();
            }
            awaitActive("pool", other);
            delete("vip", vip.getString("id"));
            awaitActive("pool", pool);
            delete("pool", pool);
            delete("pool", other);
        }
    }

    @Test
    void aVipForAnotherAddressTakesThePoolThere() {
        try (Backend red = new Backend("red")) {
            String pool = pool("elsewhere");
            String member = member(pool, red);
            JsonObject vip = created("vips", "vip", vipOf(pool).add("address", "127.10.77.7"));
            awaitActive("vip", vip.getString("id"));
            awaitActive("member", member);

            assertThat(Load.once("127.10.77.7", PORT)).isEqualTo("red");

            delete("vip", vip.getString("id"));
            awaitActive("pool", pool);
            delete("pool", pool);
        }
    }

    @Test
    void oppositeListsOfMembersDoNotWaitForEachOther() {
        List<String> pools = List.of(pool("one"), pool("two"), pool("three"));
        List<String> reversed = List.of(pools.get(2), pools.get(1), pools.get(0));
        for (int round = 0; round < 8; round++) {
            int port = 9000 + 2 * round;
            CompletableFuture<Api.Answer> opposite =
                    CompletableFuture.supplyAsync(() -> addMembers(reversed, port + 1));
            assertThat(addMembers(pools, port).status()).isEqualTo(201);
            assertThat(opposite.join().status()).isEqualTo(201);
        }
        pools.forEach(pool -> {
            awaitActive("pool", pool);
            delete("pool", pool);
        });
    }

    private Api.Answer addMembers(List<String> pools, int port) {
        JsonArrayBuilder members = Json.createArrayBuilder();
        pools.forEach(pool ->
                members.add(object("pool_id", pool).add("address", "127.0.0.1").add("protocol_port", port)));
        String body = Json.createObjectBuilder().add("members", members).build().toString();
        return api.send("POST", "/v2.0/lb/members", body);
    }

    private static void awaitOnly(Load traffic, Backend serving, Backend idle) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            long before = traffic.answersOf(idle);
            long answered = traffic.answersOf(serving);
            await().until(() -> traffic.answersOf(serving) > answered + 20);
            return traffic.answersOf(idle) == before;
        });
    }

    private String pool(String name) {
        return created(
                        "pools",
                        "pool",
                        object("name", name)
                                .add("subnet_id", subnet)
                                .add("protocol", "HTTP")
                                .add("lb_method", "ROUND_ROBIN"))
                .getString("id");
    }

    private String member(String pool, Backend backend) {
        return created(
                        "members",
                        "member",
                        object("pool_id", pool).add("address", "127.0.0.1").add("protocol_port", backend.port()))
                .getString("id");
    }

    private String monitor() {
        return created(
                        "health_monitors",
                        "health_monitor",
                        object("type", "HTTP").add("delay", 1).add("timeout", 1).add("max_retries", 2))
                .getString("id");
    }

    private JsonObject vip(String pool) {
        return created("vips", "vip", vipOf(pool));
    }

    private JsonObjectBuilder vipOf(String pool) {
        return object("pool_id", pool)
                .add("subnet_id", subnet)
                .add("protocol", "HTTP")
                .add("protocol_port", PORT);
    }

    private JsonObject created(String collection, String root, JsonObjectBuilder attributes) {
        Api.Answer answer = send("POST", collection, root, attributes);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().getJsonObject(root);
    }

    private void update(String root, String id, JsonObjectBuilder attributes) {
        Api.Answer answer = send("PUT", root + "s/" + id, root, attributes);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private int status(String method, String path, String root, JsonObjectBuilder attributes) {
        return send(method, path, root, attributes).status();
    }

    private Api.Answer send(String method, String path, String root, JsonObjectBuilder attributes) {
        String body = Json.createObjectBuilder().add(root, attributes).build().toString();
        return api.send(method, "/v2.0/lb/" + path, body);
    }

    private String fault(String method, String path) {
        return api.send(method, "/v2.0/lb/" + path, null)
                .json()
                .getJsonObject("NeutronError")
                .getString("type");
    }

    private JsonObject show(String root, String id) {
        return api.send("GET", "/v2.0/lb/" + root + "s/" + id, null).json().getJsonObject(root);
    }

    private void awaitActive(String root, String id) {
        await().atMost(Duration.ofSeconds(30)).until(() -> show(root, id).getString("status"), "ACTIVE"::equals);
    }

    private void delete(String root, String id) {
        String path = "/v2.0/lb/" + root + "s/" + id;
        await().atMost(Duration.ofSeconds(30))
                .until(() -> api.send("DELETE", path, null).status(), status -> status == 204);
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> api.send("GET", path, null).status(),
                        status -> status == 404 || root.equals("health_monitor"));
    }

    private static JsonObjectBuilder object(String name, String value) {
        return Json.createObjectBuilder().add(name, value);
    }
}
