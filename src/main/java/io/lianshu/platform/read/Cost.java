package io.lianshu.platform.read;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many nodes a part of a selection reads at most, by the SDL's expectations and the request's page sizes.
 *
 * @param size the request's page size, or null when the SDL's expectation counts
 * @param expected expected number of nodes
 * @param below what is read for each of them
 */
record Cost(@Nullable Operand size, long expected, List<Cost> below) {

    static final Cost NONE = new Cost(null, 0, List.of());
    private static final long ENDLESS = Long.MAX_VALUE / 4;

    static Cost of(long expected, List<Cost> below) {
        return new Cost(null, expected, below);
    }

    long in(Map<String, ?> variables) {
        long count = size != null && size.in(variables) instanceof Number number
                ? Math.max(0, number.longValue())
                : expected;
        long each = 1;
        for (Cost cost : below) {
            each = Math.min(ENDLESS, each + cost.in(variables));
        }
        return count > ENDLESS / each ? ENDLESS : count * each;
    }
}
