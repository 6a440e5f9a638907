package io.lianshu.platform.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a command changed of one node. */
public record NodeChange(String label, String id, List<Field> fields) {

    public NodeChange {
        fields = List.copyOf(fields);
    }

    /**
     * One field, with its values as texts: as on the wire, a sealed one as its ciphertext, of a relation the other id.
     *
     * @param before null when there was none
     * @param after null when it was taken away
     */
    public record Field(
            String name, @Nullable String before, @Nullable String after) {}
}
