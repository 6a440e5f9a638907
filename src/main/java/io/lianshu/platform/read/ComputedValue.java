package io.lianshu.platform.read;

import io.lianshu.platform.viewer.Viewer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Answers one {@code @computed} field. A room contributes it as a bean; it is asked once per request and place in the
 * selection, with all rows at once.
 */
public interface ComputedValue {

    /** The field, as {@code Type.field}. */
    String field();

    /**
     * Values for the rows, in their order.
     *
     * @param rows the needed properties of each node or map by name, as Java values; absent ones are null
     * @return as many values, each JSON-ready (text, number, boolean, or a list of these) or null
     */
    CompletableFuture<List<@Nullable Object>> compute(List<Map<String, @Nullable Object>> rows, Viewer viewer);
}
