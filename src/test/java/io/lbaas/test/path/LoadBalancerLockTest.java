package io.lbaas.test.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbaas.test.harness.Api;
import io.lbaas.test.harness.Api.Answer;
import io.lbaas.test.harness.LbaasServer;
import io.lbaas.test.harness.OtherServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where the load balancer is the lock, as in the reference implementation. */
@ExtendWith(OtherServer.class)
class LoadBalancerLockTest {
    private final LbaasServer server;
    private final Api api;

    LoadBalancerLockTest(LbaasServer server) {
        this.server = server;
        api = OtherServer.operator(server);
    }

    @Test
    void oneThingAtATimeIsChangedInALoadBalancer() throws SQLException {
        JsonObject loadBalancer = create();
        String id = loadBalancer.getString("id");
        set(id, "PENDING_UPDATE");

        for (String collection : List.of("listeners", "pools")) {
            String path = "/v2/lbaas/" + collection + "/"
                    + loadBalancer.getJsonArray(collection).getJsonObject(0).getString("id");
            String root = collection.substring(0, collection.length() - 1);
            assertRefused(
                    api.send("PUT", path, "{\"" + root + "\": {}}"),
                    "Load Balancer " + id + " is immutable and cannot be updated.");
        }
        assertRefused(
                api.send("PUT", "/v2/lbaas/loadbalancers/" + id, "{\"loadbalancer\": {}}"),
                "Invalid state PENDING_UPDATE of loadbalancer resource " + id);

        set(id, "ACTIVE");
        api.delete("loadbalancers/" + id + "?cascade=true");
        api.awaitGone("loadbalancers/" + id);
    }

    /** It takes several changes of one load balancer in one request. */
    @Test
    void theOriginalApiIsNotLockedOutByItsOwnChanges() {
        String pool =
                """
                {"pool": {"protocol": "HTTP", "lb_method": "ROUND_ROBIN", "subnet_id": "%s", "provider": "noop"}}"""
                        .formatted(api.subnet());
        Answer created = api.send("POST", "/v2.0/lb/pools", pool);
        assertThat(created.status()).as(created.body()).isEqualTo(201);

        String path = "/v2.0/lb/pools/" + created.json().getJsonObject("pool").getString("id");
        // The device has it first: what is on its way is locked in this mode as in the other.
        await().until(() -> api.send("GET", path, null)
                .json()
                .getJsonObject("pool")
                .getString("status")
                .equals("ACTIVE"));
        Answer deleted = api.send("DELETE", path, null);
        assertThat(deleted.status()).as(deleted.body()).isEqualTo(204);
    }

    /** A load balancer with a listener and a pool, in one call because it would refuse others until it is ACTIVE. */
    private JsonObject create() {
        JsonObjectBuilder pool = Json.createObjectBuilder()
                .add("name", "p")
                .add("protocol", "HTTP")
                .add("lb_algorithm", "ROUND_ROBIN");
        JsonObjectBuilder listener = Json.createObjectBuilder()
                .add("protocol", "HTTP")
                .add("protocol_port", 80)
                .add("default_pool", pool);
        JsonObject created = api.create(
                "loadbalancers",
                "loadbalancer",
                Json.createObjectBuilder()
                        .add("vip_subnet_id", api.subnet())
                        .add("provider", "noop")
                        .add("listeners", Json.createArrayBuilder().add(listener)));
        api.awaitStatus("loadbalancers/" + created.getString("id"), "loadbalancer", "ACTIVE");
        return created;
    }

    private static void assertRefused(Answer answer, String words) {
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.headers()).containsEntry("retry-after", List.of("1"));
        assertThat(answer.json().getString("faultstring")).isEqualTo(words);
    }

    private void set(String loadBalancer, String status) throws SQLException {
        try (Connection database = server.database();
                PreparedStatement update = database.prepareStatement(
                        "update load_balancer set provisioning_status = ? where id = cast(? as uuid)")) {
            update.setString(1, status);
            update.setString(2, loadBalancer);
            update.executeUpdate();
        }
    }
}
