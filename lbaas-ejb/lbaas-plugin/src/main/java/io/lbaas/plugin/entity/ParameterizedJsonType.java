package io.lbaas.plugin.entity;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/** A generic type with its arguments, which a class literal cannot say. */
final class ParameterizedJsonType implements ParameterizedType {

    private final Class<?> raw;
    private final Type[] arguments;

    ParameterizedJsonType(Class<?> raw, Type... arguments) {
        this.raw = raw;
        this.arguments = arguments;
    }

    @Override
    public Type[] getActualTypeArguments() {
        return arguments.clone();
    }

    @Override
    public Type getRawType() {
        return raw;
    }

    @Override
    public Type getOwnerType() {
        return null;
    }
}
