package io.lianshu.platform.scalar;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * How a scalar looks in its three places: in the graph, inside the hub (coerced), and on the wire. Stateless and safe
 * to share.
 */
public interface ScalarForm {

    /** The form of a scalar type; a name that is no scalar of the hub is an enum's, whose values are texts. */
    static ScalarForm of(String type) {
        return switch (type) {
            case "Int" -> WholeForm.INT;
            case "Long" -> WholeForm.LONG;
            case "Float" -> new FloatForm();
            case "Boolean" -> new BooleanForm();
            case "Money" -> new MoneyForm();
            case "Date" -> new DateForm();
            case "DateTime" -> new DateTimeForm();
            default -> new TextForm(type);
        };
    }

    /**
     * What a client sent (text, number, or already coerced) as the hub holds it.
     *
     * @throws io.lianshu.platform.refusal.Refusal {@code BAD_VALUE}, saying what would be right
     */
    Object coerce(Object input);

    /** A coerced value as a parameter of a statement; null stays null. */
    @Nullable
    Object toGraph(@Nullable Object coerced);

    /**
     * A Java value, as the driver or the hub holds it, ready for JSON; one that is so already passes unchanged.
     *
     * @throws IllegalStateException when the value is of another kind, which is a fault of the map or the data
     */
    Object wire(Object value);

    /** A graph value ready for JSON; null for the graph's null. */
    default @Nullable Object toWire(Value value) {
        Object held = value.asObject();
        return held == null ? null : wire(held);
    }

    /**
     * A text as on the wire, coerced.
     *
     * @throws io.lianshu.platform.refusal.Refusal {@code BAD_VALUE}, saying what would be right
     */
    Object parse(String text);
}
