package io.lianshu.exchange;

import io.lianshu.exchange.mapping.FormulaGuard;
import io.lianshu.exchange.mapping.ImportPlan;
import io.lianshu.exchange.mapping.ImportPlan.FieldPart;
import io.lianshu.exchange.mapping.ImportPlan.FieldPlan;
import io.lianshu.exchange.mapping.ImportPlan.KeyPart;
import io.lianshu.exchange.mapping.ImportPlan.LinkPlan;
import io.lianshu.exchange.mapping.ImportPlan.NodePart;
import io.lianshu.exchange.mapping.ImportPlan.NodePlan;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.MapField.Plurality;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.map.MapType.AbstractType;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns answers into a template's rows: one for each thing that a node leads to, with the node's own cells in each. */
final class ExportRows {

    private final ImportPlan plan;
    private final GraphMap map;
    private final ExportQuery query;
    private final Following following;

    /** Reads the edges of a connection that lie beyond its first page. */
    interface Following {
        List<JsonNode> rest(String id, NodePlan owner, RelationField field, String inner, JsonNode connection);
    }

    ExportRows(ImportPlan plan, GraphMap map, ExportQuery query, Following following) {
        this.plan = plan;
        this.map = map;
        this.query = query;
        this.following = following;
    }

    /** A row that grows: its cells by column, and the ids of the nodes that it names. */
    private record Draft(Map<String, String> cells, Map<Integer, String> ids) {

        Draft over(Draft below) {
            Draft both = new Draft(new LinkedHashMap<>(below.cells), new HashMap<>(below.ids));
            both.cells.putAll(cells);
            both.ids.putAll(ids);
            return both;
        }
    }

    /** Rows of one node where rows begin; none when the template would have nothing to say of it. */
    List<Map<String, String>> of(JsonNode node) {
        NodePlan first = plan.nodes().get(plan.root());
        return drafts(first, node, "", Set.of(first.index()), Map.of()).stream()
                .filter(this::isWhole)
                .filter(this::saysSomething)
                .map(Draft::cells)
                .toList();
    }

    private List<Draft> drafts(
            NodePlan node, JsonNode json, String alias, Set<Integer> passed, Map<Integer, String> known) {
        String id = json.path(alias + "id").asString();
        Draft base = new Draft(new LinkedHashMap<>(node.demanded()), new HashMap<>(known));
        base.ids().put(node.index(), id);
        node.fields()
                .forEach(field -> put(field, json.path(alias + field.field().name()), base.cells()));
        List<Led> several = new ArrayList<>();
        query.links(node, passed).forEach((field, links) -> {
            List<Draft> led = new ArrayList<>();
            for (JsonNode edge : edges(node, id, field, links, json.path(alias + field.name()), passed)) {
                JsonNode target = field.plurality() == Plurality.CONNECTION ? edge.path("node") : edge;
                LinkPlan link = fitting(field, links, target);
                if (link == null) {
                    continue;
                }
                NodePlan other = plan.nodes().get(link.target());
                boolean union = map.type(field.target()) instanceof AbstractType;
                Set<Integer> further = new HashSet<>(passed);
                further.add(other.index());
                List<Draft> found = drafts(other, target, union ? ExportQuery.aliasOf(other) : "", further, base.ids());
                found.forEach(draft -> link.properties()
                        .forEach(property ->
                                put(property, edge.path(property.field().name()), draft.cells())));
                if (field.plurality() == Plurality.ONE && found.size() == 1) {
                    base.cells().putAll(found.get(0).cells());
                    base.ids().putAll(found.get(0).ids());
                } else {
                    led.addAll(found);
                }
            }
            if (!led.isEmpty()) {
                several.add(new Led(
                        led,
                        links.stream()
                                .anyMatch(
                                        link -> plan.nodes().get(link.target()).isRequired())));
            }
        });
        List<Draft> whole = several.isEmpty() ? List.of(base) : apart(base, several);
        whole.forEach(draft -> name(node, draft));
        return whole;
    }

    /** What one field leads to, and whether each row must have one of it. */
    private record Led(List<Draft> drafts, boolean required) {}

    /** A row for each thing that one of the fields leads to, with the first of each other field that a row must have. */
    private static List<Draft> apart(Draft base, List<Led> several) {
        List<Draft> rows = new ArrayList<>();
        for (int at = 0; at < several.size(); at++) {
            Draft below = base;
            for (int other = 0; other < several.size(); other++) {
                if (other != at && several.get(other).required()) {
                    below = several.get(other).drafts().get(0).over(below);
                }
            }
            for (Draft draft : several.get(at).drafts()) {
                rows.add(draft.over(below));
            }
        }
        return rows;
    }

    private List<JsonNode> edges(
            NodePlan node, String id, RelationField field, List<LinkPlan> links, JsonNode value, Set<Integer> passed) {
        if (field.plurality() == Plurality.ONE) {
            return value.isObject() ? List.of(value) : List.of();
        }
        JsonNode listed = field.plurality() == Plurality.CONNECTION ? value.path("edges") : value;
        List<JsonNode> edges = new ArrayList<>();
        StreamSupport.stream(listed.spliterator(), false).forEach(edges::add);
        if (value.path("pageInfo").path("hasNextPage").asBoolean(false)) {
            edges.addAll(following.rest(id, node, field, query.inner(field, links, passed), value));
        }
        return edges;
    }

    private @Nullable LinkPlan fitting(RelationField field, List<LinkPlan> links, JsonNode target) {
        if (!(map.type(field.target()) instanceof AbstractType)) {
            return links.get(0);
        }
        String type = target.path("__typename").asString("");
        return links.stream()
                .filter(link -> plan.nodes().get(link.target()).type().name().equals(type))
                .findFirst()
                .orElse(null);
    }

    private static void put(FieldPlan field, JsonNode value, Map<String, String> cells) {
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        if (field.isPoint()) {
            cells.put(field.columns().get(0), value.path("latitude").asString());
            cells.put(field.columns().get(1), value.path("longitude").asString());
        } else if (field.split() != null && value.isArray()) {
            cells.put(
                    field.columns().get(0),
                    StreamSupport.stream(value.spliterator(), false)
                            .map(ExportRows::text)
                            .collect(Collectors.joining(field.split())));
        } else {
            String text = text(value);
            cells.put(field.columns().get(0), field.isText() ? FormulaGuard.guarded(text) : text);
        }
    }

    private static String text(JsonNode value) {
        return value.isObject() ? value.path("code").asString() : value.asString();
    }

    /** Where the row's key does not give the node's id, as when it is sealed, the id stands in the key's place. */
    private void name(NodePlan node, Draft draft) {
        String id = draft.ids().get(node.index());
        if (id == null || id.equals(keyed(node, draft))) {
            return;
        }
        node.keys().stream()
                .flatMap(List::stream)
                .filter(FieldPart.class::isInstance)
                .map(part -> node.fields().get(((FieldPart) part).field()))
                .filter(field -> field.columns().size() == 1 && field.isText())
                .min((one, other) -> Boolean.compare(
                        other.field().secrecy().sealed(), one.field().secrecy().sealed()))
                .ifPresent(field -> draft.cells().put(field.columns().get(0), id));
    }

    private static @Nullable String keyed(NodePlan node, Draft draft) {
        List<KeyPart> key = key(node, draft);
        return key == null
                ? null
                : NodeId.of(
                        node.type().kind(),
                        key.stream()
                                .map(part -> String.valueOf(part(node, part, draft)))
                                .toList());
    }

    /** The key by which an import of the row finds the node: the first that is whole. */
    private static @Nullable List<KeyPart> key(NodePlan node, Draft draft) {
        return node.keys().stream()
                .filter(key -> key.stream().allMatch(part -> part(node, part, draft) != null))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String part(NodePlan node, KeyPart part, Draft draft) {
        return part instanceof NodePart other
                ? draft.ids().get(other.node())
                : part(node.fields().get(((FieldPart) part).field()), draft);
    }

    private static @Nullable String part(FieldPlan field, Draft draft) {
        String cell = draft.cells().get(field.columns().get(0));
        if (cell == null || field.field().secrecy().sealed()) {
            return null;
        }
        return field.field().type().equals("DateTime")
                ? OffsetDateTime.parse(cell).toInstant().toString()
                : cell;
    }

    /** Whether whatever a row must name is there. */
    private boolean isWhole(Draft draft) {
        return plan.nodes().stream()
                .filter(NodePlan::isRequired)
                .allMatch(node -> draft.ids().containsKey(node.index())
                        || node.fields().stream()
                                .flatMap(field -> field.columns().stream())
                                .anyMatch(draft.cells()::containsKey));
    }

    /** Whether there is more than what the first node is known by. */
    private boolean saysSomething(Draft draft) {
        NodePlan first = plan.nodes().get(plan.root());
        Set<String> known = new HashSet<>();
        Set<Integer> within = new HashSet<>(Set.of(first.index()));
        List<KeyPart> key = key(first, draft);
        Stream<KeyPart> parts = key == null ? first.keys().stream().flatMap(List::stream) : key.stream();
        parts.forEach(part -> {
            if (part instanceof FieldPart field) {
                known.addAll(first.fields().get(field.field()).columns());
            } else {
                within.add(((NodePart) part).node());
            }
        });
        return draft.ids().keySet().stream().anyMatch(node -> !within.contains(node) && !isKeyOfKey(node, within))
                || first.fields().stream()
                        .flatMap(field -> field.columns().stream())
                        .anyMatch(column ->
                                !known.contains(column) && draft.cells().containsKey(column));
    }

    /** A lot by which an award is known, by which a contract is. */
    private boolean isKeyOfKey(int node, Set<Integer> within) {
        return within.stream()
                .flatMap(owner -> plan.nodes().get(owner).keys().stream().flatMap(List::stream))
                .anyMatch(part -> part instanceof NodePart other && other.node() == node);
    }
}
