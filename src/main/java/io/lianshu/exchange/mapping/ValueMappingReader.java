package io.lianshu.exchange.mapping;

import io.lianshu.exchange.mapping.Mapping.ColumnSource;
import io.lianshu.exchange.mapping.Mapping.ConstantSource;
import io.lianshu.exchange.mapping.Mapping.DateSource;
import io.lianshu.exchange.mapping.Mapping.PointSource;
import io.lianshu.exchange.mapping.Mapping.Source;
import io.lianshu.exchange.mapping.Mapping.TemplateSource;
import io.lianshu.exchange.mapping.Mapping.ValueMapping;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how one value is come by: a column's name alone, or a block with its settings. */
final class ValueMappingReader {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");
    private static final List<String> SOURCES = List.of("column", "constant", "template", "date", "point");
    private static final List<String> DATE_PARTS = List.of("year", "month", "day", "hour", "minute", "second");

    private final Map<String, Part> entries;
    private final Part part;

    private ValueMappingReader(Part part, Map<String, Part> entries) {
        this.part = part;
        this.entries = entries;
    }

    static ValueMapping read(Part part) {
        if (part.isText()) {
            if (part.text().isBlank()) {
                part.refuse("应写列名或设置", "must be a column's name or a block of settings");
            }
            return plain(new ColumnSource(part.text()), part.place());
        }
        Map<String, Part> entries = part.entries(
                "column",
                "constant",
                "template",
                "date",
                "point",
                "map",
                "otherwise",
                "factor",
                "min",
                "max",
                "grouping",
                "format",
                "zone",
                "at",
                "nulls",
                "default",
                "split",
                "clear");
        return new ValueMappingReader(part, entries).read();
    }

    private static ValueMapping plain(Source source, Place place) {
        return new ValueMapping(
                source, Map.of(), null, null, null, null, null, List.of(), null, null, null, null, null, false, place);
    }

    private ValueMapping read() {
        Part clear = entries.get("clear");
        Part nulls = entries.get("nulls");
        return new ValueMapping(
                source(),
                values(),
                text("otherwise"),
                number("factor"),
                number("min"),
                number("max"),
                text("grouping"),
                formats(),
                zone(entries.get("zone")),
                time(),
                nulls == null ? null : Set.copyOf(nulls.texts()),
                text("default"),
                text("split"),
                clear != null && clear.truth(),
                part.place());
    }

    private Source source() {
        List<String> given = SOURCES.stream().filter(entries::containsKey).toList();
        if (given.size() != 1) {
            part.refuse(
                    "须恰有 column、constant、template、date、point 之一",
                    "needs exactly one of column, constant, template, date, point");
            return new ConstantSource("");
        }
        Part source = entry(given.get(0));
        return switch (given.get(0)) {
            case "column" -> new ColumnSource(source.text());
            case "constant" -> new ConstantSource(source.text());
            case "template" -> template(source);
            case "date" -> date(source);
            default -> point(source);
        };
    }

    private static Source template(Part source) {
        List<String> texts = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(source.text());
        int end = 0;
        while (matcher.find()) {
            texts.add(source.text().substring(end, matcher.start()));
            columns.add(matcher.group(1).strip());
            end = matcher.end();
        }
        texts.add(source.text().substring(end));
        if (columns.isEmpty()) {
            source.refuse(
                    "模板里没有 {列名}；固定值请用 constant", "the template names no {column}; for a fixed value use constant");
        }
        return new TemplateSource(texts, columns);
    }

    private static Source date(Part source) {
        Map<String, Part> parts = source.entries(DATE_PARTS.toArray(String[]::new));
        List<String> columns = new ArrayList<>();
        for (String name : DATE_PARTS) {
            Part part = parts.get(name);
            if (part == null) {
                break;
            }
            columns.add(part.text());
        }
        if (columns.size() < 3 || columns.size() != parts.size()) {
            source.refuse(
                    "须依次给出 year、month、day（以及 hour、minute、second）的列",
                    "needs columns for year, month, day (then hour, minute, second)");
        }
        return new DateSource(columns);
    }

    private static Source point(Part source) {
        Map<String, Part> parts = source.entries("latitude", "longitude");
        Part latitude = parts.get("latitude");
        Part longitude = parts.get("longitude");
        if (latitude == null || longitude == null) {
            source.refuse("须给出 latitude 与 longitude 的列", "needs columns for latitude and longitude");
            return new ConstantSource("");
        }
        return new PointSource(List.of(latitude.text(), longitude.text()));
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        Part map = entries.get("map");
        if (map != null) {
            map.entries().forEach((from, to) -> values.put(from, to.text()));
        }
        return values;
    }

    private List<DateTimeFormatter> formats() {
        Part format = entries.get("format");
        List<DateTimeFormatter> formats = new ArrayList<>();
        for (Part item : format == null ? List.<Part>of() : format.items()) {
            try {
                // "u" is the year that needs no era, and what people write as "y".
                formats.add(DateTimeFormatter.ofPattern(item.text().replace('y', 'u'), Locale.ROOT)
                        .withResolverStyle(ResolverStyle.STRICT));
            } catch (IllegalArgumentException e) {
                item.refuse("日期格式不可用，应如 yyyy/M/d HH:mm", "is no date pattern, write one such as yyyy/M/d HH:mm");
            }
        }
        return formats;
    }

    static @Nullable ZoneId zone(@Nullable Part zone) {
        if (zone == null) {
            return null;
        }
        try {
            return ZoneId.of(zone.text());
        } catch (DateTimeException e) {
            zone.refuse("没有此时区，应如 Asia/Shanghai", "is no time zone, write one such as Asia/Shanghai");
            return null;
        }
    }

    private @Nullable LocalTime time() {
        Part at = entries.get("at");
        if (at == null) {
            return null;
        }
        try {
            return LocalTime.parse(at.text());
        } catch (DateTimeException e) {
            at.refuse("时间应如 \"09:30\"（加引号）", "must be a time such as \"09:30\" (quoted)");
            return null;
        }
    }

    private @Nullable BigDecimal number(String name) {
        Part number = entries.get(name);
        if (number == null) {
            return null;
        }
        try {
            return new BigDecimal(number.text());
        } catch (NumberFormatException e) {
            number.refuse("应为数字", "must be a number");
            return null;
        }
    }

    private @Nullable String text(String name) {
        Part text = entries.get(name);
        return text == null ? null : text.text();
    }

    private Part entry(String name) {
        Part entry = entries.get(name);
        return entry == null ? part : entry;
    }
}
