package io.lianshu.platform.command;

import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.graph.WaitingThreads;
import io.lianshu.platform.refusal.Refusal;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Carries out commands on threads that wait for the graph. */
@OwnsItsThread
final class CommandThreads implements Commands, AutoCloseable {

    private final CommandGraph graph;
    private final WaitingThreads threads;

    CommandThreads(CommandGraph graph, CommandSettings settings) {
        this.graph = graph;
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
        return threads.run(() -> graph.run(call));
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
