package io.lianshu.platform.read;

import io.lianshu.platform.viewer.Viewer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** State of completing one root field: the request's parameters, computed values, and the nulls that may not be. */
final class Completion {

    private final Viewer viewer;
    private final Map<String, @Nullable Object> parameters;
    private final Gathering computed;
    private final boolean checking;
    private final Deque<Object> path = new ArrayDeque<>();
    private final List<List<Object>> violations = new ArrayList<>();

    /** @param checking whether nulls in non-null places are found here; the stock executor finds them itself */
    Completion(Viewer viewer, Map<String, @Nullable Object> parameters, Gathering computed, boolean checking) {
        this.viewer = viewer;
        this.parameters = parameters;
        this.computed = computed;
        this.checking = checking;
    }

    Viewer viewer() {
        return viewer;
    }

    int number(String parameter) {
        return parameters.get(parameter) instanceof Number number ? number.intValue() : 0;
    }

    List<?> list(String parameter) {
        return parameters.get(parameter) instanceof List<?> list ? list : List.of();
    }

    @Nullable
    Object computed(ComputedShape shape, Value row) {
        return computed.result(shape, row);
    }

    void enter(Object step) {
        path.addLast(step);
    }

    void leave() {
        path.removeLast();
    }

    /**
     * A completed field or item as its holder takes it; {@link Shape#BUBBLE} when the holder must become null in its
     * place. The holder completes its other fields and items all the same, as each may have a null to report.
     *
     * @param step the field's key or the item's index
     */
    @Nullable
    Object settled(@Nullable Object completed, boolean required, Object step) {
        if (completed == Shape.BUBBLE) {
            return required ? Shape.BUBBLE : null;
        }
        if (completed == null && required && checking) {
            violated(step);
            return Shape.BUBBLE;
        }
        return completed;
    }

    /** Notes a null at the current path where none may be. */
    private void violated(Object step) {
        List<Object> place = new ArrayList<>(path.size() + 1);
        for (Iterator<Object> steps = path.iterator(); steps.hasNext(); ) {
            place.add(steps.next());
        }
        place.add(step);
        violations.add(place);
    }

    /** Paths below the root field, each ending at a null that may not be. */
    List<List<Object>> violations() {
        return violations;
    }
}
