package io.lbaas.driver.bigip.device;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * What iControl REST counts of one object.
 *
 * @param path of the object, for example {@code /tenant/application/name}
 */
record Statistics(String path, JsonObject entries) {
    private static final String NESTED = "nestedStats";
    private static final String ENTRIES = "entries";

    /** Reads a collection: the entries are named by the URL of each object with tildes in its path. */
    static List<Statistics> all(JsonObject answer) {
        return object(answer, ENTRIES).entrySet().stream()
                .map(entry -> new Statistics(path(entry.getKey()), object(object(entry.getValue(), NESTED), ENTRIES)))
                .toList();
    }

    private static String path(String url) {
        int begin = url.indexOf('~');
        return begin < 0 ? "" : url.substring(begin).replaceFirst("/stats$", "").replace('~', '/');
    }

    long number(String name) {
        return object(entries, name).get("value") instanceof JsonNumber number ? number.longValue() : 0;
    }

    String text(String name) {
        return object(entries, name).getString("description", "");
    }

    private static JsonObject object(JsonValue owner, String name) {
        return owner instanceof JsonObject object && object.get(name) instanceof JsonObject found
                ? found
                : JsonValue.EMPTY_JSON_OBJECT;
    }
}
