package io.lbaas.test.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.test.harness.Api;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** A load balancer with a listener and one member behind it, as its owner and an operator handle it. */
record Shop(Api api, String id, String address) {
    static final int PORT = 8080;

    /**
     * Creates one and waits until it is up.
     *
     * @param place its provider and VIP
     */
    static Shop open(Api api, JsonObjectBuilder place, String memberAddress, int memberPort) {
        var member = Json.createObjectBuilder().add("address", memberAddress).add("protocol_port", memberPort);
        var pool = Json.createObjectBuilder()
                .add("name", "pool")
                .add("protocol", "HTTP")
                .add("lb_algorithm", "ROUND_ROBIN")
                .add("members", Json.createArrayBuilder().add(member));
        var listener = Json.createObjectBuilder()
                .add("protocol", "HTTP")
                .add("protocol_port", PORT)
                .add("default_pool", pool);
        JsonObject created = api.create(
                "loadbalancers",
                "loadbalancer",
                place.add("listeners", Json.createArrayBuilder().add(listener)));
        Shop shop = new Shop(api, created.getString("id"), created.getString("vip_address"));
        shop.awaitActive();
        return shop;
    }

    void awaitActive() {
        api.awaitStatus(path(), "loadbalancer", "ACTIVE");
    }

    JsonObject show() {
        return api.show(path(), "loadbalancer");
    }

    /** How many connections were counted so far. */
    int connections() {
        return api.show(path() + "/stats", "stats").getInt("total_connections");
    }

    void failOver() {
        assertThat(api.send("PUT", "/v2/lbaas/" + path() + "/failover", null).status())
                .isEqualTo(202);
    }

    void moveTo(Member device) {
        Api.Answer answer = api.send("POST", "/admin/v1/load-balancers/" + id + "/move?device_id=" + device.id(), null);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    }

    void close() {
        api.delete(path() + "?cascade=true");
        api.awaitGone(path());
    }

    private String path() {
        return "loadbalancers/" + id;
    }
}
