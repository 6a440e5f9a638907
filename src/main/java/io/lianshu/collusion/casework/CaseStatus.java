package io.lianshu.collusion.casework;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** How far a case has come (案件状态) and what may follow; the diagram in the guide is drawn from it. */
enum CaseStatus {
    SIGNAL,
    UNDER_REVIEW,
    SUSPECTED,
    INTERVIEWED,
    CLEARED,
    TRANSFERRED,
    CONFIRMED,
    CLOSED;

    /** The status of this code; empty when there is none. */
    static Optional<CaseStatus> of(Object code) {
        return Arrays.stream(values())
                .filter(status -> status.name().equals(code))
                .findFirst();
    }

    Set<CaseStatus> next() {
        return switch (this) {
            case SIGNAL -> EnumSet.of(UNDER_REVIEW, CLEARED);
            case UNDER_REVIEW -> EnumSet.of(SUSPECTED, CLEARED);
            case SUSPECTED -> EnumSet.of(INTERVIEWED, CLEARED);
            case INTERVIEWED -> EnumSet.of(CLEARED, TRANSFERRED, CONFIRMED);
            // What it was transferred for comes back, or a decision is set aside on review.
            case TRANSFERRED -> EnumSet.of(CLEARED, CONFIRMED, CLOSED);
            case CONFIRMED -> EnumSet.of(CLEARED, CLOSED);
            case CLEARED -> EnumSet.of(CLOSED);
            case CLOSED -> EnumSet.noneOf(CaseStatus.class);
        };
    }

    /** Whether it comes by a decision that one person proposes and another approves. */
    boolean isDecided() {
        return this == SUSPECTED || this == CLEARED || this == TRANSFERRED || this == CONFIRMED;
    }

    /** Whether lots, companies and evidence may still be added. */
    boolean isOpen() {
        return this == SIGNAL || this == UNDER_REVIEW || this == SUSPECTED || this == INTERVIEWED;
    }
}
