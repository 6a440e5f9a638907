package io.lianshu.platform.read;

import io.lianshu.platform.map.MapType.NodeType;
import io.lianshu.platform.viewer.Viewer;

/** The visibility rules, for the few statements that are not compiled from a selection. */
public final class NodeVisibility {

    private static final String EVERYBODY = "true";

    private final VisibilityRules rules;

    NodeVisibility(VisibilityRules rules) {
        this.rules = rules;
    }

    /** A boolean expression over {@code this}, {@code $viewer} and {@code $now}: whether the viewer sees the node. */
    public String predicate(NodeType type, Viewer viewer) {
        String predicate = rules.predicate(type.name(), "this", viewer);
        return predicate == null ? EVERYBODY : predicate;
    }
}
