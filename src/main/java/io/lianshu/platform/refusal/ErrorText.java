package io.lianshu.platform.refusal;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.execution.ResultPath;
import graphql.language.SourceLocation;
import io.lianshu.platform.refusal.Refusal.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes refusals as GraphQL errors in the caller's language. */
public final class ErrorText {

    /** Longest text of an error, in characters. */
    public static final int LONGEST = 256;

    static final String INTERNAL = "INTERNAL_ERROR";

    private ErrorText() {}

    /** The refusal of a whole request, before any field was read. */
    public static GraphQLError of(Refusal refusal, Locale language) {
        return of(refusal, language, List.of(), null);
    }

    static GraphQLError of(
            Refusal refusal, Locale language, List<SourceLocation> locations, @Nullable ResultPath path) {
        return error(
                refusal.message(isEnglish(language)), refusal.kind().name(), refusal.extensions(), locations, path);
    }

    /** What is said of a fault of our own: nothing but the id under which the log tells more. */
    static GraphQLError internal(
            RequestId request, Locale language, List<SourceLocation> locations, @Nullable ResultPath path) {
        String text = isEnglish(language)
                ? "Something went wrong on our side; give this request id when you report it: "
                : "系统内部错误，反馈时请提供请求编号：";
        return error(
                text + request.text(),
                INTERNAL,
                Map.of("code", INTERNAL, "classification", INTERNAL, "requestId", request.text()),
                locations,
                path);
    }

    /** An unreachable graph, a statement that ran too long, and the like, as a refusal. */
    static Refusal unavailable(String code, String chinese, String english) {
        return new Refusal(code, Kind.UNAVAILABLE, null, chinese, english);
    }

    static boolean isEnglish(Locale language) {
        return language.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    private static GraphQLError error(
            String text,
            String classification,
            Map<String, Object> extensions,
            List<SourceLocation> locations,
            @Nullable ResultPath path) {
        GraphQLError.Builder<?> error = GraphQLError.newError()
                .message("%s", cut(text))
                .errorType(ErrorClassification.errorClassification(classification))
                .extensions(new LinkedHashMap<>(extensions))
                .locations(locations);
        if (path != null) {
            error.path(path);
        }
        return error.build();
    }
}
