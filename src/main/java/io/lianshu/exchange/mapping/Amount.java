package io.lianshu.exchange.mapping;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount of money as people write it: with a sign of the currency, groups of three digits, and a unit. */
final class Amount {

    private static final Pattern WRITTEN = Pattern.compile(
            "(?:人民币|RMB|CNY)?\\s*[¥]?\\s*(-?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|-?\\d+(?:\\.\\d+)?)\\s*(亿元|万元|元|亿|万)?整?");

    private Amount() {}

    /**
     * The amount in yuan when the text names its unit, without it the bare number, and the text itself when it is no
     * amount; a unit in the cell counts more than a factor of the mapping.
     */
    static Read read(String text) {
        Matcher written =
                WRITTEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).strip());
        if (!written.matches()) {
            return new Read(text, false);
        }
        String number = written.group(1).replace(",", "");
        String unit = written.group(2);
        return unit == null
                ? new Read(number, false)
                : new Read(
                        new BigDecimal(number)
                                .multiply(yuan(unit))
                                .stripTrailingZeros()
                                .toPlainString(),
                        true);
    }

    /** @param inYuan whether the cell itself named the unit */
    record Read(String text, boolean inYuan) {}

    /** What a unit is in yuan. */
    static BigDecimal yuan(String unit) {
        return switch (unit.charAt(0)) {
            case '亿' -> BigDecimal.valueOf(100_000_000);
            case '万' -> BigDecimal.valueOf(10_000);
            default -> BigDecimal.ONE;
        };
    }
}
