package io.lianshu.collusion;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern with {@code %d}, {@code %s}, {@code %.2f} and {@code %%}, read once. A run writes the same few patterns millions of times, and
 * {@link String#format} reads them each time.
 */
final class Phrase {

    private static final Pattern PLACE = Pattern.compile("%(?:(\\d+)\\$)?(?:(d|s)|\\.(\\d)f|(%))");
    private static final long[] TENS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};
    /** Up to here a product with a power of ten is exact enough for its last place. */
    private static final double LARGE = 1e9;

    private static final Map<String, Phrase> KNOWN = new ConcurrentHashMap<>();

    private final List<Part> parts = new ArrayList<>();

    /** @param decimals places of a fraction; -1 for a whole number or a text */
    private record Part(String before, int value, int decimals) {}

    private Phrase(String pattern) {
        Matcher place = PLACE.matcher(pattern);
        StringBuilder text = new StringBuilder();
        int from = 0;
        int next = 0;
        while (place.find()) {
            text.append(pattern, from, place.start());
            from = place.end();
            if (place.group(4) != null) {
                text.append('%');
                continue;
            }
            int value = place.group(1) == null ? next++ : Integer.parseInt(place.group(1)) - 1;
            parts.add(new Part(text.toString(), value, place.group(3) == null ? -1 : Integer.parseInt(place.group(3))));
            text.setLength(0);
        }
        text.append(pattern, from, pattern.length());
        parts.add(new Part(text.toString(), -1, -1));
    }

    static Phrase of(String pattern) {
        return KNOWN.computeIfAbsent(pattern, Phrase::new);
    }

    /** The text with its values; fractions are rounded half up, and what is no number is written as it is. */
    String with(Object... values) {
        StringBuilder text = new StringBuilder(64);
        for (Part part : parts) {
            text.append(part.before());
            if (part.decimals() >= 0) {
                fraction(((Number) values[part.value()]).doubleValue(), part.decimals(), text);
            } else if (part.value() >= 0) {
                text.append(values[part.value()]);
            }
        }
        return text.toString();
    }

    private static void fraction(double value, int decimals, StringBuilder text) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            text.append(value);
            return;
        }
        if (Math.abs(value) >= LARGE || decimals >= TENS.length) {
            text.append(new BigDecimal(value)
                    .setScale(decimals, RoundingMode.HALF_UP)
                    .toPlainString());
            return;
        }
        long scaled = Math.round(Math.abs(value) * TENS[decimals]);
        if (value < 0 && scaled > 0) {
            text.append('-');
        }
        text.append(scaled / TENS[decimals]);
        if (decimals > 0) {
            String digits = Long.toString(scaled % TENS[decimals]);
            text.append('.').append("0".repeat(decimals - digits.length())).append(digits);
        }
    }
}
