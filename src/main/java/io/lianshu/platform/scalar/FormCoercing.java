package io.lianshu.platform.scalar;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.BooleanValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import io.lianshu.platform.refusal.Refusal;
import java.math.BigInteger;
import java.util.Locale;

/** Makes a form a GraphQL scalar. The refusal that tells what is wrong is the cause of graphql-java's exception. */
final class FormCoercing implements Coercing<Object, Object> {

    private final ScalarForm form;

    FormCoercing(ScalarForm form) {
        this.form = form;
    }

    @Override
    public Object serialize(Object value, GraphQLContext context, Locale locale) {
        try {
            return form.wire(value);
        } catch (IllegalStateException | Refusal e) {
            throw new CoercingSerializeException(e.getMessage(), e);
        }
    }

    @Override
    public Object parseValue(Object input, GraphQLContext context, Locale locale) {
        try {
            return form.coerce(input);
        } catch (Refusal e) {
            throw new CoercingParseValueException(e.english(), e);
        }
    }

    @Override
    public Object parseLiteral(Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
        try {
            return form.coerce(inside(literal));
        } catch (Refusal e) {
            throw new CoercingParseLiteralException(e.english(), e);
        }
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        Object wire = form.wire(form.coerce(input));
        return wire instanceof Long number
                ? IntValue.newIntValue(BigInteger.valueOf(number)).build()
                : StringValue.newStringValue(wire.toString()).build();
    }

    /** The Java value of a literal; the literal itself, which no form takes, when it is not a scalar's. */
    private static Object inside(Value<?> literal) {
        if (literal instanceof StringValue text) {
            return String.valueOf(text.getValue());
        }
        if (literal instanceof IntValue number) {
            return number.getValue();
        }
        if (literal instanceof FloatValue number) {
            return number.getValue();
        }
        return literal instanceof BooleanValue truth ? truth.isValue() : literal;
    }
}
