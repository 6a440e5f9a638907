package io.lianshu.platform.map;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object, interface or union of the SDL as the graph has it. */
public sealed interface MapType {

    String name();

    /** By name, in the SDL's order; a union has none. */
    Map<String, MapField> fields();

    /**
     * A type whose values are nodes.
     *
     * @param label label in the graph
     * @param kind prefix of its ids
     * @param keys alternatives of the natural key, the first whose fields are all given counts
     * @param fulltext full-text index over its names, or null
     * @param kept whether only the hub itself writes its nodes, and no file may
     * @param editing who may enter and correct its nodes by hand, or null when nobody may
     */
    record NodeType(
            String name,
            String label,
            String kind,
            List<List<String>> keys,
            @Nullable String fulltext,
            boolean kept,
            Visibility visibility,
            @Nullable Editing editing,
            Map<String, MapField> fields)
            implements MapType {}

    /** A type whose values are maps that a statement returns, or the properties of a relation. */
    record RecordType(String name, Map<String, MapField> fields) implements MapType {}

    /** An interface or union of node types; {@code members} are node types in the SDL's order. */
    record AbstractType(String name, boolean union, List<String> members, Map<String, MapField> fields)
            implements MapType {}
}
