package io.lianshu.platform.read;

import io.lianshu.platform.read.Parameters.Slot;
import io.lianshu.platform.viewer.Viewer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One root field, compiled: the same for every request whose document, structure of variables and viewer's rights are
 * the same.
 *
 * @param text the statement; one row, one column
 * @param required whether the SDL declares the root field non-null
 * @param checked checks of the request's arguments that no type can express
 */
record CompiledRead(
        String text, List<Slot> slots, Shape shape, boolean required, Cost cost, List<RequestCheck> checked) {

    /** A check of one request's variables; refuses by throwing. */
    interface RequestCheck {
        void check(Map<String, ?> variables);
    }

    Map<String, @Nullable Object> bind(Map<String, ?> variables, Viewer viewer) {
        checked.forEach(check -> check.check(variables));
        return Parameters.bind(slots, variables, viewer);
    }
}
