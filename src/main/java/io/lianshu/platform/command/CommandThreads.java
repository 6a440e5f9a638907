package io.lianshu.platform.command;

import io.lianshu.platform.graph.CommandDone;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.graph.WaitingThreads;
import io.lianshu.platform.refusal.Refusal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.ApplicationEventPublisher;

/** Carries out commands on threads that wait for the graph. */
@OwnsItsThread
final class CommandThreads implements Commands, AutoCloseable {

    private final CommandGraph graph;
    private final ApplicationEventPublisher events;
    private final WaitingThreads threads;

    CommandThreads(CommandGraph graph, ApplicationEventPublisher events, CommandSettings settings) {
        this.graph = graph;
        this.events = events;
        this.threads = new WaitingThreads(
                "command",
                settings.atOnce(),
                settings.waiting(),
                () -> new Refusal(
                        "TOO_MANY_COMMANDS",
                        Refusal.Kind.UNAVAILABLE,
                        null,
                        "操作过多，请稍后用同一请求重试",
                        "Too many commands at once; send the same request again shortly"));
    }

    @Override
    public CompletableFuture<CommandOutcome> run(CommandCall call) {
        return threads.run(() -> {
            CommandOutcome outcome = graph.run(call);
            if (!outcome.isRefused()) {
                events.publishEvent(new CommandDone(call.mutation()));
            }
            return outcome;
        });
    }

    @Override
    public CompletableFuture<CommandOutcome> refuse(CommandCall call, Refusal refusal) {
        return threads.run(() -> graph.refused(call, CommandOutcome.refused(null, List.of(refusal))));
    }

    @Override
    public void close() {
        threads.close();
    }
}
