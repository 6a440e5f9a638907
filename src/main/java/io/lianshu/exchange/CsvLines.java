package io.lianshu.exchange;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into records, each with the line it begins in. A quote that is never closed spoils the line that has it,
 * not the rest of the file.
 */
final class CsvLines {

    private static final int LONGEST_LINE = 1 << 22;
    private static final int MOST_LINES = 1_000;

    private final Reader reader;
    private final char delimiter;
    private final char[] buffer = new char[1 << 16];
    private final Deque<Line> ahead = new ArrayDeque<>();
    private int position;
    private int limit;
    private long number;

    /** What can be wrong with a record before its cells are looked at. */
    enum Flaw {
        NONE,
        UNCLOSED,
        TOO_LONG
    }

    record Line(long number, String text, Flaw flaw) {}

    CsvLines(Reader reader, char delimiter) {
        this.reader = reader;
        this.delimiter = delimiter;
    }

    /** The next record, or null at the end. */
    @Nullable
    Line next() throws IOException {
        Line first = line();
        if (first == null || first.flaw() != Flaw.NONE || !isOpenAfter(first.text(), false)) {
            return first;
        }
        List<Line> more = new ArrayList<>();
        StringBuilder text = new StringBuilder(first.text());
        boolean open = true;
        while (open && more.size() < MOST_LINES && text.length() < LONGEST_LINE) {
            Line next = line();
            if (next == null) {
                break;
            }
            more.add(next);
            text.append('\n').append(next.text());
            open = isOpenAfter(next.text(), true);
        }
        if (!open) {
            return new Line(first.number(), text.toString(), Flaw.NONE);
        }
        for (int i = more.size() - 1; i >= 0; i--) {
            ahead.addFirst(more.get(i));
        }
        return new Line(first.number(), first.text(), Flaw.UNCLOSED);
    }

    /** Whether a quote is open at the end of the line; a quote opens only at the start of a cell. */
    private boolean isOpenAfter(String line, boolean openBefore) {
        boolean quoted = openBefore;
        boolean start = !openBefore;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted) {
                if (c == '"') {
                    if (i + 1 < line.length() && line.charAt(i + 1) == '"') {
                        i++;
                    } else {
                        quoted = false;
                    }
                }
            } else {
                quoted = start && c == '"';
                start = c == delimiter;
            }
        }
        return quoted;
    }

    private @Nullable Line line() throws IOException {
        if (!ahead.isEmpty()) {
            return ahead.removeFirst();
        }
        StringBuilder text = new StringBuilder();
        boolean any = false;
        boolean tooLong = false;
        while (position < limit || fill()) {
            any = true;
            int end = position;
            while (end < limit && buffer[end] != '\n' && buffer[end] != '\r') {
                end++;
            }
            tooLong |= text.length() + end - position > LONGEST_LINE;
            if (!tooLong) {
                text.append(buffer, position, end - position);
            }
            position = end;
            if (end < limit) {
                endLine();
                break;
            }
        }
        return any ? new Line(++number, text.toString(), tooLong ? Flaw.TOO_LONG : Flaw.NONE) : null;
    }

    private void endLine() throws IOException {
        boolean carriage = buffer[position++] == '\r';
        if (carriage && (position < limit || fill()) && buffer[position] == '\n') {
            position++;
        }
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, reader.read(buffer));
        return limit > 0;
    }
}
