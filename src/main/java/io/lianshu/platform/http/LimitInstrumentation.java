package io.lianshu.platform.http;

import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.DocumentAndVariables;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.language.Document;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import io.lianshu.platform.refusal.ErrorText;
import io.lianshu.platform.refusal.Refusal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refuses a document beyond the limits before it is validated, as validation itself is what a large one would cost. */
@Component
class LimitInstrumentation extends SimplePerformantInstrumentation {

    private final LimitSettings limits;

    LimitInstrumentation(LimitSettings limits) {
        this.limits = limits;
    }

    @Override
    public InstrumentationContext<Document> beginParse(
            InstrumentationExecutionParameters parameters, InstrumentationState state) {
        Locale language = parameters.getExecutionInput().getLocale();
        return SimpleInstrumentationContext.whenCompleted((document, fault) -> {
            if (fault instanceof ParseCancelledException
                    || fault instanceof ParseCancelledTooDeepException
                    || fault instanceof ParseCancelledTooManyCharsException) {
                throw abort(BeyondLimit.tokens(limits.tokens()), language);
            }
        });
    }

    @Override
    public DocumentAndVariables instrumentDocumentAndVariables(
            DocumentAndVariables parsed, InstrumentationExecutionParameters parameters, InstrumentationState state) {
        Refusal beyond = DocumentLimits.beyond(parsed.getDocument(), limits);
        if (beyond != null) {
            throw abort(beyond, parameters.getExecutionInput().getLocale());
        }
        return parsed;
    }

    private static AbortExecutionException abort(Refusal refusal, @Nullable Locale language) {
        return new AbortExecutionException(
                List.of(ErrorText.of(refusal, language == null ? Locale.CHINESE : language)));
    }
}
