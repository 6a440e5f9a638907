package io.lianshu.platform.scalar;

import org.jspecify.annotations.Nullable;

/** String, ID and every enum: a text everywhere; a number in the graph is written out. */
record TextForm(String type) implements ScalarForm {

    @Override
    public Object coerce(Object input) {
        if (input instanceof String) {
            return input;
        }
        if (input instanceof Enum<?> constant) {
            return constant.name();
        }
        throw new BadValue(type, "应为文本", "must be a text");
    }

    @Override
    public @Nullable Object toGraph(@Nullable Object coerced) {
        return coerced instanceof Enum<?> constant ? constant.name() : coerced;
    }

    @Override
    public Object wire(Object value) {
        if (value instanceof String) {
            return value;
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        throw BadValue.inGraph(type, value);
    }

    @Override
    public Object parse(String text) {
        return text;
    }
}
