package io.lbaas.test.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbaas.test.harness.Api;
import io.lbaas.test.harness.Api.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A device of the fleet, as its operator handles it. */
public record Member(Api api, String id, JsonObject description) {
    private static final String DEVICES = "/admin/v1/devices";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Registers a device and waits until it was probed. */
    public static Member register(Api api, JsonObject description) {
        Answer answer = api.send("POST", DEVICES, description.toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().getString("health")).isEqualTo("PROBING");
        Member member = new Member(api, answer.json().getString("id"), description);
        member.until(device -> !device.getString("health").equals("PROBING"));
        return member;
    }

    /** A device that is there already. */
    public static Member named(Api api, String name) {
        JsonObject found = api.send("GET", DEVICES, null).json().getJsonArray("devices").stream()
                .map(device -> device.asJsonObject())
                .filter(device -> device.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
        var description = Json.createObjectBuilder();
        List.of("name", "driver", "settings", "capacity", "state", "vip_subnet_ids")
                .forEach(key -> description.add(key, found.get(key)));
        return new Member(api, found.getString("id"), description.build());
    }

    public static JsonObject description(String name, String driver, Map<String, String> settings, String... subnets) {
        return Json.createObjectBuilder()
                .add("name", name)
                .add("driver", driver)
                .add("settings", Json.createObjectBuilder(Map.copyOf(settings)))
                .add("capacity", 10)
                .add("state", "ENABLED")
                .add("vip_subnet_ids", Json.createArrayBuilder(List.of(subnets)))
                .build();
    }

    public JsonObject show() {
        return api.send("GET", path(), null).json();
    }

    public JsonObject until(Predicate<JsonObject> state) {
        return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(this::show, state);
    }

    void awaitHealth(String health) {
        until(device -> device.getString("health").equals(health));
    }

    /** Changes some attributes; the others are as they were registered. */
    void change(JsonObject changes) {
        var changed = Json.createObjectBuilder(description);
        changes.forEach(changed::add);
        Answer answer = api.send("PUT", path(), changed.build().toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    public void state(String state) {
        change(Json.createObjectBuilder().add("state", state).build());
    }

    void settings(Map<String, String> settings) {
        change(Json.createObjectBuilder()
                .add("settings", Json.createObjectBuilder(Map.copyOf(settings)))
                .build());
    }

    int loadBalancers() {
        return show().getInt("load_balancers");
    }

    public Answer evacuate() {
        return api.send("POST", path() + "/evacuate", null);
    }

    Answer remove() {
        return api.send("DELETE", path(), null);
    }

    /** What happened to it, the latest first. */
    List<String> history() {
        return api.send("GET", path() + "/history", null).json().getJsonArray("history").stream()
                .map(event -> event.asJsonObject().getString("kind"))
                .toList();
    }

    private String path() {
        return DEVICES + "/" + id;
    }
}
