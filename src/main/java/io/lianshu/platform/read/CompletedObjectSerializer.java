package io.lianshu.platform.read;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes completed answers as JSON, without looking up a serializer for each value. */
final class CompletedObjectSerializer extends ValueSerializer<CompletedObject> {

    @Override
    public void serialize(CompletedObject object, JsonGenerator json, SerializationContext context) {
        write(object, json);
    }

    private static void write(CompletedObject object, JsonGenerator json) {
        json.writeStartObject();
        Keys keys = object.keys();
        for (int index = 0; index < object.size(); index++) {
            json.writeName(keys.encoded(index));
            write(object.value(index), json);
        }
        json.writeEndObject();
    }

    private static void write(@Nullable Object value, JsonGenerator json) {
        if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof CompletedObject object) {
            write(object, json);
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object item : list) {
                write(item, json);
            }
            json.writeEndArray();
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value == null) {
            json.writeNull();
        } else {
            json.writePOJO(value);
        }
    }
}
