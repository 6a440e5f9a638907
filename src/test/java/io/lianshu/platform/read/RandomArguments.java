package io.lianshu.platform.read;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.MapType.NodeType;
import io.lianshu.platform.read.RandomInput.Constant;
import io.lianshu.platform.read.RandomInput.Pick;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.function.Supplier;

/** Writes arguments as literals, variables, or literals with variables inside, and remembers the variables. */
final class RandomArguments {

    private static final Object OMITTED = new Object();

    private record Variable(String type, Object value, Supplier<Object> again) {}

    private final GraphMap map;
    private final RandomInput input;
    private final Random random;
    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private boolean drawn;

    RandomArguments(GraphMap map, RandomInput input, Random random) {
        this.map = map;
        this.input = input;
        this.random = random;
    }

    /** The variables' declarations in brackets, or nothing. */
    String declarations() {
        StringJoiner result = new StringJoiner(", ", "(", ")");
        variables.forEach((name, variable) -> result.add("$" + name + ": " + variable.type()));
        return variables.isEmpty() ? "" : result.toString();
    }

    /** Values of the variables; after the first time partly others. */
    Map<String, Object> variables() {
        Map<String, Object> result = new LinkedHashMap<>();
        variables.forEach((name, variable) -> {
            Object value = drawn && random.nextBoolean() ? variable.again().get() : variable.value();
            if (value != OMITTED) {
                result.put(name, plain(value));
            }
        });
        drawn = true;
        return result;
    }

    String directive() {
        if (random.nextInt(9) > 0) {
            return "";
        }
        Pick truth = input.pick(random::nextBoolean);
        GraphQLType required = GraphQLNonNull.nonNull(graphql.Scalars.GraphQLBoolean);
        return "@" + (random.nextBoolean() ? "include" : "skip") + "(if: " + literal(truth, required, false) + ") ";
    }

    /** All arguments of a field in brackets, or nothing. */
    String of(String owner, GraphQLFieldDefinition field) {
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, Supplier<Object>> draws = draws(owner, field);
        draws.forEach((name, draw) -> values.put(name, draw.get()));
        if (values.containsKey("search") && field.getArgument("orderBy") != null) {
            values.put("orderBy", List.of(Map.of("id", input.direction())));
            draws.remove("orderBy");
        }
        StringJoiner result = new StringJoiner(", ", "(", ")");
        result.setEmptyValue("");
        values.forEach((name, value) -> {
            GraphQLArgument argument = field.getArgument(name);
            Supplier<Object> again = draws.getOrDefault(name, () -> value);
            boolean optional = !GraphQLTypeUtil.isNonNull(argument.getType()) && !owner.equals("Query");
            result.add(name + ": " + literal(value, argument.getType(), again, optional));
        });
        return result.toString();
    }

    private Map<String, Supplier<Object>> draws(String owner, GraphQLFieldDefinition field) {
        Map<String, Supplier<Object>> result = new LinkedHashMap<>();
        if (owner.equals("Query") && field.getArgument("filter") == null) {
            root(field, result);
            return result;
        }
        if (field.getName().equals("siblings") && random.nextBoolean()) {
            result.put("least", () -> input.pick(() -> random.nextInt(20)));
        }
        if (field.getName().equals("groups")) {
            NodeType type = (NodeType) map.type(owner.substring(0, owner.length() - "Aggregate".length()));
            result.put("by", () -> input.groupKeys(type));
            if (random.nextBoolean()) {
                result.put("orderBy", () -> input.groupOrders(type));
            }
            if (random.nextInt(3) == 0) {
                result.put("first", () -> input.pick(() -> 1 + random.nextInt(4)));
            }
        }
        if (field.getArgument("filter") != null) {
            ofList(field, result);
        }
        return result;
    }

    private void ofList(GraphQLFieldDefinition field, Map<String, Supplier<Object>> result) {
        String filter =
                GraphQLTypeUtil.unwrapAll(field.getArgument("filter").getType()).getName();
        String type = filter.substring(0, filter.length() - "Filter".length());
        if (random.nextInt(5) < 2) {
            result.put("filter", () -> input.filter(type, 2));
        }
        if (random.nextBoolean()) {
            result.put("orderBy", () -> input.orders(type));
        }
        if (field.getArgument("first") != null && random.nextInt(4) > 0) {
            result.put(random.nextInt(3) == 0 ? "last" : "first", () -> input.pick(() -> 1 + random.nextInt(5)));
        }
        if (field.getArgument("near") != null && random.nextInt(6) == 0) {
            result.put("near", input::near);
        }
        if (field.getArgument("search") != null && input.isSearchable(type) && random.nextInt(6) == 0) {
            result.put("search", () -> input.pick(() -> input.one(List.of("甲乙", "乙丙", "丙", "丁", "丁戊", "丙丁 乙丙", "癸"))));
        }
    }

    private void root(GraphQLFieldDefinition field, Map<String, Supplier<Object>> result) {
        String kind =
                List.of("Thing", "Maker", "Place", "Note", "Bolt", "Plate").get(random.nextInt(6));
        switch (field.getName()) {
            case "node" -> result.put("id", () -> input.pick(() -> input.id(kind)));
            case "maker" -> result.put("id", () -> input.pick(() -> input.id("Maker")));
            case "nodes" -> result.put("ids", () -> ids(List.of(kind, "Thing", "Maker")));
            case "thingsById" -> result.put("ids", () -> ids(List.of("Thing")));
            case "makersById" -> result.put("ids", () -> ids(List.of("Maker")));
            case "thing" -> {
                int which = random.nextInt(3);
                if (which != 1) {
                    result.put("serial", () -> input.pick(() -> 1 + random.nextInt(20)));
                }
                if (which != 0) {
                    result.put("id", () -> input.pick(() -> input.id("Thing")));
                }
            }
            case "busiest" -> {
                if (random.nextBoolean()) {
                    result.put("atLeast", () -> input.pick(() -> random.nextInt(5)));
                }
            }
            case "around" -> {
                result.put("place", () -> input.pick(() -> input.id("Place")));
                if (random.nextBoolean()) {
                    result.put("least", () -> input.pick(() -> random.nextInt(15)));
                }
            }
            default -> {}
        }
    }

    private Object ids(List<String> kinds) {
        List<Object> result = new ArrayList<>();
        for (int count = random.nextInt(6); count > 0; count--) {
            result.add(input.pick(() -> input.id(input.one(kinds))));
        }
        return result;
    }

    private String literal(Object value, GraphQLType type, boolean optional) {
        return literal(
                value, type, () -> value instanceof Pick pick ? pick.again().get() : value, optional);
    }

    private String literal(Object value, GraphQLType declared, Supplier<Object> again, boolean optional) {
        if (random.nextInt(4) == 0) {
            String name = "v" + variables.size();
            boolean omitted = optional && random.nextInt(8) == 0;
            variables.put(
                    name,
                    new Variable(
                            GraphQLTypeUtil.simplePrint(declared),
                            omitted ? OMITTED : value,
                            omitted ? () -> OMITTED : again));
            return "$" + name;
        }
        GraphQLType type = GraphQLTypeUtil.unwrapNonNull(declared);
        if (value instanceof Pick pick) {
            return scalar(pick.chosen());
        }
        if (value instanceof List<?> items) {
            StringJoiner result = new StringJoiner(", ", "[", "]");
            items.forEach(item -> result.add(literal(item, ((GraphQLList) type).getWrappedType(), false)));
            return result.toString();
        }
        if (value instanceof Map<?, ?> fields) {
            StringJoiner result = new StringJoiner(", ", "{", "}");
            boolean condition = GraphQLTypeUtil.unwrapAll(type).getName().endsWith("Filter");
            fields.forEach((name, item) -> result.add(name + ": "
                    + literal(
                            item,
                            ((GraphQLInputObjectType) type)
                                    .getField((String) name)
                                    .getType(),
                            condition)));
            return result.toString();
        }
        return scalar(value);
    }

    private static String scalar(Object value) {
        if (value instanceof Constant constant) {
            return constant.name();
        }
        return value instanceof String text ? "\"" + text + "\"" : String.valueOf(value);
    }

    /** As JSON has it. */
    static Object plain(Object value) {
        if (value instanceof Pick pick) {
            return plain(pick.chosen());
        }
        if (value instanceof Constant constant) {
            return constant.name();
        }
        if (value instanceof List<?> items) {
            return items.stream().map(RandomArguments::plain).toList();
        }
        if (value instanceof Map<?, ?> fields) {
            Map<String, Object> result = new LinkedHashMap<>();
            fields.forEach((name, item) -> result.put((String) name, plain(item)));
            return result;
        }
        return value;
    }
}
