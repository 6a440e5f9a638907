package io.lianshu.agency;

import java.util.EnumSet;
import java.util.Set;

/** How far an agreement of assistance is, and what may follow. The diagram in the guide is drawn from it. */
enum AgencyState {
    AVAILABLE,
    SIGNING,
    CONFIRMING,
    SIGNED,
    ENDED;

    Set<AgencyState> next() {
        return switch (this) {
            case AVAILABLE -> EnumSet.of(SIGNING, ENDED);
            case SIGNING -> EnumSet.of(CONFIRMING, ENDED);
            case CONFIRMING -> EnumSet.of(SIGNED, SIGNING, ENDED);
            case SIGNED -> EnumSet.of(ENDED);
            case ENDED -> EnumSet.noneOf(AgencyState.class);
        };
    }
}
