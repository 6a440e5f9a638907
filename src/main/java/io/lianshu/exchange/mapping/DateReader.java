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
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads dates and instants as files have them and writes them as the field's scalar wants them. */
final class DateReader {

    /** As people and spreadsheet programs write days and times in Chinese tables; the year always stands first. */
    private static final List<DateTimeFormatter> USUAL = Stream.of("-", "/", ".", "年")
            .map(mark -> "u" + mark + "M" + (mark.equals("年") ? "月d日" : mark + "d"))
            .map(day -> new DateTimeFormatterBuilder()
                    .appendPattern(day + "[[' ']['T']H:mm[:ss]]")
                    .toFormatter(Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT))
            .toList();

    /** Days as a spreadsheet counts them, from 1982 to 2064. */
    private static final Pattern SERIAL = Pattern.compile("[345]\\d{4}(\\.\\d+)?");

    private final boolean instant;
    private final List<DateTimeFormatter> formats;
    private final @Nullable LocalTime at;
    private final ZoneId zone;
    private final boolean template;

    DateReader(FieldPlan plan, ZoneId zone, Layout layout) {
        this.instant = plan.form().isInstant();
        this.template = layout.isTemplate();
        this.formats = template ? USUAL : plan.value().formats();
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
        if (template && isIso(text) && text.length() == (instant ? 25 : 10)) {
            return text;
        }
        for (DateTimeFormatter format : formats) {
            try {
                return written(format.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
            } catch (DateTimeException e) {
                // the next format may fit
            }
        }
        if (!formats.isEmpty() && !isIso(text)) {
            throw template && SERIAL.matcher(text).matches() ? serial() : bad();
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
            if (template
                    && time instanceof LocalDateTime local
                    && !local.toLocalTime().equals(LocalTime.MIDNIGHT)) {
                throw bad();
            }
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
                    template
                            ? new Remedy("写成 2025-03-01 09:30", "write it like 2025-03-01 09:30")
                            : new Remedy(
                                    "在映射中用 at 给出时间，如 at: \"09:00\"",
                                    "give the time by at in the mapping, such as at: \"09:00\""));
        }
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                ((LocalDate) time).atTime(at).atZone(zone));
    }

    private int whole(String cell) throws BadCell {
        try {
            return Integer.parseInt(cell);
        } catch (NumberFormatException e) {
            throw bad();
        }
    }

    private BadCell bad() {
        return new BadCell(
                "BAD_VALUE",
                "不是日期或不存在这一天",
                "is no date, or a day that does not exist",
                template
                        ? new Remedy(
                                instant ? "应如 2025-03-01 09:30" : "应如 2025-03-01，不带时间",
                                instant ? "must be like 2025-03-01 09:30" : "must be like 2025-03-01, without a time")
                        : new Remedy(
                                "应如 2025-03-01；其他写法请在映射中设置 format",
                                "must be like 2025-03-01; for another way of writing set format in the mapping"));
    }

    private static BadCell serial() {
        return new BadCell(
                "BAD_VALUE",
                "像是电子表格内部的日期序号",
                "looks like a spreadsheet's internal number of a day",
                new Remedy("把该列的单元格格式设为日期后重新保存", "format the column's cells as dates and save the file again"));
    }
}
