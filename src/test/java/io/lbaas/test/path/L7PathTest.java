package io.lbaas.test.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbaas.driver.contract.traffic.Backend;
import io.lbaas.test.harness.Api;
import io.lbaas.test.harness.LbaasServer;
import io.lbaas.test.harness.SharedServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** L7 policies from the API to the clients of the load balancer. */
@ExtendWith(SharedServer.class)
class L7PathTest {

    private final Api api;

    L7PathTest(LbaasServer server) {
        api = server.admin();
    }

    @Test
    void policiesDecideInTheirOrderAndARefusedRuleHoldsNobodyHostage() throws IOException, InterruptedException {
        try (Backend red = new Backend("red");
                Backend blue = new Backend("blue")) {
            Site site = Site.create(api, "l7");
            site.addMember(red);
            Site other = new Site(api, site.loadBalancer(), site.address(), site.listener(), pool(site));
            other.addMember(blue);
            String toBlue = policy(
                    site,
                    Json.createObjectBuilder().add("action", "REDIRECT_TO_POOL").add("redirect_pool_id", other.pool()));
            rule(toBlue, "STARTS_WITH", "/blue");
            String reject = policy(site, Json.createObjectBuilder().add("action", "REJECT"));
            rule(reject, "STARTS_WITH", "/b");
            site.awaitActive();
            await().untilAsserted(() -> assertThat(ask(site, "/blue")).isEqualTo("200 blue"));
            assertThat(ask(site, "/b")).startsWith("403");
            assertThat(ask(site, "/")).isEqualTo("200 red");

            assertThat(api.send("DELETE", "/v2/lbaas/pools/" + other.pool(), null)
                            .body())
                    .contains("Pool " + other.pool() + " is in use by L7 policy " + toBlue);
            api.send("PUT", "/v2/lbaas/l7policies/" + reject, "{\"l7policy\": {\"position\": 1}}");
            assertThat(status(reject).getInt("position")).isEqualTo(1);
            assertThat(status(toBlue).getInt("position")).isEqualTo(2);
            site.awaitActive();
            await().untilAsserted(() -> assertThat(ask(site, "/blue")).startsWith("403"));

            // Java knows this property and PCRE2 does not, so only HAProxy can refuse it.
            String bad = rule(reject, "REGEX", "\\p{javaLowerCase}");
            api.awaitStatus("l7policies/" + reject + "/rules/" + bad, "rule", "ERROR");
            site.awaitActive();
            assertThat(ask(site, "/b")).startsWith("403");

            api.delete("l7policies/" + reject);
            api.awaitGone("l7policies/" + reject);
            assertThat(status(toBlue).getInt("position")).isEqualTo(1);
            await().untilAsserted(() -> assertThat(ask(site, "/b")).isEqualTo("200 red"));
            site.delete();
            assertThat(api.send("GET", "/v2/lbaas/l7policies/" + toBlue, null).status())
                    .isEqualTo(404);
        }
    }

    private String pool(Site site) {
        return api.create(
                        "pools",
                        "pool",
                        Json.createObjectBuilder()
                                .add("loadbalancer_id", site.loadBalancer())
                                .add("protocol", "HTTP")
                                .add("lb_algorithm", "ROUND_ROBIN"))
                .getString("id");
    }

    private String policy(Site site, JsonObjectBuilder attributes) {
        return api.create("l7policies", "l7policy", attributes.add("listener_id", site.listener()))
                .getString("id");
    }

    private String rule(String policy, String compareType, String path) {
        JsonObjectBuilder rule = Json.createObjectBuilder()
                .add("type", "PATH")
                .add("compare_type", compareType)
                .add("value", path);
        return api.create("l7policies/" + policy + "/rules", "rule", rule).getString("id");
    }

    private JsonObject status(String policy) {
        return api.awaitStatus("l7policies/" + policy, "l7policy", "ACTIVE");
    }

    private static String ask(Site site, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://" + site.address() + ":" + Site.PORT + path);
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body().strip();
    }
}
