package io.lbaas.test.path;

import static org.awaitility.Awaitility.await;

import io.lbaas.driver.contract.traffic.Backend;
import io.lbaas.test.harness.Api;
import io.lbaas.test.harness.LbaasServer;
import io.lbaas.test.harness.WatchfulServer;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens to members shows on all that depends on them. */
@ExtendWith(WatchfulServer.class)
class OperatingStatusTest {
    /** Two periods of the server, the time of some checks, and patience with a busy machine. */
    private static final Duration TWO_PERIODS = Duration.ofSeconds(15);

    private final Api api;

    OperatingStatusTest(LbaasServer server) {
        api = server.admin();
    }

    @Test
    void aMemberThatDiesAndComesBackIsSeenUpTheTree() {
        Site site = Site.create(api, "seen");
        String one;
        String other;
        int port;
        try (Backend red = new Backend("red")) {
            one = site.addMember(red);
            awaitStatuses(site, Map.of(one, "NO_MONITOR"), "ONLINE", "ONLINE");
            try (Backend blue = new Backend("blue")) {
                port = blue.port();
                other = site.addMember(blue);
                monitor(site);
                awaitStatuses(site, Map.of(one, "ONLINE", other, "ONLINE"), "ONLINE", "ONLINE");
            }
            awaitStatuses(site, Map.of(one, "ONLINE", other, "ERROR"), "DEGRADED", "DEGRADED");
        }
        awaitStatuses(site, Map.of(one, "ERROR", other, "ERROR"), "ERROR", "ERROR");
        try (Backend again = new Backend("blue again", port)) {
            awaitStatuses(site, Map.of(one, "ERROR", other, "ONLINE"), "DEGRADED", "DEGRADED");
        }
        site.delete();
    }

    @Test
    void membersThatAreSwitchedOffOrDrainedAreNoFault() {
        try (Backend red = new Backend("red");
                Backend blue = new Backend("blue")) {
            Site site = Site.create(api, "switched");
            String off = site.addMember(red);
            String drained = site.addMember(blue);
            monitor(site);
            awaitStatuses(site, Map.of(off, "ONLINE", drained, "ONLINE"), "ONLINE", "ONLINE");
            update(site, off, Json.createObjectBuilder().add("admin_state_up", false));
            update(site, drained, Json.createObjectBuilder().add("weight", 0));
            awaitStatuses(site, Map.of(off, "OFFLINE", drained, "DRAINING"), "ONLINE", "ONLINE");
            site.delete();
        }
    }

    private void update(Site site, String member, JsonObjectBuilder attributes) {
        String path = "pools/" + site.pool() + "/members/" + member;
        api.send(
                "PUT",
                "/v2/lbaas/" + path,
                Json.createObjectBuilder().add("member", attributes).build().toString());
        api.awaitStatus(path, "member", "ACTIVE");
    }

    private void monitor(Site site) {
        String id = api.create(
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
        api.awaitStatus("healthmonitors/" + id, "healthmonitor", "ACTIVE");
    }

    private void awaitStatuses(Site site, Map<String, String> members, String pool, String loadBalancer) {
        members.forEach(
                (member, status) -> awaitStatus("pools/" + site.pool() + "/members/" + member, "member", status));
        awaitStatus("pools/" + site.pool(), "pool", pool);
        awaitStatus("loadbalancers/" + site.loadBalancer(), "loadbalancer", loadBalancer);
    }

    private void awaitStatus(String path, String root, String status) {
        await(path).atMost(TWO_PERIODS).until(() -> api.show(path, root).getString("operating_status"), status::equals);
    }
}
