package io.lianshu.platform.scalar;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Int and Long: whole numbers, a 64-bit integer in the graph. */
enum WholeForm implements ScalarForm {
    INT("Int", Integer.MIN_VALUE, Integer.MAX_VALUE) {
        @Override
        Object held(long number) {
            return (int) number;
        }
    },
    LONG("Long", Long.MIN_VALUE, Long.MAX_VALUE) {
        @Override
        Object held(long number) {
            return number;
        }
    };

    /** Doubles beyond this are no longer every whole number. */
    private static final double EXACT = 1L << 53;

    /** Longer texts are not worth the parsing. */
    private static final int LONGEST = 40;

    private final String type;
    private final long least;
    private final long most;

    WholeForm(String type, long least, long most) {
        this.type = type;
        this.least = least;
        this.most = most;
    }

    abstract Object held(long number);

    @Override
    public Object coerce(Object input) {
        if (input instanceof Long || input instanceof Integer || input instanceof Short || input instanceof Byte) {
            return within(((Number) input).longValue());
        }
        if (input instanceof BigInteger whole && whole.bitLength() < 64) {
            return within(whole.longValue());
        }
        if (input instanceof Double number && number == Math.rint(number) && Math.abs(number) <= EXACT) {
            return within(number.longValue());
        }
        if (input instanceof String text) {
            return parse(text);
        }
        throw bad();
    }

    @Override
    public @Nullable Object toGraph(@Nullable Object coerced) {
        return coerced instanceof Integer number ? (Object) number.longValue() : coerced;
    }

    @Override
    public Object wire(Object value) {
        if (value instanceof Long number) {
            if (number < least || number > most) {
                throw new IllegalStateException("A number in the graph is beyond " + type);
            }
            return this == LONG ? value : held(number);
        }
        if (value instanceof Integer number) {
            return held(number);
        }
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) <= EXACT) {
            return wire(number.longValue());
        }
        throw BadValue.inGraph(type, value);
    }

    @Override
    public Object parse(String text) {
        if (text.length() > LONGEST) {
            throw bad();
        }
        try {
            return within(new BigDecimal(text).longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            throw bad();
        }
    }

    private Object within(long number) {
        if (number < least || number > most) {
            throw bad();
        }
        return held(number);
    }

    private BadValue bad() {
        return new BadValue(
                type,
                "应为 %d 至 %d 的整数".formatted(least, most),
                "must be a whole number from %d to %d".formatted(least, most));
    }
}
