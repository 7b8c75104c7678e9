package io.lbaas.plugin.list;

import io.lbaas.plugin.rule.FieldRules;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A view of the database whose columns are the components of a record, and so its attributes. It has {@code project_id}
 * and {@code created_at} as well, which lists need.
 *
 * @param <R> the record
 */
public final class RecordView<R extends Record> {

    private static final Set<Class<?>> COMPARABLE = Set.of(UUID.class, String.class, Integer.class, Boolean.class);

    private final String name;
    private final Class<R> type;
    private final Map<String, Attribute> attributes;

    public RecordView(String name, Class<R> type) {
        this.name = name;
        this.type = type;
        this.attributes = Arrays.stream(type.getRecordComponents())
                .filter(component -> COMPARABLE.contains(component.getType()))
                .collect(Collectors.toUnmodifiableMap(
                        component -> FieldRules.apiName(component.getName()), RecordView::attribute));
    }

    String name() {
        return name;
    }

    Class<R> type() {
        return type;
    }

    Optional<Attribute> attribute(String attribute) {
        return attribute.equals("created_at")
                ? Optional.of(Attribute.instant(attribute))
                : Optional.ofNullable(attributes.get(attribute));
    }

    private static Attribute attribute(RecordComponent component) {
        return Attribute.ofView(component.getName(), component.getType());
    }
}
