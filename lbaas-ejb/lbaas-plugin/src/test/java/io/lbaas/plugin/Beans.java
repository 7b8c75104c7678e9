package io.lbaas.plugin;

import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.util.Arrays;

/** Does for a bean what the container does. */
public final class Beans {

    private Beans() {}

    /** The bean with what it wants to have injected, by type. */
    public static <T> T inject(T bean, Object... dependencies) {
        for (Field field : bean.getClass().getDeclaredFields()) {
            if (field.isAnnotationPresent(Inject.class)) {
                Arrays.stream(dependencies)
                        .filter(field.getType()::isInstance)
                        .findFirst()
                        .ifPresent(dependency -> set(bean, field, dependency));
            }
        }
        return bean;
    }

    private static void set(Object bean, Field field, Object value) {
        try {
            field.setAccessible(true);
            field.set(bean, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
