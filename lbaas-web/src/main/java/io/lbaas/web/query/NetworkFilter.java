package io.lbaas.web.query;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the query string of a look-up in the network asks for: attributes with one of the values given for them.
 *
 * @param fields the keys wanted of each object, empty for all
 */
public record NetworkFilter(Map<String, List<String>> wanted, Set<String> fields) {

    private static final Set<String> PAGING =
            Set.of("limit", "marker", "page_reverse", "sort_key", "sort_dir", "fields");

    public static NetworkFilter of(MultivaluedMap<String, String> parameters) {
        Map<String, List<String>> wanted = new HashMap<>(parameters);
        wanted.keySet().removeAll(PAGING);
        return new NetworkFilter(Map.copyOf(wanted), new Parameters(parameters).fields());
    }

    /** The id that is asked for. */
    public Optional<String> id() {
        return wanted.getOrDefault("id", List.of()).stream().findFirst();
    }

    /** Whether an object has the values; what it does not have as an attribute it has not. */
    public boolean matches(JsonObject object) {
        return wanted.entrySet().stream().allMatch(entry -> entry.getValue().stream()
                .anyMatch(value -> value.equalsIgnoreCase(text(object.get(entry.getKey())))));
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : String.valueOf(value);
    }
}
