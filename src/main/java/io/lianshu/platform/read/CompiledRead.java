package io.lianshu.platform.read;

import io.lianshu.platform.read.Parameters.Slot;
import io.lianshu.platform.viewer.Viewer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One root field, compiled: the same for every request whose document, structure of variables and viewer's rights are
 * the same.
 *
 * @param text the statement; one row, one column
 * @param required whether the SDL declares the root field non-null
 * @param arguments the root field's arguments
 * @param checks checks of the request's arguments that no type can express
 * @param supplied where parameters come from that are none of the arguments
 * @param sealedConditions with how many values it compares sealed fields
 * @param ran whether it was run before; the first run includes the database's planning
 */
record CompiledRead(
        String text,
        List<Slot> slots,
        Shape shape,
        boolean required,
        Cost cost,
        Map<String, Operand> arguments,
        List<ArgumentCheck> checks,
        List<StatementParameters> supplied,
        int sealedConditions,
        AtomicBoolean ran) {

    /** The statement's parameters for one request; refuses what is out of range. */
    Map<String, @Nullable Object> bind(Map<String, ?> variables, Viewer viewer) {
        if (checks.isEmpty() && supplied.isEmpty()) {
            return Parameters.bind(slots, variables, viewer);
        }
        Map<String, Object> given = new LinkedHashMap<>();
        arguments.forEach((name, operand) -> {
            Object value = operand.in(variables);
            if (value != null) {
                given.put(name, value);
            }
        });
        checks.forEach(check -> check.check(given));
        Map<String, @Nullable Object> result = Parameters.bind(slots, variables, viewer);
        supplied.forEach(source -> result.putAll(source.parameters(given, viewer)));
        return result;
    }
}
