package io.lianshu.platform.map;

import graphql.language.Description;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.List;
import java.util.stream.Stream;

/** Words for writing derived SDL. */
final class Sdl {

    private Sdl() {}

    static TypeName named(String name) {
        return TypeName.newTypeName(name).build();
    }

    static Type<?> list(Type<?> item) {
        return ListType.newListType(item).build();
    }

    static Type<?> required(Type<?> type) {
        return NonNullType.newNonNullType(type).build();
    }

    static FieldDefinition field(String name, Type<?> type, String description) {
        return FieldDefinition.newFieldDefinition()
                .name(name)
                .type(type)
                .description(describe(description))
                .build();
    }

    static FieldDefinition field(String name, Type<?> type, String description, List<InputValueDefinition> arguments) {
        return field(name, type, description).transform(builder -> builder.inputValueDefinitions(arguments));
    }

    static InputValueDefinition argument(String name, Type<?> type, String description) {
        return InputValueDefinition.newInputValueDefinition()
                .name(name)
                .type(type)
                .description(describe(description))
                .build();
    }

    static ObjectTypeDefinition type(String name, String description, List<FieldDefinition> fields) {
        return ObjectTypeDefinition.newObjectTypeDefinition()
                .name(name)
                .description(describe(description))
                .fieldDefinitions(fields)
                .build();
    }

    static InputObjectTypeDefinition inputType(String name, String description, List<InputValueDefinition> fields) {
        return InputObjectTypeDefinition.newInputObjectDefinition()
                .name(name)
                .description(describe(description))
                .inputValueDefinitions(fields)
                .build();
    }

    static EnumTypeDefinition enumeration(String name, String description, List<EnumValueDefinition> values) {
        return EnumTypeDefinition.newEnumTypeDefinition()
                .name(name)
                .description(describe(description))
                .enumValueDefinitions(values)
                .build();
    }

    static EnumValueDefinition value(String name, String description) {
        return EnumValueDefinition.newEnumValueDefinition()
                .name(name)
                .description(describe(description))
                .build();
    }

    /** Fields of the object type and of its extensions. */
    static Stream<FieldDefinition> fieldsOf(TypeDefinitionRegistry sdl, String type) {
        return Stream.concat(
                Stream.ofNullable(sdl.getTypeOrNull(type, ObjectTypeDefinition.class))
                        .flatMap(definition -> definition.getFieldDefinitions().stream()),
                sdl.objectTypeExtensions().getOrDefault(type, List.of()).stream()
                        .flatMap(extension -> extension.getFieldDefinitions().stream()));
    }

    private static Description describe(String text) {
        return new Description(text, null, false);
    }
}
