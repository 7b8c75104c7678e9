package io.lbaas.web.binding;

import io.lbaas.model.attribute.CreateOnly;
import io.lbaas.model.attribute.Default;
import io.lbaas.plugin.api.Fault;
import jakarta.json.JsonValue;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Locale;

/**
 * One attribute of a record.
 *
 * @param name in the API's spelling
 * @param initial what it is when it is not given; JSON's null where it has no default
 * @param mandatory whether it must be given at creation
 * @param accessor reads it; it also carries the constraints
 */
public record Attribute(
        String name, Type type, JsonValue initial, boolean mandatory, boolean createOnly, Method accessor) {

    static Attribute of(RecordComponent component) {
        Default initial = component.getAnnotation(Default.class);
        boolean required = component.getAccessor().isAnnotationPresent(NotNull.class);
        return new Attribute(
                snakeCase(component.getName()),
                component.getGenericType(),
                initial == null ? JsonValue.NULL : JsonInput.constant(initial.value()),
                required && initial == null,
                component.isAnnotationPresent(CreateOnly.class),
                component.getAccessor());
    }

    /** The API's spelling of a Java name: {@code protocolPort} is {@code protocol_port}. */
    public static String snakeCase(String name) {
        return name.replaceAll("(?<=[a-z0-9])([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /**
     * What the attribute becomes when it is not given, or given as null.
     *
     * @throws Fault INVALID where it must be given
     */
    Object initialValue(String path) {
        if (mandatory) {
            throw Display.invalidField(name, null, "Mandatory field missing.");
        }
        return initial == JsonValue.NULL ? null : Coercion.coerce(this, path, initial);
    }

    /** What the attribute becomes for a given value. A null boolean is false, as in the reference implementation. */
    Object value(String path, JsonValue given) {
        if (given == JsonValue.NULL) {
            return type == Boolean.class ? (Object) false : initialValue(path);
        }
        return Coercion.coerce(this, path, given);
    }
}
