package io.lbaas.web.schema;

import io.lbaas.plugin.api.Fault;
import io.lbaas.web.binding.Display;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * An attribute that holds objects to be created.
 *
 * @param many whether it is a list
 */
record Nested(Schema schema, boolean many) {

    static Nested one(Schema schema) {
        return new Nested(schema, false);
    }

    static Nested all(Schema schema) {
        return new Nested(schema, true);
    }

    /**
     * The objects in a value; null is none.
     *
     * @param path where the attribute's owner stands in the request
     * @throws Fault INVALID where the value is something else, or an object holds what it may not
     */
    List<RequestBody> read(String path, String name, JsonValue given) {
        if (given == JsonValue.NULL) {
            return List.of();
        }
        if (!many) {
            return List.of(object(path, name, given));
        }
        if (given instanceof JsonArray items) {
            return items.stream().map(item -> object(path, name, item)).toList();
        }
        throw Display.invalidField(name, given, "Value should be a list");
    }

    private RequestBody object(String path, String name, JsonValue given) {
        if (given instanceof JsonObject attributes) {
            return schema.read(path + "." + name, attributes, true);
        }
        throw Display.invalidField(name, given, "Value should be an object");
    }
}
