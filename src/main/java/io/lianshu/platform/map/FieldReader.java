package io.lianshu.platform.map;

import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.lianshu.platform.map.MapField.ComputedField;
import io.lianshu.platform.map.MapField.EntryField;
import io.lianshu.platform.map.MapField.Plurality;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.map.MapField.Secrecy;
import io.lianshu.platform.map.MapField.StatementField;
import io.lianshu.platform.viewer.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one field of the SDL with its directives. */
final class FieldReader {

    private static final int SMALL_LIST = 100;
    private static final Set<String> VALUE_OBJECTS = Set.of("Code", "GeoPoint");

    private final TypeDefinitionRegistry sdl;

    FieldReader(TypeDefinitionRegistry sdl) {
        this.sdl = sdl;
    }

    /** A field of a node type or interface. */
    MapField node(String owner, FieldDefinition field) {
        if (field.hasDirective("relationship")) {
            return relation(field);
        }
        if (field.hasDirective("cypher")) {
            return statement(owner, field);
        }
        if (field.hasDirective("computed")) {
            return computed(field);
        }
        Reference reference = Reference.to(field.getType());
        if (!isValue(reference.name())) {
            throw new IllegalStateException(owner + "." + field.getName() + " is of type " + reference.name()
                    + " but has none of @relationship, @cypher, @computed");
        }
        return property(field, reference);
    }

    /** A field of a record type. */
    MapField entry(FieldDefinition field) {
        if (field.hasDirective("computed")) {
            return computed(field);
        }
        Reference reference = Reference.to(field.getType());
        return isValue(reference.name())
                ? property(field, reference)
                : new EntryField(
                        field.getName(), reference.name(), reference.list(), reference.required(), visibility(field));
    }

    StatementField statement(String owner, FieldDefinition field) {
        Directive cypher = GraphMapReader.only(field, "cypher");
        Reference reference = Reference.to(field.getType());
        String statement = Arguments.text(cypher, "statement", "");
        if (statement.split("/").length != 2) {
            throw new IllegalStateException(
                    owner + "." + field.getName() + ": @cypher(statement:) must be room/name, not " + statement);
        }
        return new StatementField(
                field.getName(),
                statement,
                reference.name(),
                reference.list(),
                Arguments.number(cypher, "atMost", reference.list() ? SMALL_LIST : 1),
                reference.required(),
                visibility(field));
    }

    private static ComputedField computed(FieldDefinition field) {
        Reference reference = Reference.to(field.getType());
        return new ComputedField(
                field.getName(),
                reference.name(),
                reference.list(),
                Arguments.texts(GraphMapReader.only(field, "computed"), "needs"),
                reference.required(),
                visibility(field));
    }

    private RelationField relation(FieldDefinition field) {
        Directive relation = GraphMapReader.only(field, "relationship");
        Reference reference = Reference.to(field.getType());
        boolean connection = reference.isConnection(sdl);
        String target = connection ? reference.connectionNode() : reference.name();
        return new RelationField(
                field.getName(),
                Arguments.text(relation, "type", ""),
                Arguments.text(relation, "direction", "OUT").equals("OUT"),
                Arguments.text(relation, "node", target),
                connection ? Plurality.CONNECTION : reference.list() ? Plurality.LIST : Plurality.ONE,
                Arguments.number(relation, "atMost", connection || reference.list() ? SMALL_LIST : 1),
                Arguments.optionalText(relation, "properties"),
                Arguments.optionalText(relation, "gate"),
                Arguments.optionalText(relation, "firstIds"),
                field.hasDirective("held"),
                reference.required(),
                visibility(field));
    }

    private static PropertyField property(FieldDefinition field, Reference reference) {
        return new PropertyField(
                field.getName(),
                field.hasDirective("property")
                        ? Arguments.text(GraphMapReader.only(field, "property"), "name", field.getName())
                        : field.getName(),
                reference.name(),
                reference.list(),
                reference.required(),
                field.hasDirective("code") ? Arguments.optionalText(GraphMapReader.only(field, "code"), "list") : null,
                field.hasDirective("held"),
                secrecy(field),
                visibility(field));
    }

    private static Secrecy secrecy(FieldDefinition field) {
        boolean sealed = field.hasDirective("sealed");
        if (!field.hasDirective("masked")) {
            return new Secrecy(sealed, null, Set.of(), List.of());
        }
        Directive masked = GraphMapReader.only(field, "masked");
        return new Secrecy(sealed, Arguments.optionalText(masked, "as"), roles(masked, "except"), List.of());
    }

    static Visibility visibility(DirectivesContainer<?> container) {
        if (!container.hasDirective("visible")) {
            return Visibility.EVERYBODY;
        }
        Directive visible = GraphMapReader.only(container, "visible");
        return new Visibility(roles(visible, "to"), Arguments.optionalText(visible, "rule"));
    }

    static @Nullable Editing editing(DirectivesContainer<?> container) {
        if (!container.hasDirective("editable")) {
            return null;
        }
        Directive editable = GraphMapReader.only(container, "editable");
        return new Editing(
                roles(editable, "by"), Arguments.optionalText(editable, "rule"), Arguments.flag(editable, "merges"));
    }

    static Set<Role> roles(Directive directive, String argument) {
        return Arguments.texts(directive, argument).stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private boolean isValue(String type) {
        return VALUE_OBJECTS.contains(type)
                || ScalarInfo.isGraphqlSpecifiedScalar(type)
                || sdl.scalars().containsKey(type)
                || sdl.getTypeOrNull(type, ScalarTypeDefinition.class) != null
                || sdl.getTypeOrNull(type, EnumTypeDefinition.class) != null;
    }
}
