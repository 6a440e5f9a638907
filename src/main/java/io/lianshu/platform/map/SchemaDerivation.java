package io.lianshu.platform.map;

import static io.lianshu.platform.map.Sdl.argument;
import static io.lianshu.platform.map.Sdl.field;
import static io.lianshu.platform.map.Sdl.list;
import static io.lianshu.platform.map.Sdl.named;
import static io.lianshu.platform.map.Sdl.required;
import static io.lianshu.platform.map.Sdl.type;

import graphql.language.DirectiveDefinition;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.lianshu.platform.map.MapField.Plurality;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.map.MapField.RootField;
import io.lianshu.platform.map.MapType.NodeType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Completes the SDL from the map: connections, filters, orders, aggregates and the arguments that take them. The
 * server-side directives are taken out, so that clients never see them.
 */
public final class SchemaDerivation {

    private static final Set<String> SERVER_SIDE = Set.of(
            "node",
            "record",
            "relationship",
            "property",
            "cypher",
            "computed",
            "visible",
            "editable",
            "command",
            "masked",
            "unmasked",
            "held",
            "sealed",
            "code",
            "read");
    private static final Set<String> SERVER_SIDE_ENUMS = Set.of("RelationshipDirection", "Mask");

    private final TypeDefinitionRegistry sdl;
    private final GraphMap map;
    private final Set<String> derived = new HashSet<>();

    private SchemaDerivation(TypeDefinitionRegistry sdl, GraphMap map) {
        this.sdl = sdl;
        this.map = map;
    }

    /** Changes {@code sdl} in place. */
    public static void derive(TypeDefinitionRegistry sdl, GraphMap map) {
        new SchemaDerivation(sdl, map).derive();
    }

    private void derive() {
        AggregateDerivation aggregates = new AggregateDerivation(map);
        DerivedValues.definitions().forEach(sdl::add);
        for (MapType type : map.types()) {
            if (type instanceof MapType.RecordType) {
                continue;
            }
            FilterDerivation.of(type).forEach(sdl::add);
            if (type instanceof NodeType node) {
                aggregates.of(node).forEach(sdl::add);
            }
            connection(type.name() + "Connection", type.name(), null);
        }
        map.types()
                .forEach(type -> type.fields().values().stream()
                        .filter(RelationField.class::isInstance)
                        .map(RelationField.class::cast)
                        .filter(relation -> relation.plurality() == Plurality.CONNECTION)
                        .forEach(relation ->
                                connection(connectionName(type, relation), relation.target(), relation.properties())));
        rewriteTypes();
        new EditDerivation(sdl, map).definitions().forEach(sdl::add);
        sdl.getDirectiveDefinitions().values().stream()
                .filter(definition -> SERVER_SIDE.contains(definition.getName()))
                .map(DirectiveDefinition.class::cast)
                .toList()
                .forEach(sdl::remove);
        sdl.getTypes(EnumTypeDefinition.class).stream()
                .filter(definition -> SERVER_SIDE_ENUMS.contains(definition.getName()))
                .toList()
                .forEach(sdl::remove);
    }

    /** The name the SDL gives the connection; it differs from the node's when the relation has properties. */
    private String connectionName(MapType owner, RelationField relation) {
        return Sdl.fieldsOf(sdl, owner.name())
                .filter(field -> field.getName().equals(relation.name()))
                .map(field -> Reference.to(field.getType()).name())
                .findFirst()
                .orElseThrow();
    }

    private void connection(String name, String node, @Nullable String properties) {
        if (!derived.add(name)) {
            return;
        }
        String edge = name.substring(0, name.length() - "Connection".length()) + "Edge";
        List<FieldDefinition> edgeFields = new ArrayList<>();
        edgeFields.add(field("cursor", required(named("String")), "Opaque place of the edge in its order (游标)."));
        edgeFields.add(field("node", required(named(node)), "The node (节点)."));
        if (properties != null) {
            Sdl.fieldsOf(sdl, properties)
                    .map(SchemaDerivation::withoutDirectives)
                    .forEach(edgeFields::add);
        }
        sdl.add(type(edge, "One " + node + " of a connection (连接边).", edgeFields));
        List<FieldDefinition> fields = new ArrayList<>();
        fields.add(field("edges", required(list(required(named(edge)))), "The page's edges in order (本页)."));
        fields.add(field("pageInfo", required(named("PageInfo")), "Where the page lies (分页)."));
        fields.add(field(
                "totalCount",
                required(named("Int")),
                "How many the filter admits and the viewer may see, on all pages (总数)."));
        if (map.type(node) instanceof NodeType) {
            fields.add(field(
                    "aggregate",
                    required(named(node + "Aggregate")),
                    "Sums, extremes and groups over all pages (汇总)."));
        }
        sdl.add(type(name, "A page of " + node + " (分页列表).", fields));
    }

    private void rewriteTypes() {
        for (ObjectTypeDefinition type : List.copyOf(sdl.getTypes(ObjectTypeDefinition.class))) {
            if (!derived.contains(type.getName())) {
                List<FieldDefinition> fields = rewritten(type.getName(), type.getFieldDefinitions());
                sdl.remove(type);
                sdl.add(type.transform(
                        builder -> builder.fieldDefinitions(fields).directives(List.of())));
            }
        }
        for (List<ObjectTypeExtensionDefinition> extensions :
                List.copyOf(sdl.objectTypeExtensions().values())) {
            for (ObjectTypeExtensionDefinition extension : List.copyOf(extensions)) {
                List<FieldDefinition> fields = rewritten(extension.getName(), extension.getFieldDefinitions());
                sdl.remove(extension);
                sdl.add(extension.transformExtension(
                        builder -> builder.fieldDefinitions(fields).directives(List.of())));
            }
        }
        for (InterfaceTypeDefinition type : List.copyOf(sdl.getTypes(InterfaceTypeDefinition.class))) {
            List<FieldDefinition> fields = rewritten(type.getName(), type.getFieldDefinitions());
            sdl.remove(type);
            sdl.add(type.transform(builder -> builder.definitions(fields).directives(List.of())));
        }
    }

    private List<FieldDefinition> rewritten(String owner, List<FieldDefinition> fields) {
        return fields.stream()
                .map(field -> withoutDirectives(withArguments(owner, field)))
                .toList();
    }

    private FieldDefinition withArguments(String owner, FieldDefinition field) {
        MapField mapped = owner.equals("Query")
                ? map.roots().get(field.getName())
                : map.find(owner) == null ? null : map.type(owner).fields().get(field.getName());
        if (mapped instanceof RelationField relation) {
            return added(field, relation.target(), relation.plurality());
        }
        boolean byIds = field.getInputValueDefinitions().stream()
                .anyMatch(argument -> argument.getName().equals("ids"));
        return mapped instanceof RootField root && !byIds ? added(field, root.target(), root.plurality()) : field;
    }

    private FieldDefinition added(FieldDefinition field, String target, Plurality plurality) {
        if (plurality == Plurality.ONE) {
            return field;
        }
        List<InputValueDefinition> arguments = new ArrayList<>(field.getInputValueDefinitions());
        arguments.add(argument("filter", named(target + "Filter"), "Which nodes (筛选); all when absent."));
        arguments.add(argument(
                "orderBy", list(required(named(target + "Order"))), "Order by several keys (排序); by id at last."));
        if (plurality == Plurality.CONNECTION) {
            arguments.add(argument(
                    "first",
                    named("Int"),
                    "Page forward: at most so many, 1 to 100; 20 when neither first nor last is given (向后取几条)."));
            arguments.add(argument("after", named("String"), "Cursor after which the page begins (起始游标)."));
            arguments.add(argument("last", named("Int"), "Page backward: the last so many, 1 to 100 (向前取几条)."));
            arguments.add(argument("before", named("String"), "Cursor before which the page ends (结束游标)."));
            if (map.type(target) instanceof NodeType node) {
                if (node.fulltext() != null) {
                    arguments.add(argument(
                            "search", named("String"), "Words of the name, best match first without orderBy (全文检索)."));
                }
                if (FilterDerivation.location(node) != null) {
                    arguments.add(argument(
                            "near", named("NearInput"), "Only within a distance, nearest first without orderBy (附近)."));
                }
            }
        }
        return field.transform(builder -> builder.inputValueDefinitions(arguments));
    }

    private static FieldDefinition withoutDirectives(FieldDefinition field) {
        return field.transform(builder -> builder.directives(field.getDirectives().stream()
                .filter(directive -> !SERVER_SIDE.contains(directive.getName()))
                .toList()));
    }
}
