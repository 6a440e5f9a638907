package io.lianshu.platform.read;

import io.lianshu.platform.map.GroupKey;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.map.MapType.NodeType;
import io.lianshu.platform.read.ValueShapes.ConstantShape;
import io.lianshu.platform.read.ValueShapes.ScalarShape;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.scalar.ScalarForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.IdentifiableElement;
import org.neo4j.cypherdsl.core.SortItem;
import org.neo4j.cypherdsl.core.Statement;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReading;
import org.neo4j.cypherdsl.core.SymbolicName;

/** Compiles the groups of an aggregate: key values and sums of each, largest first. */
final class GroupCompiler {

    private static final int MOST_KEYS = 4;
    private static final int MOST_ORDERS = 5;
    private static final int MOST_GROUPS = 1000;
    private static final int USUAL_GROUPS = 100;

    private final Compilation compilation;
    private final NodeSet set;
    private final NodeType type;
    private final AggregateCompiler aggregates;
    /** What the WITH hands on: expression by name. */
    private final Map<String, IdentifiableElement> handed = new LinkedHashMap<>();

    GroupCompiler(Compilation compilation, NodeSet set, NodeType type, AggregateCompiler aggregates) {
        this.compilation = compilation;
        this.set = set;
        this.type = type;
        this.aggregates = aggregates;
    }

    Projection compile(SelectedField groups) {
        List<GroupKey> keys = AggregateCompiler.keys(compilation, type, groups);
        if (keys.isEmpty() || keys.size() > MOST_KEYS) {
            throw Refusal.badInput(
                    "BAD_GROUPS", "by", "by：应有1到" + MOST_KEYS + "个分组依据", "by: must name 1 to " + MOST_KEYS + " keys");
        }
        if (set.isHidden()) {
            // The database's planner fails on groups over a match that is never true.
            return new Projection(List.of(), Cypher.listOf(), new ListShape(new ConstantShape(null), true), Cost.NONE);
        }
        NodeSet.Match match = set.match(names -> Cypher.noCondition());
        OngoingReading reading = match.reading();
        Map<String, SymbolicName> names = new LinkedHashMap<>();
        for (GroupKey key : keys) {
            SymbolicName name = compilation.fresh("k");
            names.put(key.field(), name);
            if (key.source() instanceof RelationField relation) {
                reading = reading.call(target(relation, match.node(), name), match.node());
                handed.put(name.getValue(), name);
            } else {
                handed.put(name.getValue(), part(key, match.node()).as(name));
            }
        }
        List<SortItem> order = order(groups, keys, names, match.node());
        Columns row = new Columns();
        List<ObjectShape.Entry> entries = new ArrayList<>();
        String typeName = type.name() + "Group";
        for (SelectedField field : compilation.selections().of(typeName, groups.selections())) {
            entries.add(entry(field, keys, names, row, match.node(), typeName));
        }
        Operand first = groups.argument("first");
        Operand size = first == null ? new Operand.Constant(USUAL_GROUPS) : first;
        OngoingReading page = reading.with(handed.values())
                .orderBy(order.toArray(SortItem[]::new))
                .limit(compilation.parameters().add(size, value -> Conversions.checked("first", value, MOST_GROUPS)));
        Projection item = row.projection(new ObjectShape(typeName, entries));
        return new NodeCompiler(compilation).collected(item, page, set.imports(), set.expected());
    }

    private Statement target(RelationField relation, SymbolicName node, SymbolicName name) {
        compilation.subquery();
        SymbolicName other = compilation.fresh("n");
        return Cypher.optionalMatch(Patterns.along(compilation.map(), relation, node, other, null))
                .where(FilterCompiler.orTrue(compilation.reachable(relation, node, other)))
                .returning(other.as(name))
                .limit(1)
                .build();
    }

    private static Expression part(GroupKey key, SymbolicName node) {
        Expression value = node.property(((PropertyField) key.source()).property());
        return switch (key.part()) {
            case WHOLE -> value;
            case YEAR -> Cypher.property(value, "year");
            case MONTH -> Cypher.left(Cypher.call("toString").withArgs(value).asFunction(), Cypher.literalOf(7));
        };
    }

    private List<SortItem> order(
            SelectedField groups, List<GroupKey> keys, Map<String, SymbolicName> names, SymbolicName node) {
        List<SortItem> result = new ArrayList<>();
        Operand orderBy = groups.argument("orderBy");
        List<Operand> items = orderBy instanceof Operand.Items list ? list.items() : List.of();
        if (items.size() > MOST_ORDERS) {
            throw Refusal.badInput(
                    "BAD_ORDER",
                    "orderBy",
                    "orderBy：最多" + MOST_ORDERS + "个排序项",
                    "orderBy: at most " + MOST_ORDERS + " keys");
        }
        for (Operand item : items) {
            String measure = OrderCompiler.single(item);
            Operand value = ((Operand.Fields) item).fields().get(measure);
            if (value instanceof Operand.Fields aggregate) {
                String function = OrderCompiler.single(aggregate);
                Operand direction = aggregate.fields().get(function);
                result.add(sorted(aggregate(function, measure, node), direction));
            } else {
                result.add(sorted(aggregate("count", "", node), value));
            }
        }
        if (result.isEmpty()) {
            result.add(aggregate("count", "", node).descending());
        }
        for (GroupKey key : keys) {
            SymbolicName name = names.get(key.field());
            if (name != null) {
                Expression value = key.source() instanceof RelationField ? name.property("id") : name;
                result.add(value.ascending());
            }
        }
        return result;
    }

    private static SortItem sorted(Expression value, @Nullable Operand direction) {
        return new Operand.Constant("DESC").equals(direction) ? value.descending() : value.ascending();
    }

    /** The name of an aggregate that the WITH hands on. */
    private SymbolicName aggregate(String function, String measure, SymbolicName node) {
        String name = measure.isEmpty() ? "groupCount" : measure + "_" + function;
        if (!handed.containsKey(name)) {
            Expression value = measure.isEmpty() ? Cypher.count(node) : aggregates.aggregated(function, measure, node);
            handed.put(name, value.as(name));
        }
        return Cypher.name(name);
    }

    private ObjectShape.Entry entry(
            SelectedField field,
            List<GroupKey> keys,
            Map<String, SymbolicName> names,
            Columns row,
            SymbolicName node,
            String typeName) {
        if (field.isTypename()) {
            return new ObjectShape.Entry(field.key(), -1, new ConstantShape(typeName), true);
        }
        SymbolicName name = names.get(field.name());
        if (name != null) {
            GroupKey key = keys.stream()
                    .filter(candidate -> candidate.field().equals(field.name()))
                    .findFirst()
                    .orElseThrow();
            return key(key, field, name, row);
        }
        boolean isKey = GroupKey.of(type, compilation.map()).stream()
                .anyMatch(key -> key.field().equals(field.name()));
        if (isKey) {
            return new ObjectShape.Entry(field.key(), -1, new ConstantShape(null), false);
        }
        return measure(field, row, node);
    }

    private ObjectShape.Entry key(GroupKey key, SelectedField field, SymbolicName name, Columns row) {
        if (key.source() instanceof RelationField relation) {
            Projection target = new NodeCompiler(compilation).compile(relation.target(), field.selections(), name);
            return new ObjectShape.Entry(field.key(), row.add(target), target.shape(), false);
        }
        PropertyField property = (PropertyField) key.source();
        Shape shape = key.part() == GroupKey.Part.WHOLE
                ? ValueShapes.of(compilation, property, field)
                : new ScalarShape(ScalarForm.of(key.type()));
        return new ObjectShape.Entry(field.key(), row.add(name.getValue(), name), shape, false);
    }

    /** A count or measure: its aggregates are handed on under names, and the row has one column for each. */
    private ObjectShape.Entry measure(SelectedField field, Columns row, SymbolicName node) {
        Columns own = new Columns();
        Shape shape = aggregates.measured(field, own, node);
        List<Expression> columns = new ArrayList<>();
        for (String identity : own.identities()) {
            String[] parts = identity.split(" ", 2);
            columns.add(parts.length == 1 ? aggregate("count", "", node) : aggregate(parts[0], parts[1], node));
        }
        return new ObjectShape.Entry(
                field.key(), row.add("measure " + field.key(), Cypher.listOf(columns)), shape, true);
    }
}
