package io.lianshu.exchange.mapping;

import java.util.HashMap;
import java.util.Map;

/** Numbers the rows of a run within the values of some columns, from 1, in the order in which they come. */
public final class Counters {

    private final Map<String, Map<String, Integer>> counts = new HashMap<>();

    /** Number of the next row with these cells. */
    int next(String name, int[] columns, String[] cells) {
        StringBuilder group = new StringBuilder();
        for (int column : columns) {
            group.append(CellReader.trim(cells[column])).append('\u0001');
        }
        return counts.computeIfAbsent(name, unused -> new HashMap<>()).merge(group.toString(), 1, Integer::sum);
    }
}
