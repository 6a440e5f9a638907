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

    private enum End {
        CLOSED,
        OPEN,
        BROKEN
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
        if (first == null || first.flaw() != Flaw.NONE || after(first.text(), false) != End.OPEN) {
            return first;
        }
        List<Line> more = new ArrayList<>();
        StringBuilder text = new StringBuilder(first.text());
        End end = End.OPEN;
        while (end == End.OPEN && more.size() < MOST_LINES && text.length() < LONGEST_LINE) {
            Line next = line();
            if (next == null) {
                break;
            }
            more.add(next);
            text.append('\n').append(next.text());
            end = after(next.text(), true);
        }
        if (end == End.CLOSED) {
            return new Line(first.number(), text.toString(), Flaw.NONE);
        }
        for (int i = more.size() - 1; i >= 0; i--) {
            ahead.addFirst(more.get(i));
        }
        return new Line(first.number(), first.text(), Flaw.UNCLOSED);
    }

    /** How things stand at the end of a line; a quote opens only at the start of a cell and closes only at its end. */
    private End after(String line, boolean openBefore) {
        boolean quoted = openBefore;
        boolean start = !openBefore;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (!quoted) {
                quoted = start && c == '"';
                start = c == delimiter;
            } else if (c == '"') {
                char next = i + 1 < line.length() ? line.charAt(i + 1) : delimiter;
                if (next == '"') {
                    i++;
                } else if (next == delimiter) {
                    quoted = false;
                } else {
                    return End.BROKEN;
                }
            }
        }
        return quoted ? End.OPEN : End.CLOSED;
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
