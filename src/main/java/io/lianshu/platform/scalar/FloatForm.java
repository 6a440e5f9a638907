package io.lianshu.platform.scalar;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** Float: a finite double; what is not finite in the graph is null on the wire, as JSON has no word for it. */
record FloatForm() implements ScalarForm {

    private static final String TYPE = "Float";

    @Override
    public Object coerce(Object input) {
        if (input instanceof Number number) {
            return finite(number.doubleValue());
        }
        if (input instanceof String text) {
            return parse(text);
        }
        throw bad();
    }

    @Override
    public @Nullable Object toGraph(@Nullable Object coerced) {
        return coerced instanceof Number number ? (Object) number.doubleValue() : coerced;
    }

    @Override
    public Object wire(Object value) {
        if (value instanceof Double) {
            return value;
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw BadValue.inGraph(TYPE, value);
    }

    @Override
    public @Nullable Object toWire(Value value) {
        Object held = value.asObject();
        return held == null || (held instanceof Double number && !Double.isFinite(number)) ? null : wire(held);
    }

    @Override
    public Object parse(String text) {
        try {
            return finite(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            throw bad();
        }
    }

    private static Object finite(double number) {
        if (!Double.isFinite(number)) {
            throw bad();
        }
        return number;
    }

    private static BadValue bad() {
        return new BadValue(TYPE, "应为有限的数", "must be a finite number");
    }
}
