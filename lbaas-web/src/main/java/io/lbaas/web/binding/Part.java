package io.lbaas.web.binding;

import io.lbaas.model.attribute.Flattened;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A component of a record: one attribute, or a record whose attributes stand among those of the whole. */
sealed interface Part {

    static Part of(RecordComponent component) {
        return component.isAnnotationPresent(Flattened.class)
                ? new Group<>(RecordType.of(component.getType().asSubclass(Record.class)), component.getAccessor())
                : new Single(Attribute.of(component));
    }

    Method accessor();

    Stream<Attribute> attributes();

    /** Hands over the attributes of a value of this component. */
    void show(Object value, BiConsumer<String, Object> consumer);

    /** The component of a new record. */
    Object create(String path, JsonObject given);

    /** The change of the component that a request asks for. */
    UnaryOperator<Object> change(String path, JsonObject given);

    /** The component of a record. */
    default Object value(Record composite) {
        try {
            return accessor().invoke(composite);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(composite.getClass().getName(), e);
        }
    }

    /** One attribute. */
    record Single(Attribute attribute) implements Part {

        @Override
        public Method accessor() {
            return attribute.accessor();
        }

        @Override
        public Stream<Attribute> attributes() {
            return Stream.of(attribute);
        }

        @Override
        public void show(Object value, BiConsumer<String, Object> consumer) {
            consumer.accept(attribute.name(), value);
        }

        @Override
        public Object create(String path, JsonObject given) {
            JsonValue value = given.get(attribute.name());
            return value == null ? attribute.initialValue(path) : attribute.value(path, value);
        }

        @Override
        public UnaryOperator<Object> change(String path, JsonObject given) {
            JsonValue changed = given.get(attribute.name());
            if (changed == null) {
                return UnaryOperator.identity();
            }
            if (changed instanceof JsonObject nested && attribute.type() instanceof Class<?> type && type.isRecord()) {
                return NestedChange.of(type.asSubclass(Record.class), path + "." + attribute.name(), nested);
            }
            Object value = attribute.value(path, changed);
            return current -> value;
        }
    }

    /** Several, which are a record of their own. */
    record Group<G extends Record>(RecordType<G> type, Method accessor) implements Part {

        @Override
        public Stream<Attribute> attributes() {
            return type.attributes().stream();
        }

        @Override
        public void show(Object value, BiConsumer<String, Object> consumer) {
            type.components((Record) value, consumer);
        }

        @Override
        public Object create(String path, JsonObject given) {
            return type.create(path, given);
        }

        @Override
        @SuppressWarnings("unchecked")
        public UnaryOperator<Object> change(String path, JsonObject given) {
            UnaryOperator<G> change = type.change(path, given);
            return current -> change.apply((G) current);
        }
    }
}
