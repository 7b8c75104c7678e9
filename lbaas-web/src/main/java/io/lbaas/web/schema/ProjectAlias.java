package io.lbaas.web.schema;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** {@code tenant_id} is the former name of {@code project_id}; clients still send it. */
public final class ProjectAlias {

    private static final String ALIAS = "tenant_id";
    private static final String NAME = "project_id";

    private ProjectAlias() {}

    /** The name that an attribute is known by. */
    public static String resolve(String name) {
        return name.equals(ALIAS) ? NAME : name;
    }

    /** The same attributes under the names that they are known by; the current name wins over the former. */
    static JsonObject resolve(JsonObject given) {
        if (!given.containsKey(ALIAS)) {
            return given;
        }
        JsonObjectBuilder resolved = Json.createObjectBuilder(given).remove(ALIAS);
        if (!given.containsKey(NAME)) {
            resolved.add(NAME, given.get(ALIAS));
        }
        return resolved.build();
    }
}
