package io.lianshu.trading;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** How far a decision to keep a security has come (不予退还的状态) and what may follow. */
enum ForfeitureStatus {
    PROPOSED,
    APPROVED,
    EXECUTED,
    REVOKED;

    /** The status of this code; empty when there is none. */
    static Optional<ForfeitureStatus> of(Object code) {
        return Arrays.stream(values())
                .filter(status -> status.name().equals(code))
                .findFirst();
    }

    Set<ForfeitureStatus> next() {
        return switch (this) {
            case PROPOSED -> EnumSet.of(APPROVED, REVOKED);
            case APPROVED -> EnumSet.of(EXECUTED, REVOKED);
            case EXECUTED, REVOKED -> EnumSet.noneOf(ForfeitureStatus.class);
        };
    }

    /** Whether the security must stay until it is decided. */
    boolean isPending() {
        return this == PROPOSED || this == APPROVED;
    }
}
