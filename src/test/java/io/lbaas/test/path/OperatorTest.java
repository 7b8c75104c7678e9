package io.lbaas.test.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbaas.driver.contract.traffic.Backend;
import io.lbaas.driver.contract.traffic.Load;
import io.lbaas.test.harness.Api;
import io.lbaas.test.harness.Api.Answer;
import io.lbaas.test.harness.LbaasServer;
import io.lbaas.test.harness.SharedServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is there for those who look after load balancers: traffic, records of changes, repair. */
@ExtendWith(SharedServer.class)
class OperatorTest {

    private static final int REQUESTS = 10;
    private static final Duration TWO_PERIODS = Duration.ofSeconds(30);

    private final Api api;
    private final Path devices;

    OperatorTest(LbaasServer server) {
        api = server.admin();
        devices = server.dataDir().resolve("haproxy");
    }

    @Test
    void trafficIsCountedAcrossReloads() {
        try (Backend red = new Backend("red")) {
            Site site = Site.create(api, "counted");
            site.addMember(red);
            String path = "loadbalancers/" + site.loadBalancer() + "/stats";
            assertThat(api.show(path, "stats").keySet())
                    .containsExactlyInAnyOrder(
                            "active_connections", "bytes_in", "bytes_out", "request_errors", "total_connections");

            ask(site);
            await().atMost(TWO_PERIODS).until(() -> connections(path) == REQUESTS);
            Site other = Site.create(api, "reloads-haproxy");
            ask(site);
            await().atMost(TWO_PERIODS).until(() -> connections(path) == 2 * REQUESTS);

            JsonObject traffic = api.show("listeners/" + site.listener() + "/stats", "stats");
            assertThat(traffic).isEqualTo(api.show(path, "stats"));
            assertThat(traffic.getInt("bytes_in")).isPositive();
            assertThat(traffic.getInt("bytes_out")).isPositive();
            other.delete();
            site.delete();
        }
    }

    @Test
    void whatADeviceLostComesBackByFailover() throws IOException {
        try (Backend red = new Backend("red")) {
            Site site = Site.create(api, "lost");
            site.addMember(red);
            Files.delete(config(site.loadBalancer()));
            Site other = Site.create(api, "makes-the-loss-felt");
            assertThat(Load.once(site.address(), Site.PORT)).contains("Exception");

            Answer accepted = api.send("PUT", "/v2/lbaas/loadbalancers/" + site.loadBalancer() + "/failover", null);
            assertThat(accepted.status()).isEqualTo(202);
            assertThat(accepted.body()).isEmpty();
            site.awaitActive();

            assertThat(Load.once(site.address(), Site.PORT)).isEqualTo("red");
            assertThat(operations("operations?request_id=" + accepted.header("x-openstack-request-id")))
                    .singleElement()
                    .satisfies(operation ->
                            assertThat(operation.getString("action")).isEqualTo("FAILOVER"));
            other.delete();
            site.delete();
        }
    }

    @Test
    void changesAreOnRecordWhenTheirObjectsAreGone() {
        Site site = Site.create(api, "recorded");
        String member = site.addMember("127.0.0.1", 9);
        site.removeMember(member);
        String ofMember = "pools/" + site.pool() + "/members/" + member + "/operations";
        assertThat(actions(ofMember)).containsExactly("DELETE", "CREATE");
        site.delete();

        assertThat(actions(ofMember)).containsExactly("DELETE", "CREATE");
        String all = "loadbalancers/" + site.loadBalancer() + "/operations";
        assertThat(actions(all)).containsExactly("DELETE", "DELETE", "CREATE", "CREATE", "CREATE", "CREATE");
        JsonObject page = api.send("GET", "/v2/lbaas/" + all + "?limit=4", null).json();
        String next = page.getJsonArray("operations_links").getJsonObject(0).getString("href");
        assertThat(actions(next.substring(next.indexOf("loadbalancers")))).containsExactly("CREATE", "CREATE");
        assertThat(api.send("GET", "/v2/lbaas/loadbalancers/" + member + "x/operations", null)
                        .status())
                .isEqualTo(404);
    }

    private void ask(Site site) {
        for (int i = 0; i < REQUESTS; i++) {
            assertThat(Load.once(site.address(), Site.PORT)).isEqualTo("red");
        }
    }

    private int connections(String path) {
        return api.show(path, "stats").getInt("total_connections");
    }

    private List<String> actions(String path) {
        return operations(path).stream()
                .map(operation -> operation.getString("action"))
                .toList();
    }

    private List<JsonObject> operations(String path) {
        return api.send("GET", "/v2/lbaas/" + path, null)
                .json()
                .getJsonArray("operations")
                .getValuesAs(JsonObject.class);
    }

    private Path config(String loadBalancer) throws IOException {
        try (Stream<Path> files = Files.walk(devices)) {
            return files.filter(file -> file.getFileName().toString().equals(loadBalancer + ".cfg"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
