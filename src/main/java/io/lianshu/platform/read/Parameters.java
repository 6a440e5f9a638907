package io.lianshu.platform.read;

import io.lianshu.platform.viewer.Viewer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Parameter;

/** The parameters of a statement under construction; no value of a request is ever part of its text. */
final class Parameters {

    /**
     * One parameter.
     *
     * @param conversion from the coerced argument to what the driver takes; refuses what is out of range
     */
    record Slot(String name, Operand operand, Conversion conversion) {}

    /** From a request's value to the parameter's, for the viewer who asks. */
    interface Conversion {
        @Nullable
        Object apply(@Nullable Object value, Viewer viewer);
    }

    private final List<Slot> slots = new ArrayList<>();

    Parameter<?> add(Operand operand, UnaryOperator<@Nullable Object> conversion) {
        return addFor(operand, (value, viewer) -> conversion.apply(value));
    }

    /** A parameter whose value depends on the viewer too. */
    Parameter<?> addFor(Operand operand, Conversion conversion) {
        String name = "p" + slots.size();
        slots.add(new Slot(name, operand, conversion));
        return Cypher.parameter(name);
    }

    Parameter<?> add(Operand operand) {
        return add(operand, UnaryOperator.identity());
    }

    List<Slot> slots() {
        return List.copyOf(slots);
    }

    static Map<String, @Nullable Object> bind(List<Slot> slots, Map<String, ?> variables, Viewer viewer) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        for (Slot slot : slots) {
            result.put(slot.name(), slot.conversion().apply(slot.operand().in(variables), viewer));
        }
        return result;
    }
}
