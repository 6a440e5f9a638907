package io.lianshu.platform.refusal;

import graphql.GraphQLError;
import graphql.execution.AbortExecutionException;
import graphql.execution.ResultPath;
import graphql.language.SourceLocation;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;

/** Turns whatever went wrong into an error that says neither too little nor too much. */
public final class Faults {

    private static final Logger log = LoggerFactory.getLogger(Faults.class);
    private static final int DEEPEST_CAUSE = 12;

    private Faults() {}

    /** The error for a request that failed as a whole. */
    public static GraphQLError error(Throwable fault, RequestId request, Locale language) {
        return error(fault, request, language, List.of(), null);
    }

    static GraphQLError error(
            Throwable fault,
            RequestId request,
            Locale language,
            List<SourceLocation> locations,
            @Nullable ResultPath path) {
        Refusal refusal = refusal(fault);
        if (refusal != null) {
            return ErrorText.of(refusal, language, locations, path);
        }
        String place = path == null ? "" : " at " + path;
        if (isCancelled(fault)) {
            log.debug("Request {} was cancelled{}", request.text(), place, fault);
        } else {
            log.error("Request {} failed{}", request.text(), place, fault);
        }
        return ErrorText.internal(request, language, locations, path);
    }

    /** The refusal that is the fault or one of its causes; null when it is a fault of our own. */
    public static @Nullable Refusal refusal(Throwable fault) {
        Throwable cause = fault;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            Refusal known = cause instanceof BindException binding ? binding(binding) : GraphFault.refusal(cause);
            if (known != null) {
                return known;
            }
            cause = cause.getCause();
        }
        return null;
    }

    /** Whether the client has gone: nobody is left to read the answer, and nothing is wrong. */
    private static boolean isCancelled(Throwable fault) {
        Throwable cause = fault;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof AbortExecutionException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static Refusal binding(BindException binding) {
        FieldError field = binding.getFieldError();
        return Refusal.badInput(
                "BAD_INPUT",
                field == null ? null : field.getField(),
                "输入值不合规，请核对类型与取值",
                "An input value does not fit; check its type and range");
    }
}
