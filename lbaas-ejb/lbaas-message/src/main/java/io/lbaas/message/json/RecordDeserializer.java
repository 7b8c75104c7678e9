package io.lbaas.message.json;

import jakarta.json.bind.JsonbException;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.stream.JsonParser;
import java.lang.reflect.Type;

/**
 * Reads any record: components by name, absent ones as null, zero or false, unknown properties ignored. What the
 * record's constructor refuses is a {@link JsonbException}.
 */
final class RecordDeserializer implements JsonbDeserializer<Record> {

    @Override
    public Record deserialize(JsonParser parser, DeserializationContext context, Type type) {
        RecordShape shape = RecordShape.of((Class<?>) type);
        Object[] values = shape.absent();
        while (parser.next() == JsonParser.Event.KEY_NAME) {
            int index = shape.indexOf(parser.getString());
            JsonParser.Event value = parser.next();
            if (index < 0) {
                skip(parser, value);
            } else if (value != JsonParser.Event.VALUE_NULL) {
                values[index] = context.deserialize(shape.type(index), parser);
            }
        }
        return shape.create(values);
    }

    private static void skip(JsonParser parser, JsonParser.Event value) {
        if (value == JsonParser.Event.START_OBJECT) {
            parser.skipObject();
        } else if (value == JsonParser.Event.START_ARRAY) {
            parser.skipArray();
        }
    }
}
