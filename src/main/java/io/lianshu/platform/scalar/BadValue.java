package io.lianshu.platform.scalar;

import io.lianshu.platform.refusal.Refusal;

/** A value that is not of its scalar; says what would be right and never repeats the value. */
final class BadValue extends Refusal {

    static final String CODE = "BAD_VALUE";

    BadValue(String type, String chinese, String english) {
        super(CODE, Kind.BAD_REQUEST, null, type + " 值不合规：" + chinese, "Not a " + type + ": " + english);
    }

    /** A value in the graph that its field's scalar cannot show. */
    static IllegalStateException inGraph(String type, Object value) {
        return new IllegalStateException(
                "A " + value.getClass().getSimpleName() + " in the graph cannot be shown as " + type);
    }
}
