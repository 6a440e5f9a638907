package io.lianshu.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Rows as a file would have them; the import template of this name says what they become.
 *
 * @param rows as many cells each as the header has; an empty cell stands for nothing
 */
public record Table(String name, List<String> header, List<List<String>> rows) {

    static Table of(String name, String... header) {
        return new Table(name, List.of(header), new ArrayList<>());
    }

    void add(@Nullable Object... cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException(name + " has " + header.size() + " columns, not " + cells.length);
        }
        rows.add(Arrays.stream(cells)
                .map(cell -> cell == null ? "" : cell.toString())
                .toList());
    }

    /** The cell of a row under a column of the header. */
    String cell(int row, String column) {
        return rows.get(row).get(header.indexOf(column));
    }

    /** The cell under {@code wanted} of the first row whose cell under {@code column} holds the value. */
    String find(String wanted, String column, String value) {
        int key = header.indexOf(column);
        return rows.stream()
                .filter(row -> row.get(key).equals(value))
                .map(row -> row.get(header.indexOf(wanted)))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(name + " has no " + column + " " + value));
    }
}
