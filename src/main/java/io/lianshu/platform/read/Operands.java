package io.lianshu.platform.read;

import graphql.GraphQLContext;
import graphql.execution.ValuesResolver;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.InputValueWithState;
import graphql.schema.idl.TypeInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns arguments of the document into operands, and variables into the signature of their structure. */
final class Operands {

    private final Map<String, ?> variables;

    Operands(Map<String, ?> variables) {
        this.variables = variables;
    }

    /** Operands by argument name; absent and null arguments are left out. */
    Map<String, Operand> of(List<GraphQLArgument> definitions, List<Argument> given) {
        Map<String, Operand> result = new LinkedHashMap<>();
        for (GraphQLArgument definition : definitions) {
            Argument argument = given.stream()
                    .filter(candidate -> candidate.getName().equals(definition.getName()))
                    .findFirst()
                    .orElse(null);
            boolean left = argument == null
                    || (argument.getValue() instanceof VariableReference reference
                            && !variables.containsKey(reference.getName()));
            Operand operand = argument == null || left
                    ? fallback(definition)
                    : literal(argument.getValue(), definition.getType());
            if (operand != null) {
                result.put(definition.getName(), operand);
            }
        }
        return result;
    }

    private static @Nullable Operand fallback(GraphQLArgument definition) {
        if (!definition.hasSetDefaultValue()) {
            return null;
        }
        Object value = internal(definition.getArgumentDefaultValue(), definition.getType());
        return value == null ? null : new Operand.Constant(value);
    }

    private @Nullable Operand literal(@Nullable Value<?> value, GraphQLType declared) {
        GraphQLType type = GraphQLTypeUtil.unwrapNonNull(declared);
        if (value == null || value instanceof NullValue) {
            return null;
        }
        if (value instanceof VariableReference reference) {
            return variable(reference.getName(), List.of(), variables.get(reference.getName()), type);
        }
        if (type instanceof GraphQLList list) {
            List<Value<?>> values = new ArrayList<>();
            if (value instanceof ArrayValue array) {
                array.getValues().forEach(values::add);
            } else {
                values.add(value);
            }
            return items(values, list.getWrappedType());
        }
        if (type instanceof GraphQLInputObjectType object && value instanceof ObjectValue fields) {
            Map<String, Operand> result = new LinkedHashMap<>();
            for (ObjectField field : fields.getObjectFields()) {
                GraphQLInputObjectField definition = object.getFieldDefinition(field.getName());
                Operand operand = definition == null ? null : literal(field.getValue(), definition.getType());
                if (operand != null) {
                    result.put(field.getName(), operand);
                }
            }
            return new Operand.Fields(result);
        }
        Object constant = internal(InputValueWithState.newLiteralValue(value), (GraphQLInputType) type);
        return constant == null ? null : new Operand.Constant(constant);
    }

    private Operand items(List<Value<?>> values, GraphQLType type) {
        List<Operand> result = new ArrayList<>();
        for (Value<?> value : values) {
            Operand operand = literal(value, type);
            if (operand != null) {
                result.add(operand);
            }
        }
        return new Operand.Items(result);
    }

    private static @Nullable Operand variable(
            String name, List<Object> path, @Nullable Object value, GraphQLType declared) {
        GraphQLType type = GraphQLTypeUtil.unwrapNonNull(declared);
        if (value == null) {
            return null;
        }
        if (shapes(type)) {
            return new Operand.Constant(value);
        }
        if (type instanceof GraphQLList list && !isPlain(list) && value instanceof List<?> values) {
            List<Operand> items = new ArrayList<>();
            for (int index = 0; index < values.size(); index++) {
                Operand item = variable(name, appended(path, index), values.get(index), list.getWrappedType());
                if (item != null) {
                    items.add(item);
                }
            }
            return new Operand.Items(items);
        }
        if (type instanceof GraphQLInputObjectType object && value instanceof Map<?, ?> fields) {
            Map<String, Operand> result = new LinkedHashMap<>();
            for (GraphQLInputObjectField field : object.getFieldDefinitions()) {
                Operand operand =
                        variable(name, appended(path, field.getName()), fields.get(field.getName()), field.getType());
                if (operand != null) {
                    result.put(field.getName(), operand);
                }
            }
            return new Operand.Fields(result);
        }
        return new Operand.Variable(name, path);
    }

    /** What of the variables decides the statement's shape, as text. */
    static String signature(List<VariableDefinition> definitions, Map<String, ?> variables, GraphQLSchema schema) {
        StringBuilder text = new StringBuilder();
        for (VariableDefinition definition : definitions) {
            GraphQLType type = inputType(definition, schema);
            text.append(definition.getName()).append('=');
            sign(variables.get(definition.getName()), type, text);
            text.append(variables.containsKey(definition.getName()) ? ';' : '?');
        }
        return text.toString();
    }

    private static GraphQLType inputType(VariableDefinition definition, GraphQLSchema schema) {
        TypeInfo info = TypeInfo.typeInfo(definition.getType());
        GraphQLType named = schema.getType(info.getName());
        return named == null ? graphql.Scalars.GraphQLString : info.decorate(named);
    }

    private static void sign(@Nullable Object value, GraphQLType declared, StringBuilder text) {
        GraphQLType type = GraphQLTypeUtil.unwrapNonNull(declared);
        if (value == null) {
            text.append('-');
        } else if (shapes(type)) {
            text.append(value);
        } else if (type instanceof GraphQLList list && !isPlain(list) && value instanceof List<?> values) {
            text.append('[');
            values.forEach(item -> sign(item, list.getWrappedType(), text.append(',')));
            text.append(']');
        } else if (type instanceof GraphQLInputObjectType object && value instanceof Map<?, ?> fields) {
            text.append('{');
            for (GraphQLInputObjectField field : object.getFieldDefinitions()) {
                if (fields.get(field.getName()) != null) {
                    sign(
                            fields.get(field.getName()),
                            field.getType(),
                            text.append(field.getName()).append(':'));
                }
            }
            text.append('}');
        } else {
            text.append('.');
        }
    }

    /** Enums and booleans choose between statements; other scalars are parameters of one. */
    private static boolean shapes(GraphQLType type) {
        return type instanceof GraphQLEnumType
                || (type instanceof GraphQLScalarType scalar && scalar.getName().equals("Boolean"))
                || (type instanceof GraphQLList list
                        && GraphQLTypeUtil.unwrapNonNull(list.getWrappedType()) instanceof GraphQLEnumType);
    }

    private static boolean isPlain(GraphQLList list) {
        return GraphQLTypeUtil.unwrapNonNull(list.getWrappedType()) instanceof GraphQLScalarType;
    }

    private static @Nullable Object internal(InputValueWithState value, GraphQLInputType type) {
        return ValuesResolver.valueToInternalValue(value, type, GraphQLContext.getDefault(), Locale.ROOT);
    }

    private static List<Object> appended(List<Object> path, Object step) {
        List<Object> result = new ArrayList<>(path);
        result.add(step);
        return result;
    }
}
