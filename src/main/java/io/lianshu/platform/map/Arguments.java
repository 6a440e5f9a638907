package io.lianshu.platform.map;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.EnumValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of a directive in the SDL. */
final class Arguments {

    private Arguments() {}

    static String text(Directive directive, String name, String otherwise) {
        String value = optionalText(directive, name);
        return value == null ? otherwise : value;
    }

    static @Nullable String optionalText(Directive directive, String name) {
        Argument argument = directive.getArgument(name);
        return argument == null ? null : text(argument.getValue());
    }

    static List<String> texts(Directive directive, String name) {
        Argument argument = directive.getArgument(name);
        if (argument == null) {
            return List.of();
        }
        return argument.getValue() instanceof ArrayValue array
                ? array.getValues().stream().map(Arguments::text).toList()
                : List.of(text(argument.getValue()));
    }

    static int number(Directive directive, String name, int otherwise) {
        Argument argument = directive.getArgument(name);
        return argument != null && argument.getValue() instanceof IntValue value
                ? value.getValue().intValueExact()
                : otherwise;
    }

    static boolean flag(Directive directive, String name) {
        Argument argument = directive.getArgument(name);
        return argument != null && argument.getValue() instanceof BooleanValue value && value.isValue();
    }

    private static String text(Value<?> value) {
        if (value instanceof StringValue string) {
            return String.valueOf(string.getValue());
        }
        if (value instanceof EnumValue constant) {
            return constant.getName();
        }
        throw new IllegalStateException("A directive's argument is neither text nor enum: " + value);
    }
}
