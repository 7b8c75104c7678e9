package io.lbaas.test.path;

import io.lbaas.driver.contract.traffic.Backend;
import io.lbaas.test.harness.Api;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/** A load balancer with one HTTP listener and its pool, made as a tenant makes it. */
record Site(Api api, String loadBalancer, String address, String listener, String pool) {
    static final int PORT = 8080;

    static Site create(Api api, String name) {
        JsonObject loadBalancer = api.create(
                "loadbalancers",
                "loadbalancer",
                Json.createObjectBuilder().add("name", name).add("vip_subnet_id", api.subnet()));
        String id = loadBalancer.getString("id");
        JsonObject listener = api.create(
                "listeners",
                "listener",
                Json.createObjectBuilder()
                        .add("loadbalancer_id", id)
                        .add("protocol", "HTTP")
                        .add("protocol_port", PORT));
        JsonObject pool = api.create(
                "pools",
                "pool",
                Json.createObjectBuilder()
                        .add("listener_id", listener.getString("id"))
                        .add("protocol", "HTTP")
                        .add("lb_algorithm", "ROUND_ROBIN"));
        Site site = new Site(
                api, id, loadBalancer.getString("vip_address"), listener.getString("id"), pool.getString("id"));
        site.awaitActive();
        return site;
    }

    void awaitActive() {
        api.awaitStatus("loadbalancers/" + loadBalancer, "loadbalancer", "ACTIVE");
    }

    String addMember(Backend backend) {
        return addMember("127.0.0.1", backend.port());
    }

    String addMember(String address, int port) {
        String id = api.create(
                        "pools/" + pool + "/members",
                        "member",
                        Json.createObjectBuilder().add("address", address).add("protocol_port", port))
                .getString("id");
        api.awaitStatus("pools/" + pool + "/members/" + id, "member", "ACTIVE");
        return id;
    }

    void removeMember(String id) {
        api.delete("pools/" + pool + "/members/" + id);
        api.awaitGone("pools/" + pool + "/members/" + id);
    }

    void delete() {
        api.delete("loadbalancers/" + loadBalancer + "?cascade=true");
        api.awaitGone("loadbalancers/" + loadBalancer);
    }
}
