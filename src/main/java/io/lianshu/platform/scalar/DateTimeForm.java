package io.lianshu.platform.scalar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * DateTime: ISO 8601 with seconds and offset on the wire, an {@link OffsetDateTime} inside, a zoned time of Shanghai in
 * the graph. A local time in the graph is taken as Shanghai's.
 */
record DateTimeForm() implements ScalarForm {

    private static final String TYPE = "DateTime";
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})");

    @Override
    public Object coerce(Object input) {
        if (input instanceof OffsetDateTime) {
            return input;
        }
        if (input instanceof ZonedDateTime time) {
            return time.toOffsetDateTime();
        }
        if (input instanceof Instant time) {
            return time.atZone(SHANGHAI).toOffsetDateTime();
        }
        if (input instanceof String text) {
            return parse(text);
        }
        throw bad();
    }

    @Override
    public @Nullable Object toGraph(@Nullable Object coerced) {
        return coerced == null ? null : ((OffsetDateTime) coerce(coerced)).atZoneSameInstant(SHANGHAI);
    }

    @Override
    public Object wire(Object value) {
        if (value instanceof ZonedDateTime time) {
            return written(time.toLocalDateTime(), time.getOffset());
        }
        if (value instanceof String) {
            return value;
        }
        if (value instanceof OffsetDateTime time) {
            return written(time.toLocalDateTime(), time.getOffset());
        }
        if (value instanceof LocalDateTime time) {
            return wire(time.atZone(SHANGHAI));
        }
        if (value instanceof Instant time) {
            return wire(time.atZone(SHANGHAI));
        }
        throw BadValue.inGraph(TYPE, value);
    }

    @Override
    public Object parse(String text) {
        if (!INSTANT.matcher(text).matches()) {
            throw bad();
        }
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            throw bad();
        }
    }

    /** By hand, as it runs for every time of every answer. */
    private static String written(LocalDateTime time, ZoneOffset offset) {
        StringBuilder text = new StringBuilder(35).append(time.toLocalDate()).append('T');
        two(text, time.getHour()).append(':');
        two(text, time.getMinute()).append(':');
        two(text, time.getSecond());
        int nanos = time.get(ChronoField.NANO_OF_SECOND);
        if (nanos != 0) {
            fraction(text, nanos);
        }
        return text.append(offset.getId()).toString();
    }

    private static StringBuilder two(StringBuilder text, int number) {
        return number < 10 ? text.append('0').append(number) : text.append(number);
    }

    private static void fraction(StringBuilder text, int nanos) {
        text.append('.');
        int rest = nanos;
        for (int unit = 100_000_000; rest > 0; unit /= 10) {
            text.append(rest / unit);
            rest %= unit;
        }
    }

    private static BadValue bad() {
        return new BadValue(
                TYPE,
                "应为带时区的时刻，如 \"2025-03-01T09:30:00+08:00\"",
                "must be an instant with its offset, such as \"2025-03-01T09:30:00+08:00\"");
    }
}
