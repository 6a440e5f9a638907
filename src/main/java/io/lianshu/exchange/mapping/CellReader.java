package io.lianshu.exchange.mapping;

import io.lianshu.exchange.mapping.ImportPlan.FieldPlan;
import io.lianshu.exchange.mapping.Mapping.ConstantSource;
import io.lianshu.exchange.mapping.Mapping.DateSource;
import io.lianshu.exchange.mapping.Mapping.FileFormat;
import io.lianshu.exchange.mapping.Mapping.PointSource;
import io.lianshu.exchange.mapping.Mapping.Source;
import io.lianshu.exchange.mapping.Mapping.TemplateSource;
import io.lianshu.exchange.mapping.Mapping.ValueMapping;
import io.lianshu.platform.write.GraphPoint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one field's value out of a row's cells. */
final class CellReader {

    private final ValueMapping value;
    private final FieldForm form;
    private final DateReader dates;
    private final int[] columns;
    private final Set<String> nulls;
    private final @Nullable Pattern split;
    private final boolean rewritesNumber;
    private final @Nullable BigDecimal unit;
    private final Layout layout;

    /**
     * @param places column's place by name
     * @param units of an amount's column, what a number counts in yuan
     */
    CellReader(FieldPlan plan, FileFormat file, Map<String, Integer> places, Map<String, BigDecimal> units) {
        this.value = plan.value();
        this.form = plan.form();
        this.layout = file.layout();
        this.dates = new DateReader(plan, value.zone() == null ? file.zone() : value.zone(), layout);
        this.columns = places(value.source(), places);
        this.nulls = value.nulls() == null ? file.nulls() : value.nulls();
        this.split = value.split() == null ? null : Pattern.compile(value.split(), Pattern.LITERAL);
        this.unit = value.source().columns().size() == 1
                ? units.get(value.source().columns().get(0))
                : null;
        this.rewritesNumber = unit != null
                || value.factor() != null
                || value.grouping() != null
                || value.min() != null
                || value.max() != null;
    }

    static int[] places(Source source, Map<String, Integer> places) {
        return source.columns().stream()
                .mapToInt(column -> places.getOrDefault(column, -1))
                .toArray();
    }

    /** The value as the graph stores it; null when the row gives none. */
    @Nullable
    Object read(String[] cells) throws BadCell {
        if (value.source() instanceof PointSource) {
            return point(cells);
        }
        String text = text(value.source(), columns, cells, nulls, dates);
        if (text == null && value.fallback() != null) {
            text = value.fallback();
        }
        if (text == null || text.isEmpty()) {
            return null;
        }
        return split == null ? single(text) : several(split, text);
    }

    /** What the row says, for a report; empty when nothing. */
    String said(String[] cells) {
        StringBuilder said = new StringBuilder();
        for (int column : columns) {
            said.append(said.isEmpty() || column < 0 ? "" : " ").append(column < 0 ? "" : cells[column]);
        }
        return form.shown(said.toString());
    }

    String columnNames() {
        return String.join(" ", value.source().columns());
    }

    /** The cell alone when it is all there is to the value; empty otherwise. */
    String alone(String[] cells) {
        return columns.length == 1 && columns[0] >= 0 ? trim(cells[columns[0]]) : "";
    }

    boolean clears() {
        return value.clear();
    }

    private List<Object> several(Pattern separator, String text) throws BadCell {
        List<Object> values = new ArrayList<>();
        for (String part : separator.splitAsStream(text).toList()) {
            Object single = part.isBlank() ? null : single(trim(part));
            if (single != null) {
                values.add(single);
            }
        }
        return values;
    }

    private @Nullable Object single(String given) throws BadCell {
        String text = replaced(given);
        if (text.isEmpty()) {
            return null;
        }
        boolean inYuan = false;
        if (form.isMoney()) {
            Amount.Read amount = Amount.read(text);
            text = amount.text();
            inYuan = amount.inYuan();
        }
        if (rewritesNumber) {
            text = number(text, inYuan);
        }
        return form.parse(form.isDate() ? dates.iso(text) : text);
    }

    private String replaced(String text) throws BadCell {
        if (value.values().isEmpty()) {
            return text;
        }
        String replacement = value.values().get(text);
        if (replacement != null) {
            return replacement;
        }
        if (value.otherwise() != null) {
            return value.otherwise();
        }
        throw new BadCell(
                "UNKNOWN_VALUE",
                "map 中没有此值",
                "the map has no such value",
                new Remedy("在映射的 map 中加上它，或设置 otherwise", "add it to the map in the mapping, or set otherwise")
                        .with(
                                Nearest.chinese(text, value.values().keySet()),
                                Nearest.english(text, value.values().keySet())));
    }

    private String number(String text, boolean inYuan) throws BadCell {
        String plain = value.grouping() == null ? text : text.replace(value.grouping(), "");
        BigDecimal number;
        try {
            number = new BigDecimal(plain);
        } catch (NumberFormatException e) {
            throw new BadCell(
                    "BAD_VALUE",
                    "不是数字",
                    "is not a number",
                    layout.choose(
                            Remedy.CORRECT.with("，或设置 nulls、grouping", ", or set nulls or grouping"), Remedy.CORRECT));
        }
        if (Math.abs((long) number.precision() - number.scale()) > 30 || Math.abs(number.scale()) > 30) {
            throw new BadCell("OUT_OF_RANGE", "数字过大或过长", "is too large or too long a number", Remedy.CORRECT);
        }
        if (value.factor() != null && !inYuan) {
            number = number.multiply(value.factor());
        }
        if (unit != null && !inYuan) {
            number = number.multiply(unit);
        }
        if ((value.min() != null && number.compareTo(value.min()) < 0)
                || (value.max() != null && number.compareTo(value.max()) > 0)) {
            throw new BadCell(
                    "OUT_OF_RANGE",
                    "超出映射规定的范围 %s 至 %s".formatted(shown(value.min()), shown(value.max())),
                    "is outside the mapping's range %s to %s".formatted(shown(value.min()), shown(value.max())),
                    Remedy.CORRECT.with("，或调整 min、max", ", or change min and max"));
        }
        String written = number.stripTrailingZeros().toPlainString();
        return written;
    }

    private static String shown(@Nullable BigDecimal bound) {
        return bound == null ? "…" : bound.toPlainString();
    }

    private @Nullable Object point(String[] cells) throws BadCell {
        String latitude = cell(cells, columns[0], nulls);
        String longitude = cell(cells, columns[1], nulls);
        if (latitude == null && longitude == null) {
            return null;
        }
        try {
            double north = Double.parseDouble(String.valueOf(latitude));
            double east = Double.parseDouble(String.valueOf(longitude));
            if (Math.abs(north) <= 90 && Math.abs(east) <= 180) {
                return GraphPoint.wgs84(north, east);
            }
        } catch (NumberFormatException e) {
            // falls through to the same refusal as a number out of range
        }
        throw new BadCell(
                "BAD_VALUE",
                "不是经纬度",
                "is no latitude and longitude",
                new Remedy(
                        "应为 WGS-84 十进制度：纬度 -90 至 90，经度 -180 至 180",
                        "must be WGS 84 in decimal degrees: latitude -90 to 90, longitude -180 to 180"));
    }

    /** The text a source gives, trimmed; null when it gives none. */
    static @Nullable String text(
            Source source, int[] columns, String[] cells, Set<String> nulls, @Nullable DateReader dates)
            throws BadCell {
        if (source instanceof ConstantSource constant) {
            return constant.text();
        }
        if (source instanceof TemplateSource template) {
            return filled(template, columns, cells, nulls);
        }
        if (source instanceof DateSource && dates != null) {
            return dates.joined(columns, cells, nulls);
        }
        return cell(cells, columns[0], nulls);
    }

    private static @Nullable String filled(TemplateSource template, int[] columns, String[] cells, Set<String> nulls) {
        StringBuilder filled = new StringBuilder(template.texts().get(0));
        for (int i = 0; i < columns.length; i++) {
            String cell = cell(cells, columns[i], nulls);
            if (cell == null) {
                return null;
            }
            filled.append(cell).append(template.texts().get(i + 1));
        }
        return filled.toString();
    }

    /** A cell without the spaces around it; null when it is empty or stands for nothing. */
    static @Nullable String cell(String[] cells, int column, Set<String> nulls) {
        String text = column < 0 ? "" : trim(cells[column]);
        return text.isEmpty() || nulls.contains(text) ? null : text;
    }

    /** Takes away all kinds of spaces, the full-width and the non-breaking included. */
    static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\u3000' || c == '\ufeff' || Character.isWhitespace(c);
    }
}
