package io.lbaas.web.openapi;

import io.lbaas.web.binding.Attribute;
import io.lbaas.web.rendering.JsonOutput;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A JSON schema of an object, as it is put together. */
final class ObjectSchema {

    private final Map<String, JsonObject> properties = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();

    ObjectSchema add(String name, JsonObject schema) {
        properties.put(name, schema);
        return this;
    }

    ObjectSchema add(Attribute attribute) {
        return add(attribute.name(), TypeSchemas.of(attribute));
    }

    /** Adds other names of properties that are there. */
    void alias(Map<String, String> aliases) {
        aliases.forEach((other, name) -> add(other, properties.get(name)));
    }

    ObjectSchema require(String name) {
        required.add(name);
        return this;
    }

    JsonObject build() {
        JsonObjectBuilder object = JsonOutput.object(TypeSchemas.ANY).add("properties", JsonOutput.of(properties));
        if (!required.isEmpty()) {
            object.add("required", JsonOutput.of(required));
        }
        return object.build();
    }
}
