package io.lbaas.web.rendering;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Set;

/** The keys that a client wants to see of an object. */
public final class Fields {

    private Fields() {}

    /** The object with those keys only; names it does not have are ignored, and no names at all mean all of it. */
    public static JsonObject select(JsonObject object, Set<String> names) {
        if (names.isEmpty()) {
            return object;
        }
        JsonObjectBuilder selected = JsonOutput.object();
        object.forEach((name, value) -> {
            if (names.contains(name)) {
                selected.add(name, value);
            }
        });
        return selected.build();
    }
}
