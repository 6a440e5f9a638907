package io.lianshu.explore;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A node as the statements bring it for being named.
 *
 * @param texts values of the properties that may name it, in the order of {@link Titles#properties()}
 */
record NamedNode(String id, String label, List<?> texts) {

    static NamedNode of(Map<?, ? extends @Nullable Object> row) {
        return new NamedNode(
                String.valueOf(row.get("id")),
                String.valueOf(row.get("label")),
                row.get("texts") instanceof List<?> texts ? texts : List.of());
    }
}
