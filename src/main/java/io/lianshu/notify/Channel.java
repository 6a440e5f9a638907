package io.lianshu.notify;

import io.lianshu.platform.graph.OwnsItsThread;
import java.time.Duration;

/** A way to people. */
@OwnsItsThread
interface Channel {

    /** What came of an attempt. */
    enum Outcome {
        /** The receiver has it. */
        TAKEN,
        /** The receiver has it not, as far as can be known; it is worth another attempt. */
        NOT_TAKEN,
        /** This way does not lead to the person, which is no failure. */
        NOBODY
    }

    /** Stands in the keys of deliveries, so it never changes. */
    String name();

    /** How long a hub that took a delivery has it to itself: longer than any attempt lasts. */
    Duration lease();

    /** Waits for what comes of it. */
    Outcome send(Delivery delivery);
}
