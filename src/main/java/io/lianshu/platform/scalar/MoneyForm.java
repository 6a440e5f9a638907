package io.lianshu.platform.scalar;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Money: a decimal text of yuan with two places on the wire, a {@link BigDecimal} of yuan with scale two inside, a long
 * of fen in the graph. A mean of amounts, a double of fen in the graph, is rounded half to even.
 */
record MoneyForm() implements ScalarForm {

    private static final String TYPE = "Money";
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,17}(\\.\\d{1,2})?");
    /** From here on a double no longer tells every fen from the next. */
    private static final double EXACT = 1e13;

    private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE, 2);
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE, 2);

    @Override
    public Object coerce(Object input) {
        if (input instanceof String text) {
            return parse(text);
        }
        if (input instanceof BigDecimal yuan) {
            return exact(yuan);
        }
        if (input instanceof BigInteger yuan) {
            return exact(new BigDecimal(yuan));
        }
        if (input instanceof Long || input instanceof Integer || input instanceof Short || input instanceof Byte) {
            return exact(BigDecimal.valueOf(((Number) input).longValue()));
        }
        if (input instanceof Double yuan && Double.isFinite(yuan)) {
            if (Math.abs(yuan) >= EXACT) {
                throw new BadValue(TYPE, "金额过大，数字形式不精确，请改用文本", "too large to be exact as a number, write it as a text");
            }
            return exact(BigDecimal.valueOf(yuan));
        }
        throw bad();
    }

    @Override
    public @Nullable Object toGraph(@Nullable Object coerced) {
        return coerced == null
                ? null
                : ((BigDecimal) coerce(coerced)).unscaledValue().longValueExact();
    }

    /** A whole number is fen, as in the graph; a decimal is yuan. */
    @Override
    public Object wire(Object value) {
        if (value instanceof Long fen) {
            return written(fen);
        }
        if (value instanceof String) {
            return value;
        }
        if (value instanceof BigDecimal yuan) {
            return exact(yuan).toPlainString();
        }
        if (value instanceof Double fen && Math.abs(fen) < Long.MAX_VALUE) {
            return written((long) Math.rint(fen));
        }
        throw BadValue.inGraph(TYPE, value);
    }

    @Override
    public Object parse(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw bad();
        }
        return exact(new BigDecimal(text));
    }

    /** Exponents as in 1E+1000000000 or 1E-1000000000 are refused before anything is written out at their length. */
    private static BigDecimal exact(BigDecimal yuan) {
        BigDecimal shortest = yuan.stripTrailingZeros();
        if (shortest.scale() > 2) {
            throw bad();
        }
        if ((long) shortest.precision() - shortest.scale() > 18) {
            throw outOfRange();
        }
        BigDecimal exact = shortest.setScale(2, RoundingMode.UNNECESSARY);
        if (exact.compareTo(LEAST) < 0 || exact.compareTo(MOST) > 0) {
            throw outOfRange();
        }
        return exact;
    }

    private static String written(long fen) {
        long yuan = fen / 100;
        long rest = Math.abs(fen % 100);
        StringBuilder text = new StringBuilder(24);
        if (fen < 0 && yuan == 0) {
            text.append('-');
        }
        text.append(yuan).append('.');
        if (rest < 10) {
            text.append('0');
        }
        return text.append(rest).toString();
    }

    private static BadValue bad() {
        return new BadValue(
                TYPE,
                "应为以元为单位、至多两位小数的金额，如 \"1250000.00\"",
                "must be an amount in yuan with at most two decimals, such as \"1250000.00\"");
    }

    private static BadValue outOfRange() {
        return new BadValue(
                TYPE,
                "超出范围，应在 %s 与 %s 之间".formatted(LEAST, MOST),
                "out of range, must be from %s to %s".formatted(LEAST, MOST));
    }
}
