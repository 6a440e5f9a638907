package io.lianshu.platform.graph;

import java.time.Duration;

/** What a hub does by itself now and then while it serves. A room contributes it as a bean; several hubs may do it at once. */
@OwnsItsThread
public interface Sweep {

    /** What logs call it. */
    String name();

    /** From the end of one sweep to the beginning of the next; the first comes after a sixtieth of it. */
    Duration pause();

    /** Whether it comes at once, besides, when this mutation was carried out by this hub. */
    default boolean follows(String mutation) {
        return false;
    }

    /** Does what there is to do; a failure is logged and the sweep comes again. */
    void sweep();
}
