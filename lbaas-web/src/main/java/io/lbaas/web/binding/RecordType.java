package io.lbaas.web.binding;

import jakarta.json.JsonObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * A record class as a table of attributes. Looked up once for each class, because every request needs it.
 *
 * @param <T> the record
 */
public final class RecordType<T extends Record> {

    private static final ClassValue<RecordType<?>> TYPES = new ClassValue<>() {
        @Override
        protected RecordType<?> computeValue(Class<?> type) {
            return new RecordType<>(type.asSubclass(Record.class));
        }
    };

    private final Class<T> type;
    private final List<Part> parts;
    private final List<Attribute> attributes;
    private final Constructor<T> constructor;

    private RecordType(Class<T> type) {
        this.type = type;
        parts = Arrays.stream(type.getRecordComponents()).map(Part::of).toList();
        attributes = parts.stream().flatMap(Part::attributes).toList();
        try {
            constructor = type.getConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " is not a public record", e);
        }
    }

    @SuppressWarnings("unchecked")
    public static <T extends Record> RecordType<T> of(Class<T> type) {
        return (RecordType<T>) TYPES.get(type);
    }

    /** All attributes, those of flattened components among them. */
    public List<Attribute> attributes() {
        return attributes;
    }

    /** The attribute of that name. */
    public Optional<Attribute> attribute(String name) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals(name))
                .findFirst();
    }

    /** Hands over the attributes of a record under the names of the API. */
    public void components(Record composite, BiConsumer<String, Object> consumer) {
        parts.forEach(part -> part.show(part.value(composite), consumer));
    }

    /**
     * A new record: what is not given is as its default says. Names that the record does not have are left alone.
     *
     * @param path where the object stands in the request, for messages
     */
    public T create(String path, JsonObject given) {
        return construct(parts.stream().map(part -> part.create(path, given)).toArray());
    }

    /**
     * A change to a record: what is not given stays. The values are read at once, so that what is wrong with them is
     * found before the change is made.
     */
    public UnaryOperator<T> change(String path, JsonObject given) {
        List<UnaryOperator<Object>> changes =
                parts.stream().map(part -> part.change(path, given)).toList();
        return current -> {
            Object[] values = new Object[parts.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = changes.get(i).apply(parts.get(i).value(current));
            }
            return construct(values);
        };
    }

    private T construct(Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }
}
