package io.lianshu.bench;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Value;
import org.neo4j.driver.async.AsyncSession;
import org.neo4j.driver.async.ResultCursor;

/** Runs the statement that the hub sends by the driver alone, asynchronously as the hub does; nothing is written out. */
final class DriverLoad implements Load {

    private final Driver driver;
    private final SentStatement statement;

    DriverLoad(Driver driver, SentStatement statement) {
        this.driver = driver;
        this.statement = statement;
    }

    /** The one value of one answer. */
    Value once() {
        try (var session = driver.session()) {
            return session.run(statement.query(), statement.transaction())
                    .single()
                    .get(0);
        }
    }

    @Override
    public Outcome run(int concurrency, long nanos) throws InterruptedException {
        Outcome.Counting counting = new Outcome.Counting();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        CountDownLatch running = new CountDownLatch(concurrency);
        long begun = System.nanoTime();
        for (int i = 0; i < concurrency; i++) {
            next(begun + nanos, counting, running, failure);
        }
        running.await();
        if (failure.get() != null) {
            throw new CompletionException(failure.get());
        }
        return counting.done(System.nanoTime() - begun);
    }

    private void next(long end, Outcome.Counting counting, CountDownLatch running, AtomicReference<Throwable> failure) {
        long asked = System.nanoTime();
        if (asked >= end || failure.get() != null) {
            running.countDown();
            return;
        }
        AsyncSession session = driver.session(AsyncSession.class);
        session.runAsync(statement.query(), statement.transaction())
                .thenCompose(ResultCursor::singleAsync)
                .thenApply(row -> row.get(0))
                .whenComplete((value, broken) -> {
                    if (broken != null) {
                        failure.compareAndSet(null, broken);
                    } else {
                        counting.answered(System.nanoTime() - asked, 0);
                    }
                    session.closeAsync().whenComplete((closed, ignored) -> next(end, counting, running, failure));
                });
    }
}
