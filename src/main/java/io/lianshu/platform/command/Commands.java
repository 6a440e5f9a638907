package io.lianshu.platform.command;

import io.lianshu.platform.refusal.Refusal;
import java.util.concurrent.CompletableFuture;

/** Carries out commands, away from the caller's thread. */
interface Commands {

    /** The outcome; or a failure whose cause is a refusal, or the graph's. */
    CompletableFuture<CommandOutcome> run(CommandCall call);

    /** Tells the audit of a call that was refused before it was carried out; the outcome with these refusals. */
    CompletableFuture<CommandOutcome> refuse(CommandCall call, Refusal refusal);
}
