package io.lianshu.exchange.mapping;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mapping file as it was written, not yet held against the map.
 *
 * @param counters name of a counted column, and the columns within whose values it counts rows from 1
 * @param titles Chinese titles of a template's columns whose fields do not give them
 */
record Mapping(
        String name,
        FileFormat file,
        Map<String, Counter> counters,
        Map<String, String> titles,
        List<Condition> rows,
        Map<String, NodeMapping> nodes) {

    /** How a file is read; absent means the usual. */
    record FileFormat(
            @Nullable Charset encoding,
            char delimiter,
            ZoneId zone,
            Set<String> nulls,
            @Nullable String source,
            Layout layout) {}

    record Counter(List<String> columns, Place place) {}

    /**
     * When a row counts: the column is not empty, or is one of the values; negated, the opposite.
     *
     * @param values empty when any value will do; one that ends with * stands for all that begin so
     */
    record Condition(String column, Set<String> values, boolean negated, Place place) {

        /** @param cell null when it is empty */
        boolean holds(@Nullable String cell) {
            return meets(cell) != negated;
        }

        private boolean meets(@Nullable String cell) {
            if (cell == null || values.isEmpty() || values.contains(cell)) {
                return cell != null;
            }
            for (String value : values) {
                int end = value.length() - 1;
                if (end > 0 && value.charAt(end) == '*' && cell.startsWith(value.substring(0, end))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** One node of each row, under a name by which links refer to it. */
    record NodeMapping(
            String name,
            String type,
            boolean lookup,
            List<Condition> when,
            List<FieldMapping> fields,
            List<LinkMapping> links,
            Place place,
            Place typePlace) {}

    record FieldMapping(String field, ValueMapping value, Place place) {}

    record LinkMapping(String field, String to, List<FieldMapping> properties, Place place) {}

    /**
     * Where a text comes from and how it is read.
     *
     * @param values replacements of single values; empty when the value stands as it is
     * @param otherwise what a value without a replacement becomes; null when it is a fault
     * @param clear whether an empty cell takes the property away
     */
    record ValueMapping(
            Source source,
            Map<String, String> values,
            @Nullable String otherwise,
            @Nullable BigDecimal factor,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable String grouping,
            List<DateTimeFormatter> formats,
            @Nullable ZoneId zone,
            @Nullable LocalTime at,
            @Nullable Set<String> nulls,
            @Nullable String fallback,
            @Nullable String split,
            boolean clear,
            Place place) {}

    /** What text a row gives. */
    sealed interface Source {

        /** Columns it reads. */
        List<String> columns();
    }

    record ColumnSource(String column) implements Source {
        @Override
        public List<String> columns() {
            return List.of(column);
        }
    }

    record ConstantSource(String text) implements Source {
        @Override
        public List<String> columns() {
            return List.of();
        }
    }

    /**
     * Text with columns in it; it gives nothing when one of them is empty.
     *
     * @param texts what stands before, between and after the columns: one more than columns
     */
    record TemplateSource(List<String> texts, List<String> columns) implements Source {}

    /** A date put together: year, month, day, and for an instant hour, minute, second. */
    record DateSource(List<String> columns) implements Source {}

    /** A point in WGS 84: latitude, longitude. */
    record PointSource(List<String> columns) implements Source {}
}
