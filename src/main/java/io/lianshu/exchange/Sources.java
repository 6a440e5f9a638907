package io.lianshu.exchange;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens a file as what it is, by its first bytes and not by its name. */
final class Sources {

    private Sources() {}

    /**
     * A workbook's sheet or a text file.
     *
     * @param charset of a text file; null: UTF-8, or what its byte order mark says
     * @param delimiter of a text file
     * @param sheet of a workbook; null: the first that is not hidden
     * @throws io.lianshu.platform.refusal.Refusal when the file cannot be read as a table
     */
    static RowSource of(Path file, @Nullable Charset charset, char delimiter, @Nullable String sheet) {
        if (XlsxSource.looksLike(file)) {
            return XlsxSource.of(file, sheet);
        }
        if (sheet != null) {
            throw new FileRefused(
                    String.valueOf(file.getFileName()),
                    "不是工作簿，没有工作表 " + sheet,
                    "is no workbook and has no sheet " + sheet);
        }
        return CsvSource.of(file, charset, delimiter);
    }
}
