package io.lianshu.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** A table that grows row by row, in a file of another name beside its own: nobody finds half of it. */
final class TableFile implements AutoCloseable {

    private final Path file;
    private final Path draft;
    private final CsvWriter out;
    private final List<String> columns;
    private long rows;
    private boolean ended;

    private TableFile(Path file, Path draft, CsvWriter out, List<String> columns) {
        this.file = file;
        this.draft = draft;
        this.out = out;
        this.columns = columns;
    }

    /** @throws ExportRefused when the file is there already or cannot be written */
    static TableFile begin(Path file, List<String> columns, List<String> header) {
        Path target = file.toAbsolutePath();
        if (Files.exists(target)) {
            throw new ExportRefused(
                    file.toString(),
                    "文件已存在，未改动；请另选文件名",
                    "the file is there already and was not touched; choose another");
        }
        try {
            // Made by this user alone: its contents may not be for everybody.
            Path draft = Files.createTempFile(target.getParent(), ".export-", ".csv");
            CsvWriter out = CsvWriter.builder()
                    .build(Files.newBufferedWriter(draft, StandardCharsets.UTF_8)
                            // Spreadsheet programs take a file without the mark for one of the machine's own encoding.
                            .append('\ufeff'));
            out.writeRecord(header);
            return new TableFile(target, draft, out, columns);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    void add(Map<String, String> row) {
        out.writeRecord(
                columns.stream().map(column -> row.getOrDefault(column, "")).toList());
        rows++;
    }

    long rows() {
        return rows;
    }

    /** Gives the file its name. */
    void complete() {
        try {
            end();
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private void end() throws IOException {
        if (!ended) {
            ended = true;
            out.close();
        }
    }

    private static ExportRefused unwritable(Path file, IOException e) {
        String kind = e.getClass().getSimpleName();
        return new ExportRefused(file.toString(), "无法写入（" + kind + "）", "cannot be written (" + kind + ")");
    }

    /** Of a file that was not completed nothing stays. */
    @Override
    public void close() {
        try {
            try {
                end();
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }
}
