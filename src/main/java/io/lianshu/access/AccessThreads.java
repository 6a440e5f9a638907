package io.lianshu.access;

import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.graph.WaitingThreads;

/** Threads for examining passwords, which takes a processor, and others, so that a flood of logins keeps nobody out. */
@OwnsItsThread
record AccessThreads(WaitingThreads proving, WaitingThreads asking) implements AutoCloseable {

    private static final int ASKING = 4;
    private static final int ASKING_WAITING = 500;

    static AccessThreads of(AccessSettings settings) {
        return new AccessThreads(
                new WaitingThreads("login", settings.loginsAtOnce(), settings.loginsWaiting(), AccessRefused::tooMany),
                new WaitingThreads("access", ASKING, ASKING_WAITING, AccessRefused::busy));
    }

    @Override
    public void close() {
        proving.close();
        asking.close();
    }
}
