package io.lianshu.platform.read;

import io.lianshu.platform.map.GroupKey;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.map.MapType.NodeType;
import io.lianshu.platform.map.Measures;
import io.lianshu.platform.read.NaiveRules.Row;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Sums, extremes and groups of rows in memory. */
record NaiveAggregate(NaiveAnswers answers, NaiveRules rules, NodeType type, List<Row> rows) {

    Object field(String name, Map<String, Object> arguments) {
        if (name.equals("groups")) {
            return groups(arguments);
        }
        return name.equals("count") ? rows.size() : measure(name, rows);
    }

    private Map<String, Object> measure(String name, List<Row> over) {
        String scalar = Measures.of(type).get(name);
        List<Object> values = over.stream()
                .map(row -> row.node().value(name))
                .filter(Objects::nonNull)
                .toList();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("count", values.size());
        result.put("min", values.stream().min(NaiveOrder::compare).orElse(null));
        result.put("max", values.stream().max(NaiveOrder::compare).orElse(null));
        switch (scalar) {
            case "Int", "Long" -> {
                long sum = values.stream()
                        .mapToLong(value -> ((Number) value).longValue())
                        .sum();
                result.put("sum", sum);
                result.put("average", values.isEmpty() ? null : (double) sum / values.size());
            }
            case "Float" -> {
                double sum =
                        values.stream().mapToDouble(value -> (double) value).sum();
                result.put("sum", sum);
                result.put("average", values.isEmpty() ? null : sum / values.size());
            }
            case "Money" -> {
                BigDecimal sum = values.stream()
                        .map(value -> (BigDecimal) value)
                        .reduce(new BigDecimal("0.00"), BigDecimal::add);
                result.put("sum", sum);
                result.put("average", values.isEmpty() ? null : mean(sum, values.size()));
            }
            default -> {}
        }
        return result;
    }

    /** The mean in whole fen; half a fen goes up, as the database rounds. */
    private static BigDecimal mean(BigDecimal sum, int count) {
        BigInteger twice =
                sum.movePointRight(2).toBigIntegerExact().shiftLeft(1).add(BigInteger.valueOf(count));
        BigInteger[] parts = twice.divideAndRemainder(BigInteger.valueOf(2L * count));
        BigInteger floor = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
        return new BigDecimal(floor, 2);
    }

    private List<Map<String, Object>> groups(Map<String, Object> arguments) {
        List<GroupKey> possible = GroupKey.of(type, rules.map());
        List<GroupKey> keys = ((List<?>) arguments.get("by"))
                .stream()
                        .map(name -> possible.stream()
                                .filter(key -> key.constant().equals(name))
                                .findFirst()
                                .orElseThrow())
                        .distinct()
                        .toList();
        Map<List<Object>, List<Row>> byKey = new LinkedHashMap<>();
        rows.forEach(row -> byKey.computeIfAbsent(keyOf(keys, row), key -> new ArrayList<>())
                .add(row));
        Comparator<Map.Entry<List<Object>, List<Row>>> order = (left, right) -> 0;
        List<?> orderBy = (List<?>) arguments.get("orderBy");
        if (orderBy == null || orderBy.isEmpty()) {
            order = Comparator.comparing(entry -> -entry.getValue().size());
        } else {
            for (Object item : orderBy) {
                order = order.thenComparing(by((Map<?, ?>) item));
            }
        }
        order = order.thenComparing((left, right) -> compareKeys(left.getKey(), right.getKey()));
        int first = arguments.get("first") == null ? 100 : (int) arguments.get("first");
        return byKey.entrySet().stream()
                .sorted(order)
                .limit(first)
                .map(entry -> group(keys, entry.getKey(), entry.getValue()))
                .toList();
    }

    private Comparator<Map.Entry<List<Object>, List<Row>>> by(Map<?, ?> item) {
        Map.Entry<?, ?> entry = item.entrySet().iterator().next();
        String measure = (String) entry.getKey();
        Map.Entry<?, ?> function = entry.getValue() instanceof Map<?, ?> inner
                ? inner.entrySet().iterator().next()
                : Map.entry("count", entry.getValue());
        Comparator<Map.Entry<List<Object>, List<Row>>> result = (left, right) -> NaiveOrder.nullsLast(
                value(measure, function.getKey(), left.getValue()),
                value(measure, function.getKey(), right.getValue()));
        return String.valueOf(function.getValue()).equals("DESC") ? result.reversed() : result;
    }

    private Object value(String measure, Object function, List<Row> over) {
        return measure.equals("count") ? over.size() : measure(measure, over).get(function);
    }

    private List<Object> keyOf(List<GroupKey> keys, Row row) {
        List<Object> result = new ArrayList<>();
        for (GroupKey key : keys) {
            if (key.source() instanceof RelationField relation) {
                result.add(rules.reached(relation, row.node()).stream()
                        .map(Row::node)
                        .findFirst()
                        .orElse(null));
                continue;
            }
            Object value = row.node().value(key.source().name());
            LocalDate day = value instanceof OffsetDateTime time
                    ? time.toLocalDate()
                    : value instanceof LocalDate date ? date : null;
            result.add(
                    switch (key.part()) {
                        case WHOLE -> value;
                        case YEAR -> day == null ? null : day.getYear();
                        case MONTH -> day == null ? null : day.toString().substring(0, 7);
                    });
        }
        return result;
    }

    private static int compareKeys(List<Object> left, List<Object> right) {
        for (int index = 0; index < left.size(); index++) {
            int difference = NaiveOrder.nullsLast(sortable(left.get(index)), sortable(right.get(index)));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private static Object sortable(Object key) {
        return key instanceof SampleNode node ? node.id() : key;
    }

    private Map<String, Object> group(List<GroupKey> keys, List<Object> values, List<Row> over) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("count", over.size());
        Measures.of(type).keySet().forEach(measure -> result.put(measure, measure(measure, over)));
        for (int index = 0; index < keys.size(); index++) {
            GroupKey key = keys.get(index);
            boolean whole = key.source() instanceof PropertyField && key.part() == GroupKey.Part.WHOLE;
            result.put(
                    key.field(),
                    whole ? answers.shown((PropertyField) key.source(), values.get(index)) : values.get(index));
        }
        return result;
    }
}
