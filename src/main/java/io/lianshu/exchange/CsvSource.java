package io.lianshu.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.lianshu.exchange.CsvLines.Flaw;
import io.lianshu.exchange.CsvLines.Line;
import io.lianshu.exchange.mapping.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A CSV file (RFC 4180), streamed; its first line names the columns. Bad lines are told, and the next ones read. */
public final class CsvSource implements RowSource {

    private static final int TOGETHER = 500;

    private final Path file;
    private final Charset charset;
    private final char delimiter;
    private final List<String> header;

    private CsvSource(Path file, Charset charset, char delimiter, List<String> header) {
        this.file = file;
        this.charset = charset;
        this.delimiter = delimiter;
        this.header = header;
    }

    /**
     * Opens a file and reads its header.
     *
     * @param charset null: UTF-8, or what the file's byte order mark says
     * @throws io.lianshu.platform.refusal.Refusal when there is no such file or no readable header
     */
    public static CsvSource of(Path file, @Nullable Charset charset, char delimiter) {
        String name = String.valueOf(file.getFileName());
        if (!Files.isRegularFile(file)) {
            throw new FileRefused(name, "没有此文件", "there is no such file");
        }
        try {
            Charset encoding = ByteOrderMark.charset(file, charset);
            try (InputStream in = Files.newInputStream(file)) {
                Line first = new CsvLines(reader(in, encoding), delimiter).next();
                return new CsvSource(file, encoding, delimiter, header(name, first, encoding, delimiter));
            }
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static List<String> header(String name, @Nullable Line first, Charset charset, char delimiter) {
        if (first == null || first.text().isBlank()) {
            throw new FileRefused(name, "第 1 行为空，应为列名", "line 1 is empty, it must name the columns");
        }
        if (first.flaw() != Flaw.NONE) {
            Fault fault = CsvFaults.of(first.flaw());
            throw new FileRefused(name, "第 1 行：" + fault.chinese(), "line 1: " + fault.english());
        }
        if (first.text().indexOf('\ufffd') >= 0) {
            throw new FileRefused(
                    name,
                    "第 1 行不是 " + charset + " 编码；请指定编码：--encoding GB18030，上传时 encoding=GB18030",
                    "line 1 is not " + charset
                            + "; name the encoding: --encoding GB18030, of an upload encoding=GB18030");
        }
        if (first.text().indexOf('\0') >= 0) {
            throw new FileRefused(name, "第 1 行含空字符，不是文本文件", "line 1 contains NUL, this is no text file");
        }
        Headers.check(name, Headers.count(first.text(), delimiter));
        try {
            List<String[]> cells = cells(first.text(), delimiter);
            return cells.isEmpty()
                    ? List.of()
                    : List.of(cells.get(0)).stream().map(String::strip).toList();
        } catch (CsvParseException e) {
            throw new FileRefused(name, "第 1 行引号有误", "line 1 has a misplaced quote");
        }
    }

    @Override
    public String name() {
        return String.valueOf(file.getFileName());
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public void read(Sink sink) {
        try (InputStream in = Files.newInputStream(file);
                CountedInput counted = new CountedInput(in)) {
            long size = Math.max(1, Files.size(file));
            CsvLines lines = new CsvLines(reader(counted, charset), delimiter);
            lines.next();
            List<Line> together = new ArrayList<>(TOGETHER);
            for (Line line = lines.next(); line != null; line = lines.next()) {
                if (line.flaw() != Flaw.NONE) {
                    hand(together, sink);
                    sink.broken(line.number(), CsvFaults.of(line.flaw()));
                    continue;
                }
                together.add(line);
                if (together.size() == TOGETHER) {
                    hand(together, sink);
                    sink.progress((double) counted.count() / size);
                }
            }
            hand(together, sink);
            sink.progress(1);
        } catch (IOException e) {
            throw unreadable(name(), e);
        }
    }

    /** Parses records together, which is quick; when one of them is broken, each by itself. */
    private void hand(List<Line> together, Sink sink) {
        if (together.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        together.forEach(line -> text.append(line.text()).append('\n'));
        try {
            List<String[]> rows = cells(text.toString(), delimiter);
            if (rows.size() == together.size()) {
                for (int i = 0; i < rows.size(); i++) {
                    judge(together.get(i).number(), rows.get(i), sink);
                }
                together.clear();
                return;
            }
        } catch (CsvParseException e) {
            // found again below, at its own line
        }
        for (Line line : together) {
            try {
                for (String[] cells : cells(line.text(), delimiter)) {
                    judge(line.number(), cells, sink);
                }
            } catch (CsvParseException e) {
                sink.broken(line.number(), refused(line.text()));
            }
        }
        together.clear();
    }

    /** The parser takes a limited number of cells, so that what it refuses is not always a quote. */
    private Fault refused(String line) {
        return line.indexOf('"') >= 0
                ? CsvFaults.MISPLACED_QUOTE
                : CsvFaults.columns(Math.toIntExact(Headers.count(line, delimiter)), header.size());
    }

    private void judge(long line, String[] cells, Sink sink) {
        if (cells.length == 0 || (header.size() > 1 && Arrays.stream(cells).allMatch(String::isBlank))) {
            return;
        }
        Fault fault = cells.length == header.size()
                ? CsvFaults.inCells(cells, charset)
                : CsvFaults.columns(cells.length, header.size());
        if (fault == null) {
            sink.row(line, cells);
        } else {
            sink.broken(line, fault);
        }
    }

    private static List<String[]> cells(String text, char delimiter) {
        List<String[]> rows = new ArrayList<>();
        for (CsvRecord row : CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .acceptCharsAfterQuotes(false)
                .ofCsvRecord(text)) {
            rows.add(row.getFields().toArray(String[]::new));
        }
        return rows;
    }

    /** Bytes that are no text become U+FFFD, by which their line is found. */
    private static Reader reader(InputStream in, Charset charset) throws IOException {
        Reader reader = new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
        return ByteOrderMark.skip(reader);
    }

    private static FileRefused unreadable(String name, IOException e) {
        return new FileRefused(
                name,
                "无法读取（" + e.getClass().getSimpleName() + "）",
                "cannot be read (" + e.getClass().getSimpleName() + ")");
    }
}
