package io.lianshu.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The zip around a workbook, looked at before anything is made of it: how large it is unpacked, as counted and not as
 * it says, and what a streaming reader does not tell, the merged cells that stand behind a sheet's rows.
 */
final class XlsxPackage {

    private static final long MOST_BYTES = 2L << 30;
    private static final long MOST_SHARED_TEXT = 256L << 20;
    private static final int MOST_ENTRIES = 10_000;
    private static final int MOST_RATIO = 200;
    private static final long SMALL = 16L << 20;
    private static final int MOST_MERGED = 100_000;
    private static final Pattern PLACE = Pattern.compile("[A-Z]{0,3}[1-9][0-9]{0,6}");
    private static final Pattern RANGE = Pattern.compile("([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})");
    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /** Cells merged into one; rows count from 1, columns from 0. */
    record Merged(String reference, int firstRow, int lastRow, int firstColumn, int lastColumn) {

        boolean holds(int row) {
            return row >= firstRow && row <= lastRow;
        }
    }

    /**
     * What stands around a sheet's rows.
     *
     * @param rows the number of the last row, as the sheet says; 0 when it does not
     */
    record Frame(List<Merged> merged, int rows) {}

    private final Path file;
    private final boolean styled;
    private final List<String> sheets;

    private XlsxPackage(Path file, boolean styled, List<String> sheets) {
        this.file = file;
        this.styled = styled;
        this.sheets = sheets;
    }

    /** @throws FileRefused when it is no zip, an old or encrypted workbook, or too large unpacked */
    static XlsxPackage checked(Path file) {
        String name = String.valueOf(file.getFileName());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw tooLarge(name);
            }
            long total = 0;
            byte[] buffer = new byte[1 << 16];
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                long size = 0;
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        size += read;
                        boolean thin = size > SMALL && size / MOST_RATIO > Math.max(1, entry.getCompressedSize());
                        boolean text = entry.getName().endsWith("sharedStrings.xml") && size > MOST_SHARED_TEXT;
                        if (thin || text || total + size > MOST_BYTES) {
                            throw tooLarge(name);
                        }
                    }
                }
                total += size;
            }
            return new XlsxPackage(file, zip.getEntry("xl/styles.xml") != null, parts(zip));
        } catch (ZipException e) {
            throw new FileRefused(
                    name,
                    "不是 .xlsx 工作簿；旧版 .xls 或加密的工作簿请另存为不加密的 .xlsx",
                    "is no .xlsx workbook; save an old .xls or an encrypted workbook as plain .xlsx");
        } catch (IOException | XMLStreamException e) {
            throw unreadable(name, e);
        }
    }

    private static FileRefused unreadable(String name, Exception e) {
        return new FileRefused(
                name,
                "无法读取（" + e.getClass().getSimpleName() + "）",
                "cannot be read (" + e.getClass().getSimpleName() + ")");
    }

    private static FileRefused tooLarge(String name) {
        return new FileRefused(
                name,
                "解压后过大或压缩比异常，未读取；请拆成几个文件，或另存为 CSV",
                "is too large unpacked, or packed beyond reason, and was not read; split it or save it as CSV");
    }

    /** Whether number formats can be asked for; without them no number is known to be a date. */
    boolean isStyled() {
        return styled;
    }

    /**
     * Reads one sheet through.
     *
     * @param sheet its place in the workbook
     */
    Frame frame(int sheet) {
        List<Merged> merged = new ArrayList<>();
        int[] rows = new int[1];
        String part = sheet < sheets.size() ? sheets.get(sheet) : "";
        try (ZipFile zip = new ZipFile(file.toFile())) {
            each(zip, part, Set.of("mergeCell", "dimension", "row", "c"), reader -> {
                if (reader.getLocalName().equals("row") || reader.getLocalName().equals("c")) {
                    checkPlace(reader.getAttributeValue(null, "r"));
                    return;
                }
                Merged range = range(reader.getAttributeValue(null, "ref"));
                if (range == null) {
                    return;
                }
                if (reader.getLocalName().equals("dimension")) {
                    rows[0] = range.lastRow();
                } else if (merged.size() < MOST_MERGED) {
                    merged.add(range);
                }
            });
        } catch (IOException | XMLStreamException e) {
            throw unreadable(String.valueOf(file.getFileName()), e);
        }
        return new Frame(merged, rows[0]);
    }

    /** A reader makes room for whatever a cell says of its place. */
    private void checkPlace(@Nullable String place) {
        if (place != null && !PLACE.matcher(place).matches()) {
            throw new FileRefused(
                    String.valueOf(file.getFileName()),
                    "有单元格的位置不在工作表之内，请用电子表格软件重新保存",
                    "a cell says that it lies outside of any sheet; save the file again in a spreadsheet program");
        }
    }

    /** The sheets' parts in the workbook's order. */
    private static List<String> parts(ZipFile zip) throws IOException, XMLStreamException {
        Map<String, String> targets = new HashMap<>();
        each(zip, "xl/_rels/workbook.xml.rels", Set.of("Relationship"), reader -> {
            String id = reader.getAttributeValue(null, "Id");
            String target = reader.getAttributeValue(null, "Target");
            if (id != null && target != null) {
                targets.put(id, target.startsWith("/") ? target.substring(1) : "xl/" + target);
            }
        });
        List<String> result = new ArrayList<>();
        each(zip, "xl/workbook.xml", Set.of("sheet"), reader -> {
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                if (reader.getAttributeLocalName(i).equals("id")) {
                    result.add(targets.getOrDefault(reader.getAttributeValue(i), ""));
                }
            }
        });
        return result;
    }

    private static @Nullable Merged range(@Nullable String reference) {
        Matcher range = RANGE.matcher(reference == null ? "" : reference);
        return range.matches()
                ? new Merged(
                        range.group(),
                        Integer.parseInt(range.group(2)),
                        Integer.parseInt(range.group(4)),
                        column(range.group(1)),
                        column(range.group(3)))
                : null;
    }

    private static int column(String letters) {
        int result = 0;
        for (int i = 0; i < letters.length(); i++) {
            result = result * 26 + letters.charAt(i) - 'A' + 1;
        }
        return result - 1;
    }

    private static void each(ZipFile zip, String part, Set<String> elements, Consumer<XMLStreamReader> seen)
            throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            return;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader reader = XML.createXMLStreamReader(in);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT && elements.contains(reader.getLocalName())) {
                    seen.accept(reader);
                }
            }
        }
    }
}
