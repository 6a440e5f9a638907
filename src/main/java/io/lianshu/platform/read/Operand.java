package io.lianshu.platform.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An argument as the compiler sees it: its structure is known, its scalar values may still be variables. A statement
 * compiled from operands serves every request whose variables have the same structure.
 */
sealed interface Operand {

    /** The value for one request. */
    @Nullable
    Object in(Map<String, ?> variables);

    /** What an argument is that was not given. */
    record Absent() implements Operand {
        @Override
        public @Nullable Object in(Map<String, ?> variables) {
            return null;
        }
    }

    /** A value written in the document, or one that shapes the statement (enum, boolean). */
    record Constant(Object value) implements Operand {
        @Override
        public Object in(Map<String, ?> variables) {
            return value;
        }
    }

    /** A scalar or list of scalars inside a variable; path elements are keys and list indexes. */
    record Variable(String name, List<Object> path) implements Operand {
        @Override
        public @Nullable Object in(Map<String, ?> variables) {
            Object value = variables.get(name);
            for (Object step : path) {
                value = step instanceof Integer index && value instanceof List<?> list
                        ? list.get(index)
                        : value instanceof Map<?, ?> map ? map.get(step) : null;
            }
            return value;
        }
    }

    /** An input object; fields that are absent or null are not in it. */
    record Fields(Map<String, Operand> fields) implements Operand {
        @Override
        public Object in(Map<String, ?> variables) {
            Map<String, @Nullable Object> result = new LinkedHashMap<>();
            fields.forEach((name, operand) -> result.put(name, operand.in(variables)));
            return result;
        }
    }

    /** A list written in the document or a variable's list of input objects. */
    record Items(List<Operand> items) implements Operand {
        @Override
        public Object in(Map<String, ?> variables) {
            List<@Nullable Object> result = new ArrayList<>();
            items.forEach(operand -> result.add(operand.in(variables)));
            return result;
        }
    }
}
