package io.lianshu.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeWorkbookIT {

    private static final int ROWS = 80_000;
    private static final int COLUMNS = 20;

    @TempDir
    private Path folder;

    @Test
    void sixteenHundredThousandCellsAreReadInTwoHundredMegabytes() throws Exception {
        Path file = folder.resolve("large.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("标段");
            for (int column = 0; column < COLUMNS; column++) {
                sheet.value(0, column, "列" + column);
            }
            for (int row = 1; row <= ROWS; row++) {
                for (int column = 0; column < COLUMNS; column++) {
                    if (column % 2 == 0) {
                        sheet.inlineString(row, column, "第" + row + "行第" + column + "列");
                    } else {
                        sheet.value(row, column, row * 1000.25 + column);
                    }
                }
                if (row % 1000 == 0) {
                    sheet.flush();
                }
            }
            sheet.finish();
        }

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx200m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeWorkbook.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains(ROWS + " rows, " + ROWS * COLUMNS + " cells");
    }
}
