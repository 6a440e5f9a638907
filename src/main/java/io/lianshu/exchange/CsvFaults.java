package io.lianshu.exchange;

import io.lianshu.exchange.CsvLines.Flaw;
import io.lianshu.exchange.mapping.Fault;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a line of a CSV file as such. */
final class CsvFaults {

    static final Fault MISPLACED_QUOTE = new Fault(
            "MISPLACED_QUOTE",
            "引号之后还有字符",
            "there are characters after a closing quote",
            "单元格内的引号应写成两个引号",
            "write a quote inside a quoted cell twice");

    private static final Fault UNCLOSED = new Fault(
            "UNCLOSED_QUOTE",
            "引号没有闭合",
            "a quote is not closed",
            "补上闭合的引号；单元格内的引号应写成两个引号",
            "close the quote; write a quote inside a quoted cell twice");
    private static final Fault TOO_LONG = new Fault(
            "LINE_TOO_LONG",
            "行超过四百万字符",
            "the line has more than four million characters",
            "检查换行符与编码",
            "check the line ends and the encoding");
    private static final Fault NUL = new Fault(
            "NUL_CHARACTER", "含空字符（NUL）", "contains NUL", "从来源重新导出此行", "export the row again from its source");

    private CsvFaults() {}

    static Fault of(Flaw flaw) {
        return flaw == Flaw.UNCLOSED ? UNCLOSED : TOO_LONG;
    }

    static Fault columns(int found, int expected) {
        return new Fault(
                "WRONG_COLUMN_COUNT",
                "有 %d 列，表头有 %d 列".formatted(found, expected),
                "has %d columns, the header has %d".formatted(found, expected),
                "补齐或删去多余的分隔符；含分隔符的单元格应加引号",
                "add or take away delimiters; quote cells that contain one");
    }

    /** What is wrong with the characters of a row, or null. */
    static @Nullable Fault inCells(String[] cells, Charset charset) {
        for (String cell : cells) {
            for (int i = 0; i < cell.length(); i++) {
                char c = cell.charAt(i);
                if (c == '\0') {
                    return NUL;
                }
                if (c == '\ufffd') {
                    return new Fault(
                            "WRONG_ENCODING",
                            "含不是 " + charset + " 的字节",
                            "contains bytes that are not " + charset,
                            "指定文件的编码：--encoding GB18030，上传时 encoding=GB18030",
                            "name the file's encoding: --encoding GB18030, of an upload encoding=GB18030");
                }
            }
        }
        return null;
    }
}
