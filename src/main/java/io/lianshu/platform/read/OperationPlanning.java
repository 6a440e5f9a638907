package io.lianshu.platform.read;

import graphql.ExecutionInput;
import io.lianshu.platform.read.OperationFiles.OperationFile;
import io.lianshu.platform.viewer.Viewer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;

/**
 * Asks every shipped operation once when the hub is ready, one after the other, so that its statement is compiled and
 * planned before the first phone waits for it. A new statement costs the database up to a second of planning.
 */
@Component
class OperationPlanning {

    private static final Logger LOG = LoggerFactory.getLogger(OperationPlanning.class);

    private final GraphQlSource source;
    private final ReadSettings settings;

    OperationPlanning(GraphQlSource source, ReadSettings settings) {
        this.source = source;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void plan() {
        if (!settings.planAtStart()) {
            return;
        }
        var unused = CompletableFuture.supplyAsync(OperationFiles::load).thenCompose(this::askAll);
    }

    private CompletableFuture<Void> askAll(List<OperationFile> operations) {
        CompletableFuture<Void> planned = CompletableFuture.completedFuture(null);
        for (OperationFile operation : operations) {
            planned = planned.thenCompose(before -> ask(operation));
        }
        return planned.thenRun(() -> LOG.debug("{} operations planned", operations.size()));
    }

    private CompletableFuture<Void> ask(OperationFile operation) {
        ExecutionInput input = ExecutionInput.newExecutionInput(operation.document())
                .variables(operation.variables())
                .graphQLContext(context -> context.put(Viewer.KEY, operation.viewer()))
                .build();
        return source.graphQl().executeAsync(input).handle((result, failure) -> {
            if (failure != null || !result.getErrors().isEmpty()) {
                LOG.debug("{}/{} could not be planned", operation.client(), operation.name());
            }
            return null;
        });
    }
}
