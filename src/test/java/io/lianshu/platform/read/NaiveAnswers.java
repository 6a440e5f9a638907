package io.lianshu.platform.read;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLTypeUtil;
import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.MapField;
import io.lianshu.platform.map.MapField.ComputedField;
import io.lianshu.platform.map.MapField.Plurality;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.map.MapField.RootField;
import io.lianshu.platform.map.MapType.NodeType;
import io.lianshu.platform.read.NaiveRules.Row;
import io.lianshu.platform.secret.Mask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers every field of the sample schema one by one from memory, under graphql-java's own execution: what a client
 * is told by the SDL's descriptions, in the plainest way.
 */
final class NaiveAnswers {

    private final GraphMap map;
    private final NaiveRules rules;
    private final CodeLists codes;
    private final List<List<Object>> places;
    private final NaiveStatements statements;

    NaiveAnswers(NaiveRules rules, CodeLists codes, List<List<Object>> places) {
        this.map = rules.map();
        this.rules = rules;
        this.codes = codes;
        this.places = places;
        this.statements = new NaiveStatements(this, rules);
    }

    Object answer(DataFetchingEnvironment field) {
        String name = field.getField().getName();
        Map<String, Object> arguments = field.getArguments();
        Object source = field.getSource();
        if (source instanceof SampleNode node) {
            return ofNode(node, name, field);
        }
        if (source instanceof NaivePage page) {
            return switch (name) {
                case "edges" ->
                    page.shown.stream().map(row -> edge(page, row, field)).toList();
                case "pageInfo" -> pageInfo(page);
                case "totalCount" -> page.all.size();
                default -> aggregate(page, field);
            };
        }
        if (source instanceof NaiveAggregate aggregate) {
            return aggregate.field(name, arguments);
        }
        return source == null ? root(name, field) : ((Map<?, ?>) source).get(name);
    }

    private Object root(String name, DataFetchingEnvironment field) {
        Map<String, Object> arguments = field.getArguments();
        if (!(map.roots().get(name) instanceof RootField root)) {
            return statements.ofRoot(name, arguments);
        }
        if (root.plurality() == Plurality.CONNECTION) {
            return page(rules.all(root.target()), root.target(), null, arguments);
        }
        if (root.plurality() == Plurality.LIST) {
            List<SampleNode> result = new ArrayList<>();
            ((List<?>) arguments.get("ids"))
                    .forEach(id -> result.add(seen(rules.graph().byId((String) id))));
            return result;
        }
        Map<String, Object> filter = new HashMap<>();
        arguments.forEach((key, value) -> {
            if (value != null) {
                filter.put(key, Map.of("eq", value));
            }
        });
        if (root.target().equals("Node")) {
            return seen(rules.graph().byId((String) arguments.get("id")));
        }
        return rules.all(root.target()).stream()
                .map(Row::node)
                .filter(node -> new NaiveFilter(rules).holds(filter, root.target(), node))
                .findFirst()
                .orElse(null);
    }

    private SampleNode seen(SampleNode node) {
        return node == null || !rules.visible(node) ? null : node;
    }

    private Object ofNode(SampleNode node, String name, DataFetchingEnvironment environment) {
        MapField field = map.type(node.type()).fields().get(name);
        if (field instanceof RelationField relation) {
            List<Row> reached = rules.reached(relation, node);
            return switch (relation.plurality()) {
                case ONE -> reached.isEmpty() ? null : reached.get(0).node();
                case LIST ->
                    page(reached, relation.target(), relation, environment.getArguments()).all.stream()
                            .limit(relation.atMost())
                            .map(Row::node)
                            .toList();
                case CONNECTION -> page(reached, relation.target(), relation, environment.getArguments());
            };
        }
        if (!field.visibility().admits(rules.viewer())) {
            return null;
        }
        if (field instanceof PropertyField property) {
            return shown(property, node.value(name));
        }
        return field instanceof ComputedField
                ? SampleComputed.of(node.type() + "." + name, node.values())
                : statements.ofNode(node, name, environment.getArguments());
    }

    @SuppressWarnings("unchecked")
    private NaivePage page(List<Row> rows, String typeName, RelationField relation, Map<String, Object> arguments) {
        Map<String, Object> filter = (Map<String, Object>) arguments.get("filter");
        Map<String, Object> near = (Map<String, Object>) arguments.get("near");
        String search = (String) arguments.get("search");
        NaiveFilter filters = new NaiveFilter(rules);
        List<Row> admitted = rows.stream()
                .filter(row -> filters.holds(filter, typeName, row.node()))
                .filter(row ->
                        near == null || NaiveFilter.within((double[]) row.node().value("spot"), near))
                .filter(row ->
                        search == null || isFound(search, (String) row.node().value("name")))
                .toList();
        boolean relationIds = relation != null && relation.properties() != null;
        NaiveOrder order =
                new NaiveOrder((List<?>) arguments.get("orderBy"), near, relationIds, rules.graph().elementIds);
        return new NaivePage(admitted, order, arguments, places);
    }

    private static boolean isFound(String search, String name) {
        for (String word : search.strip().split("\\s+")) {
            if (!name.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private Map<String, Object> edge(NaivePage page, Row row, DataFetchingEnvironment field) {
        Map<String, Object> result = new HashMap<>();
        result.put("cursor", page.cursor(row));
        result.put("node", row.node());
        if (row.edge() != null
                && GraphQLTypeUtil.unwrapAll(field.getFieldType()).getName().equals("MakerThingEdge")) {
            map.type("Making")
                    .fields()
                    .forEach((name, property) -> result.put(
                            name,
                            shown((PropertyField) property, row.edge().values().get(name))));
        }
        return result;
    }

    private static Map<String, Object> pageInfo(NaivePage page) {
        Map<String, Object> result = new HashMap<>();
        result.put("hasNextPage", page.hasNext);
        result.put("hasPreviousPage", page.hasPrevious);
        if (!page.shown.isEmpty()) {
            result.put("startCursor", page.cursor(page.shown.get(0)));
            result.put("endCursor", page.cursor(page.shown.get(page.shown.size() - 1)));
        }
        return result;
    }

    private NaiveAggregate aggregate(NaivePage page, DataFetchingEnvironment field) {
        String name = GraphQLTypeUtil.unwrapAll(field.getFieldType()).getName();
        NodeType type = (NodeType) map.type(name.substring(0, name.length() - "Aggregate".length()));
        return new NaiveAggregate(this, rules, type, page.all);
    }

    /** A stored value as the viewer is shown it. */
    Object shown(PropertyField property, Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof double[] place) {
            return Map.of("latitude", place[0], "longitude", place[1]);
        }
        if (property.type().equals("Code")) {
            String label = codes.label(
                    property.codeList(), (String) value, rules.viewer().speaksEnglish());
            return new LinkedHashMap<>(Map.of("code", value, "label", label));
        }
        String mask = property.secrecy().mask();
        return mask == null || rules.viewer().hasAnyOf(property.secrecy().unmasked())
                ? value
                : Mask.valueOf(mask).apply((String) value);
    }
}
