package io.lianshu.platform.read;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.MapField;
import io.lianshu.platform.map.MapType;
import io.lianshu.platform.map.MapType.NodeType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A random document that is valid and asks nothing that the viewer is refused. */
final class RandomDocument {

    private static final int DEEPEST = 4;

    /** The response keys of one object, with the field and arguments behind each, and the object below. */
    private record Scope(Map<String, Taken> keys) {
        Scope() {
            this(new LinkedHashMap<>());
        }
    }

    private record Taken(String field, String arguments, Scope below) {}

    private final GraphQLSchema schema;
    private final GraphMap map;
    private final Random random;
    private final RandomInput input;
    private final RandomArguments arguments;
    private final List<String> fragments = new ArrayList<>();
    private int budget;
    private int aliases;

    RandomDocument(GraphQLSchema schema, GraphMap map, RandomInput input, Random random) {
        this.schema = schema;
        this.map = map;
        this.random = random;
        this.input = input;
        this.arguments = new RandomArguments(map, input, random);
    }

    /** Writes another document about root fields of these names. */
    String write(List<String> roots, int subqueries) {
        budget = subqueries;
        StringBuilder selections = new StringBuilder();
        for (String root : roots) {
            GraphQLFieldDefinition field = schema.getQueryType().getFieldDefinition(root);
            selections.append(written(schema.getQueryType(), field, new Scope(), DEEPEST, true));
        }
        return "query Q" + arguments.declarations() + " {" + selections + "}\n" + String.join("\n", fragments);
    }

    /** Variables of the document written last; another set each time. */
    Map<String, Object> variables() {
        return arguments.variables();
    }

    private String selection(GraphQLNamedOutputType type, Scope scope, int depth, boolean distinct) {
        if (type instanceof GraphQLUnionType || type instanceof GraphQLInterfaceType) {
            return several(type, scope, depth);
        }
        GraphQLObjectType object = (GraphQLObjectType) type;
        List<GraphQLFieldDefinition> fields = object.getFieldDefinitions().stream()
                .filter(field -> isAllowed(object, field))
                .toList();
        StringBuilder result = new StringBuilder();
        int count = 1 + random.nextInt(4);
        for (int index = 0; index < count; index++) {
            if (random.nextInt(12) == 0) {
                result.append(directives("__typename"));
                continue;
            }
            GraphQLFieldDefinition field = input.one(fields);
            if (depth > 0 && random.nextInt(3) > 0) {
                List<GraphQLFieldDefinition> below =
                        fields.stream().filter(this::isComposite).toList();
                field = below.isEmpty() ? field : input.one(below);
            }
            boolean leads = isComposite(field);
            if (leads && (depth <= 0 || (isCostly(object, field) && budget <= 0))) {
                result.append("__typename ");
                continue;
            }
            if (isCostly(object, field)) {
                budget--;
            }
            String one = written(object, field, scope, depth, distinct);
            result.append(random.nextInt(7) == 0 ? wrapped(object.getName(), one) : one);
        }
        return "{" + result + "} ";
    }

    /** Common fields, and fragments on members. */
    private String several(GraphQLNamedOutputType type, Scope scope, int depth) {
        StringBuilder result = new StringBuilder("__typename ");
        if (type instanceof GraphQLInterfaceType) {
            result.append(random.nextBoolean() ? "id " : type.getName().equals("Named") ? "name " : "");
        }
        for (MapType member : map.types()) {
            if (member instanceof NodeType
                    && schema.isPossibleType(type, schema.getObjectType(member.name()))
                    && random.nextInt(3) == 0) {
                String inner = selection(schema.getObjectType(member.name()), new Scope(), depth - 1, true);
                result.append(fragment(member.name(), inner));
            }
        }
        if (random.nextInt(5) == 0 && type.getName().equals("Node")) {
            result.append("... on Named {name} ");
        }
        return "{" + result + "} ";
    }

    private String wrapped(String type, String selection) {
        return random.nextInt(3) == 0
                ? "... " + arguments.directive() + "{" + selection + "} "
                : fragment(type, "{" + selection + "}");
    }

    private String fragment(String type, String selection) {
        if (random.nextBoolean()) {
            return "... on " + type + " " + arguments.directive() + selection;
        }
        String name = "F" + fragments.size();
        fragments.add("fragment " + name + " on " + type + " " + selection);
        return "..." + name + " " + arguments.directive();
    }

    private String directives(String field) {
        return field + " " + arguments.directive();
    }

    /** One field with alias, arguments and the selection below. */
    private String written(
            GraphQLFieldsContainer owner, GraphQLFieldDefinition field, Scope scope, int depth, boolean distinct) {
        String key = field.getName();
        Taken taken = scope.keys().get(key);
        boolean again = taken != null && taken.field().equals(field.getName()) && random.nextBoolean();
        String given;
        if (again) {
            given = taken.arguments();
        } else {
            given = arguments.of(owner.getName(), field);
            if (taken != null || distinct || random.nextInt(4) == 0) {
                key = "a" + aliases++;
            }
            taken = new Taken(field.getName(), given, new Scope());
            scope.keys().put(key, taken);
        }
        StringBuilder result = new StringBuilder();
        if (!key.equals(field.getName())) {
            result.append(key).append(": ");
        }
        result.append(field.getName()).append(given).append(' ').append(arguments.directive());
        if (isComposite(field)) {
            GraphQLNamedOutputType type = (GraphQLNamedOutputType) GraphQLTypeUtil.unwrapAll(field.getType());
            int step = type.getName().endsWith("Connection") || type.getName().endsWith("Edge") ? 0 : 1;
            result.append(selection(type, taken.below(), depth - step, false));
        }
        return result.append(' ').toString();
    }

    private boolean isComposite(GraphQLFieldDefinition field) {
        return !GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(field.getType()));
    }

    /** Whether it takes a subquery of its own. */
    private boolean isCostly(GraphQLObjectType owner, GraphQLFieldDefinition field) {
        boolean ofConnection = owner.getName().endsWith("Connection");
        return map.find(owner.getName()) == null
                ? ofConnection || field.getName().equals("groups")
                : isComposite(field)
                        || map.type(owner.getName()).fields().get(field.getName()) instanceof MapField.StatementField;
    }

    private boolean isAllowed(GraphQLObjectType owner, GraphQLFieldDefinition field) {
        String name = owner.getName();
        for (String suffix : List.of("Aggregate", "Group")) {
            if (name.endsWith(suffix)
                    && map.find(name.substring(0, name.length() - suffix.length())) instanceof NodeType type) {
                MapField measured = type.fields().get(field.getName());
                return measured == null || input.isOpen(measured);
            }
        }
        return true;
    }

    /** Whether an argument is one of the paging arguments. */
    static boolean pages(GraphQLArgument argument) {
        return List.of("first", "after", "last", "before").contains(argument.getName());
    }
}
