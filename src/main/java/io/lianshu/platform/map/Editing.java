package io.lianshu.platform.map;

import io.lianshu.platform.viewer.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may enter and correct a type's nodes by hand.
 *
 * @param by roles that may
 * @param rule predicate file {@code room/name} a node must satisfy besides, or null
 * @param merges whether two nodes that turn out to be one may be made one
 */
public record Editing(Set<Role> by, @Nullable String rule, boolean merges) {

    public Editing {
        by = Set.copyOf(by);
    }
}
