package io.lbaas.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbaas.test.harness.Api;
import io.lbaas.test.harness.LbaasServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The server that is measured, and what all measurements do with it. */
final class Subject {
    private static final Duration SETTLE_LIMIT = Duration.ofMinutes(10);

    private static final int CAPACITY = 20_000;
    private static final List<String> DESCRIPTION =
            List.of("name", "driver", "settings", "state", "vip_subnet_ids", "zone", "flavor_ids");

    private final LbaasServer server;
    private final Api api;
    private final String subnet;

    Subject(LbaasServer server) {
        this.server = server;
        this.api = server.admin();
        this.subnet = api.subnet();
        makeRoom();
    }

    /** The first devices are for fewer load balancers than are measured. */
    private void makeRoom() {
        api.send("GET", "/admin/v1/devices", null)
                .json()
                .getJsonArray("devices")
                .getValuesAs(JsonObject.class)
                .forEach(this::enlarge);
    }

    private void enlarge(JsonObject device) {
        var description = Json.createObjectBuilder();
        DESCRIPTION.forEach(name -> description.add(name, device.get(name)));
        String body = description.add("capacity", CAPACITY).build().toString();
        var answer = api.send("PUT", "/admin/v1/devices/" + device.getString("id"), body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    Api api() {
        return api;
    }

    /** Creates a load balancer and returns its id; what it costs until it is ACTIVE comes later. */
    String create(String provider) {
        return api.create(
                        "loadbalancers",
                        "loadbalancer",
                        Json.createObjectBuilder()
                                .add("name", "bench")
                                .add("vip_subnet_id", subnet)
                                .add("provider", provider))
                .getString("id");
    }

    /** Creates a load balancer with a listener and that many members, in one request. */
    String create(String provider, int members) {
        var all = Json.createArrayBuilder();
        for (int i = 1; i <= members; i++) {
            all.add(Json.createObjectBuilder().add("address", "192.0.2." + i).add("protocol_port", 8080));
        }
        var pool = Json.createObjectBuilder()
                .add("name", "bench")
                .add("protocol", "HTTP")
                .add("lb_algorithm", "ROUND_ROBIN")
                .add("members", all);
        var listener = Json.createObjectBuilder()
                .add("protocol", "HTTP")
                .add("protocol_port", 8080)
                .add("default_pool", pool);
        return api.create(
                        "loadbalancers",
                        "loadbalancer",
                        Json.createObjectBuilder()
                                .add("name", "bench")
                                .add("vip_subnet_id", subnet)
                                .add("provider", provider)
                                .add("listeners", Json.createArrayBuilder().add(listener)))
                .getString("id");
    }

    /** Creates a load balancer on HAProxy with a listener, a pool and two members, and returns it. */
    JsonObject createWhole() {
        String body =
                """
                {"loadbalancer": {"name": "bench", "vip_subnet_id": "%s", "provider": "haproxy", "listeners": [
                 {"protocol": "HTTP", "protocol_port": 80, "default_pool":
                  {"name": "p", "protocol": "HTTP", "lb_algorithm": "ROUND_ROBIN", "members": [
                   {"address": "192.0.2.1", "protocol_port": 80}, {"address": "192.0.2.2", "protocol_port": 80}]}}]}}"""
                        .formatted(subnet);
        var answer = api.send("POST", "/v2/lbaas/loadbalancers", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().getJsonObject("loadbalancer");
    }

    void awaitActive(String id) {
        api.awaitStatus("loadbalancers/" + id, "loadbalancer", "ACTIVE");
    }

    /** The load balancers of one page, at most 1,000. */
    List<JsonObject> list(String query) {
        return api.send("GET", "/v2/lbaas/loadbalancers" + query, null)
                .json()
                .getJsonArray("loadbalancers")
                .getValuesAs(JsonObject.class);
    }

    /** Creates noop load balancers until there are so many. */
    void fillTo(int loadBalancers) {
        int missing = loadBalancers - (int) count("select count(*) from load_balancer");
        Clients.run(8, missing, i -> create("noop"));
        awaitNothingPending();
    }

    void deleteAll() {
        awaitNothingPending();
        List<JsonObject> all = list("");
        Clients.run(8, all.size(), i -> api.delete("loadbalancers/" + all.get(i).getString("id") + "?cascade=true"));
        awaitNothingPending();
    }

    /** Asks the database, which costs the server nothing. */
    void awaitNothingPending() {
        await().atMost(SETTLE_LIMIT)
                .until(() -> count("select count(*) from load_balancer where settled_generation < generation") == 0);
    }

    /** Does something and says what CPU time it took in all, until nothing is pending any more. */
    Map<String, Long> cost(Runnable work) {
        awaitNothingPending();
        ProcessCosts before = costs();
        work.run();
        awaitNothingPending();
        return costs().since(before);
    }

    /** Measures items and notes the measurement under a name. */
    void measure(Report report, String name, int items, Supplier<Clients.Run> measurement) {
        Clients.Run[] run = new Clients.Run[1];
        Map<String, Long> spent = cost(() -> run[0] = measurement.get());
        report.add(name, items, run[0], spent);
    }

    ProcessCosts costs() {
        return ProcessCosts.of(server.process(), server.dataDir());
    }

    private long count(String sql) {
        try (var database = server.database();
                var statement = database.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
