package io.lianshu.exchange;

import io.lianshu.exchange.XlsxPackage.Frame;
import io.lianshu.exchange.XlsxPackage.Merged;
import io.lianshu.exchange.mapping.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/**
 * One sheet of an Excel workbook (.xlsx), streamed. Its first row that is no title names the columns; a title is a
 * single cell merged over several columns. Formulas count as what the program that saved the file made of them.
 */
final class XlsxSource implements RowSource {

    private final Path file;
    private final ReadingOptions reading;
    private final String name;
    private final int sheet;
    private final List<Merged> merged;
    private final int headerRow;
    private final List<String> header;
    private final int rows;
    private final BitSet spoilt = new BitSet();

    private XlsxSource(
            Path file,
            ReadingOptions reading,
            String name,
            int sheet,
            List<Merged> merged,
            int headerRow,
            List<String> header,
            int rows) {
        this.file = file;
        this.reading = reading;
        this.name = name;
        this.sheet = sheet;
        this.merged = merged;
        this.headerRow = headerRow;
        this.header = header;
        this.rows = rows;
        merged.stream()
                .filter(range -> range.firstColumn() < header.size())
                .forEach(range -> spoilt.set(range.firstRow(), range.lastRow() + 1));
    }

    /**
     * Opens a workbook and reads the header of a sheet.
     *
     * @param wanted the sheet's name; null: the first that is not hidden
     * @throws io.lianshu.platform.refusal.Refusal when it is no workbook, is too large unpacked, or has no such sheet
     *     or no plain header
     */
    static XlsxSource of(Path file, @Nullable String wanted) {
        String name = String.valueOf(file.getFileName());
        XlsxPackage contents = XlsxPackage.checked(file);
        ReadingOptions reading = new ReadingOptions(contents.isStyled(), true);
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), reading)) {
            Sheet sheet = sheet(name, workbook, wanted);
            Frame frame = contents.frame(sheet.getIndex());
            List<Merged> merged = frame.merged();
            try (Stream<Row> rows = sheet.openStream()) {
                XlsxCells cells = new XlsxCells(workbook);
                Iterator<Row> each = rows.iterator();
                for (Row row = next(name, each); row != null; row = next(name, each)) {
                    List<String> texts = cells.texts(row);
                    if (texts.stream().allMatch(String::isBlank) || isTitle(row, texts, merged)) {
                        continue;
                    }
                    return new XlsxSource(
                            file,
                            reading,
                            name,
                            sheet.getIndex(),
                            merged,
                            row.getRowNum(),
                            header(name, row, texts, merged),
                            frame.rows());
                }
            }
            throw new FileRefused(
                    name,
                    "工作表 " + sheet.getName() + " 是空的，第一行应为列名",
                    "sheet " + sheet.getName() + " is empty, its first row must name the columns");
        } catch (IOException | ExcelReaderException e) {
            throw unreadable(name, e);
        }
    }

    private static Sheet sheet(String name, ReadableWorkbook workbook, @Nullable String wanted) {
        List<Sheet> sheets = workbook.getSheets().toList();
        return sheets.stream()
                .filter(sheet -> wanted == null
                        ? sheet.getVisibility() == SheetVisibility.VISIBLE
                        : sheet.getName().equals(wanted))
                .findFirst()
                .orElseThrow(() -> {
                    String names =
                            String.join("、", sheets.stream().map(Sheet::getName).toList());
                    return wanted == null
                            ? new FileRefused(name, "没有可见的工作表", "there is no visible sheet")
                            : new FileRefused(
                                    name,
                                    "没有工作表 " + wanted + "，现有：" + names,
                                    "there is no sheet " + wanted + ", but: " + names);
                });
    }

    private static boolean isTitle(Row row, List<String> texts, List<Merged> merged) {
        return texts.stream().filter(text -> !text.isBlank()).count() == 1
                && merged.stream()
                        .anyMatch(range -> range.holds(row.getRowNum()) && range.lastColumn() > range.firstColumn());
    }

    private static List<String> header(String name, Row row, List<String> texts, List<Merged> merged) {
        for (Merged range : merged) {
            if (range.holds(row.getRowNum())) {
                throw new FileRefused(
                        name,
                        "表头单元格 " + range.reference() + " 是合并的；请取消合并，使每列在同一行有自己的列名",
                        "the header's cells " + range.reference()
                                + " are merged; unmerge them so that every column has a name of its own in one row");
            }
        }
        List<String> result = new ArrayList<>(texts.stream().map(String::strip).toList());
        while (result.get(result.size() - 1).isEmpty()) {
            result.remove(result.size() - 1);
        }
        Headers.check(name, result.size());
        return List.copyOf(result);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public void read(Sink sink) {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), reading);
                Stream<Row> each = workbook.getSheet(sheet).orElseThrow().openStream()) {
            XlsxCells cells = new XlsxCells(workbook);
            Iterator<Row> rest = each.iterator();
            for (Row row = next(name, rest); row != null; row = next(name, rest)) {
                if (row.getRowNum() > headerRow) {
                    hand(row, cells, sink);
                }
            }
            sink.progress(1);
        } catch (IOException | ExcelReaderException e) {
            throw unreadable(name, e);
        }
    }

    private void hand(Row row, XlsxCells cells, Sink sink) {
        int line = row.getRowNum();
        Fault fault = cells.fault(row);
        List<String> texts = fault == null ? cells.texts(row) : List.of();
        if (fault == null && texts.stream().allMatch(String::isBlank)) {
            return;
        }
        if (fault == null && spoilt.get(line)) {
            fault = XlsxCells.merged(merged.stream()
                    .filter(range -> range.holds(line))
                    .map(Merged::reference)
                    .collect(Collectors.joining(" ")));
        }
        if (fault == null && texts.stream().skip(header.size()).anyMatch(text -> !text.isBlank())) {
            fault = CsvFaults.columns(texts.size(), header.size());
        }
        if (fault != null) {
            sink.broken(line, fault);
        } else {
            String[] filled = new String[header.size()];
            for (int column = 0; column < filled.length; column++) {
                filled[column] = column < texts.size() ? texts.get(column) : "";
            }
            sink.row(line, filled);
        }
        if (line % 500 == 0) {
            sink.progress(Math.min(1, (double) line / Math.max(1, rows)));
        }
    }

    /** Whether the file begins as a workbook does, or as one of the older kind or an encrypted one. */
    static boolean looksLike(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            byte[] first = in.readNBytes(8);
            return first.length == 8
                    && (ReadableWorkbook.isOOXMLZipHeader(first) || ReadableWorkbook.isOLE2Header(first));
        } catch (IOException e) {
            return false;
        }
    }

    /** The next row, or null; what the library stumbles over in a row's cells is a fault of the file. */
    private static @Nullable Row next(String name, Iterator<Row> rows) {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NullPointerException
                | ExcelReaderException e) {
            throw unreadable(name, e);
        }
    }

    private static FileRefused unreadable(String name, Exception e) {
        return new FileRefused(
                name,
                "不是可读的 .xlsx 工作簿（" + e.getClass().getSimpleName() + "）",
                "is no readable .xlsx workbook (" + e.getClass().getSimpleName() + ")");
    }
}
