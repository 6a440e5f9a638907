package io.lianshu.platform.refusal;

import graphql.GraphQLError;
import graphql.InvalidSyntaxError;
import graphql.execution.AbortExecutionException;
import graphql.execution.InputMapDefinesTooManyFieldsException;
import graphql.execution.MissingRootTypeException;
import graphql.execution.NonNullableValueCoercedAsNullException;
import graphql.execution.OneOfNullValueException;
import graphql.execution.OneOfTooManyKeysException;
import graphql.execution.ResultPath;
import graphql.execution.UnknownOperationException;
import graphql.introspection.GoodFaithIntrospection.BadFaithIntrospectionError;
import graphql.language.SourceLocation;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import io.lianshu.platform.refusal.Refusal.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the errors that graphql-java makes of itself a code and a text of ours, as theirs repeat what the caller sent.
 * An error that has a code already only has its text cut.
 */
public final class EngineErrors {

    /** Most errors in one answer. */
    public static final int MOST = 10;

    private static final Logger log = LoggerFactory.getLogger(EngineErrors.class);
    private static final Pattern VARIABLE = Pattern.compile("\\bVariable '([_A-Za-z][_0-9A-Za-z]*)'");

    private static final Pattern INPUT_FIELD = Pattern.compile("\\b[Ff]ield(?: name)? '([_A-Za-z][_0-9A-Za-z]{0,79})'");

    private EngineErrors() {}

    /** The first errors of an answer, each with a code. */
    public static List<GraphQLError> coded(List<GraphQLError> errors, RequestId request, Locale language) {
        return errors.stream()
                .limit(MOST)
                .map(error -> coded(error, request, language))
                .toList();
    }

    /** What is said of a request that never reached GraphQL: the refusal, or without one a fault of ours. */
    public static GraphQLError ofRequest(@Nullable Refusal refusal, RequestId request, Locale language) {
        return refusal == null
                ? ErrorText.internal(request, language, List.of(), null)
                : ErrorText.of(refusal, language);
    }

    private static GraphQLError coded(GraphQLError error, RequestId request, Locale language) {
        if (error.getExtensions() != null && error.getExtensions().containsKey("code")) {
            return error;
        }
        List<SourceLocation> locations = Objects.requireNonNullElse(error.getLocations(), List.of());
        ResultPath path = error.getPath() == null ? null : ResultPath.fromList(error.getPath());
        Refusal refusal = refusal(error, locations);
        if (refusal != null) {
            return ErrorText.of(refusal, language, locations, path);
        }
        log.error(
                "Request {} was answered with a {}",
                request.text(),
                error.getClass().getSimpleName());
        return ErrorText.internal(request, language, locations, path);
    }

    private static @Nullable Refusal refusal(GraphQLError error, List<SourceLocation> locations) {
        if (error instanceof MissingRootTypeException || isOfNoRoot(error)) {
            return notSupported();
        }
        if (error instanceof ValidationError invalid) {
            return BadQuery.of(invalid, locations);
        }
        if (error instanceof InvalidSyntaxError) {
            return Refusal.badInput(
                    "BAD_SYNTAX",
                    null,
                    "查询语法错误" + BadQuery.place(locations, false),
                    "The document is not GraphQL" + BadQuery.place(locations, true));
        }
        if (error instanceof UnknownOperationException) {
            return Refusal.badInput(
                    "UNKNOWN_OPERATION",
                    "operationName",
                    "operationName 未指明文档中的一个操作，请填写文档中操作的名称",
                    "operationName does not name an operation of the document; give the name of one");
        }
        if (error instanceof CoercingParseValueException || error instanceof CoercingParseLiteralException) {
            return variable(error, ((Throwable) error).getCause());
        }
        if (error instanceof NonNullableValueCoercedAsNullException
                || error instanceof InputMapDefinesTooManyFieldsException
                || error instanceof OneOfNullValueException
                || error instanceof OneOfTooManyKeysException) {
            return variable(error, null);
        }
        if (error instanceof BadFaithIntrospectionError) {
            return new Refusal(
                    "INTROSPECTION_TOO_DEEP",
                    Kind.TOO_MUCH,
                    null,
                    "内省过深或过多：一次只问一个 __type，__schema 不要沿 fields 再回到类型；完整的结构见 api/schema.graphql",
                    "The introspection goes too deep or asks too much: ask one __type at a time and do not follow fields"
                            + " back to types; the whole schema is in api/schema.graphql");
        }
        return error instanceof AbortExecutionException
                ? new Refusal(
                        "REQUEST_REFUSED", Kind.TOO_MUCH, null, "请求超出限制", "The request is beyond a limit of the hub")
                : null;
    }

    /** A kind of operation that this way of asking does not have. */
    public static Refusal notSupported() {
        return Refusal.badInput(
                "OPERATION_NOT_SUPPORTED",
                null,
                "不支持此类操作，请用 query 或 mutation；subscription 请用 WebSocket 或 Accept: text/event-stream",
                "This kind of operation is not supported; use a query or a mutation, and for a subscription WebSocket or"
                        + " Accept: text/event-stream");
    }

    private static boolean isOfNoRoot(GraphQLError error) {
        return error instanceof ValidationError invalid
                && invalid.getValidationErrorType() == ValidationErrorType.UnknownOperation;
    }

    private static Refusal variable(GraphQLError error, @Nullable Throwable cause) {
        String text = String.valueOf(error.getMessage());
        String name = found(VARIABLE, text);
        String inside = found(INPUT_FIELD, text);
        String variable = (name == null ? "" : " $" + name) + (inside == null ? "" : " (" + inside + ")");
        String field = name == null ? inside : inside == null ? name : name + "." + inside;
        String chinese;
        String english;
        if (cause instanceof Refusal refusal) {
            chinese = refusal.message(false);
            english = refusal.english();
        } else if (error instanceof NonNullableValueCoercedAsNullException) {
            chinese = "缺少必填的值";
            english = "a required value is missing or null";
        } else if (error instanceof InputMapDefinesTooManyFieldsException) {
            chinese = "含有未定义的字段";
            english = "it has a field that its type does not define";
        } else {
            chinese = "值与声明的类型不符";
            english = "the value does not fit the declared type";
        }
        return Refusal.badInput(
                "BAD_VARIABLE", field, "变量" + variable + "：" + chinese, "Variable" + variable + ": " + english);
    }

    private static @Nullable String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }
}
