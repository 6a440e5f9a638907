package io.lianshu.trading;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How far a lot has come (标段状态) and what may follow; all that is said of their order is said here, and the diagram in the guide is
 * drawn from it. That the deadline has passed is no status but a matter of the clock, see {@link LotPhase}.
 */
enum LotStatus {
    REGISTERED,
    NOTICED,
    OPENED,
    EVALUATED,
    PUBLICISED,
    AWARDED,
    CONTRACTED,
    PERFORMED,
    FAILED,
    TERMINATED,
    RETENDERED;

    /** Those in which nothing is left of bids and awards. */
    static final Set<LotStatus> ENDED = Collections.unmodifiableSet(EnumSet.of(FAILED, TERMINATED, RETENDERED));

    /** The status of this code; empty when there is none. */
    static Optional<LotStatus> of(Object code) {
        return Arrays.stream(values())
                .filter(status -> status.name().equals(code))
                .findFirst();
    }

    /** Whether the bids are open in it. */
    boolean followsOpening() {
        return EnumSet.range(OPENED, PERFORMED).contains(this);
    }

    /** What may follow; a status that may follow itself stands for another notice or correction within it. */
    Set<LotStatus> next() {
        return switch (this) {
            case REGISTERED -> EnumSet.of(NOTICED, TERMINATED);
            case NOTICED -> EnumSet.of(NOTICED, OPENED, FAILED, TERMINATED);
            case OPENED -> EnumSet.of(EVALUATED, FAILED, TERMINATED);
            case EVALUATED -> EnumSet.of(PUBLICISED, FAILED, TERMINATED);
            // An objection that is upheld brings the bids before the committee again.
            case PUBLICISED -> EnumSet.of(AWARDED, EVALUATED, FAILED);
            // A winner who gives up makes room for the next candidate; a complaint upheld in between brings the bids
            // back too.
            case AWARDED -> EnumSet.of(CONTRACTED, PUBLICISED, EVALUATED, FAILED);
            case CONTRACTED -> EnumSet.of(PERFORMED);
            case FAILED -> EnumSet.of(RETENDERED, TERMINATED);
            case PERFORMED, TERMINATED, RETENDERED -> EnumSet.noneOf(LotStatus.class);
        };
    }
}
