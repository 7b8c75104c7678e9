package io.lbaas.test.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.traffic.Backend;
import io.lbaas.driver.contract.traffic.Load;
import io.lbaas.test.harness.Api;
import io.lbaas.test.harness.Api.Answer;
import io.lbaas.test.harness.LbaasServer;
import io.lbaas.test.harness.SharedServer;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Requests that touch many objects, and many requests that touch one load balancer. */
@ExtendWith(SharedServer.class)
class ManyObjectsTest {
    private static final int CLIENTS = 50;

    private final Api api;

    ManyObjectsTest(LbaasServer server) {
        api = server.admin();
    }

    @Test
    void clientsThatAddMembersAtOnceAllSucceed() throws Exception {
        Site site = Site.create(api, "crowd");
        String members = "/v2/lbaas/pools/" + site.pool() + "/members";
        List<Callable<Answer>> requests = IntStream.range(1, CLIENTS + 1)
                .<Callable<Answer>>mapToObj(i -> () -> api.send(
                        "POST", members, "{\"member\": {\"address\": \"127.0.1." + i + "\", \"protocol_port\": 80}}"))
                .toList();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            for (Future<Answer> answer : clients.invokeAll(requests)) {
                assertThat(answer.get().status()).as(answer.get().body()).isEqualTo(201);
            }
        } finally {
            clients.shutdown();
        }

        site.awaitActive();

        assertThat(members(members)).hasSize(CLIENTS).allMatch(member -> member.getString("provisioning_status")
                .equals("ACTIVE"));
        site.delete();
    }

    @Test
    void aBatchIsOneChange() {
        Site site = Site.create(api, "batch");
        String members = "/v2/lbaas/pools/" + site.pool() + "/members";
        int before = operations(site).size();

        assertThat(replace(members, "127.0.1.1", "127.0.1.2", "127.0.1.3").status())
                .isEqualTo(202);
        site.awaitActive();
        assertThat(replace(members + "?additive_only=true", "127.0.1.4").body()).isEmpty();
        site.awaitActive();
        assertThat(replace(members, "127.0.1.2", "127.0.1.4").status()).isEqualTo(202);
        site.awaitActive();
        assertThat(replace(members, "127.0.1.4", "127.0.1.2").status()).isEqualTo(202);

        assertThat(members(members))
                .extracting(member -> member.getString("address"))
                .containsExactlyInAnyOrder("127.0.1.2", "127.0.1.4");
        assertThat(operations(site))
                .hasSize(before + 3)
                .allMatch(operation -> operation.getString("status").equals("SUCCEEDED"));
        site.delete();
    }

    @Test
    void aWholeLoadBalancerIsCreatedInOneCall() {
        try (Backend red = new Backend("red")) {
            String subnet = api.subnet();
            Answer answer = api.send(
                    "POST",
                    "/v2/lbaas/loadbalancers",
                    """
                    {"loadbalancer": {"vip_subnet_id": "%s",
                      "pools": [{"name": "web", "protocol": "HTTP", "lb_algorithm": "ROUND_ROBIN",
                        "members": [{"address": "127.0.0.1", "protocol_port": %d}],
                        "healthmonitor": {"type": "TCP", "delay": 1, "timeout": 1, "max_retries": 1}}],
                      "listeners": [{"protocol": "HTTP", "protocol_port": 8080, "default_pool": {"name": "web"}}]}}
                    """
                            .formatted(subnet, red.port()));
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            JsonObject created = answer.json().getJsonObject("loadbalancer");
            String path = "loadbalancers/" + created.getString("id");

            api.awaitStatus(path, "loadbalancer", "ACTIVE");

            assertThat(Load.once(created.getString("vip_address"), 8080)).isEqualTo("red");
            JsonObject pool = api.show(path + "/status", "statuses")
                    .getJsonObject("loadbalancer")
                    .getJsonArray("listeners")
                    .getJsonObject(0)
                    .getJsonArray("pools")
                    .getJsonObject(0);
            assertThat(pool.keySet()).contains("health_monitor");
            assertThat(pool.getJsonArray("members")).hasSize(1);
            api.delete(path + "?cascade=true");
            api.awaitGone(path);
        }
    }

    private Answer replace(String path, String... addresses) {
        List<String> members = List.of(addresses).stream()
                .map(address -> "{\"address\": \"" + address + "\", \"protocol_port\": 80}")
                .toList();
        return api.send("PUT", path, "{\"members\": [" + String.join(",", members) + "]}");
    }

    private List<JsonObject> members(String path) {
        return api.send("GET", path, null).json().getJsonArray("members").getValuesAs(JsonObject.class);
    }

    private List<JsonObject> operations(Site site) {
        return api.send("GET", "/v2/lbaas/loadbalancers/" + site.loadBalancer() + "/operations", null)
                .json()
                .getJsonArray("operations")
                .getValuesAs(JsonObject.class);
    }
}
