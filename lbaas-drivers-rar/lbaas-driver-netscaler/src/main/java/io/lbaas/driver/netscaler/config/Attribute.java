package io.lbaas.driver.netscaler.config;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One attribute of a kind of object.
 *
 * @param neutral what NetScaler shows where the attribute is not set
 */
public record Attribute(String name, Kind kind, Role role, Set<String> neutral) {

    /** How a value is written in JSON. */
    public enum Kind {
        TEXT,
        NUMBER,
        FLAG,
        LIST
    }

    /** What an attribute is for. */
    public enum Role {
        /** Names the object; of a binding the first names what it belongs to. */
        KEY,
        /** Can be given at creation only. */
        FIXED,
        /** As FIXED, and repeated whenever the object is spoken of. */
        QUALIFIER,
        SETTING,
        /** Changed by an action, not by an update. */
        SWITCH
    }

    private static final String SEPARATOR = ",";

    static Attribute of(Role role, String name) {
        return new Attribute(name, Kind.TEXT, role, Set.of(""));
    }

    Attribute as(Kind newKind) {
        return new Attribute(name, newKind, role, neutral);
    }

    /** What NetScaler may show as well where the attribute is not set, beside nothing. */
    Attribute or(String... values) {
        Set<String> more = new HashSet<>(neutral);
        more.addAll(List.of(values));
        return new Attribute(name, kind, role, Set.copyOf(more));
    }

    JsonValue json(String text) {
        return switch (kind) {
            case TEXT -> Json.createValue(text);
            case NUMBER -> Json.createValue(Long.parseLong(text));
            case FLAG -> Boolean.parseBoolean(text) ? JsonValue.TRUE : JsonValue.FALSE;
            case LIST ->
                Json.createArrayBuilder(Arrays.asList(text.split(SEPARATOR))).build();
        };
    }

    /** Values are compared as text, for NetScaler writes numbers now this way, now that. */
    static String text(JsonValue value) {
        if (value instanceof JsonArray array) {
            return array.stream().map(Attribute::text).collect(Collectors.joining(SEPARATOR));
        }
        return value instanceof JsonString string ? string.getString() : value.toString();
    }
}
