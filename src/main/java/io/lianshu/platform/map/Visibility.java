package io.lianshu.platform.map;

import io.lianshu.platform.viewer.Role;
import io.lianshu.platform.viewer.Viewer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who sees a type's nodes or a field.
 *
 * @param to roles that do; empty for everybody, the public included
 * @param rule predicate file {@code room/name} a node must satisfy besides, or null
 */
public record Visibility(Set<Role> to, @Nullable String rule) {

    public static final Visibility EVERYBODY = new Visibility(Set.of(), null);

    public Visibility {
        to = Set.copyOf(to);
    }

    public boolean admits(Viewer viewer) {
        return to.isEmpty() || viewer.hasAnyOf(to);
    }
}
