package io.lianshu.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lianshu.platform.refusal.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxSourceTests {

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("table.xlsx");
    }

    private Path workbook(Consumer<Worksheet> fill) throws IOException {
        try (OutputStream out = Files.newOutputStream(file());
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            try (Worksheet sheet = workbook.newWorksheet("项目")) {
                fill.accept(sheet);
            }
            try (Worksheet other = workbook.newWorksheet("单位")) {
                other.value(0, 0, "名称");
                other.value(1, 0, "甲");
            }
        }
        return file();
    }

    private static List<String> read(Path file, String sheet) {
        return RowsRead.of(Sources.of(file, null, ',', sheet));
    }

    private static void header(Worksheet sheet, String... names) {
        for (int column = 0; column < names.length; column++) {
            sheet.value(0, column, names[column]);
        }
    }

    @Test
    void numbersDatesAndTruthComeAsText() throws IOException {
        Path file = workbook(sheet -> {
            header(sheet, "名称", "金额", "日期", "时刻", "是否", "比例");
            sheet.value(1, 0, "第一标段");
            sheet.value(1, 1, 1250000.5);
            sheet.value(1, 2, LocalDate.of(2026, 3, 2));
            sheet.style(1, 2).format("yyyy年m月d日").set();
            sheet.value(1, 3, LocalDateTime.of(2026, 3, 2, 9, 30, 15));
            sheet.style(1, 3).format("yyyy-mm-dd hh:mm:ss").set();
            sheet.value(1, 4, true);
            sheet.value(1, 5, 0.1 + 0.2);
            sheet.value(2, 0, "金额是长整数");
            sheet.value(2, 1, 330203199001010L);
            sheet.style(2, 1).format("#,##0.00\\元").set();
        });

        assertThat(read(file, null))
                .containsExactly(
                        "[名称, 金额, 日期, 时刻, 是否, 比例]",
                        "2 [第一标段, 1250000.5, 2026-03-02, 2026-03-02T09:30:15, true, 0.3]",
                        "3 [金额是长整数, 330203199001010, , , , ]");
    }

    @Test
    void aMergedTitleIsNoHeaderAndMergedHeadersAreRefused() throws IOException {
        Path titled = workbook(sheet -> {
            sheet.value(0, 0, "2026年项目一览表");
            sheet.range(0, 0, 0, 1).merge();
            sheet.value(1, 0, "名称");
            sheet.value(1, 1, "金额");
            sheet.value(2, 0, "甲");
            sheet.value(2, 1, 1);
        });
        assertThat(read(titled, null)).containsExactly("[名称, 金额]", "3 [甲, 1]");

        Path grouped = workbook(sheet -> {
            header(sheet, "名称", "金额", "");
            sheet.range(0, 1, 0, 2).merge();
            sheet.value(1, 1, "概算");
            sheet.value(1, 2, "合同价");
        });
        assertThatThrownBy(() -> read(grouped, null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("B1:C1")
                .hasMessageContaining("unmerge");
    }

    @Test
    void rowsWithMergedCellsAreNamed() throws IOException {
        Path file = workbook(sheet -> {
            header(sheet, "名称", "金额");
            sheet.value(1, 0, "甲");
            sheet.value(1, 1, 1);
            sheet.value(2, 0, "乙");
            sheet.value(2, 1, 2);
            sheet.value(3, 1, 3);
            sheet.range(2, 0, 3, 0).merge();
            sheet.value(4, 0, "丙");
        });
        assertThat(read(file, null))
                .containsExactly("[名称, 金额]", "2 [甲, 1]", "3 MERGED_CELLS", "4 MERGED_CELLS", "5 [丙, ]");
    }

    @Test
    void formulasCountByTheirSavedResult() throws IOException {
        Path file = raw("""
                <row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1" t="inlineStr"><is><t>b</t></is></c></row>
                <row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="str"><f>"x"&amp;"y"</f><v>xy</v></c></row>
                <row r="3"><c r="A3"><f>1+1</f></c></row>
                <row r="4"><c r="A4" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>
                <row r="6"><c r="B6"><v>7</v></c><c r="C6"><v>8</v></c></row>
                """);
        assertThat(read(file, null))
                .containsExactly(
                        "[a, b]", "2 [2, xy]", "3 FORMULA_WITHOUT_RESULT", "4 CELL_ERROR", "6 WRONG_COLUMN_COUNT");
    }

    @Test
    void aNumberOfMoreDigitsThanASpreadsheetKeepsIsRefused() throws IOException {
        Path file = raw("""
                <row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>
                <row r="2"><c r="A2"><v>9.9991234567890099E+18</v></c></row>
                <row r="3"><c r="A3" t="inlineStr"><is><t>9999123456789012345</t></is></c></row>
                """);
        assertThat(read(file, null)).containsExactly("[a]", "2 NUMBER_SHORTENED", "3 [9999123456789012345]");
    }

    @Test
    void aSheetIsChosenByName() throws IOException {
        Path file = workbook(sheet -> header(sheet, "名称"));
        assertThat(read(file, "单位")).containsExactly("[名称]", "2 [甲]");
        assertThatThrownBy(() -> read(file, "人员")).hasMessageContaining("项目").hasMessageContaining("单位");
    }

    @Test
    void whatIsNoPlainWorkbookIsRefusedWithTheWayOut() throws IOException {
        byte[] old = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1, 0};
        Files.write(file(), old);
        assertThatThrownBy(() -> read(file(), null)).isInstanceOf(Refusal.class).hasMessageContaining(".xlsx");

        Files.write(file(), new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 0, 0});
        assertThatThrownBy(() -> read(file(), null)).isInstanceOf(Refusal.class).hasMessageContaining("table.xlsx");
    }

    @Test
    void aZipBombIsFoundByCountingAndNotByWhatItSays() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file()))) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                zip.write(zeros);
            }
        }
        assertThatThrownBy(() -> read(file(), null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("too large unpacked");
    }

    @Test
    void moreColumnsThanAnyTableHasAreRefused() throws IOException {
        Path csv = Files.writeString(folder.resolve("wide.csv"), ",".repeat(1_000_000) + "\n");
        assertThatThrownBy(() -> read(csv, null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("1000001")
                .hasMessageContaining("delimiter");
    }

    @Test
    void aNumberThatNobodyCouldWriteOutIsRefusedByItsRow() throws IOException {
        for (String number : List.of("1e4000000", "1e-4000000", "1e99999999999", "x")) {
            Path file = raw("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a</v></c></row><row r=\"2\"><c r=\"A2\"><v>" + number
                    + "</v></c></row>");
            assertThat(read(file, null))
                    .as(number)
                    .hasSize(2)
                    .last()
                    .asString()
                    .containsAnyOf("BAD_VALUE", "CELL_ERROR");
        }
    }

    @Test
    void whatTheFormatDoesNotKnowIsAFaultOfTheFile() throws IOException {
        for (String row : List.of(
                "<row r=\"2\"><c r=\"1A\"><v>1</v></c></row>",
                "<row r=\"2\"><c r=\"ZZZZZ3\"><v>1</v></c></row>",
                "<row r=\"abc\"><c r=\"A2\"><v>1</v></c></row>",
                "<row r=\"99999999999\"><c r=\"A2\"><v>1</v></c></row>",
                "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>x</v></c></row>",
                "<row r=\"2\"><c r=\"A2\" t=\"zz\"><v>1</v></c></row>")) {
            Path file = raw("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a</v></c></row>" + row);
            assertThatThrownBy(() -> read(file, null)).as(row).isInstanceOf(FileRefused.class);
        }
    }

    /** A workbook whose one sheet has these rows. */
    private Path raw(String rows) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file()))) {
            entry(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                    <Override PartName="/xl/workbook.xml" \
                    ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
                    </Types>""");
            entry(zip, "xl/workbook.xml", """
                    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
                    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
                    <sheets><sheet name="s" sheetId="1" r:id="rId1"/></sheets></workbook>""");
            entry(zip, "xl/_rels/workbook.xml.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" \
                    Target="worksheets/sheet1.xml"/></Relationships>""");
            entry(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                            + "</sheetData></worksheet>");
        }
        return file();
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
