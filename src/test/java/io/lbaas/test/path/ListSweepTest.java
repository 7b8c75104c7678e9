package io.lbaas.test.path;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.test.harness.Api;
import io.lbaas.test.harness.LbaasServer;
import io.lbaas.test.harness.SharedServer;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every list, filtered and sorted by every attribute that its objects show. */
@ExtendWith(SharedServer.class)
class ListSweepTest {
    private static final String PROJECT = "sweep";
    private static final String IN_PROJECT = "project_id=" + PROJECT;

    /** Two of everything, so that there is an order. */
    private static final String GRAPH =
            """
            {"loadbalancer": {"name": "%1$s", "description": "%1$s", "project_id": "sweep", "provider": "noop",
             "vip_subnet_id": "%2$s", "listeners": [{"name": "%1$s-1", "protocol": "HTTP", "protocol_port": 80,
              "l7policies": [{"name": "a", "action": "REDIRECT_TO_URL", "redirect_url": "http://a.example/", "rules": [
                {"type": "PATH", "compare_type": "STARTS_WITH", "value": "/a"},
                {"type": "HEADER", "compare_type": "EQUAL_TO", "key": "X-Test", "value": "b", "invert": true}]},
               {"name": "b", "action": "REJECT", "admin_state_up": false}],
              "default_pool": {"name": "%1$s-p", "protocol": "HTTP", "lb_algorithm": "SOURCE_IP",
               "session_persistence": {"type": "APP_COOKIE", "cookie_name": "sid"},
               "members": [{"name": "a", "address": "192.0.2.1", "protocol_port": 80, "weight": 7, "backup": true},
                {"name": "b", "address": "192.0.2.2", "protocol_port": 81, "monitor_port": 9}],
               "healthmonitor": {"name": "%1$s-h", "type": "HTTP", "delay": 5, "timeout": 3, "max_retries": 2,
                "http_version": 1.1, "domain_name": "www.example.com", "url_path": "/up"}}},
             {"name": "%1$s-2", "protocol": "TCP", "protocol_port": 81, "connection_limit": 12,
              "default_pool": {"name": "%1$s-q", "protocol": "TCP", "lb_algorithm": "ROUND_ROBIN"}}]}}
            """;

    private static Api api;
    private static List<JsonObject> loadBalancers;

    @BeforeAll
    static void create(LbaasServer server) {
        api = server.admin();
        loadBalancers = List.of(created("first"), created("second"));
    }

    private static JsonObject created(String name) {
        Api.Answer answer = api.send("POST", "/v2/lbaas/loadbalancers", GRAPH.formatted(name, api.subnet()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        JsonObject created = answer.json().getJsonObject("loadbalancer");
        api.awaitStatus("loadbalancers/" + created.getString("id"), "loadbalancer", "ACTIVE");
        return created;
    }

    @AfterAll
    static void delete() {
        loadBalancers.forEach(each -> api.delete("loadbalancers/" + each.getString("id") + "?cascade=true"));
        loadBalancers.forEach(each -> api.awaitGone("loadbalancers/" + each.getString("id")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"loadbalancers", "listeners", "pools", "members", "healthmonitors", "l7policies", "rules"})
    void everyAttributeIsAFilter(String collection) {
        for (JsonObject sample : listed(collection, IN_PROJECT)) {
            String self = "&id=" + sample.getString("id");
            sample.forEach((name, value) -> {
                if (isStructure(value)) {
                    assertThat(ask(collection, name + "=x" + self).status())
                            .as(name)
                            .isIn(200, 400);
                    return;
                }
                if (value != JsonValue.NULL) {
                    String same = name.equals("id") ? self : filter(name, text(value)) + self;
                    assertThat(listed(collection, same))
                            .as("%s %s", name, value)
                            .containsExactly(sample);
                }
                if (!name.equals("id")) {
                    String other = filter(name, otherThan(value));
                    assertThat(listed(collection, other + self)).as(other).isEmpty();
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"loadbalancers", "listeners", "pools", "members", "healthmonitors", "l7policies", "rules"})
    void everyAttributeIsASortKeyAloneAndWithOthers(String collection) {
        String previous = "id";
        for (Map.Entry<String, JsonValue> attribute :
                listed(collection, IN_PROJECT).get(0).entrySet()) {
            String name = attribute.getKey();
            if (isStructure(attribute.getValue())) {
                continue;
            }
            List<JsonValue> falling = values(collection, name, "sort=" + name + ":desc");
            Collections.reverse(falling);
            assertThat(values(collection, name, "sort=" + name)).as(name).isEqualTo(falling);
            assertThat(values(collection, name, "sort_key=" + name + "," + previous + "&sort_dir=asc,desc"))
                    .as(name)
                    .isEqualTo(falling);
            previous = name;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"loadbalancers", "listeners", "pools", "members", "healthmonitors", "l7policies", "rules"})
    void whatNoObjectHasIsNeither(String collection) {
        for (String name : List.of("nothing", "listeners.name", "spec", "x.id", "id;drop")) {
            assertRefused(collection, name);
            Api.Answer filtered = ask(collection, filter(name, "x"));
            assertThat(filtered.status()).isEqualTo(400);
            assertThat(filtered.json().getString("faultstring"))
                    .isEqualTo("One or more arguments are either duplicate or invalid");
        }
    }

    private static void assertRefused(String collection, String key) {
        for (String sort : List.of(key, "id," + key)) {
            Api.Answer answer = ask(collection, "sort=" + URLEncoder.encode(sort, UTF_8));
            assertThat(answer.status()).as(key).isEqualTo(400);
            assertThat(answer.json().getString("faultstring"))
                    .isEqualTo("Supplied sort key '" + key + "' is not valid.");
        }
    }

    private static List<JsonValue> values(String collection, String name, String sort) {
        List<JsonValue> values = new ArrayList<>();
        listed(collection, IN_PROJECT + "&" + sort).forEach(each -> values.add(each.get(name)));
        return values;
    }

    private static List<JsonObject> listed(String collection, String query) {
        Api.Answer answer = ask(collection, query);
        assertThat(answer.status()).as(query + ": " + answer.body()).isEqualTo(200);
        return answer.json().getJsonArray(collection).getValuesAs(JsonObject.class);
    }

    private static Api.Answer ask(String collection, String query) {
        JsonObject listener = loadBalancers.get(0).getJsonArray("listeners").getJsonObject(0);
        String parent =
                switch (collection) {
                    case "members" -> "pools/" + listener.getString("default_pool_id") + "/";
                    case "rules" ->
                        "l7policies/"
                                + listener.getJsonArray("l7policies")
                                        .getJsonObject(0)
                                        .getString("id") + "/";
                    default -> "";
                };
        return api.send("GET", "/v2/lbaas/" + parent + collection + "?" + query, null);
    }

    private static boolean isStructure(JsonValue value) {
        return value instanceof JsonObject || value instanceof JsonArray;
    }

    private static String filter(String name, String value) {
        return URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8);
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    /** Something else of the same type. */
    private static String otherThan(JsonValue value) {
        return switch (value.getValueType()) {
            case TRUE -> "false";
            case FALSE -> "true";
            case NUMBER -> "4711";
            default -> text(value).matches("[0-9a-f-]{36}") ? UUID.randomUUID().toString() : "other";
        };
    }
}
