package io.lbaas.test.fuzz;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** What no client should send. */
final class Hostile {
    private static final int HUGE = 100_000;
    private static final int DEEP = 5_000;

    /** Bodies that are no object of the API at all. */
    static final List<String> BODIES = List.of(
            "",
            "{",
            "[]",
            "null",
            "\"text\"",
            "1e999999",
            "{\"\": {}}",
            "{\"a\": 1, \"a\": 2}",
            "{\"listener\": null, \"pool\": []}",
            "[".repeat(DEEP),
            "{\"x\":".repeat(DEEP),
            "{\"loadbalancer\": \"\ud800\"}",
            "<xml/>");

    /** Texts for names, paths and query strings. */
    static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\r\nbind 0.0.0.0:1\r\n",
            "'; drop table load_balancer; --",
            "\" } backend evil { \"",
            "${jndi:ldap://127.0.0.1/x}",
            "../../../../etc/passwd",
            "%00%0d%0a",
            "\u202e\ud83d\ude80\u0301",
            "None",
            "x".repeat(300));

    /** Values for any attribute. */
    static final List<JsonValue> VALUES = Stream.concat(
                    TEXTS.stream().map(Json::createValue),
                    Stream.of(
                            JsonValue.NULL,
                            JsonValue.TRUE,
                            JsonValue.EMPTY_JSON_ARRAY,
                            JsonValue.EMPTY_JSON_OBJECT,
                            Json.createValue(-1),
                            Json.createValue(Long.MAX_VALUE),
                            Json.createValue(new BigDecimal("1e400")),
                            Json.createValue(0.5),
                            Json.createValue("x".repeat(HUGE)),
                            array(JsonValue.NULL, Json.createValue("'\"\n"), JsonValue.EMPTY_JSON_OBJECT),
                            Json.createObjectBuilder().add("a\r\nb", "c\nd").build()))
            .map(JsonValue.class::cast)
            .toList();

    private Hostile() {}

    private static JsonValue array(JsonValue... items) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (JsonValue item : items) {
            array.add(item);
        }
        return array.build();
    }
}
