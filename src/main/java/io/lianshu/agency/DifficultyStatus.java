package io.lianshu.agency;

import java.util.EnumSet;
import java.util.Set;

/** Where a difficulty stands, and what may follow. The diagram in the guide is drawn from it. */
enum DifficultyStatus {
    OPEN,
    ASSIGNED,
    IN_PROGRESS,
    ESCALATED,
    RESOLVED,
    REJECTED,
    REOPENED;

    Set<DifficultyStatus> next() {
        return switch (this) {
            case OPEN, REOPENED -> EnumSet.of(ASSIGNED, ESCALATED, RESOLVED);
            case ASSIGNED -> EnumSet.of(ASSIGNED, IN_PROGRESS, ESCALATED, RESOLVED, REJECTED);
            case IN_PROGRESS -> EnumSet.of(ASSIGNED, ESCALATED, RESOLVED, REJECTED);
            case ESCALATED -> EnumSet.of(ASSIGNED, IN_PROGRESS, RESOLVED, REJECTED);
            case RESOLVED -> EnumSet.of(REOPENED);
            case REJECTED -> EnumSet.of(REOPENED, ESCALATED);
        };
    }

    /** Whether the department answers with it; the others are the agent's and the supervisor's. */
    boolean isAnswer() {
        return this == IN_PROGRESS || this == RESOLVED || this == REJECTED;
    }

    /** Whether the agent or the supervisor may set it. */
    boolean isOffices() {
        return this == ESCALATED || this == REOPENED || this == RESOLVED;
    }
}
