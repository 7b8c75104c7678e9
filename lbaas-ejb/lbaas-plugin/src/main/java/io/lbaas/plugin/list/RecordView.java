package io.lbaas.plugin.list;

import io.lbaas.plugin.rule.FieldRules;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A view of the database whose columns are the components of a record, and so its attributes. It has {@code project_id}
 * and {@code created_at} as well, which lists need.
 *
 * @param <R> the record
 */
public final class RecordView<R extends Record> {

    private static final Set<Class<?>> COMPARABLE = Set.of(UUID.class, String.class, Integer.class, Boolean.class);

    private final Source<R> source;

    public RecordView(String name, Class<R> type) {
        Map<String, Attribute> attributes = new HashMap<>();
        Arrays.stream(type.getRecordComponents())
                .filter(component -> COMPARABLE.contains(component.getType()))
                .forEach(component ->
                        attributes.put(FieldRules.apiName(component.getName()), RecordView.attribute(component)));
        attributes.put("created_at", Attribute.instant("created_at"));
        source = Source.of(type, name, name, Map.copyOf(attributes));
    }

    Source<R> source() {
        return source;
    }

    private static Attribute attribute(RecordComponent component) {
        return Attribute.ofView(component.getName(), component.getType());
    }
}
