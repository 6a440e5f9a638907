package io.lianshu.exchange.mapping;

import io.lianshu.exchange.mapping.ImportPlan.FieldPlan;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads dates and instants as files have them and writes them as the field's scalar wants them. */
final class DateReader {

    private final boolean instant;
    private final List<DateTimeFormatter> formats;
    private final @Nullable LocalTime at;
    private final ZoneId zone;

    DateReader(FieldPlan plan, ZoneId zone) {
        this.instant = plan.form().isInstant();
        this.formats = plan.value().formats();
        this.at = plan.value().at();
        this.zone = zone;
    }

    /** Year, month, day and perhaps a time out of their columns; null when all are empty. */
    @Nullable
    String joined(int[] columns, String[] cells, Set<String> nulls) throws BadCell {
        int[] parts = new int[6];
        int given = 0;
        for (int i = 0; i < columns.length; i++) {
            String cell = CellReader.cell(cells, columns[i], nulls);
            if (cell != null) {
                given++;
                parts[i] = whole(cell);
            }
        }
        if (given == 0) {
            return null;
        }
        try {
            LocalDate date = LocalDate.of(parts[0], parts[1], parts[2]);
            return columns.length == 3
                    ? date.toString()
                    : date.atTime(parts[3], parts[4], parts[5]).toString();
        } catch (DateTimeException e) {
            throw bad();
        }
    }

    /** The text in ISO 8601, with an offset when the field is an instant. */
    String iso(String text) throws BadCell {
        for (DateTimeFormatter format : formats) {
            try {
                return written(format.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
            } catch (DateTimeException e) {
                // the next format may fit
            }
        }
        if (!formats.isEmpty() && !isIso(text)) {
            throw bad();
        }
        return instant ? withOffset(text) : text;
    }

    /** Parts that were put together are ISO already, whatever the formats. */
    private static boolean isIso(String text) {
        return text.length() >= 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
    }

    private String withOffset(String text) throws BadCell {
        try {
            if (text.length() == 10) {
                return written(LocalDate.parse(text));
            }
            String iso = text.charAt(10) == ' ' ? text.substring(0, 10) + "T" + text.substring(11) : text;
            boolean offset = iso.endsWith("Z") || iso.indexOf('+', 10) > 0 || iso.indexOf('-', 10) > 0;
            return offset ? iso : written(LocalDateTime.parse(iso));
        } catch (DateTimeException | StringIndexOutOfBoundsException e) {
            throw bad();
        }
    }

    private String written(TemporalAccessor time) throws BadCell {
        if (!instant) {
            return LocalDate.from(time).toString();
        }
        if (time instanceof OffsetDateTime moment) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
        }
        if (time instanceof LocalDateTime local) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(ZonedDateTime.of(local, zone));
        }
        if (at == null) {
            throw new BadCell(
                    "BAD_VALUE",
                    "只有日期，缺少时间",
                    "is a day without a time",
                    "在映射中用 at 给出时间，如 at: \"09:00\"",
                    "give the time by at in the mapping, such as at: \"09:00\"");
        }
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                ((LocalDate) time).atTime(at).atZone(zone));
    }

    private static int whole(String cell) throws BadCell {
        try {
            return Integer.parseInt(cell);
        } catch (NumberFormatException e) {
            throw bad();
        }
    }

    private static BadCell bad() {
        return new BadCell(
                "BAD_VALUE",
                "不是日期或不存在这一天",
                "is no date, or a day that does not exist",
                "应如 2025-03-01；其他写法请在映射中设置 format",
                "must be like 2025-03-01; for another way of writing set format in the mapping");
    }
}
