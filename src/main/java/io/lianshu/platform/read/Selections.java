package io.lianshu.platform.read;

import graphql.execution.TypeFromAST;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the fields that a selection asks of one object type, as the GraphQL specification's CollectFields does. */
final class Selections {

    private final GraphQLSchema schema;
    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, ?> variables;
    private final Operands operands;

    Selections(GraphQLSchema schema, Map<String, FragmentDefinition> fragments, Map<String, ?> variables) {
        this.schema = schema;
        this.fragments = fragments;
        this.variables = variables;
        this.operands = new Operands(variables);
    }

    /** The selected fields of an object type, in the document's order. */
    List<SelectedField> of(String objectType, List<SelectionSet> selections) {
        GraphQLObjectType type = schema.getObjectType(objectType);
        Map<String, List<Field>> byKey = new LinkedHashMap<>();
        selections.forEach(selection -> collect(type, selection, byKey));
        List<SelectedField> result = new ArrayList<>(byKey.size());
        byKey.forEach((key, fields) -> result.add(selected(type, key, fields)));
        return result;
    }

    /** The same for a root field, whose fields the executor has merged already. */
    SelectedField root(String key, GraphQLFieldDefinition definition, List<Field> fields) {
        return new SelectedField(
                key,
                definition.getName(),
                definition,
                operands.of(definition.getArguments(), fields.get(0).getArguments()),
                fields);
    }

    private SelectedField selected(GraphQLObjectType type, String key, List<Field> fields) {
        Field first = fields.get(0);
        if (first.getName().equals("__typename")) {
            return new SelectedField(key, "__typename", null, Map.of(), fields);
        }
        GraphQLFieldDefinition definition = type.getFieldDefinition(first.getName());
        return new SelectedField(
                key, first.getName(), definition, operands.of(definition.getArguments(), first.getArguments()), fields);
    }

    private void collect(GraphQLObjectType type, SelectionSet selection, Map<String, List<Field>> byKey) {
        for (Selection<?> item : selection.getSelections()) {
            if (item instanceof DirectivesContainer<?> container && !isIncluded(container)) {
                continue;
            }
            if (item instanceof Field field) {
                byKey.computeIfAbsent(field.getResultKey(), key -> new ArrayList<>())
                        .add(field);
            } else if (item instanceof InlineFragment fragment) {
                if (applies(fragment.getTypeCondition(), type)) {
                    collect(type, fragment.getSelectionSet(), byKey);
                }
            } else if (item instanceof FragmentSpread spread) {
                FragmentDefinition fragment = fragments.get(spread.getName());
                if (fragment != null && applies(fragment.getTypeCondition(), type)) {
                    collect(type, fragment.getSelectionSet(), byKey);
                }
            }
        }
    }

    private boolean applies(@Nullable TypeName condition, GraphQLObjectType type) {
        if (condition == null || condition.getName().equals(type.getName())) {
            return true;
        }
        GraphQLType conditionType = TypeFromAST.getTypeFromAST(schema, condition);
        return (conditionType instanceof GraphQLInterfaceType || conditionType instanceof GraphQLUnionType)
                && schema.isPossibleType((GraphQLNamedType) conditionType, type);
    }

    private boolean isIncluded(DirectivesContainer<?> container) {
        return holds(container, "include", true) && !holds(container, "skip", false);
    }

    private boolean holds(DirectivesContainer<?> container, String name, boolean otherwise) {
        if (container.getDirectives(name).isEmpty()) {
            return otherwise;
        }
        Directive directive = container.getDirectives(name).get(0);
        Value<?> condition = directive.getArgument("if").getValue();
        return condition instanceof VariableReference reference
                ? Boolean.TRUE.equals(variables.get(reference.getName()))
                : ((BooleanValue) condition).isValue();
    }
}
