package io.lianshu.platform.command;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes an input so that equal inputs have equal texts, in whatever order their fields came. */
final class CanonicalText {

    private CanonicalText() {}

    static String of(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    private static void write(@Nullable Object value, StringBuilder text) {
        if (value instanceof Map<?, ?> fields) {
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            fields.forEach((name, field) -> sorted.put(String.valueOf(name), field));
            text.append('{').append(sorted.size());
            sorted.forEach((name, field) -> {
                write(name, text);
                write(field, text);
            });
        } else if (value instanceof List<?> items) {
            text.append('[').append(items.size());
            items.forEach(item -> write(item, text));
        } else if (value == null) {
            text.append('-');
        } else {
            // Length before text, so that no two values run together to the same.
            String plain = value.toString();
            text.append('"').append(plain.length()).append(':').append(plain);
        }
    }
}
