package io.lbaas.test.fuzz;

import io.lbaas.test.harness.Api;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The API's description of itself, as far as a hostile client is interested. */
final class Description {
    private final JsonObject document;

    /** An operation: the attributes are those of the object that its request holds under the root. */
    record Operation(String verb, String path, String root, Set<String> attributes) {}

    private Description(JsonObject document) {
        this.document = document;
    }

    static Description of(Api api) {
        return new Description(api.send("GET", "/openapi", null).json());
    }

    List<Operation> operations() {
        return document.getJsonObject("paths").entrySet().stream()
                .flatMap(path -> path.getValue().asJsonObject().entrySet().stream()
                        .map(operation -> operation(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                operation.getValue().asJsonObject())))
                .toList();
    }

    private Operation operation(String verb, String path, JsonObject operation) {
        JsonObject body = operation.getJsonObject("requestBody");
        if (body == null) {
            return new Operation(verb, path, "", Set.of());
        }
        JsonObject schema = resolved(
                body.getJsonObject("content").getJsonObject("application/json").getJsonObject("schema"));
        Map.Entry<String, JsonObject> only = properties(schema)
                .map(name -> Map.entry(
                        name, resolved(schema.getJsonObject("properties").getJsonObject(name))))
                .findFirst()
                .orElseThrow();
        boolean wrapped = properties(schema).count() == 1
                && properties(only.getValue()).findAny().isPresent();
        return wrapped
                ? new Operation(
                        verb,
                        path,
                        only.getKey(),
                        Set.copyOf(properties(only.getValue()).toList()))
                : new Operation(verb, path, "", Set.copyOf(properties(schema).toList()));
    }

    private static Stream<String> properties(JsonObject schema) {
        return schema.containsKey("properties") ? schema.getJsonObject("properties").keySet().stream() : Stream.empty();
    }

    private JsonObject resolved(JsonObject schema) {
        String reference = schema.getString("$ref", null);
        return reference == null
                ? schema
                : document.getJsonObject("components")
                        .getJsonObject("schemas")
                        .getJsonObject(reference.substring(reference.lastIndexOf('/') + 1));
    }
}
