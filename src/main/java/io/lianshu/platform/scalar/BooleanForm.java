package io.lianshu.platform.scalar;

import org.jspecify.annotations.Nullable;

/** Boolean: true or false everywhere. */
record BooleanForm() implements ScalarForm {

    private static final String TYPE = "Boolean";

    @Override
    public Object coerce(Object input) {
        if (input instanceof Boolean) {
            return input;
        }
        if (input instanceof String text) {
            return parse(text);
        }
        throw bad();
    }

    @Override
    public @Nullable Object toGraph(@Nullable Object coerced) {
        return coerced;
    }

    @Override
    public Object wire(Object value) {
        if (value instanceof Boolean) {
            return value;
        }
        throw BadValue.inGraph(TYPE, value);
    }

    @Override
    public Object parse(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw bad();
        };
    }

    private static BadValue bad() {
        return new BadValue(TYPE, "应为 true 或 false", "must be true or false");
    }
}
