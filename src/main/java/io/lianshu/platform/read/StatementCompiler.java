package io.lianshu.platform.read;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLTypeUtil;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.map.MapField.EntryField;
import io.lianshu.platform.map.MapField.StatementField;
import io.lianshu.platform.map.MapType;
import io.lianshu.platform.map.MapType.RecordType;
import io.lianshu.platform.read.ValueShapes.ScalarShape;
import io.lianshu.platform.scalar.ScalarForm;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.IdentifiableElement;
import org.neo4j.cypherdsl.core.Statement;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReading;
import org.neo4j.cypherdsl.core.SymbolicName;

/** Compiles fields answered by a statement file, and the nodes and maps inside the maps it returns. */
final class StatementCompiler {

    private static final Pattern PARAMETER = Pattern.compile("\\$(\\w+)");

    private final Compilation compilation;

    StatementCompiler(Compilation compilation) {
        this.compilation = compilation;
    }

    /** A field of a node, which the file knows as {@code this}. */
    Projection ofNode(StatementField statement, SelectedField field, SymbolicName owner) {
        Statement body = Cypher.with(owner.as("this"))
                .returningRaw(Cypher.raw(text(statement, field)))
                .build();
        return compiled(statement, field, body, List.of(owner));
    }

    /** A root field; its node arguments are bound by the reading, under their own names. */
    Projection ofRoot(StatementField statement, SelectedField field, @Nullable OngoingReading bound) {
        Expression raw = Cypher.raw(text(statement, field));
        Statement body = bound == null
                ? Cypher.returningRaw(raw).build()
                : bound.returningRaw(raw).build();
        return compiled(statement, field, body, List.of());
    }

    private Projection compiled(
            StatementField statement, SelectedField field, Statement body, List<IdentifiableElement> imports) {
        compilation.subquery();
        SymbolicName value = compilation.fresh("v");
        OngoingReading found = (imports.isEmpty()
                        ? Cypher.call(body)
                        : Cypher.with(imports).call(body, imports.toArray(IdentifiableElement[]::new)))
                .with(Cypher.name("value").as(value));
        Projection item = item(statement.type(), field, value);
        if (compilation.map().find(statement.type()) != null) {
            found = seen(statement.type(), found, value);
        }
        NodeCompiler nodes = new NodeCompiler(compilation);
        Projection list = nodes.collected(item, found, imports, statement.atMost());
        return statement.list()
                ? list
                : new Projection(list.steps(), Cypher.head(list.value()), item.shape(), list.cost());
    }

    /** A node or map inside a map, or a list of them. */
    Projection ofEntry(EntryField entry, SelectedField field, SymbolicName owner) {
        compilation.subquery();
        SymbolicName value = compilation.fresh("e");
        Expression inside = owner.property(entry.name());
        OngoingReading unwound =
                Cypher.unwind(entry.list() ? inside : Cypher.listOf(inside)).as(value);
        OngoingReading found = seen(entry.type(), unwound, value);
        Projection item = item(entry.type(), field, value);
        Projection list = new NodeCompiler(compilation).collected(item, found, List.of(owner), 1);
        if (!entry.list()) {
            return new Projection(list.steps(), Cypher.head(list.value()), item.shape(), list.cost());
        }
        Expression unlessAbsent = Cypher.caseExpression()
                .when(inside.isNull())
                .then(Cypher.literalNull())
                .elseDefault(list.value());
        return new Projection(list.steps(), unlessAbsent, list.shape(), list.cost());
    }

    /** Nodes that the viewer may not see are left out, whatever a statement file returns. */
    private OngoingReading seen(String type, OngoingReading reading, SymbolicName value) {
        MapType known = compilation.map().find(type);
        if (known == null || known instanceof RecordType) {
            return reading;
        }
        return reading.with(value).where(FilterCompiler.orTrue(compilation.visible(type, value)));
    }

    private Projection item(String type, SelectedField field, SymbolicName value) {
        return compilation.map().find(type) == null
                ? new Projection(List.of(), value, new ScalarShape(ScalarForm.of(type)), Cost.NONE)
                : new NodeCompiler(compilation).compile(type, field.selections(), value);
    }

    /** As the graph holds it: an amount comes in yuan and is kept in fen. */
    private static UnaryOperator<@Nullable Object> inGraph(GraphQLArgument argument) {
        return GraphQLTypeUtil.unwrapNonNull(argument.getType()) instanceof GraphQLScalarType scalar
                ? ScalarForm.of(scalar.getName())::toGraph
                : UnaryOperator.identity();
    }

    /** The file's text with its arguments' parameters renamed and visibility woven in. */
    private String text(StatementField statement, SelectedField field) {
        String[] place = statement.statement().split("/", 2);
        String file = CypherCatalog.statement(place[0], place[1])
                .lines()
                .filter(line -> !line.strip().startsWith("//"))
                .collect(Collectors.joining("\n"));
        String woven = compilation.model().visibility().woven(file);
        Map<String, Operand> arguments = field.arguments();
        return PARAMETER.matcher(woven).replaceAll(match -> {
            String name = match.group(1);
            GraphQLArgument argument =
                    Objects.requireNonNull(field.definition()).getArgument(name);
            if (Compilation.GIVEN.contains(name) || argument == null) {
                return Matcher.quoteReplacement("$" + name);
            }
            Operand operand = arguments.get(name);
            Operand given = operand == null ? new Operand.Absent() : operand;
            String parameter = (name.equals("first")
                            ? compilation.parameters().add(given, value -> Conversions.size(name, value))
                            : compilation.parameters().add(given, inGraph(argument)))
                    .getName();
            return Matcher.quoteReplacement("$" + parameter);
        });
    }
}
