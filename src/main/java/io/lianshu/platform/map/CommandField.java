package io.lianshu.platform.map;

import io.lianshu.platform.map.MapType.NodeType;
import io.lianshu.platform.viewer.Role;
import java.util.Set;

/**
 * A mutation.
 *
 * @param subject type of the node that its payload shows
 * @param by roles that may
 */
public record CommandField(String name, NodeType subject, Set<Role> by) {

    public CommandField {
        by = Set.copyOf(by);
    }
}
