package io.lbaas.message.json;

import jakarta.json.bind.JsonbException;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What reflection says of a record, looked up once for each. */
final class RecordShape {
    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new RecordShape(type);
        }
    };

    private final Constructor<?> constructor;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Type[] types;
    private final Object[] absent;

    private RecordShape(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] raw = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        types = Arrays.stream(components).map(RecordComponent::getGenericType).toArray(Type[]::new);
        absent = Arrays.stream(raw).map(RecordShape::absent).toArray();
        for (int i = 0; i < components.length; i++) {
            indexes.put(components[i].getName(), i);
        }
        try {
            constructor = type.getDeclaredConstructor(raw);
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new JsonbException("Every record has a canonical constructor", e);
        }
    }

    static RecordShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    private static Object absent(Class<?> type) {
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }

    /** The values of a record of which nothing is given. */
    Object[] absent() {
        return absent.clone();
    }

    /** The place of a component, -1 where there is none of that name. */
    int indexOf(String name) {
        return indexes.getOrDefault(name, -1);
    }

    Type type(int index) {
        return types[index];
    }

    Record create(Object[] values) {
        try {
            return (Record) constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new JsonbException(
                    constructor.getDeclaringClass().getSimpleName() + " refuses its values: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new JsonbException("A record's constructor can be called", e);
        }
    }
}
