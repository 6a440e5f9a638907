package io.lianshu.platform.refusal;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What counts as a text that people can read. */
public final class ReadableText {

    /** Control characters but tabs and line ends, those that turn the direction of writing, and halves of a pair. */
    private static final Pattern UNREADABLE =
            Pattern.compile("[\\p{Cc}&&[^\\t\\r\\n]]|[\\u202A-\\u202E\\u2066-\\u2069]|\\p{Cs}");

    private ReadableText() {}

    public static boolean isReadable(String text) {
        return !UNREADABLE.matcher(text).find();
    }

    /** Why an input is refused, naming the first of its texts, however deep, that nobody can read; null when all can be. */
    public static @Nullable Refusal refusal(Map<String, ? extends @Nullable Object> input) {
        String field = unreadable("", input);
        return field == null
                ? null
                : Refusal.badInput(
                        "BAD_VALUE",
                        field,
                        field + "：含有看不见的控制字符或残缺的字符，请重新键入",
                        field + ": has control characters that nobody sees, or half a character; type it again");
    }

    private static @Nullable String unreadable(String name, @Nullable Object value) {
        if (value instanceof String text) {
            return isReadable(text) ? null : name;
        }
        if (value instanceof Map<?, ?> fields) {
            for (Map.Entry<?, ?> field : fields.entrySet()) {
                String found = unreadable((name.isEmpty() ? "" : name + ".") + field.getKey(), field.getValue());
                if (found != null) {
                    return found;
                }
            }
        }
        if (value instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                String found = unreadable(name + "[" + i + "]", items.get(i));
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
