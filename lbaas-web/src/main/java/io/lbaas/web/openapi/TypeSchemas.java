package io.lbaas.web.openapi;

import io.lbaas.web.binding.Attribute;
import io.lbaas.web.binding.RecordType;
import io.lbaas.web.rendering.JsonOutput;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/** JSON schemas of Java types, with the limits that Bean Validation's constraints declare. */
final class TypeSchemas {

    private static final Map<Class<?>, String> SCALARS = Map.ofEntries(
            Map.entry(String.class, "string"),
            Map.entry(UUID.class, "string"),
            Map.entry(Instant.class, "string"),
            Map.entry(Integer.class, "integer"),
            Map.entry(int.class, "integer"),
            Map.entry(Long.class, "integer"),
            Map.entry(long.class, "integer"),
            Map.entry(BigDecimal.class, "number"),
            Map.entry(Boolean.class, "boolean"),
            Map.entry(boolean.class, "boolean"));

    private static final Map<Class<?>, String> FORMATS = Map.of(UUID.class, "uuid", Instant.class, "date-time");

    private TypeSchemas() {}

    /** One attribute of a record. */
    static JsonObject of(Attribute attribute) {
        JsonObjectBuilder schema = JsonOutput.object(of(attribute.type()));
        limit(schema, attribute.accessor());
        if (!attribute.mandatory()) {
            schema.add("nullable", true);
        }
        if (attribute.initial() != JsonValue.NULL) {
            schema.add("default", attribute.initial());
        }
        return schema.build();
    }

    static JsonObject of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return container(generic);
        }
        Class<?> raw = (Class<?>) type;
        if (SCALARS.containsKey(raw)) {
            return scalar(raw);
        }
        if (raw.isEnum()) {
            return JsonOutput.object()
                    .add("type", "string")
                    .add("enum", JsonOutput.of(Arrays.asList(raw.getEnumConstants())))
                    .build();
        }
        return raw.isRecord() ? ofRecord(raw.asSubclass(Record.class)) : ANY;
    }

    /** An object of which no more is said. */
    static final JsonObject ANY = JsonOutput.object().add("type", "object").build();

    static JsonObject array(JsonObject items) {
        return JsonOutput.object().add("type", "array").add("items", items).build();
    }

    private static JsonObject ofRecord(Class<? extends Record> type) {
        ObjectSchema object = new ObjectSchema();
        RecordType.of(type).attributes().forEach(object::add);
        return object.build();
    }

    private static JsonObject scalar(Class<?> type) {
        JsonObjectBuilder schema = JsonOutput.object().add("type", SCALARS.get(type));
        if (FORMATS.containsKey(type)) {
            schema.add("format", FORMATS.get(type));
        }
        return schema.build();
    }

    private static JsonObject container(ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        return type.getRawType() == Map.class
                ? JsonOutput.object(ANY)
                        .add("additionalProperties", of(arguments[1]))
                        .build()
                : array(of(arguments[0]));
    }

    private static void limit(JsonObjectBuilder schema, AnnotatedElement element) {
        Min min = element.getAnnotation(Min.class);
        Max max = element.getAnnotation(Max.class);
        Size size = element.getAnnotation(Size.class);
        Pattern pattern = element.getAnnotation(Pattern.class);
        if (min != null) {
            schema.add("minimum", min.value());
        }
        if (max != null) {
            schema.add("maximum", max.value());
        }
        if (size != null) {
            schema.add("maxLength", size.max());
        }
        if (pattern != null) {
            schema.add("pattern", "^(" + pattern.regexp() + ")$");
        }
    }
}
