package io.lianshu.platform.command;

import io.lianshu.platform.refusal.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a call.
 *
 * @param subject id of the node that the payload shows, or null when there is none to show
 * @param refusals why nothing was changed; empty when the command was carried out
 */
public record CommandOutcome(@Nullable String subject, List<Refusal> refusals, List<NodeChange> changes) {

    public CommandOutcome {
        refusals = List.copyOf(refusals);
        changes = List.copyOf(changes);
    }

    public static CommandOutcome done(String subject, List<NodeChange> changes) {
        return new CommandOutcome(subject, List.of(), changes);
    }

    /**
     * Nothing was changed.
     *
     * @param subject the node whose present state the caller should see, or null
     */
    public static CommandOutcome refused(@Nullable String subject, List<Refusal> refusals) {
        return new CommandOutcome(subject, refusals, List.of());
    }

    /** Nothing was changed, for one reason and with nothing to show. */
    public static CommandOutcome refused(String code, @Nullable String field, String chinese, String english) {
        return refused(null, List.of(Refusal.badInput(code, field, chinese, english)));
    }

    public boolean isRefused() {
        return !refusals.isEmpty();
    }
}
