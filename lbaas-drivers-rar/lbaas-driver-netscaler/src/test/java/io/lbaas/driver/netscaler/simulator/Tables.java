package io.lbaas.driver.netscaler.simulator;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A configuration: the rows of each resource by their keys. Rows are never changed, only replaced. */
final class Tables {
    private final Map<String, Map<String, JsonObject>> rows = new LinkedHashMap<>();

    Tables copy() {
        Tables copy = new Tables();
        rows.forEach((resource, table) -> copy.rows.put(resource, new LinkedHashMap<>(table)));
        return copy;
    }

    void replaceBy(Tables other) {
        rows.clear();
        rows.putAll(other.copy().rows);
    }

    /** Takes one table over from another configuration. */
    void keep(String resource, Tables other) {
        rows.put(resource, new LinkedHashMap<>(other.table(resource)));
    }

    Map<String, JsonObject> table(String resource) {
        return rows.computeIfAbsent(resource, each -> new LinkedHashMap<>());
    }

    Collection<JsonObject> all(String resource) {
        return List.copyOf(table(resource).values());
    }

    JsonObject get(Schema.Resource resource, JsonObject like) {
        return table(resource.name()).get(key(resource, like));
    }

    void put(Schema.Resource resource, JsonObject row) {
        table(resource.name()).put(key(resource, row), row);
    }

    void remove(Schema.Resource resource, JsonObject row) {
        table(resource.name()).remove(key(resource, row));
    }

    /** The rows whose attribute has this text. */
    List<JsonObject> where(String resource, String attribute, String text) {
        return table(resource).values().stream()
                .filter(row -> text.equals(text(row, attribute)))
                .toList();
    }

    static String text(JsonObject row, String attribute) {
        return row.get(attribute) instanceof JsonString string
                ? string.getString()
                : String.valueOf(row.get(attribute));
    }

    private static String key(Schema.Resource resource, JsonObject row) {
        return resource.keys().stream().map(field -> text(row, field.name())).collect(Collectors.joining("\n"));
    }
}
