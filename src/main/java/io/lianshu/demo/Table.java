package io.lianshu.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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

    /**
     * A row of named cells: a column's name and its cell in turn; columns that are not named stay empty.
     */
    void put(@Nullable Object... named) {
        List<String> cells = new ArrayList<>(Collections.nCopies(header.size(), ""));
        for (int i = 0; i < named.length; i += 2) {
            @Nullable Object cell = named[i + 1];
            cells.set(place(String.valueOf(named[i])), cell == null ? "" : cell.toString());
        }
        rows.add(List.copyOf(cells));
    }

    /** Puts another cell into a row. */
    void set(int row, String column, @Nullable Object cell) {
        List<String> cells = new ArrayList<>(rows.get(row));
        cells.set(place(column), cell == null ? "" : cell.toString());
        rows.set(row, List.copyOf(cells));
    }

    private int place(String column) {
        int place = header.indexOf(column);
        if (place < 0) {
            throw new NoSuchElementException(name + " has no column " + column);
        }
        return place;
    }

    /** The cell of a row under a column of the header. */
    String cell(int row, String column) {
        return rows.get(row).get(place(column));
    }

    /** The cell under {@code wanted} of the first row whose cell under {@code column} holds the value. */
    String find(String wanted, String column, String value) {
        int key = place(column);
        int cell = place(wanted);
        return rows.stream()
                .filter(row -> row.get(key).equals(value))
                .map(row -> row.get(cell))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(name + " has no " + column + " " + value));
    }
}
