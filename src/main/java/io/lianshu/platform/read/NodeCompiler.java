package io.lianshu.platform.read;

import graphql.language.SelectionSet;
import graphql.schema.GraphQLTypeUtil;
import io.lianshu.platform.map.MapField;
import io.lianshu.platform.map.MapField.ComputedField;
import io.lianshu.platform.map.MapField.EntryField;
import io.lianshu.platform.map.MapField.Plurality;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.map.MapField.StatementField;
import io.lianshu.platform.map.MapType;
import io.lianshu.platform.map.MapType.AbstractType;
import io.lianshu.platform.map.MapType.NodeType;
import io.lianshu.platform.map.MapType.RecordType;
import io.lianshu.platform.read.Projection.Call;
import io.lianshu.platform.read.Projection.Hop;
import io.lianshu.platform.read.Projection.Step;
import io.lianshu.platform.read.ValueShapes.ConstantShape;
import io.lianshu.platform.read.ValueShapes.ExemptShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.neo4j.cypherdsl.core.Case;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.IdentifiableElement;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.SortItem;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReading;
import org.neo4j.cypherdsl.core.SymbolicName;

/** Compiles the selection on a node or on a map that a statement returned. */
final class NodeCompiler {

    private final Compilation compilation;
    private final boolean hops;

    /** Reaches targets by subqueries, which keep whatever order the rows have. */
    NodeCompiler(Compilation compilation) {
        this(compilation, false);
    }

    private NodeCompiler(Compilation compilation, boolean hops) {
        this.compilation = compilation;
        this.hops = hops;
    }

    /** Reaches targets by matching on, which is quicker, for rows that are one or are sorted afterwards. */
    static NodeCompiler hopping(Compilation compilation) {
        return new NodeCompiler(compilation, true);
    }

    /** The variable may be null; then so is the value. */
    Projection compile(String typeName, List<SelectionSet> selections, SymbolicName variable) {
        Projection found = compileFound(typeName, selections, variable);
        if (compilation.map().type(typeName) instanceof AbstractType) {
            return found;
        }
        Expression value = Cypher.caseExpression()
                .when(variable.isNull())
                .then(Cypher.literalNull())
                .elseDefault(found.value());
        return new Projection(found.steps(), value, found.shape(), found.cost());
    }

    /** The variable is never null. */
    Projection compileFound(String typeName, List<SelectionSet> selections, SymbolicName variable) {
        MapType type = compilation.map().type(typeName);
        return type instanceof NodeType || type instanceof RecordType
                ? object(type, selections, variable)
                : several(compilation.map().concrete(typeName), selections, variable);
    }

    /** A node of one of several types: its value begins with the place of its type among them. */
    private Projection several(List<NodeType> types, List<SelectionSet> selections, SymbolicName node) {
        List<Step> steps = new ArrayList<>();
        List<Cost> costs = new ArrayList<>();
        List<Shape> shapes = new ArrayList<>();
        Case choice = Cypher.caseExpression();
        for (NodeType type : types) {
            // What is one for a type may be many for another, and all steps are taken for every node.
            Projection object = new NodeCompiler(compilation).object(type, selections, node);
            steps.addAll(object.steps());
            costs.add(object.cost());
            choice = choice.when(Cypher.raw(node.getValue() + ":`" + type.label() + "`"))
                    .then(Cypher.listOf(Cypher.literalOf(shapes.size()), object.value()));
            shapes.add(object.shape());
        }
        return new Projection(steps, choice, new ChoiceShape(shapes), Cost.of(0, costs));
    }

    private Projection object(MapType type, List<SelectionSet> selections, SymbolicName variable) {
        Columns columns = new Columns();
        return columns.projection(object(type, selections, variable, columns));
    }

    private ObjectShape object(MapType type, List<SelectionSet> selections, SymbolicName variable, Columns columns) {
        List<ObjectShape.Entry> entries = new ArrayList<>();
        for (SelectedField field : compilation.selections().of(type.name(), selections)) {
            entries.add(entry(type, field, variable, columns));
        }
        return new ObjectShape(type.name(), entries);
    }

    /** A node that is there whenever its holder's row is: its columns stand in that row. */
    ObjectShape.Entry within(
            String key, String typeName, List<SelectionSet> selections, SymbolicName node, Columns row) {
        MapType type = compilation.map().type(typeName);
        if (!(type instanceof NodeType)) {
            Projection several = compileFound(typeName, selections, node);
            return new ObjectShape.Entry(key, row.add(several), several.shape(), true);
        }
        Columns own = row.within();
        ObjectShape shape = object(type, selections, node, own);
        row.costs(Cost.of(1, own.costs()));
        return new ObjectShape.Entry(key, ObjectShape.WITHIN, shape, true);
    }

    private ObjectShape.Entry entry(MapType type, SelectedField field, SymbolicName variable, Columns columns) {
        if (field.isTypename()) {
            return new ObjectShape.Entry(field.key(), -1, new ConstantShape(type.name()), true);
        }
        MapField mapped = Objects.requireNonNull(
                type.fields().get(field.name()), () -> type.name() + "." + field.name() + " lies nowhere on the map");
        boolean list = mapped instanceof RelationField relation && relation.plurality() != Plurality.ONE;
        if (!list && !compilation.admits(mapped)) {
            boolean empty = mapped instanceof StatementField statement && statement.list();
            return new ObjectShape.Entry(
                    field.key(), -1, new ConstantShape(empty ? List.of() : null), mapped.required());
        }
        if (mapped instanceof PropertyField property) {
            return property(property, field, variable, columns);
        }
        if (mapped instanceof ComputedField computed) {
            ComputedValue source = Objects.requireNonNull(
                    compilation.model().computed().get(type.name() + "." + field.name()),
                    () -> "Nothing computes " + type.name() + "." + field.name());
            List<Expression> needs = new ArrayList<>();
            computed.needs().forEach(need -> needs.add(variable.property(need)));
            return new ObjectShape.Entry(
                    field.key(),
                    columns.add(variable.getValue() + computed.needs(), Cypher.listOf(needs)),
                    new ComputedShape(source, computed.needs()),
                    computed.required());
        }
        if (mapped instanceof RelationField relation && relation.plurality() == Plurality.CONNECTION) {
            return connection(relation, field, variable, columns);
        }
        Projection projection;
        if (mapped instanceof RelationField relation) {
            projection = relation.plurality() == Plurality.LIST
                    ? list(relation, new NodeSet(compilation, relation.target(), relation, variable, field))
                    : one(relation, field, variable);
        } else if (mapped instanceof StatementField statement) {
            projection = new StatementCompiler(compilation).ofNode(statement, field, variable);
        } else {
            projection = new StatementCompiler(compilation).ofEntry((EntryField) mapped, field, variable);
        }
        return new ObjectShape.Entry(field.key(), columns.add(projection), projection.shape(), mapped.required());
    }

    private ObjectShape.Entry property(
            PropertyField property, SelectedField field, SymbolicName variable, Columns columns) {
        String column = variable.getValue() + "." + ValueShapes.stored(property);
        Expression value = compilation.seen(property, variable);
        Condition exempt = compilation.exempt(property, variable);
        Shape shape = ValueShapes.of(compilation, property, field);
        return exempt == null
                ? new ObjectShape.Entry(field.key(), columns.add(column, value), shape, property.required())
                : new ObjectShape.Entry(
                        field.key(),
                        columns.add(
                                column + "?",
                                Cypher.listOf(
                                        value,
                                        Cypher.caseExpression()
                                                .when(exempt)
                                                .then(Cypher.literalTrue())
                                                .elseDefault(Cypher.literalFalse()))),
                        new ExemptShape(ValueShapes.bare(compilation, property), shape),
                        property.required());
    }

    private ObjectShape.Entry connection(RelationField relation, SelectedField field, SymbolicName owner, Columns row) {
        NodeSet set = new NodeSet(compilation, relation.target(), relation, owner, field);
        String type = GraphQLTypeUtil.unwrapAll(
                        Objects.requireNonNull(field.definition()).getType())
                .getName();
        Columns own = row.within();
        Shape shape = new ConnectionCompiler(compilation, set).compile(type, own);
        row.costs(Cost.of(1, own.costs()));
        return new ObjectShape.Entry(field.key(), ObjectShape.WITHIN, shape, true);
    }

    private Projection one(RelationField relation, SelectedField field, SymbolicName owner) {
        compilation.subquery();
        SymbolicName node = compilation.fresh("n");
        Relationship pattern = Patterns.along(compilation.map(), relation, owner, node, null);
        Condition condition = FilterCompiler.orTrue(compilation.reachable(relation, owner, node));
        if (hops && !compilation.map().repeats(relation.relation())) {
            Projection target = compile(relation.target(), field.selections(), node);
            List<Step> steps = new ArrayList<>(List.of(new Hop(pattern, condition)));
            steps.addAll(target.steps());
            return new Projection(steps, target.value(), target.shape(), Cost.of(1, List.of(target.cost())));
        }
        OngoingReading found =
                Cypher.optionalMatch(pattern).where(condition).with(node).limit(1);
        Projection target = hopping(compilation).compile(relation.target(), field.selections(), node);
        SymbolicName result = compilation.fresh("one");
        Call call = new Call(
                target.takenAfter(found).returning(target.value().as(result)).build(), List.of(owner));
        return new Projection(List.of(call), result, target.shape(), Cost.of(1, List.of(target.cost())));
    }

    private Projection list(RelationField relation, NodeSet set) {
        List<OrderKey> keys = new ArrayList<>();
        NodeSet.Match match = set.match(names -> {
            keys.addAll(OrderCompiler.keys(compilation, set, names));
            return Cypher.noCondition();
        });
        List<SortItem> order = keys.stream().map(key -> key.sorted(false)).toList();
        Projection target =
                hopping(compilation).compileFound(relation.target(), set.field().selections(), match.node());
        SymbolicName result = compilation.fresh("list");
        Call call = new Call(
                SortedRows.collected(match, order, Cypher.literalOf(relation.atMost()), target, result), set.imports());
        return listed(call, result, target, relation.atMost());
    }

    /** A list of the projection's values over a reading. */
    Projection collected(Projection item, OngoingReading reading, List<IdentifiableElement> imports, int expected) {
        SymbolicName result = compilation.fresh("list");
        Call call = new Call(
                item.takenAfter(reading)
                        .returning(Cypher.collect(item.value()).as(result))
                        .build(),
                imports);
        return listed(call, result, item, expected);
    }

    private static Projection listed(Call call, SymbolicName result, Projection item, int expected) {
        return new Projection(
                List.of(call), result, new ListShape(item.shape(), true), Cost.of(expected, List.of(item.cost())));
    }
}
