package io.lianshu.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.lianshu.exchange.mapping.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The report of an import: a CSV file, opened with the first issue, in Chinese and English. Its cells are safe to open
 * in a spreadsheet: none begins a formula.
 */
final class ReportFile implements ImportListener, AutoCloseable {

    /** Name of the first column. */
    private static final String FIRST = "severity";

    private final Path file;
    private @Nullable CsvWriter writer;

    ReportFile(Path file) {
        this.file = file;
    }

    /** Where it is, or null when there was nothing to report. */
    @Nullable
    Path written() {
        return writer == null ? null : file;
    }

    @Override
    public void issue(Issue issue) {
        Fault fault = issue.fault().fault();
        open().writeRecord(
                        issue.severity().name(),
                        fault.code(),
                        safe(issue.file()),
                        safe(issue.place()),
                        safe(issue.fault().node()),
                        safe(issue.fault().field()),
                        safe(issue.fault().column()),
                        safe(issue.fault().value()),
                        fault.chinese(),
                        fault.chineseRemedy(),
                        fault.english(),
                        fault.englishRemedy());
    }

    private CsvWriter open() {
        if (writer == null) {
            try {
                // Excel takes a file without the mark for GBK.
                writer = CsvWriter.builder()
                        .build(Files.newBufferedWriter(file, StandardCharsets.UTF_8)
                                .append('\ufeff'));
            } catch (IOException e) {
                throw new FileRefused(file.toString(), "报告文件无法写入", "the report cannot be written there");
            }
            writer.writeRecord(
                    FIRST, "code", "file", "line", "node", "field", "column", "value", "问题", "处理办法", "problem",
                    "remedy");
        }
        return writer;
    }

    private static String safe(String cell) {
        return cell.isEmpty() || "=+-@\t\r".indexOf(cell.charAt(0)) < 0 || cell.matches("[-+]?[\\d.,]+")
                ? cell
                : "'" + cell;
    }

    /** A report of an import before would be taken for this one's; a file that is none of ours stays. */
    private void removeOlder() {
        try (BufferedReader older = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            if (!String.valueOf(older.readLine()).startsWith("\ufeff" + FIRST)) {
                return;
            }
        } catch (IOException | UncheckedIOException e) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new FileRefused(file.toString(), "旧报告无法删除", "the report of an earlier import cannot be removed");
        }
    }

    @Override
    public void close() {
        if (writer == null) {
            removeOlder();
        } else {
            try {
                writer.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
