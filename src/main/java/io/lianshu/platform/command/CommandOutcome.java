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
 * @param veiled whether nobody may learn yet that it was done: the audit is told later
 * @param unveiled ids of nodes whose veiled commands the audit is told of now
 */
public record CommandOutcome(
        @Nullable String subject,
        List<Refusal> refusals,
        List<NodeChange> changes,
        List<WorkEvent> events,
        boolean veiled,
        List<String> unveiled) {

    public CommandOutcome {
        refusals = List.copyOf(refusals);
        changes = List.copyOf(changes);
        events = List.copyOf(events);
        unveiled = List.copyOf(unveiled);
    }

    public static CommandOutcome done(String subject, List<NodeChange> changes) {
        return new CommandOutcome(subject, List.of(), changes, List.of(), false, List.of());
    }

    /**
     * Nothing was changed.
     *
     * @param subject the node whose present state the caller should see, or null
     */
    public static CommandOutcome refused(@Nullable String subject, List<Refusal> refusals) {
        return new CommandOutcome(subject, refusals, List.of(), List.of(), false, List.of());
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
    public CommandOutcome withEvents(List<WorkEvent> happened) {
        return new CommandOutcome(subject, refusals, changes, happened, veiled, unveiled);
    }

    /** The same, of which the audit is told when its subject is unveiled. */
    public CommandOutcome veil() {
        return new CommandOutcome(subject, refusals, changes, events, true, unveiled);
    }

    /** The same, with which the audit is told of the veiled commands about these nodes. */
    public CommandOutcome unveiling(List<String> nodes) {
        return new CommandOutcome(subject, refusals, changes, events, veiled, nodes);
    }

    public boolean isRefused() {
        return !refusals.isEmpty();
    }
}
