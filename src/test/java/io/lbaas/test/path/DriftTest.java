package io.lbaas.test.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbaas.driver.contract.traffic.Backend;
import io.lbaas.driver.contract.traffic.Load;
import io.lbaas.test.harness.Api;
import io.lbaas.test.harness.LbaasServer;
import io.lbaas.test.harness.WatchfulServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is done to HAProxy behind our back is found, told, and repaired where that is wanted. */
@ExtendWith(WatchfulServer.class)
class DriftTest {
    private static final Duration SOME_AUDITS = Duration.ofSeconds(60);

    private final Api api;
    private final Path directory;
    private final String audit;

    DriftTest(LbaasServer server) {
        api = server.admin();
        directory = server.dataDir().resolve("haproxy");
        audit = "/admin/v1/devices/" + haproxy() + "/audit";
    }

    @AfterEach
    void repairAgain() {
        policy("REPAIR");
    }

    @Test
    void whatWasAlteredIsRepairedAndReported() throws IOException {
        try (Backend red = new Backend("red")) {
            Site site = Site.create(api, "altered");
            site.addMember(red);
            Path file = config(site.loadBalancer());
            Files.writeString(file, Files.readString(file).replace("weight 1", "weight 7"));

            JsonObject difference = awaitEnd(site.loadBalancer(), "ALTERED");
            assertThat(difference.getString("repaired_at")).isNotBlank();
            assertThat(Files.readString(config(site.loadBalancer())))
                    .contains("weight 1")
                    .doesNotContain("weight 7");
            site.awaitActive();
            assertThat(Load.once(site.address(), Site.PORT)).isEqualTo("red");
            assertThat(api.send("GET", "/v2/lbaas/loadbalancers/" + site.loadBalancer() + "/operations", null)
                            .body())
                    .contains("\"REPAIR\"");
            site.delete();
        }
    }

    @Test
    void whatWasLostComesBackAndServes() throws IOException {
        try (Backend red = new Backend("red")) {
            Site site = Site.create(api, "deleted");
            site.addMember(red);
            Files.delete(config(site.loadBalancer()));

            awaitEnd(site.loadBalancer(), "MISSING");

            assertThat(config(site.loadBalancer())).exists();
            assertThat(Load.once(site.address(), Site.PORT)).isEqualTo("red");
            site.delete();
        }
    }

    @Test
    void anOrphanIsRemoved() throws IOException {
        Site site = Site.create(api, "model of an orphan");
        String orphan = UUID.randomUUID().toString();
        Path original = config(site.loadBalancer());
        Path file = original.resolveSibling(orphan + ".cfg");
        Files.writeString(
                file,
                Files.readString(original)
                        .replace(site.loadBalancer(), orphan)
                        .replace(site.listener(), UUID.randomUUID().toString())
                        .replace(site.pool(), UUID.randomUUID().toString())
                        .replace(":" + Site.PORT, ":" + (Site.PORT + 1)));

        awaitEnd(orphan, "ORPHAN");

        assertThat(file).doesNotExist();
        site.delete();
    }

    @Test
    void whereThePolicySaysSoDriftIsOnlyReported() throws IOException {
        Site site = Site.create(api, "only reported");
        policy("REPORT");
        Path file = config(site.loadBalancer());
        Files.writeString(file, Files.readString(file) + "# by hand\n");

        await().atMost(SOME_AUDITS).until(() -> difference(site.loadBalancer()).isPresent());
        String first = difference(site.loadBalancer()).orElseThrow().getString("seen_at");
        await().atMost(SOME_AUDITS).until(() -> !difference(site.loadBalancer())
                .orElseThrow()
                .getString("seen_at")
                .equals(first));
        assertThat(difference(site.loadBalancer()).orElseThrow().isNull("repaired_at"))
                .isTrue();
        assertThat(file).content().contains("# by hand");

        policy("REPAIR");
        awaitEnd(site.loadBalancer(), "ALTERED");
        assertThat(Files.readString(config(site.loadBalancer()))).doesNotContain("# by hand");
        site.delete();
    }

    private String haproxy() {
        return api
                .send("GET", "/admin/v1/devices", null)
                .json()
                .getJsonArray("devices")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(device -> device.getString("driver").equals("haproxy"))
                .findFirst()
                .orElseThrow()
                .getString("id");
    }

    private void policy(String policy) {
        assertThat(api.send("PUT", audit, "{\"policy\": \"" + policy + "\"}").status())
                .isEqualTo(200);
    }

    private Optional<JsonObject> difference(String loadBalancer) {
        return api.send("GET", audit, null).json().getJsonArray("differences").getValuesAs(JsonObject.class).stream()
                .filter(each -> each.getString("load_balancer_id").equals(loadBalancer))
                .findFirst();
    }

    /** Waits until it was found, and then was not any more. */
    private JsonObject awaitEnd(String loadBalancer, String kind) {
        return await().atMost(SOME_AUDITS)
                .until(() -> difference(loadBalancer), found -> found.filter(
                                each -> each.getString("kind").equals(kind))
                        .filter(each -> !each.isNull("ended_at"))
                        .isPresent())
                .orElseThrow();
    }

    private Path config(String loadBalancer) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.getFileName().toString().equals(loadBalancer + ".cfg"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
