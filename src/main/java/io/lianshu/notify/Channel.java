package io.lianshu.notify;

import io.lianshu.platform.graph.OwnsItsThread;

/** A way to people. */
@OwnsItsThread
interface Channel {

    /** Stands in the keys of deliveries, so it never changes. */
    String name();

    /** Waits until the receiver has it: true; false when it has not, as far as can be known. */
    boolean send(Delivery delivery);
}
