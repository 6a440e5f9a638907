package io.lianshu.platform.command;

import io.lianshu.platform.feed.WorkEvent;
import io.lianshu.platform.refusal.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a call.
 *
 * @param subject id of the node that the payload shows, or null when there is none to show
 * @param refusals why nothing was changed; empty when the command was carried out
 * @param events what it means for people's work; told when it is committed
 */
public record CommandOutcome(
        @Nullable String subject, List<Refusal> refusals, List<NodeChange> changes, List<WorkEvent> events) {

    public CommandOutcome {
        refusals = List.copyOf(refusals);
        changes = List.copyOf(changes);
        events = List.copyOf(events);
    }

    public static CommandOutcome done(String subject, List<NodeChange> changes) {
        return new CommandOutcome(subject, List.of(), changes, List.of());
    }

    /**
     * Nothing was changed.
     *
     * @param subject the node whose present state the caller should see, or null
     */
    public static CommandOutcome refused(@Nullable String subject, List<Refusal> refusals) {
        return new CommandOutcome(subject, refusals, List.of(), List.of());
    }

    /** Nothing was changed, for one reason and with nothing to show. */
    public static CommandOutcome refused(String code, @Nullable String field, String chinese, String english) {
        return refused(null, List.of(Refusal.badInput(code, field, chinese, english)));
    }

    /** Nothing was changed, for only a person may do this and the account stands for none. */
    public static CommandOutcome noPerson() {
        return refused(
                "NO_PERSON",
                null,
                "您的账号没有关联人员，请联系管理员",
                "your account stands for no person; ask an administrator to link it");
    }

    /** The same, with what is to be told. */
    public CommandOutcome withEvents(List<WorkEvent> told) {
        return new CommandOutcome(subject, refusals, changes, told);
    }

    public boolean isRefused() {
        return !refusals.isEmpty();
    }
}
