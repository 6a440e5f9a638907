package io.lianshu.platform.read;

import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapType;
import io.lianshu.platform.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words of a caller as a query of the full-text index; nothing in them has a meaning of its own there. */
final class SearchText {

    private static final int LONGEST = 100;
    private static final String SPECIAL = "+-&|!(){}[]^\"~*?:\\/";

    private SearchText() {}

    /**
     * All words must occur. The index keeps pairs of Chinese characters, so a single character is looked for inside the
     * pairs.
     */
    static @Nullable Object toLucene(@Nullable Object text) {
        String words = String.valueOf(text).strip();
        // A lone half of a surrogate pair would reach the index as a question mark, which there stands for anything.
        if (words.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            throw Refusal.badInput("BAD_SEARCH", "search", "search：含有不完整的字符", "search: holds half a character");
        }
        if (words.isEmpty() || words.length() > LONGEST) {
            throw Refusal.badInput(
                    "BAD_SEARCH",
                    "search",
                    "search：应为1到" + LONGEST + "个字符，收到" + words.length() + "个",
                    "search: must have 1 to " + LONGEST + " characters, not " + words.length());
        }
        List<String> terms = new ArrayList<>();
        for (String word : words.split("[\\s\\u3000]+", -1)) {
            String escaped = escaped(word);
            terms.add(word.codePointCount(0, word.length()) == 1 ? "*" + escaped + "*" : "\"" + escaped + "\"");
        }
        return String.join(" AND ", terms);
    }

    /** Refuses to search names that the viewer sees only masked; a hit would tell them. */
    static void requireOpen(Compilation compilation, MapType type) {
        type.fields().values().stream()
                .filter(field -> field instanceof PropertyField property
                        && property.type().equals("String")
                        && property.secrecy().mask() != null
                        && !property.secrecy().sealed())
                .forEach(field -> compilation.requireOpen(type.name(), field));
    }

    private static String escaped(String word) {
        StringBuilder result = new StringBuilder();
        for (int index = 0; index < word.length(); index++) {
            char character = word.charAt(index);
            if (SPECIAL.indexOf(character) >= 0) {
                result.append('\\');
            }
            result.append(character);
        }
        return result.toString();
    }
}
