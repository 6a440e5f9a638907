package io.lianshu.platform.read;

import graphql.ExecutionInput;
import io.lianshu.platform.read.OperationFiles.OperationFile;
import io.lianshu.platform.viewer.Viewer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;

/**
 * Asks every shipped operation once soon after the hub is ready, one after the other, so that its statement is compiled and
 * planned before the first phone waits for it. A new statement costs the database up to a second of planning. A command
 * answers nobody, and plans nothing.
 */
@Component
@ConditionalOnWebApplication
class OperationPlanning {

    private static final Logger LOG = LoggerFactory.getLogger(OperationPlanning.class);

    /** Whoever waited for the hub asks at once, and goes first. */
    private static final long PAUSE_SECONDS = 5;

    private final GraphQlSource source;
    private final ReadSettings settings;
    private volatile boolean closing;

    OperationPlanning(GraphQlSource source, ReadSettings settings) {
        this.source = source;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void plan() {
        if (!settings.planAtStart()) {
            return;
        }
        var later = CompletableFuture.delayedExecutor(PAUSE_SECONDS, TimeUnit.SECONDS);
        var unused = CompletableFuture.supplyAsync(OperationFiles::load, later).thenCompose(this::askAll);
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        closing = true;
    }

    private CompletableFuture<Void> askAll(List<OperationFile> operations) {
        CompletableFuture<Void> planned = CompletableFuture.completedFuture(null);
        for (OperationFile operation : operations) {
            planned = planned.thenCompose(before -> ask(operation));
        }
        return planned.thenRun(() -> LOG.debug("{} operations planned", operations.size()));
    }

    private CompletableFuture<Void> ask(OperationFile operation) {
        if (closing || operation.isCommand()) {
            return CompletableFuture.completedFuture(null);
        }
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
