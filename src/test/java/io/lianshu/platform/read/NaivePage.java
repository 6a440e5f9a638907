package io.lianshu.platform.read;

import io.lianshu.platform.read.NaiveRules.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A connection in memory: all its rows in order, and the page asked for. */
final class NaivePage {

    static final String CURSOR = "cursor:";

    private static final int USUAL = 20;

    final List<Row> all;
    final List<Row> shown;
    final boolean hasNext;
    final boolean hasPrevious;

    private final NaiveOrder order;
    private final List<List<Object>> places;

    /**
     * @param rows in any order
     * @param places of all rows to which a cursor was ever given; a cursor is a number in it
     */
    NaivePage(List<Row> rows, NaiveOrder order, Map<String, Object> arguments, List<List<Object>> places) {
        this.all = order.sorted(rows);
        this.order = order;
        this.places = places;
        boolean backward =
                arguments.get("last") != null || (arguments.get("first") == null && arguments.get("before") != null);
        Object cursor = arguments.get(backward ? "before" : "after");
        Object given = arguments.get(backward ? "last" : "first");
        int size = given == null ? USUAL : (int) given;
        List<Row> beyond = all.stream()
                .filter(row -> cursor == null || lies(row, place((String) cursor), backward))
                .toList();
        int left = Math.max(0, beyond.size() - size);
        this.shown = backward ? beyond.subList(left, beyond.size()) : beyond.subList(0, beyond.size() - left);
        this.hasNext = backward ? cursor != null : left > 0;
        this.hasPrevious = backward ? left > 0 : cursor != null;
    }

    private List<Object> place(String cursor) {
        return places.get(Integer.parseInt(cursor.substring(CURSOR.length())));
    }

    private boolean lies(Row row, List<Object> place, boolean before) {
        int side = order.comparePlaces(order.place(row), place);
        return before ? side < 0 : side > 0;
    }

    String cursor(Row row) {
        places.add(new ArrayList<>(order.place(row)));
        return CURSOR + (places.size() - 1);
    }
}
