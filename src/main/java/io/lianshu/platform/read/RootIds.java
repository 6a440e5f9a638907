package io.lianshu.platform.read;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLTypeUtil;
import io.lianshu.platform.identifier.NodeId;
import java.util.List;
import java.util.TreeSet;

/** The kinds of the ids among a root field's arguments: they choose the labels of its statement. */
final class RootIds {

    private RootIds() {}

    static String kinds(DataFetchingEnvironment environment) {
        StringBuilder result = new StringBuilder();
        for (GraphQLArgument argument : environment.getFieldDefinition().getArguments()) {
            if (GraphQLTypeUtil.unwrapAll(argument.getType()).getName().equals("ID")) {
                Object value = environment.getArgument(argument.getName());
                TreeSet<String> kinds = new TreeSet<>();
                if (value instanceof List<?> ids) {
                    ids.forEach(id -> kinds.add(kind(id)));
                } else if (value != null) {
                    kinds.add(kind(value));
                }
                result.append(argument.getName()).append(kinds);
            }
        }
        return result.toString();
    }

    private static String kind(Object id) {
        String text = String.valueOf(id);
        return NodeId.isWellFormed(text) ? NodeId.kindOf(text) : "?";
    }
}
