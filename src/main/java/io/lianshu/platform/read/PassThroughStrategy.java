package io.lianshu.platform.read;

import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.FieldValueInfo;
import graphql.execution.FieldValueInfo.CompleteValueType;
import graphql.execution.NonNullableFieldWasNullException;
import java.util.concurrent.CompletableFuture;

/**
 * The stock strategy, but for answers that are complete already: it hands them on as they are. Parsing, validation,
 * limits, visibility and errors have all happened before.
 */
final class PassThroughStrategy extends AsyncExecutionStrategy {

    PassThroughStrategy(DataFetcherExceptionHandler exceptions) {
        super(exceptions);
    }

    @Override
    protected FieldValueInfo completeValue(ExecutionContext context, ExecutionStrategyParameters parameters) {
        if (!(parameters.getSource() instanceof PassedThrough answer)) {
            return super.completeValue(context, parameters);
        }
        if (answer.data() != null) {
            return new FieldValueInfo(CompleteValueType.SCALAR, answer.data());
        }
        if (answer.required()) {
            return new FieldValueInfo(
                    CompleteValueType.NULL,
                    CompletableFuture.failedFuture(new NonNullableFieldWasNullException(
                            parameters.getExecutionStepInfo(), parameters.getPath())));
        }
        return new FieldValueInfo(CompleteValueType.NULL, null);
    }
}
