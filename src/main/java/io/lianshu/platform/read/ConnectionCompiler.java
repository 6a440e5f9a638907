package io.lianshu.platform.read;

import graphql.schema.GraphQLTypeUtil;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.map.MapType;
import io.lianshu.platform.read.PageShapes.CursorShape;
import io.lianshu.platform.read.PageShapes.EdgesShape;
import io.lianshu.platform.read.PageShapes.Layout;
import io.lianshu.platform.read.PageShapes.PageInfoShape;
import io.lianshu.platform.read.Projection.Call;
import io.lianshu.platform.read.ValueShapes.ConstantShape;
import io.lianshu.platform.read.ValueShapes.ScalarShape;
import io.lianshu.platform.scalar.ScalarForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Property;
import org.neo4j.cypherdsl.core.SortItem;
import org.neo4j.cypherdsl.core.SymbolicName;

/** Compiles a connection: one subquery for the page, one for the count and one for each aggregate that is selected. */
final class ConnectionCompiler {

    private static final List<String> PAGING = List.of("first", "last", "after", "before", "orderBy");

    private final Compilation compilation;
    private final NodeSet set;

    ConnectionCompiler(Compilation compilation, NodeSet set) {
        this.compilation = compilation;
        this.set = set;
    }

    /** The connection's columns go into its holder's row; the shape reads that row. */
    Shape compile(String connectionType, Columns columns) {
        List<SelectedField> fields =
                compilation.selections().of(connectionType, set.field().selections());
        List<ObjectShape.Entry> entries = new ArrayList<>();
        PagePart page = null;
        if (fields.stream().anyMatch(ConnectionCompiler::readsPage)) {
            page = page(fields, columns);
        } else if (PAGING.stream().anyMatch(name -> set.field().argument(name) != null)) {
            // Nobody reads the page, but what is wrong with its arguments is refused all the same.
            page(List.of(), new Columns());
        }
        for (SelectedField field : fields) {
            int position = -1;
            Shape shape;
            switch (field.name()) {
                case "edges", "pageInfo" -> {
                    PagePart part = Objects.requireNonNull(page);
                    position = part.position();
                    shape = part.shape(field);
                }
                case "totalCount" -> {
                    position = columns.add(count());
                    shape = new ScalarShape(ScalarForm.of("Int"));
                }
                case "aggregate" -> {
                    Projection aggregate = new AggregateCompiler(compilation, set).compile(field);
                    position = columns.add(aggregate);
                    shape = aggregate.shape();
                }
                default -> shape = new ConstantShape(connectionType);
            }
            entries.add(new ObjectShape.Entry(field.key(), position, shape, true));
        }
        return new ObjectShape(connectionType, entries);
    }

    private static boolean readsPage(SelectedField field) {
        return field.name().equals("edges") || field.name().equals("pageInfo");
    }

    /** The page's column and what is made of it. */
    private interface PagePart {
        int position();

        Shape shape(SelectedField field);
    }

    private PagePart page(List<SelectedField> fields, Columns outer) {
        Page page = Page.of(compilation, set.field());
        List<OrderKey> keys = new ArrayList<>();
        StringBuilder context = new StringBuilder();
        NodeSet.Match match = set.match(names -> {
            keys.addAll(OrderCompiler.keys(compilation, set, names));
            context.append(context(keys));
            return FilterCompiler.both(page.beyond(compilation, keys, context.toString()), indexed(keys));
        });
        List<String> scalars = keys.stream().map(OrderKey::scalar).toList();
        CursorShape cursors = new CursorShape(compilation.model().cursors(), context.toString(), scalars);
        Layout layout = Layout.of(page);
        Columns row = new Columns();
        Expression places =
                Cypher.listOf(keys.stream().map(OrderKey::expression).toList());
        List<Shape> shapes = new ArrayList<>();
        for (SelectedField field : fields) {
            if (field.name().equals("edges")) {
                shapes.add(new EdgesShape(layout, edge(field, row, match, places, cursors)));
            } else if (field.name().equals("pageInfo")) {
                List<SelectedField> info = compilation.selections().of("PageInfo", field.selections());
                List<String> names = info.stream().map(SelectedField::name).toList();
                int cursor = names.stream().anyMatch(name -> name.endsWith("Cursor")) ? row.add("cursor", places) : -1;
                Keys infoKeys = new Keys(
                        "PageInfo", info.stream().map(SelectedField::key).toList());
                shapes.add(new PageInfoShape(layout, infoKeys, names, cursor, cursors));
            }
        }
        List<SortItem> order =
                keys.stream().map(key -> key.sorted(page.backward())).toList();
        Projection rows = row.projection(new ConstantShape(null));
        SymbolicName result = compilation.fresh("page");
        Call call = new Call(SortedRows.collected(match, order, page.limit(), rows, result), set.imports());
        int position = outer.add(new Projection(
                List.of(call), result, rows.shape(), new Cost(page.size(), Conversions.USUAL_PAGE, row.costs())));
        List<SelectedField> readers =
                fields.stream().filter(ConnectionCompiler::readsPage).toList();
        return new PagePart() {
            @Override
            public int position() {
                return position;
            }

            @Override
            public Shape shape(SelectedField field) {
                return shapes.get(readers.indexOf(field));
            }
        };
    }

    /** Required first keys are never absent; saying so lets an index give the order. */
    private Condition indexed(List<OrderKey> keys) {
        OrderKey first = keys.get(0);
        boolean property = !first.nullable() && first.expression() instanceof Property;
        return property && set.relation() == null ? first.expression().isNotNull() : Cypher.noCondition();
    }

    private String context(List<OrderKey> keys) {
        StringBuilder result = new StringBuilder(set.target().name());
        RelationField relation = set.relation();
        result.append('|').append(relation == null ? "" : relation.name());
        keys.forEach(key -> result.append('|').append(key.identity()).append(key.descending() ? '-' : '+'));
        return result.append('|').toString();
    }

    private Shape edge(SelectedField edges, Columns row, NodeSet.Match match, Expression places, CursorShape cursors) {
        String edgeType = GraphQLTypeUtil.unwrapAll(
                        Objects.requireNonNull(edges.definition()).getType())
                .getName();
        List<ObjectShape.Entry> entries = new ArrayList<>();
        for (SelectedField field : compilation.selections().of(edgeType, edges.selections())) {
            switch (field.name()) {
                case "__typename" ->
                    entries.add(new ObjectShape.Entry(field.key(), -1, new ConstantShape(edgeType), true));
                case "cursor" ->
                    entries.add(new ObjectShape.Entry(field.key(), row.add("cursor", places), cursors, true));
                case "node" -> entries.add(node(field, row, match.node()));
                default -> entries.add(relationProperty(field, row, match));
            }
        }
        return new ObjectShape(edgeType, entries);
    }

    private ObjectShape.Entry node(SelectedField field, Columns row, SymbolicName node) {
        return NodeCompiler.hopping(compilation)
                .within(field.key(), set.target().name(), field.selections(), node, row);
    }

    private ObjectShape.Entry relationProperty(SelectedField field, Columns row, NodeSet.Match match) {
        RelationField relation = Objects.requireNonNull(set.relation());
        MapType properties = compilation.map().type(Objects.requireNonNull(relation.properties()));
        SymbolicName edge = Objects.requireNonNull(match.edge());
        PropertyField property =
                (PropertyField) Objects.requireNonNull(properties.fields().get(field.name()));
        return new ObjectShape.Entry(
                field.key(),
                row.add("r." + property.property(), edge.property(property.property())),
                ValueShapes.of(compilation, property, field),
                property.required());
    }

    private Projection count() {
        NodeSet.Match match = set.match(names -> Cypher.noCondition());
        SymbolicName result = compilation.fresh("total");
        Call call = new Call(
                match.reading().returning(Cypher.count(match.node()).as(result)).build(), set.imports());
        return new Projection(
                List.of(call), result, new ScalarShape(ScalarForm.of("Int")), Cost.of(set.expected(), List.of()));
    }
}
