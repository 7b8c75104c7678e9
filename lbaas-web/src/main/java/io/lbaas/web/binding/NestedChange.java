package io.lbaas.web.binding;

import jakarta.json.JsonObject;
import java.util.function.UnaryOperator;

/**
 * The change of an attribute that is an object itself. One that names everything mandatory replaces the old one; any
 * other completes it.
 */
final class NestedChange {

    private NestedChange() {}

    static <N extends Record> UnaryOperator<Object> of(Class<N> type, String path, JsonObject given) {
        RecordType<N> nested = RecordType.of(type);
        UnknownAttributes.refuse(
                path, given.keySet(), name -> nested.attribute(name).isPresent());
        boolean complete = nested.attributes().stream()
                .filter(Attribute::mandatory)
                .allMatch(attribute -> given.containsKey(attribute.name()));
        if (complete) {
            N replacement = nested.create(path, given);
            return current -> replacement;
        }
        UnaryOperator<N> change = nested.change(path, given);
        return current -> current == null ? nested.create(path, given) : change.apply(type.cast(current));
    }
}
