package io.lianshu.platform.scalar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Date: {@code YYYY-MM-DD} on the wire, a {@link LocalDate} inside and in the graph. */
record DateForm() implements ScalarForm {

    private static final String TYPE = "Date";
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    @Override
    public Object coerce(Object input) {
        if (input instanceof LocalDate) {
            return input;
        }
        if (input instanceof String text) {
            return parse(text);
        }
        throw bad();
    }

    @Override
    public @Nullable Object toGraph(@Nullable Object coerced) {
        return coerced == null ? null : coerce(coerced);
    }

    @Override
    public Object wire(Object value) {
        if (value instanceof LocalDate day) {
            return day.toString();
        }
        if (value instanceof String) {
            return value;
        }
        throw BadValue.inGraph(TYPE, value);
    }

    @Override
    public Object parse(String text) {
        if (!DAY.matcher(text).matches()) {
            throw bad();
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw bad();
        }
    }

    private static BadValue bad() {
        return new BadValue(TYPE, "应为真实日期 YYYY-MM-DD", "must be a real day as YYYY-MM-DD");
    }
}
