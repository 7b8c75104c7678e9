package io.lbaas.web.openapi;

import io.lbaas.web.binding.Attribute;
import io.lbaas.web.binding.RecordType;
import io.lbaas.web.rendering.JsonOutput;
import io.lbaas.web.schema.Schema;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the description of a resource adds to the table that its requests are read by. */
final class Document {

    private final Schema table;
    private final Set<String> hidden = new LinkedHashSet<>();
    private final Map<String, JsonObject> readOnly = new LinkedHashMap<>();
    private Optional<Class<? extends Record>> view = Optional.empty();

    Document(Schema table) {
        this.table = table;
    }

    /** Answers show a record of their own, and not what requests hold. */
    Document shownAs(Class<? extends Record> type) {
        view = Optional.of(type);
        return this;
    }

    /** Attributes that requests or the view hold and answers do not. */
    Document hidden(String... names) {
        hidden.addAll(Set.of(names));
        return this;
    }

    /** Attributes of one kind that answers hold and requests do not. */
    Document readOnly(JsonObject schema, String... names) {
        for (String name : names) {
            readOnly(name, schema);
        }
        return this;
    }

    /** An attribute that answers hold and requests do not. */
    Document readOnly(String name, JsonObject schema) {
        readOnly.put(name, JsonOutput.object(schema).add("readOnly", true).build());
        return this;
    }

    Schema table() {
        return table;
    }

    /** What a POST holds. */
    JsonObject creation() {
        return creation(table);
    }

    /** What a PUT holds. */
    JsonObject change() {
        ObjectSchema object = new ObjectSchema();
        attributes(table).filter(attribute -> table.changes(attribute.name())).forEach(object::add);
        object.alias(table.aliases());
        return object.build();
    }

    /** What an answer holds. */
    JsonObject answer() {
        ObjectSchema object = new ObjectSchema();
        view.map(type -> RecordType.of(type).attributes().stream())
                .orElseGet(() -> attributes(table))
                .filter(attribute -> !hidden.contains(attribute.name()))
                .forEach(object::add);
        table.fixedAttributes((name, value) -> object.add(name, constant(value)));
        readOnly.forEach(object::add);
        object.alias(table.aliases());
        return object.build();
    }

    private static JsonObject constant(JsonValue value) {
        return JsonOutput.object()
                .add("enum", JsonOutput.array().add(value))
                .add("readOnly", true)
                .build();
    }

    private static JsonObject creation(Schema table) {
        ObjectSchema object = new ObjectSchema();
        attributes(table).forEach(attribute -> {
            object.add(attribute);
            if (attribute.mandatory()) {
                object.require(attribute.name());
            }
        });
        table.nestedAttributes(
                (name, inner, many) -> object.add(name, many ? TypeSchemas.array(creation(inner)) : creation(inner)));
        return object.build();
    }

    private static Stream<Attribute> attributes(Schema table) {
        return table.records().stream()
                .flatMap(type -> RecordType.of(type).attributes().stream())
                .filter(attribute -> table.knows(attribute.name()));
    }
}
