package io.lianshu.exchange.mapping;

import java.util.regex.Pattern;

/** Keeps a spreadsheet from taking a text for a formula, by an apostrophe before it that an import takes away again. */
public final class FormulaGuard {

    private static final Pattern BEGINS_ONE = Pattern.compile("(?s)'*[\\p{Cf}]*[=+\\-@\\t\\r＝＋－＠].*");

    private FormulaGuard() {}

    /** The text as it may stand in a file; one that already begins so gets one apostrophe more. */
    public static String guarded(String text) {
        return BEGINS_ONE.matcher(text).matches() ? "'" + text : text;
    }

    /** The text that was guarded. */
    static String plain(String cell) {
        return cell.startsWith("'") && BEGINS_ONE.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
