package io.lianshu.platform.command;

import java.util.concurrent.CompletableFuture;

/** Carries out commands, away from the caller's thread. */
interface Commands {

    /** The outcome; or a failure whose cause is a refusal, or the graph's. */
    CompletableFuture<CommandOutcome> run(CommandCall call);
}
