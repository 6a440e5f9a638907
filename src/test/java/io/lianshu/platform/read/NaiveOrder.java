package io.lianshu.platform.read;

import io.lianshu.platform.read.NaiveRules.Row;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.function.Function;

/** Orders as their descriptions say: absent values last when ascending, first when descending; at last by id. */
final class NaiveOrder {

    /** One key of an order. */
    private record Key(Function<Row, Object> value, boolean descending) {}

    private final List<Key> keys = new ArrayList<>();

    @SuppressWarnings("unchecked")
    NaiveOrder(List<?> orderBy, Map<String, ?> near, boolean relationIds, Map<SampleEdge, String> elementIds) {
        List<String> names = new ArrayList<>();
        for (Object item : orderBy == null ? List.of() : orderBy) {
            Map.Entry<String, Object> entry =
                    ((Map<String, Object>) item).entrySet().iterator().next();
            if (!names.contains(entry.getKey())) {
                names.add(entry.getKey());
                keys.add(new Key(
                        row -> row.node().value(entry.getKey()),
                        String.valueOf(entry.getValue()).equals("DESC")));
            }
        }
        if (keys.isEmpty() && near != null) {
            keys.add(new Key(row -> NaiveFilter.metres((double[]) row.node().value("spot"), near), false));
        }
        if (!names.contains("id")) {
            keys.add(new Key(row -> row.node().id(), false));
        }
        if (relationIds) {
            keys.add(new Key(row -> elementIds.get(row.edge()), false));
        }
    }

    /** The row's place in this order. */
    List<Object> place(Row row) {
        List<Object> result = new ArrayList<>();
        keys.forEach(key -> result.add(key.value().apply(row)));
        return result;
    }

    int comparePlaces(List<Object> left, List<Object> right) {
        for (int index = 0; index < keys.size(); index++) {
            int difference = nullsLast(left.get(index), right.get(index));
            if (difference != 0) {
                return keys.get(index).descending() ? -difference : difference;
            }
        }
        return 0;
    }

    List<Row> sorted(List<Row> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(this::place, this::comparePlaces))
                .toList();
    }

    static int nullsLast(Object left, Object right) {
        if (left == null || right == null) {
            return left == right ? 0 : left == null ? 1 : -1;
        }
        return compare(left, right);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static int compare(Object left, Object right) {
        if (left instanceof String text) {
            return byCodePoints(text, right.toString());
        }
        if (left instanceof OffsetDateTime time) {
            return time.toInstant().compareTo(((OffsetDateTime) right).toInstant());
        }
        return ((Comparable) left).compareTo(right);
    }

    private static int byCodePoints(String left, String right) {
        PrimitiveIterator.OfInt one = left.codePoints().iterator();
        Iterator<Integer> two = right.codePoints().iterator();
        while (one.hasNext() && two.hasNext()) {
            int difference = Integer.compare(one.nextInt(), two.next());
            if (difference != 0) {
                return difference;
            }
        }
        return Boolean.compare(one.hasNext(), two.hasNext());
    }
}
