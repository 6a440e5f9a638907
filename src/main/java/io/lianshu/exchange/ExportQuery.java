package io.lianshu.exchange;

import io.lianshu.exchange.mapping.ImportPlan;
import io.lianshu.exchange.mapping.ImportPlan.FieldPlan;
import io.lianshu.exchange.mapping.ImportPlan.LinkPlan;
import io.lianshu.exchange.mapping.ImportPlan.NodePlan;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.MapField.Plurality;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.map.MapField.RootField;
import io.lianshu.platform.map.MapType.AbstractType;
import io.lianshu.platform.map.MapType.NodeType;
import io.lianshu.platform.viewer.Viewer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for a template's rows: the template's nodes from the one with which rows begin, through its links. What
 * is sealed is never asked for, and what is masked only as a viewer who sees it plain.
 */
final class ExportQuery {

    private static final int NESTED = 20;

    private final ImportPlan plan;
    private final GraphMap map;
    private final Viewer viewer;

    ExportQuery(ImportPlan plan, GraphMap map, Viewer viewer) {
        this.plan = plan;
        this.map = map;
        this.viewer = viewer;
    }

    /**
     * Where rows begin: a root field over the nodes, or one over nodes that lead to them by a field.
     *
     * @param step the field that leads on, or null when the root field gives the nodes themselves
     */
    record Start(String root, @Nullable RelationField step, String type) {}

    /** Finds it; null when no root field leads there. */
    @Nullable
    Start start() {
        NodePlan first = plan.nodes().get(plan.root());
        String direct = rootOf(first.type());
        if (direct != null) {
            return new Start(direct, null, first.type().name());
        }
        for (LinkPlan link : plan.links()) {
            NodeType other = plan.nodes().get(link.target()).type();
            String root = link.owner() == plan.root() ? rootOf(other) : null;
            RelationField back = root == null ? null : inverse(link, first.type(), other);
            if (root != null && back != null) {
                return new Start(root, back, other.name());
            }
        }
        return null;
    }

    private @Nullable String rootOf(NodeType type) {
        return map.roots().values().stream()
                .filter(field -> field instanceof RootField root
                        && root.plurality() == Plurality.CONNECTION
                        && root.target().equals(type.name()))
                .map(field -> field.name())
                .findFirst()
                .orElse(null);
    }

    private @Nullable RelationField inverse(LinkPlan link, NodeType from, NodeType other) {
        return other.fields().values().stream()
                .filter(RelationField.class::isInstance)
                .map(RelationField.class::cast)
                .filter(field -> field.relation().equals(link.field().relation())
                        && field.outgoing() != link.field().outgoing()
                        && field.visibility().admits(viewer)
                        && map.concrete(field.target()).contains(from))
                .findFirst()
                .orElse(null);
    }

    /** A page of the start's nodes. */
    String page(Start start, int size) {
        NodePlan first = plan.nodes().get(plan.root());
        RelationField step = start.step();
        String nodes = selection(first, "", Set.of(first.index()));
        String inner = step == null ? nodes : "id " + led(step, first.type(), nodes, "");
        return "query($after: String) { " + start.root() + "(first: " + size
                + ", after: $after) { totalCount edges { node { " + inner
                + " } } pageInfo { hasNextPage endCursor } } }";
    }

    /** The rest of what a field of one node leads to. */
    String rest(String owner, RelationField field, String inner) {
        return "query($id: ID!, $after: String) { node(id: $id) { ... on " + owner + " { "
                + connection(field, inner, ", after: $after") + " } } }";
    }

    /** The selection of the field that leads from a parent to the first node. */
    String led(RelationField step, NodeType type, String nodes, String unused) {
        String inner = map.type(step.target()) instanceof AbstractType
                ? "__typename ... on " + type.name() + " { " + nodes + " }"
                : nodes;
        return step.plurality() == Plurality.CONNECTION
                ? connection(step, "node { " + inner + " }", unused)
                : step.name() + " { " + inner + " }";
    }

    String firstSelection() {
        NodePlan first = plan.nodes().get(plan.root());
        return selection(first, "", Set.of(first.index()));
    }

    /** Links of a node, by the field that they follow; several when it leads to different types. */
    Map<RelationField, List<LinkPlan>> links(NodePlan node, Set<Integer> passed) {
        return plan.links().stream()
                .filter(link -> link.owner() == node.index() && !passed.contains(link.target()))
                .filter(link -> link.field().visibility().admits(viewer))
                .collect(Collectors.groupingBy(LinkPlan::field, LinkedHashMap::new, Collectors.toList()));
    }

    private String selection(NodePlan node, String alias, Set<Integer> passed) {
        StringBuilder text = new StringBuilder(named(alias, "id"));
        node.fields().stream()
                .filter(field -> isAsked(field.field()))
                .forEach(field -> text.append(' ').append(property(field, alias)));
        links(node, passed).forEach((field, links) -> text.append(' ').append(field(field, links, alias, passed)));
        return text.toString();
    }

    /** Whether the viewer gets the value itself. */
    boolean isAsked(PropertyField field) {
        return !field.secrecy().sealed()
                && field.visibility().admits(viewer)
                && (field.secrecy().mask() == null
                        || viewer.hasAnyOf(field.secrecy().unmasked()));
    }

    private static String property(FieldPlan plan, String alias) {
        String inner =
                plan.field().type().equals("Code") ? " { code }" : plan.isPoint() ? " { latitude longitude }" : "";
        return named(alias, plan.field().name()) + inner;
    }

    private String field(RelationField field, List<LinkPlan> links, String alias, Set<Integer> passed) {
        return field.plurality() == Plurality.CONNECTION
                ? alias(alias, field.name()) + connection(field, inner(field, links, passed), "")
                : named(alias, field.name()) + " { " + targets(field, links, passed) + " }";
    }

    /** What an edge of a connection is asked for. */
    String inner(RelationField field, List<LinkPlan> links, Set<Integer> passed) {
        String properties = links.get(0).properties().stream()
                .filter(property -> isAsked(property.field()))
                .map(property -> property(property, ""))
                .collect(Collectors.joining(" "));
        return properties + " node { " + targets(field, links, passed) + " }";
    }

    private String targets(RelationField field, List<LinkPlan> links, Set<Integer> passed) {
        boolean several = map.type(field.target()) instanceof AbstractType;
        StringBuilder text = new StringBuilder(several ? "__typename" : "");
        for (LinkPlan link : links) {
            NodePlan target = plan.nodes().get(link.target());
            Set<Integer> further = new HashSet<>(passed);
            further.add(target.index());
            String inner = selection(target, several ? aliasOf(target) : "", further);
            text.append(several ? " ... on " + target.type().name() + " { " + inner + " }" : inner);
        }
        return text.toString();
    }

    /** Types of a union may have fields of one name and different kinds. */
    static String aliasOf(NodePlan node) {
        return "n" + node.index() + "_";
    }

    private static String connection(RelationField field, String inner, String more) {
        return field.name() + "(first: " + NESTED + more + ") { edges { " + inner
                + " } pageInfo { hasNextPage endCursor } }";
    }

    private static String named(String alias, String field) {
        return alias(alias, field) + field;
    }

    private static String alias(String alias, String field) {
        return alias.isEmpty() ? "" : alias + field + ": ";
    }
}
