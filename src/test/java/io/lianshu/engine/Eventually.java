package io.lianshu.engine;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for something to become true, with a limit far above what a busy machine needs. */
public final class Eventually {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private Eventually() {}

    /** Returns as soon as the condition holds; a condition that throws does not hold yet. */
    public static void holds(String what, Callable<Boolean> condition) {
        long begun = System.nanoTime();
        Exception last = null;
        while (System.nanoTime() - begun < LIMIT.toNanos()) {
            try {
                if (condition.call()) {
                    return;
                }
                last = null;
            } catch (Exception e) {
                last = e;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        fail("not within " + LIMIT + ": " + what, last);
    }
}
