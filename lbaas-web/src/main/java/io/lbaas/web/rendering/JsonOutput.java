package io.lbaas.web.rendering;

import io.lbaas.web.binding.RecordType;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;

/** Turns values into JSON: records become objects with the names of the API, enumerations and ids become text. */
public final class JsonOutput {

    private static final JsonProvider PROVIDER = JsonProvider.provider();

    private JsonOutput() {}

    public static JsonObjectBuilder object() {
        return PROVIDER.createObjectBuilder();
    }

    /** A builder that begins with all that an object has. */
    public static JsonObjectBuilder object(JsonObject object) {
        return PROVIDER.createObjectBuilder(object);
    }

    /** A builder that begins with every component of a record. */
    public static JsonObjectBuilder object(Record composite) {
        JsonObjectBuilder object = object();
        addAll(object, composite);
        return object;
    }

    public static JsonArrayBuilder array() {
        return PROVIDER.createArrayBuilder();
    }

    /** The JSON forms of values as an array. */
    public static JsonArray array(Stream<?> values) {
        JsonArrayBuilder array = array();
        values.forEach(value -> array.add(of(value)));
        return array.build();
    }

    /** The JSON form of a value; null becomes JSON's null. */
    public static JsonValue of(Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof JsonValue json) {
            return json;
        }
        if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Integer number) {
            return PROVIDER.createValue(number);
        }
        if (value instanceof Long number) {
            return PROVIDER.createValue(number);
        }
        if (value instanceof BigDecimal number) {
            return PROVIDER.createValue(number);
        }
        if (value instanceof Collection<?> items) {
            return array(items.stream());
        }
        if (value instanceof Map<?, ?> entries) {
            JsonObjectBuilder object = object();
            entries.forEach((key, item) -> object.add(key.toString(), of(item)));
            return object.build();
        }
        if (value instanceof Record composite) {
            return object(composite).build();
        }
        return PROVIDER.createValue(value.toString());
    }

    /** Adds every component of a record to an object. */
    public static void addAll(JsonObjectBuilder object, Record composite) {
        RecordType.of(composite.getClass()).components(composite, (name, value) -> object.add(name, of(value)));
    }
}
