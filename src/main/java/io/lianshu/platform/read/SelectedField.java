package io.lianshu.platform.read;

import graphql.language.Field;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLFieldDefinition;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A field of the selection after fragments, directives and equal keys were merged.
 *
 * @param key its key in the response
 * @param definition null for {@code __typename}
 * @param fields the document's fields merged into it
 */
record SelectedField(
        String key,
        String name,
        @Nullable GraphQLFieldDefinition definition,
        Map<String, Operand> arguments,
        List<Field> fields) {

    boolean isTypename() {
        return definition == null;
    }

    List<SelectionSet> selections() {
        return fields.stream()
                .map(Field::getSelectionSet)
                .filter(Objects::nonNull)
                .toList();
    }

    @Nullable
    Operand argument(String argument) {
        return arguments.get(argument);
    }
}
