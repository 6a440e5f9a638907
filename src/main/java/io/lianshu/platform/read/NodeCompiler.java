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
import io.lianshu.platform.read.ValueShapes.ConstantShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.neo4j.cypherdsl.core.Case;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.IdentifiableElement;
import org.neo4j.cypherdsl.core.SortItem;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReading;
import org.neo4j.cypherdsl.core.SymbolicName;

/** Compiles the selection on a node or on a map that a statement returned. */
final class NodeCompiler {

    private final Compilation compilation;

    NodeCompiler(Compilation compilation) {
        this.compilation = compilation;
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
        return new Projection(found.calls(), value, found.shape(), found.cost());
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
        List<Call> calls = new ArrayList<>();
        List<Cost> costs = new ArrayList<>();
        List<Shape> shapes = new ArrayList<>();
        Case choice = Cypher.caseExpression();
        for (NodeType type : types) {
            Projection object = object(type, selections, node);
            calls.addAll(object.calls());
            costs.add(object.cost());
            choice = choice.when(Cypher.raw(node.getValue() + ":`" + type.label() + "`"))
                    .then(Cypher.listOf(Cypher.literalOf(shapes.size()), object.value()));
            shapes.add(object.shape());
        }
        return new Projection(calls, choice, new ChoiceShape(shapes), Cost.of(0, costs));
    }

    private Projection object(MapType type, List<SelectionSet> selections, SymbolicName variable) {
        Columns columns = new Columns();
        List<ObjectShape.Entry> entries = new ArrayList<>();
        for (SelectedField field : compilation.selections().of(type.name(), selections)) {
            entries.add(entry(type, field, variable, columns));
        }
        return new Projection(
                columns.calls(), columns.list(), new ObjectShape(type.name(), entries), Cost.of(1, columns.costs()));
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
            String stored = ValueShapes.stored(property);
            return new ObjectShape.Entry(
                    field.key(),
                    columns.add(stored, variable.property(stored)),
                    ValueShapes.of(compilation, property, field),
                    property.required());
        }
        if (mapped instanceof ComputedField computed) {
            ComputedValue source = Objects.requireNonNull(
                    compilation.model().computed().get(type.name() + "." + field.name()),
                    () -> "Nothing computes " + type.name() + "." + field.name());
            List<Expression> needs = new ArrayList<>();
            computed.needs().forEach(need -> needs.add(variable.property(need)));
            return new ObjectShape.Entry(
                    field.key(),
                    columns.add("computed " + field.key(), Cypher.listOf(needs)),
                    new ComputedShape(source, computed.needs()),
                    computed.required());
        }
        Projection projection;
        if (mapped instanceof RelationField relation) {
            projection = relation(relation, field, variable);
        } else if (mapped instanceof StatementField statement) {
            projection = new StatementCompiler(compilation).ofNode(statement, field, variable);
        } else {
            projection = new StatementCompiler(compilation).ofEntry((EntryField) mapped, field, variable);
        }
        return new ObjectShape.Entry(field.key(), columns.add(projection), projection.shape(), mapped.required());
    }

    private Projection relation(RelationField relation, SelectedField field, SymbolicName owner) {
        NodeSet set = new NodeSet(compilation, relation.target(), relation, owner, field);
        if (relation.plurality() == Plurality.CONNECTION) {
            String type = GraphQLTypeUtil.unwrapAll(
                            Objects.requireNonNull(field.definition()).getType())
                    .getName();
            return new ConnectionCompiler(compilation, set).compile(type);
        }
        return relation.plurality() == Plurality.LIST ? list(relation, set) : one(relation, field, owner);
    }

    private Projection one(RelationField relation, SelectedField field, SymbolicName owner) {
        compilation.subquery();
        SymbolicName node = compilation.fresh("n");
        OngoingReading found = Cypher.optionalMatch(Patterns.along(compilation.map(), relation, owner, node, null))
                .where(FilterCompiler.orTrue(compilation.reachable(relation, owner, node)))
                .with(node)
                .limit(1);
        Projection target = compile(relation.target(), field.selections(), node);
        SymbolicName result = compilation.fresh("one");
        Call call = new Call(
                target.calledAfter(found).returning(target.value().as(result)).build(), List.of(owner));
        return new Projection(List.of(call), result, target.shape(), Cost.of(1, List.of(target.cost())));
    }

    private Projection list(RelationField relation, NodeSet set) {
        List<OrderKey> keys = new ArrayList<>();
        NodeSet.Match match = set.match(names -> {
            keys.addAll(OrderCompiler.keys(compilation, set, names));
            return Cypher.noCondition();
        });
        OngoingReading sorted = match.reading()
                .with(match.names())
                .orderBy(keys.stream().map(key -> key.sorted(false)).toArray(SortItem[]::new))
                .limit(relation.atMost());
        Projection target = compileFound(relation.target(), set.field().selections(), match.node());
        return collected(target, sorted, set.imports(), relation.atMost());
    }

    /** A list of the projection's values over a reading. */
    Projection collected(Projection item, OngoingReading reading, List<IdentifiableElement> imports, int expected) {
        SymbolicName result = compilation.fresh("list");
        Call call = new Call(
                item.calledAfter(reading)
                        .returning(Cypher.collect(item.value()).as(result))
                        .build(),
                imports);
        return new Projection(
                List.of(call), result, new ListShape(item.shape(), true), Cost.of(expected, List.of(item.cost())));
    }
}
