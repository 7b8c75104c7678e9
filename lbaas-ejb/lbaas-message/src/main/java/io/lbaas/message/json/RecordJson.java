package io.lbaas.message.json;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyOrderStrategy;
import jakarta.json.bind.config.PropertyVisibilityStrategy;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/** Makes {@link Jsonb}s that write records by their components and read them by their canonical constructors. */
public final class RecordJson {

    private RecordJson() {}

    /** A new instance, which is safe for all threads and expensive to make. Null components are not written. */
    public static Jsonb create() {
        return JsonbBuilder.create(new JsonbConfig()
                .withPropertyVisibilityStrategy(new FieldsOnly())
                .withPropertyOrderStrategy(PropertyOrderStrategy.ANY)
                .withDeserializers(new RecordDeserializer()));
    }

    /** A record's components are its fields; its methods are no properties. */
    private static final class FieldsOnly implements PropertyVisibilityStrategy {
        @Override
        public boolean isVisible(Field field) {
            return field.getDeclaringClass().isRecord();
        }

        @Override
        public boolean isVisible(Method method) {
            return false;
        }
    }
}
