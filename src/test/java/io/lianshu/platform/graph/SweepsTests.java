package io.lianshu.platform.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Who waits for whom among the things that a hub does by itself. */
class SweepsTests {

    private static final CommandDone OPENED = new CommandDone("openBids");

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger runs = new AtomicInteger();
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private final CountDownLatch twice = new CountDownLatch(2);

    /** One that takes as long as it is let. */
    private final class Lasting implements Sweep {

        @Override
        public String name() {
            return "lasting";
        }

        @Override
        public Duration pause() {
            return Duration.ofMillis(1);
        }

        @Override
        public void sweep() {
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** One that follows openings, and never comes by itself here. */
    private final class Following implements Sweep {

        @Override
        public String name() {
            return "following";
        }

        @Override
        public Duration pause() {
            return Duration.ofDays(1);
        }

        @Override
        public boolean follows(String mutation) {
            return mutation.equals("openBids");
        }

        @Override
        public void sweep() {
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            runs.incrementAndGet();
            running.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            atOnce.decrementAndGet();
            twice.countDown();
        }
    }

    @Test
    void whatFollowsCommandsWaitsForNoOtherSweepAndRunsOnceMoreForAllThatCameMeanwhile() throws Exception {
        GraphReadiness readiness = new GraphReadiness(new NoServer(), () -> {}, true);
        readiness.start();
        try (Sweeps sweeps = new Sweeps(List.of(new Lasting(), new Following()), readiness)) {
            sweeps.begin();
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            sweeps.after(OPENED);
            assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
            for (int i = 0; i < 100; i++) {
                sweeps.after(OPENED);
            }
            sweeps.after(new CommandDone("closeBids"));
            assertThat(Thread.getAllStackTraces().keySet().stream()
                            .filter(thread -> thread.getName().equals("sweeps-following")))
                    .as("one that runs and one that waits, beside those of other hubs")
                    .hasSizeLessThan(10);
            go.countDown();
            assertThat(twice.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(mostAtOnce).hasValue(1);
            sweeps.after(OPENED);
            for (int i = 0; runs.get() < 3 && i < 1000; i++) {
                Thread.sleep(10);
            }
            assertThat(runs).hasValue(3);
            end.countDown();
        } finally {
            readiness.stop();
        }
    }

    /** A server that is there; nobody asks it. */
    private static final class NoServer implements GraphServer {

        @Override
        public URI uri() {
            return URI.create("bolt://localhost:7687");
        }

        @Override
        public String username() {
            return "";
        }

        @Override
        public String password() {
            return "";
        }

        @Override
        public boolean embedded() {
            return false;
        }

        @Override
        public boolean exclusive() {
            return false;
        }

        @Override
        public void close() {}
    }
}
