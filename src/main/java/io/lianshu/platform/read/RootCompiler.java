package io.lianshu.platform.read;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLTypeUtil;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.map.MapField;
import io.lianshu.platform.map.MapField.Plurality;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapField.RootField;
import io.lianshu.platform.map.MapField.StatementField;
import io.lianshu.platform.map.MapType;
import io.lianshu.platform.map.MapType.NodeType;
import io.lianshu.platform.refusal.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Parameter;
import org.neo4j.cypherdsl.core.Statement;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReading;
import org.neo4j.cypherdsl.core.SymbolicName;
import org.neo4j.cypherdsl.core.renderer.Configuration;
import org.neo4j.cypherdsl.core.renderer.Dialect;
import org.neo4j.cypherdsl.core.renderer.Renderer;

/** Compiles one root field into one statement. */
final class RootCompiler {

    private static final Renderer RENDERER = Renderer.getRenderer(
            Configuration.newConfig().withDialect(Dialect.NEO4J_5_CYPHER_5).build());
    private static final int MOST_IDS = 100;

    private final Compilation compilation;
    private final MapField root;
    private final SelectedField field;
    private final Map<String, ?> variables;

    /**
     * @param root what the map says of the field
     * @param variables the request's; only the kinds of its ids may shape the statement
     */
    RootCompiler(Compilation compilation, MapField root, SelectedField field, Map<String, ?> variables) {
        this.compilation = compilation;
        this.root = root;
        this.field = field;
        this.variables = variables;
    }

    CompiledRead compile() {
        if (!compilation.admits(root)) {
            throw new Refusal(
                    "NOT_ALLOWED",
                    Refusal.Kind.FORBIDDEN,
                    field.name(),
                    field.name() + "：您的角色不能查询此项，请用有权限的账号",
                    field.name() + ": your role may not ask for this; use an account whose role may");
        }
        Projection value = value();
        Statement statement = returning(value);
        return new CompiledRead(
                RENDERER.render(statement),
                compilation.parameters().slots(),
                value.shape(),
                root.required(),
                value.cost(),
                field.arguments(),
                compilation.model().checks().stream()
                        .filter(check -> check.field().equals(field.name()))
                        .toList(),
                compilation.model().supplied().stream()
                        .filter(source -> source.field().equals(field.name()))
                        .toList(),
                compilation.sealedConditions(),
                new AtomicBoolean());
    }

    private static Statement returning(Projection value) {
        OngoingReading reading = null;
        for (Projection.Step step : value.steps()) {
            // Nothing stands before the first subquery of a root field, so there is nothing to hop from.
            Projection.Call call = (Projection.Call) step;
            reading = reading == null ? Cypher.call(call.statement()) : call.after(reading);
        }
        return reading == null
                ? Cypher.returning(value.value()).build()
                : reading.returning(value.value()).build();
    }

    private Projection value() {
        if (root instanceof StatementField statement) {
            return new StatementCompiler(compilation).ofRoot(statement, field, bound(statement));
        }
        RootField read = (RootField) root;
        if (read.plurality() == Plurality.CONNECTION) {
            String type = GraphQLTypeUtil.unwrapAll(
                            Objects.requireNonNull(field.definition()).getType())
                    .getName();
            Columns columns = new Columns();
            return columns.projection(
                    new ConnectionCompiler(compilation, new NodeSet(compilation, read.target(), null, null, field))
                            .compile(type, columns));
        }
        return read.plurality() == Plurality.LIST ? byIds(read) : byKey(read);
    }

    /**
     * The nodes that the field's id arguments name, bound under the arguments' names; null without such arguments. An id
     * that the file itself has for a parameter is not bound. They are looked for under every label, which costs little,
     * so that a statement is planned once and not for every kind.
     */
    private @Nullable OngoingReading bound(StatementField statement) {
        String file = CypherCatalog.statement(statement.statement());
        Map<SymbolicName, Parameter<?>> ids = new LinkedHashMap<>();
        for (GraphQLArgument argument :
                Objects.requireNonNull(field.definition()).getArguments()) {
            Operand operand = field.argument(argument.getName());
            if (operand != null
                    && !Pattern.compile("\\$" + argument.getName() + "\\b")
                            .matcher(file)
                            .find()
                    && GraphQLTypeUtil.unwrapAll(argument.getType()).getName().equals("ID")) {
                ids.put(
                        Cypher.name(argument.getName()),
                        compilation.parameters().add(operand, given -> checkedId(argument.getName(), given)));
            }
        }
        if (ids.isEmpty()) {
            return null;
        }
        SymbolicName node = compilation.fresh("n");
        SymbolicName found = compilation.fresh("f");
        OngoingReading result =
                Cypher.call(anyOf(node, ids.values())).with(Cypher.collect(node).as(found));
        for (Map.Entry<SymbolicName, Parameter<?>> id : ids.entrySet()) {
            result = result.unwind(Cypher.listWith(node)
                            .in(found)
                            .where(node.property("id").isEqualTo(id.getValue()))
                            .returning())
                    .as(id.getKey());
        }
        return result;
    }

    /** Those of the nodes with these ids that the viewer may see, whatever they are. */
    private Statement anyOf(SymbolicName node, Collection<Parameter<?>> ids) {
        return Cypher.unionAll(compilation
                .map()
                .nodeTypes()
                .map(type -> Cypher.match(Patterns.node(compilation.map(), type.name(), node))
                        .where(node.property("id")
                                .in(Cypher.listOf(ids.toArray(Expression[]::new)))
                                .and(compilation.askedWhether(type.name(), node)))
                        .returning(node)
                        .build())
                .toArray(Statement[]::new));
    }

    private String checkedId(String argument, @Nullable Object id) {
        return Conversions.id(compilation.map(), null, argument, String.valueOf(id));
    }

    private NodeType kindOf(String argument, @Nullable Object id) {
        return Objects.requireNonNull(compilation.map().ofKind(NodeId.kindOf(checkedId(argument, id))));
    }

    /** One node by its id or by the properties that the field's arguments name. */
    private Projection byKey(RootField root) {
        Operand id = field.argument("id");
        MapType target = compilation.map().type(root.target());
        if (id != null && !(target instanceof NodeType)) {
            target = kindOf("id", id.in(variables));
        }
        compilation.subquery();
        SymbolicName node = compilation.fresh("n");
        Condition condition = Cypher.noCondition();
        for (Map.Entry<String, Operand> argument : field.arguments().entrySet()) {
            PropertyField property =
                    (PropertyField) Objects.requireNonNull(target.fields().get(argument.getKey()));
            compilation.requireOpen(target.name(), property);
            condition = condition.and(new ValueConditions(compilation, target.name(), property)
                    .of(new Operand.Fields(Map.of("eq", argument.getValue())), node));
        }
        if (field.arguments().isEmpty()) {
            throw Refusal.badInput(
                    "KEY_MISSING",
                    field.name(),
                    field.name() + "：请至少给出一个参数",
                    field.name() + ": give at least one of its arguments");
        }
        OngoingReading found = Cypher.match(Patterns.node(compilation.map(), target.name(), node))
                .where(condition.and(compilation.visible(target.name(), node)))
                .with(node)
                .limit(1);
        NodeCompiler nodes = NodeCompiler.hopping(compilation);
        Projection item = nodes.compileFound(target.name(), field.selections(), node);
        Projection list = nodes.collected(item, found, List.of(), 1);
        return new Projection(list.steps(), Cypher.head(list.value()), item.shape(), list.cost());
    }

    /** Nodes by their ids: one subquery for each type among them, put into the ids' order on the way out. */
    private Projection byIds(RootField root) {
        Operand ids = Objects.requireNonNull(field.argument("ids"));
        List<?> given = ids.in(variables) instanceof List<?> list ? list : List.of();
        Map<String, NodeType> types = new LinkedHashMap<>();
        for (Object id : given) {
            NodeType type = kindOf("ids", id);
            Conversions.id(compilation.map(), compilation.map().type(root.target()), "ids", String.valueOf(id));
            types.put(type.name(), type);
        }
        Columns columns = new Columns();
        List<Shape> shapes = new ArrayList<>();
        NodeCompiler nodes = NodeCompiler.hopping(compilation);
        for (NodeType type : types.values()) {
            compilation.subquery();
            SymbolicName node = compilation.fresh("n");
            OngoingReading found = Cypher.match(Patterns.node(compilation.map(), type.name(), node))
                    .where(node.property("id")
                            .in(compilation.parameters().add(ids))
                            .and(compilation.visible(type.name(), node)));
            Projection object = nodes.compileFound(type.name(), field.selections(), node);
            Projection item = new Projection(
                    object.steps(), Cypher.listOf(node.property("id"), object.value()), object.shape(), object.cost());
            columns.add(nodes.collected(item, found, List.of(), MOST_IDS));
            shapes.add(object.shape());
        }
        String parameter =
                compilation.parameters().add(ids, RootCompiler::checkedIds).getName();
        return columns.projection(new IdsShape(parameter, shapes, root.itemsRequired()));
    }

    private static @Nullable Object checkedIds(@Nullable Object ids) {
        int size = ids instanceof List<?> list ? list.size() : 0;
        if (size > MOST_IDS) {
            throw Refusal.badInput(
                    "TOO_MANY_IDS",
                    "ids",
                    "ids：最多" + MOST_IDS + "个编号，收到" + size + "个",
                    "ids: at most " + MOST_IDS + " ids, not " + size);
        }
        return ids;
    }
}
