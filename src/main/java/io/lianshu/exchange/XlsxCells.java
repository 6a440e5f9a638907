package io.lianshu.exchange;

import io.lianshu.exchange.mapping.Fault;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** A sheet's cells as a file of text would have them: numbers plain, dates in ISO 8601, formulas by their result. */
final class XlsxCells {

    /** What a number format says literally: quoted, escaped, in brackets, or as padding. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.|\\*.");

    private static final Pattern DATE_PART = Pattern.compile("[ymdhs年月日时分秒]");
    private static final LocalDateTime EPOCH = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final int DAYS_TO_1904 = 1462;
    private static final long MOST_DAYS = 2_958_465;
    private static final int MOST_DIGITS = 400;
    private static final int SECONDS_OF_DAY = 86_400;

    private final boolean since1904;

    XlsxCells(ReadableWorkbook workbook) {
        this.since1904 = workbook.isDate1904();
    }

    /** The row's texts, empty where there is no cell. */
    List<String> texts(Row row) {
        List<String> result = new ArrayList<>(row.getCellCount());
        for (int column = 0; column < row.getCellCount(); column++) {
            Cell cell = row.hasCell(column) ? row.getCell(column) : null;
            result.add(cell == null ? "" : text(cell));
        }
        return result;
    }

    /** What is wrong with the row's cells as such, or null. */
    @Nullable
    Fault fault(Row row) {
        for (Cell cell : row) {
            if (cell == null) {
                continue;
            }
            String raw = cell.getRawValue();
            boolean uncalculated = cell.getType() == CellType.FORMULA && (raw == null || raw.isEmpty());
            if (uncalculated) {
                return new Fault(
                        "FORMULA_WITHOUT_RESULT",
                        "单元格 " + cell.getAddress() + " 的公式没有保存结果",
                        "the formula in cell " + cell.getAddress() + " was saved without its result",
                        "用电子表格软件打开并保存一次，或把公式粘贴为数值",
                        "open and save the file in a spreadsheet program, or paste the formulas as values");
            }
            if (raw != null && isNumeric(cell, raw) && isBeyondReading(raw)) {
                return new Fault(
                        "BAD_VALUE",
                        "单元格 " + cell.getAddress() + " 的数字过大、过小或不是数字",
                        "the number in cell " + cell.getAddress() + " is too large, too small, or none",
                        "更正该单元格",
                        "correct the cell");
            }
            if (cell.getType() == CellType.NUMBER && !isDate(cell) && isShortened(raw)) {
                return new Fault(
                        "NUMBER_SHORTENED",
                        "单元格 " + cell.getAddress() + " 的数字超过十五位，电子表格已把其余位数改为零",
                        "the number in cell " + cell.getAddress()
                                + " has more than fifteen digits, and the spreadsheet has made the others zero",
                        "把该列设为文本格式，重新填写完整的号码",
                        "format the column as text and write the whole number again");
            }
            if (cell.getType() == CellType.ERROR || (raw != null && raw.startsWith("#") && isError(raw))) {
                return new Fault(
                        "CELL_ERROR",
                        "单元格 " + cell.getAddress() + " 是错误值 " + raw,
                        "cell " + cell.getAddress() + " holds the error " + raw,
                        "更正公式或单元格",
                        "correct the formula or the cell");
            }
        }
        return null;
    }

    private static boolean isShortened(@Nullable String raw) {
        if (raw == null || !isNumber(raw)) {
            return false;
        }
        BigDecimal number = new BigDecimal(raw);
        return number.precision() - number.scale() > 15;
    }

    private static boolean isNumeric(Cell cell, String raw) {
        return cell.getType() == CellType.NUMBER || (cell.getType() == CellType.FORMULA && isNumber(raw));
    }

    /** Whether writing it out would take thousands of digits. */
    private static boolean isBeyondReading(String raw) {
        try {
            BigDecimal number = new BigDecimal(raw);
            return Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS
                    || Math.abs((long) number.scale()) > MOST_DIGITS;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    private static boolean isError(String raw) {
        return List.of("#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!")
                .contains(raw);
    }

    static Fault merged(String reference) {
        return new Fault(
                "MERGED_CELLS",
                "此行含合并的单元格 " + reference,
                "the row has merged cells " + reference,
                "取消合并，并在每行填上各自的值",
                "unmerge them and give every row its own values");
    }

    private String text(Cell cell) {
        String raw = cell.getRawValue();
        if (raw == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getType() == CellType.BOOLEAN) {
            return raw.equals("1") ? "true" : "false";
        }
        if (!isNumeric(cell, raw) || isBeyondReading(raw)) {
            return cell.getType() == CellType.STRING ? String.valueOf(cell.getText()) : raw;
        }
        BigDecimal number = new BigDecimal(raw);
        return isDate(cell) ? date(number) : plain(number);
    }

    private static boolean isNumber(String raw) {
        return raw.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
    }

    /** What a spreadsheet shows of a binary number: fifteen digits. */
    private static String plain(BigDecimal number) {
        BigDecimal shown = number.round(new MathContext(15)).stripTrailingZeros();
        return (shown.scale() < 0 ? shown.setScale(0) : shown).toPlainString();
    }

    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id != null && ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58))) {
            return id != 48 && id != 49;
        }
        String format = cell.getDataFormatString();
        return format != null
                && !format.equalsIgnoreCase("General")
                && DATE_PART
                        .matcher(LITERAL.matcher(format).replaceAll("").toLowerCase(Locale.ROOT))
                        .find();
    }

    private String date(BigDecimal number) {
        long days = number.longValue();
        if (number.signum() < 0 || days > MOST_DAYS) {
            return plain(number);
        }
        long seconds = number.subtract(BigDecimal.valueOf(days))
                .multiply(BigDecimal.valueOf(SECONDS_OF_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        LocalDateTime time =
                EPOCH.plusDays(days + (since1904 ? DAYS_TO_1904 : 0)).plusSeconds(seconds);
        return time.truncatedTo(ChronoUnit.DAYS).equals(time)
                ? time.toLocalDate().toString()
                : time.truncatedTo(ChronoUnit.SECONDS).toString() + (time.getSecond() == 0 ? ":00" : "");
    }
}
