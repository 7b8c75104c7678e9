package io.lbaas.web.binding;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Turns JSON into the type of an attribute, or refuses it with the reason. */
final class Coercion {

    private static final Map<Class<?>, Scalar> SCALARS = Map.of(
            String.class, Scalars::text,
            Integer.class, Scalars::integer,
            Boolean.class, Scalars::flag,
            BigDecimal.class, Scalars::decimal,
            UUID.class, Scalars::uuid);

    /** Reads one kind of simple value; what is wrong with it is said in an {@link IllegalArgumentException}. */
    @FunctionalInterface
    private interface Scalar {
        Object read(JsonValue given);
    }

    private Coercion() {}

    static Object coerce(Attribute attribute, String path, JsonValue given) {
        try {
            return coerce(attribute.type(), path + "." + attribute.name(), given);
        } catch (IllegalArgumentException e) {
            throw Display.invalidField(attribute.name(), given, e.getMessage()).causedBy(e);
        }
    }

    private static Object coerce(Type type, String path, JsonValue given) {
        if (type instanceof ParameterizedType generic) {
            return container(generic, path, given);
        }
        Class<?> raw = (Class<?>) type;
        Scalar scalar = SCALARS.get(raw);
        if (scalar != null) {
            return scalar.read(given);
        }
        if (raw.isEnum()) {
            return Scalars.constant(raw, given);
        }
        return nested(raw.asSubclass(Record.class), path, given);
    }

    private static Object container(ParameterizedType type, String path, JsonValue given) {
        Class<?> raw = (Class<?>) type.getRawType();
        if (raw == Map.class) {
            Map<String, Object> entries = new LinkedHashMap<>();
            object(given).forEach((key, value) -> {
                Scalars.requireStorable(key);
                entries.put(key, coerce(type.getActualTypeArguments()[1], path, value));
            });
            return entries;
        }
        Type itemType = type.getActualTypeArguments()[0];
        List<Object> items =
                array(given).stream().map(item -> coerce(itemType, path, item)).toList();
        return raw == Set.class ? new LinkedHashSet<>(items) : items;
    }

    private static <N extends Record> N nested(Class<N> type, String path, JsonValue given) {
        RecordType<N> nested = RecordType.of(type);
        JsonObject object = object(given);
        UnknownAttributes.refuse(
                path, object.keySet(), name -> nested.attribute(name).isPresent());
        return nested.create(path, object);
    }

    private static JsonObject object(JsonValue given) {
        if (given instanceof JsonObject object) {
            return object;
        }
        throw new IllegalArgumentException("Value should be an object");
    }

    private static JsonArray array(JsonValue given) {
        if (given instanceof JsonArray array) {
            return array;
        }
        throw new IllegalArgumentException("Value should be a list");
    }
}
