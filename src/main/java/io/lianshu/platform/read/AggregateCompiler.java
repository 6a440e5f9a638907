package io.lianshu.platform.read;

import io.lianshu.platform.map.GroupKey;
import io.lianshu.platform.map.MapField;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapType.NodeType;
import io.lianshu.platform.map.Measures;
import io.lianshu.platform.read.Projection.Call;
import io.lianshu.platform.read.ValueShapes.ConstantShape;
import io.lianshu.platform.read.ValueShapes.ScalarShape;
import io.lianshu.platform.scalar.ScalarForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.SymbolicName;

/** Compiles sums, extremes and groups over a set of nodes. */
final class AggregateCompiler {

    private final Compilation compilation;
    private final NodeSet set;
    private final NodeType type;

    AggregateCompiler(Compilation compilation, NodeSet set) {
        this.compilation = compilation;
        this.set = set;
        this.type = (NodeType) set.target();
    }

    Projection compile(SelectedField aggregate) {
        String typeName = type.name() + "Aggregate";
        List<SelectedField> fields = compilation.selections().of(typeName, aggregate.selections());
        Columns columns = new Columns();
        NodeSet.Match match = set.match(names -> Cypher.noCondition());
        Columns totals = new Columns();
        totals.add("count", Cypher.count(match.node()));
        SymbolicName result = compilation.fresh("sums");
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (SelectedField field : fields) {
            if (!field.name().equals("groups") && !field.isTypename()) {
                shapes.put(field.key(), measured(field, totals, match.node()));
            }
        }
        int sums = columns.add(new Projection(
                List.of(new Call(
                        match.reading().returning(totals.list().as(result)).build(), set.imports())),
                result,
                new ConstantShape(null),
                Cost.of(set.expected(), List.of())));
        List<ObjectShape.Entry> entries = new ArrayList<>();
        for (SelectedField field : fields) {
            if (field.isTypename()) {
                entries.add(new ObjectShape.Entry(field.key(), -1, new ConstantShape(typeName), true));
            } else if (field.name().equals("groups")) {
                Projection groups = new GroupCompiler(compilation, set, type, this).compile(field);
                entries.add(new ObjectShape.Entry(field.key(), columns.add(groups), groups.shape(), true));
            } else {
                entries.add(new ObjectShape.Entry(
                        field.key(), sums, Objects.requireNonNull(shapes.get(field.key())), true));
            }
        }
        return columns.projection(new ObjectShape(typeName, entries));
    }

    /** The shape of a count or measure whose values are columns of the given row. */
    Shape measured(SelectedField field, Columns row, SymbolicName node) {
        if (field.name().equals("count")) {
            return new ColumnShape(row.add("count", Cypher.count(node)), new ScalarShape(ScalarForm.of("Int")));
        }
        String scalar = Objects.requireNonNull(Measures.of(type).get(field.name()));
        String aggregateType = scalar + "Aggregate";
        List<ObjectShape.Entry> entries = new ArrayList<>();
        for (SelectedField part : compilation.selections().of(aggregateType, field.selections())) {
            if (part.isTypename()) {
                entries.add(new ObjectShape.Entry(part.key(), -1, new ConstantShape(aggregateType), true));
                continue;
            }
            int position = row.add(part.name() + " " + field.name(), aggregated(part.name(), field.name(), node));
            String form = switch (part.name()) {
                case "count" -> "Int";
                case "sum" -> scalar.equals("Int") ? "Long" : scalar;
                case "average" -> scalar.equals("Money") ? "Money" : "Float";
                default -> scalar;
            };
            boolean required = part.name().equals("count") || part.name().equals("sum");
            entries.add(new ObjectShape.Entry(part.key(), position, new ScalarShape(ScalarForm.of(form)), required));
        }
        return new ObjectShape(aggregateType, entries);
    }

    /** The expression that aggregates a measure over the rows of a node variable. */
    Expression aggregated(String function, String measure, SymbolicName node) {
        PropertyField property =
                (PropertyField) Objects.requireNonNull(type.fields().get(measure));
        compilation.requireOpen(type.name(), property);
        Expression value = node.property(property.property());
        return switch (function) {
            case "count" -> Cypher.count(value);
            case "sum" -> Cypher.sum(value);
            case "average" -> mean(value, property.type().equals("Money"));
            case "min" -> Cypher.min(value);
            case "max" -> Cypher.max(value);
            default -> throw new IllegalStateException("No aggregate " + function);
        };
    }

    /**
     * Sum by count, so that the mean does not depend on the order of rows, as the database's own moving average does.
     * Half a fen goes up; exact for sums below 2^52 fen (45 trillion yuan).
     */
    private static Expression mean(Expression value, boolean inFen) {
        Expression mean = Cypher.toFloat(Cypher.sum(value)).divide(Cypher.count(value));
        return Cypher.caseExpression()
                .when(Cypher.count(value).eq(Cypher.literalOf(0)))
                .then(Cypher.literalNull())
                .elseDefault(inFen ? Cypher.toInteger(Cypher.round(mean)) : mean);
    }

    /** The group keys asked for, in the order given and each once. */
    static List<GroupKey> keys(Compilation compilation, NodeType type, SelectedField groups) {
        Operand by = Objects.requireNonNull(groups.argument("by"));
        Map<String, GroupKey> possible = new LinkedHashMap<>();
        GroupKey.of(type, compilation.map()).forEach(key -> possible.put(key.constant(), key));
        List<GroupKey> result = by.in(Map.of()) instanceof List<?> names
                ? names.stream()
                        .map(name -> Objects.requireNonNull(possible.get(String.valueOf(name))))
                        .distinct()
                        .toList()
                : List.of();
        for (GroupKey key : result) {
            MapField source = key.source();
            compilation.requireOpen(type.name(), source);
        }
        return result;
    }
}
