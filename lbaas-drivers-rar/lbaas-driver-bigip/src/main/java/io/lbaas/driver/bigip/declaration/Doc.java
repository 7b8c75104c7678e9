package io.lbaas.driver.bigip.declaration;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.stream.Stream;

/** Makes JSON. */
public final class Doc {
    /** One for all, because finding the provider is slow. */
    private static final JsonBuilderFactory FACTORY = Json.createBuilderFactory(Map.of());

    private Doc() {}

    public static JsonObjectBuilder object() {
        return FACTORY.createObjectBuilder();
    }

    /** The beginning of an object with all of another. */
    static JsonObjectBuilder object(JsonObject other) {
        return FACTORY.createObjectBuilder(other);
    }

    /** The beginning of an object of a class of AS3. */
    public static JsonObjectBuilder of(String className) {
        return object().add("class", className);
    }

    /** Refers to another object of the same application. */
    static JsonObject use(String name) {
        return object().add("use", name).build();
    }

    public static JsonArray strings(Stream<String> values) {
        JsonArrayBuilder array = FACTORY.createArrayBuilder();
        values.forEach(array::add);
        return array.build();
    }

    static JsonArray array(Stream<? extends JsonValue> values) {
        JsonArrayBuilder array = FACTORY.createArrayBuilder();
        values.forEach(array::add);
        return array.build();
    }
}
