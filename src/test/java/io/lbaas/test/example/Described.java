package io.lbaas.test.example;

import io.lbaas.test.harness.Api;
import jakarta.json.JsonObject;
import java.util.Set;

/** What the API's description says of answers. */
final class Described {
    private final JsonObject document;

    private Described(JsonObject document) {
        this.document = document;
    }

    static Described of(Api api) {
        return new Described(api.send("GET", "/openapi", null).json());
    }

    /** The answers of an operation by status; paths are the same whatever their parameters are called. */
    JsonObject answers(String verb, String path) {
        return document.getJsonObject("paths").entrySet().stream()
                .filter(entry -> anonymous(entry.getKey()).equals(anonymous(path)))
                .map(entry -> entry.getValue().asJsonObject().getJsonObject(verb))
                .findFirst()
                .orElseThrow()
                .getJsonObject("responses");
    }

    /** The fields of the answer to an example. */
    Set<String> fields(JsonObject example) {
        JsonObject schema = answers(example.getString("verb"), example.getString("path"))
                .getJsonObject(String.valueOf(example.getInt("status")))
                .getJsonObject("content")
                .getJsonObject("application/json")
                .getJsonObject("schema");
        return properties(schema);
    }

    /** The fields of an answer: those of the object under its name, where it has one. */
    static Set<String> leaves(JsonObject answer) {
        return answer.containsKey("id") || answer.size() > 1
                ? answer.keySet()
                : answer.values().iterator().next().asJsonObject().keySet();
    }

    private Set<String> properties(JsonObject schema) {
        JsonObject properties = resolved(schema).getJsonObject("properties");
        return properties.containsKey("id") || properties.size() > 1
                ? properties.keySet()
                : properties(properties.values().iterator().next().asJsonObject());
    }

    private JsonObject resolved(JsonObject schema) {
        String reference = schema.getString("$ref", null);
        return reference == null
                ? schema
                : document.getJsonObject("components")
                        .getJsonObject("schemas")
                        .getJsonObject(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static String anonymous(String path) {
        return path.replaceAll("\\{\\w+}", "{}");
    }
}
