package io.lbaas.test.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbaas.driver.contract.traffic.Backend;
import io.lbaas.driver.contract.traffic.Load;
import io.lbaas.test.harness.Api;
import io.lbaas.test.harness.LbaasServer;
import io.lbaas.test.harness.SharedServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedServer.class)
class MainPathTest {
    private static final int ROUNDS = 10;
    private static final int CLIENTS = 4;

    private final Api api;

    MainPathTest(LbaasServer server) {
        api = server.admin();
    }

    @Test
    void membersAnswerInTurn() {
        try (Backend red = new Backend("red");
                Backend blue = new Backend("blue")) {
            Site site = Site.create(api, "in-turn");
            site.addMember(red);
            site.addMember(blue);

            List<String> answers = new ArrayList<>();
            for (int i = 0; i < 2 * ROUNDS; i++) {
                answers.add(Load.once(site.address(), Site.PORT));
            }

            assertThat(Collections.frequency(answers, "red")).isEqualTo(ROUNDS);
            assertThat(Collections.frequency(answers, "blue")).isEqualTo(ROUNDS);
            site.delete();
            assertThat(Load.once(site.address(), Site.PORT)).contains("Exception");
        }
    }

    @Test
    void aMemberComesAndGoesUnderLoadWithoutAFailedRequest() {
        try (Backend red = new Backend("red");
                Backend blue = new Backend("blue")) {
            Site site = Site.create(api, "under-load");
            site.addMember(red);
            try (Load traffic = new Load(site.address(), Site.PORT, CLIENTS)) {
                await().until(() -> traffic.answersOf(red) > 100);
                for (int i = 0; i < ROUNDS; i++) {
                    long before = traffic.answersOf(blue);
                    String member = site.addMember(blue);
                    await().until(() -> traffic.answersOf(blue) > before + 20);
                    site.removeMember(member);
                }
                long after = traffic.answers();
                await().until(() -> traffic.answers() > after + 100);
                assertThat(traffic.failures()).isEmpty();
            }
            site.delete();
        }
    }

    @Test
    void aMonitorTakesADeadMemberOutOfTheRotation() {
        try (Backend red = new Backend("red")) {
            Site site = Site.create(api, "monitored");
            site.addMember(red);
            Backend blue = new Backend("blue");
            String dead = site.addMember(blue);
            String monitor = api.create(
                            "healthmonitors",
                            "healthmonitor",
                            Json.createObjectBuilder()
                                    .add("pool_id", site.pool())
                                    .add("type", "HTTP")
                                    .add("delay", 1)
                                    .add("timeout", 1)
                                    .add("max_retries", 1)
                                    .add("max_retries_down", 1))
                    .getString("id");
            api.awaitStatus("healthmonitors/" + monitor, "healthmonitor", "ACTIVE");

            blue.close();

            await().until(() -> {
                for (int i = 0; i < ROUNDS; i++) {
                    if (!"red".equals(Load.once(site.address(), Site.PORT))) {
                        return false;
                    }
                }
                return true;
            });
            await().atMost(java.time.Duration.ofSeconds(60)).until(() -> "ERROR"
                    .equals(api.show("pools/" + site.pool() + "/members/" + dead, "member")
                            .getString("operating_status")));
            site.delete();
        }
    }

    @Test
    void whatHaproxyRefusesEndsInErrorWithItsWordsAndTrafficGoesOn() throws IOException {
        try (Backend red = new Backend("red")) {
            Site site = Site.create(api, "refused");
            site.addMember(red);
            String listener;
            try (ServerSocket taken = new ServerSocket()) {
                taken.bind(new InetSocketAddress(site.address(), Site.PORT + 1));
                listener = api.create(
                                "listeners",
                                "listener",
                                Json.createObjectBuilder()
                                        .add("loadbalancer_id", site.loadBalancer())
                                        .add("protocol", "HTTP")
                                        .add("protocol_port", Site.PORT + 1))
                        .getString("id");
                api.awaitStatus("listeners/" + listener, "listener", "ERROR");
            }
            site.awaitActive();
            assertThat(Load.once(site.address(), Site.PORT)).isEqualTo("red");
            JsonObject operation = api
                    .send("GET", "/v2/lbaas/loadbalancers/" + site.loadBalancer() + "/operations", null)
                    .json()
                    .getJsonArray("operations")
                    .getValuesAs(JsonObject.class)
                    .stream()
                    .filter(each -> each.getString("object_id").equals(listener))
                    .findFirst()
                    .orElseThrow();
            assertThat(operation.getString("status")).isEqualTo("FAILED");
            assertThat(operation.getString("reason")).contains("cannot bind socket");

            api.delete("listeners/" + listener);
            api.awaitGone("listeners/" + listener);
            site.delete();
        }
    }
}
