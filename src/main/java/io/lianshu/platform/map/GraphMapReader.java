package io.lianshu.platform.map;

import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.FieldDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.lianshu.platform.map.MapField.Exemption;
import io.lianshu.platform.map.MapField.Plurality;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapType.AbstractType;
import io.lianshu.platform.map.MapType.NodeType;
import io.lianshu.platform.map.MapType.RecordType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads the {@link GraphMap} out of the SDL; anything that does not fit is refused at start with its place named. */
public final class GraphMapReader {

    private final TypeDefinitionRegistry sdl;
    private final FieldReader fields;

    private GraphMapReader(TypeDefinitionRegistry sdl) {
        this.sdl = sdl;
        this.fields = new FieldReader(sdl);
    }

    /**
     * Reads the whole map.
     *
     * @throws IllegalStateException naming the type and field that does not fit
     */
    public static GraphMap read(TypeDefinitionRegistry sdl) {
        return new GraphMapReader(sdl).read();
    }

    private GraphMap read() {
        Map<String, MapType> types = new LinkedHashMap<>();
        for (ObjectTypeDefinition type : sdl.getTypes(ObjectTypeDefinition.class)) {
            if (type.hasDirective("node")) {
                types.put(type.getName(), node(type));
            } else if (type.hasDirective("record")) {
                types.put(type.getName(), new RecordType(type.getName(), fieldsOf(type, fields::entry)));
            }
        }
        for (InterfaceTypeDefinition type : sdl.getTypes(InterfaceTypeDefinition.class)) {
            List<String> members = sdl.getTypes(ObjectTypeDefinition.class).stream()
                    .filter(object -> implementsInterface(object, type.getName()))
                    .map(ObjectTypeDefinition::getName)
                    .toList();
            Map<String, MapField> common = new LinkedHashMap<>();
            type.getFieldDefinitions()
                    .forEach(field -> common.put(field.getName(), fields.node(type.getName(), field)));
            types.put(type.getName(), new AbstractType(type.getName(), false, members, common));
        }
        for (UnionTypeDefinition type : sdl.getTypes(UnionTypeDefinition.class)) {
            List<String> members = type.getMemberTypes().stream()
                    .map(member -> ((TypeName) member).getName())
                    .toList();
            types.put(type.getName(), new AbstractType(type.getName(), true, members, Map.of()));
        }
        GraphMap map = new GraphMap(types, roots(), commands(types));
        new MapCheck(map).check();
        return map;
    }

    private NodeType node(ObjectTypeDefinition type) {
        Directive node = type.getDirectives("node").get(0);
        List<List<String>> keys = Arguments.texts(node, "key").stream()
                .map(alternative -> Arrays.asList(alternative.trim().split("\\s+")))
                .toList();
        return new NodeType(
                type.getName(),
                Arguments.text(node, "label", type.getName()),
                Arguments.text(node, "kind", ""),
                keys,
                Arguments.optionalText(node, "fulltext"),
                Arguments.flag(node, "kept"),
                FieldReader.visibility(type),
                FieldReader.editing(type),
                fieldsOf(type, field -> fields.node(type.getName(), field)));
    }

    private Map<String, MapField> roots() {
        Map<String, MapField> roots = new LinkedHashMap<>();
        for (FieldDefinition field : allFields("Query")) {
            if (field.hasDirective("cypher")) {
                roots.put(field.getName(), fields.statement("Query", field));
            } else if (field.hasDirective("read")) {
                roots.put(field.getName(), root(field));
            }
        }
        return roots;
    }

    private List<CommandField> commands(Map<String, MapType> types) {
        List<CommandField> commands = new ArrayList<>();
        types.values().stream()
                .filter(NodeType.class::isInstance)
                .map(NodeType.class::cast)
                .forEach(type -> {
                    Editing editing = type.editing();
                    if (editing != null) {
                        Edits.mutations(type).forEach(name -> commands.add(new CommandField(name, type, editing.by())));
                    }
                });
        allFields("Mutation").stream()
                .filter(field -> field.hasDirective("command"))
                .forEach(field -> {
                    String payload = Reference.to(field.getType()).name();
                    NodeType subject = types.values().stream()
                            .filter(NodeType.class::isInstance)
                            .map(NodeType.class::cast)
                            .filter(type -> Edits.payload(type).equals(payload))
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException("Mutation." + field.getName()
                                    + " answers with " + payload + ", which is no node type's payload"));
                    commands.add(new CommandField(
                            field.getName(),
                            subject,
                            FieldReader.roles(field.getDirectives("command").get(0), "by")));
                });
        return commands;
    }

    private MapField root(FieldDefinition field) {
        Reference reference = Reference.to(field.getType());
        boolean connection = reference.isConnection(sdl);
        return new MapField.RootField(
                field.getName(),
                connection ? reference.connectionNode() : reference.name(),
                connection ? Plurality.CONNECTION : reference.list() ? Plurality.LIST : Plurality.ONE,
                reference.required(),
                reference.itemsRequired(),
                FieldReader.visibility(field));
    }

    private Map<String, MapField> fieldsOf(ObjectTypeDefinition type, Function<FieldDefinition, MapField> read) {
        Map<String, MapField> result = new LinkedHashMap<>();
        for (FieldDefinition field : allFields(type.getName())) {
            result.put(field.getName(), read.apply(field));
        }
        exemptions(type.getName()).forEach((field, exemptions) -> {
            if (!(result.get(field) instanceof PropertyField property)
                    || property.secrecy().mask() == null) {
                throw new IllegalStateException(type.getName() + ": @unmasked(field:) " + field + " is not masked");
            }
            result.put(field, property.exempting(exemptions));
        });
        return result;
    }

    /** What extensions of the type say in {@code @unmasked}, by field. */
    private Map<String, List<Exemption>> exemptions(String type) {
        Map<String, List<Exemption>> result = new LinkedHashMap<>();
        sdl.objectTypeExtensions().getOrDefault(type, List.of()).stream()
                .flatMap(extension -> extension.getDirectives("unmasked").stream())
                .forEach(unmasked -> result.computeIfAbsent(
                                Arguments.text(unmasked, "field", ""), any -> new ArrayList<>())
                        .add(new Exemption(FieldReader.roles(unmasked, "to"), Arguments.text(unmasked, "rule", ""))));
        return result;
    }

    /** The type's own fields, then those its extensions add. */
    private List<FieldDefinition> allFields(String type) {
        return Sdl.fieldsOf(sdl, type).toList();
    }

    private boolean implementsInterface(ObjectTypeDefinition object, String name) {
        return object.getImplements().stream()
                        .anyMatch(type -> ((TypeName) type).getName().equals(name))
                || sdl.objectTypeExtensions().getOrDefault(object.getName(), List.of()).stream()
                        .flatMap(extension -> extension.getImplements().stream())
                        .anyMatch(type -> ((TypeName) type).getName().equals(name));
    }

    static Directive only(DirectivesContainer<?> container, String name) {
        return container.getDirectives(name).get(0);
    }
}
