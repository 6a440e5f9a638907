package io.lianshu.platform.read;

import io.lianshu.platform.graph.GraphUnavailable;
import io.lianshu.platform.viewer.Viewer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Query;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;
import org.neo4j.driver.async.AsyncSession;
import org.neo4j.driver.async.ResultCursor;

/** Runs compiled statements: one round trip each, without a transaction of its own. */
final class ReadGraph {

    /** A statement's first run includes its planning, which the database counts as running it. */
    private static final int FIRST_RUN = 3;
    /** A server that hangs does not end a statement itself. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final Driver driver;
    private final SessionConfig session;
    private final Supplier<Optional<GraphUnavailable>> obstacles;
    private final Clock clock;
    private final Duration timeout;

    private final Timer answers;
    private final Timer first;

    /** @param obstacles why the graph is known not to answer; empty when a statement may be sent */
    ReadGraph(
            Driver driver,
            SessionConfig session,
            Supplier<Optional<GraphUnavailable>> obstacles,
            Clock clock,
            ReadSettings settings,
            MeterRegistry meters) {
        this.driver = driver;
        this.session = session;
        this.obstacles = obstacles;
        this.clock = clock;
        this.timeout = settings.timeout();
        this.answers = timer(meters, "false");
        this.first = timer(meters, "true");
    }

    private static Timer timer(MeterRegistry meters, String first) {
        return Timer.builder("lianshu.read.statements")
                .description("Time from sending a compiled statement to its answer; a first run includes its planning")
                .tag("first", first)
                .publishPercentiles(0.5, 0.99)
                .register(meters);
    }

    /** The one value that the statement returns. */
    CompletableFuture<Value> run(CompiledRead read, Map<String, @Nullable Object> parameters, Viewer viewer) {
        Optional<GraphUnavailable> obstacle = obstacles.get();
        if (obstacle.isPresent()) {
            return CompletableFuture.failedFuture(obstacle.get());
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>(parameters);
        all.put("viewer", viewer.asParameter());
        all.put("now", ZonedDateTime.now(clock));
        Duration most = read.ran().get() ? timeout : timeout.multipliedBy(FIRST_RUN);
        TransactionConfig transaction =
                TransactionConfig.builder().withTimeout(most).build();
        Timer.Sample sample = Timer.start();
        AsyncSession opened = driver.session(AsyncSession.class, session);
        CompletionStage<Value> answer = opened.runAsync(new Query(read.text(), Values.value(all)), transaction)
                .thenCompose(ResultCursor::singleAsync)
                .thenApply(row -> row.get(0));
        return answer.handle((value, failure) -> {
                    sample.stop(read.ran().getAndSet(true) ? answers : first);
                    return opened.closeAsync().handle((closed, ignored) -> {
                        if (failure != null) {
                            throw new CompletionException(failure);
                        }
                        return value;
                    });
                })
                .thenCompose(result -> result)
                .toCompletableFuture()
                .orTimeout(most.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
    }
}
