package io.lianshu.platform.feed;

import java.util.Collection;
import java.util.Set;

/**
 * Something that happened, mostly to somebody's work, before it has its place in the feed.
 *
 * @param subject id of the node that it happened to
 * @param audience ids of the people, departments and companies whom it concerns; it is told as their work to nobody else, and with none to
 *     those alone who subscribe to events of this kind
 */
public record WorkEvent(WorkKind kind, String subject, Set<String> audience) {

    public WorkEvent {
        audience = Set.copyOf(audience);
    }

    /** With an audience in which an id may stand twice. */
    public static WorkEvent of(WorkKind kind, String subject, Collection<String> audience) {
        return new WorkEvent(kind, subject, Set.copyOf(audience));
    }
}
