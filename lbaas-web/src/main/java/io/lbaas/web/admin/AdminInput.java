package io.lbaas.web.admin;

import io.lbaas.plugin.api.Fault;
import io.lbaas.web.binding.Constraints;
import io.lbaas.web.binding.JsonInput;
import io.lbaas.web.binding.RecordType;
import io.lbaas.web.binding.Scalars;
import io.lbaas.web.binding.UnknownAttributes;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.util.UUID;

/** Reads what an operator sends. */
final class AdminInput {

    private AdminInput() {}

    /**
     * The record in a body.
     *
     * @throws Fault INVALID where it is not such a record
     */
    static <T extends Record> T read(Class<T> type, InputStream body) {
        return read(type, object(body));
    }

    /** The record in a body, whose name is in the path. */
    static <T extends Record> T read(Class<T> type, InputStream body, String name) {
        return read(
                type, Json.createObjectBuilder(object(body)).add("name", name).build());
    }

    /**
     * An id in a path.
     *
     * @throws Fault NOT_FOUND where it is none
     */
    static UUID id(String title, String given) {
        try {
            return Scalars.uuid(given);
        } catch (IllegalArgumentException e) {
            Fault fault = Fault.notFound(title, given);
            fault.initCause(e);
            throw fault;
        }
    }

    private static <T extends Record> T read(Class<T> type, JsonObject given) {
        RecordType<T> known = RecordType.of(type);
        UnknownAttributes.refuse(
                "body", given.keySet(), name -> known.attribute(name).isPresent());
        return Constraints.checked(known.create("body", given));
    }

    private static JsonObject object(InputStream body) {
        JsonValue document = JsonInput.read(body).orElse(JsonValue.NULL);
        if (document instanceof JsonObject object) {
            return object;
        }
        throw Fault.invalid("The body should be a JSON object.");
    }
}
