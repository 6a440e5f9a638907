package io.lianshu.platform.feed;

import io.lianshu.platform.graph.CypherCatalog;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Value;
import org.neo4j.driver.async.AsyncSession;
import org.neo4j.driver.async.ResultCursor;
import reactor.core.publisher.Mono;

/** Reads the feed, and whose it is. */
final class FeedGraph {

    /** Most entries of one page. */
    static final int PAGE = 500;

    private static final String AFTER = CypherCatalog.statement("platform", "feed-after");
    private static final String END = CypherCatalog.statement("platform", "feed-end");
    private static final String DEPARTMENTS = CypherCatalog.statement("platform", "departments-of-person");
    private static final long PATIENCE_SECONDS = 15;

    private final Driver driver;
    private final SessionConfig session;

    FeedGraph(Driver driver, SessionConfig session) {
        this.driver = driver;
        this.session = session;
    }

    /** The first entries after this number. */
    Mono<FeedEntry.Page> after(long seq) {
        return one(
                AFTER,
                Map.of("after", seq, "most", PAGE),
                row -> new FeedEntry.Page(
                        seq,
                        row.get("entries").asList(FeedGraph::entry),
                        row.get("swept").asLong()));
    }

    /** Number of the last entry that was written; 0 when there was none. */
    Mono<Long> end() {
        return one(END, Map.of(), row -> row.get("last").asLong());
    }

    /** Departments that the person works for now. */
    CompletableFuture<Set<String>> departments(String person, ZonedDateTime now) {
        return asked(DEPARTMENTS, Map.of("person", person, "now", now))
                .thenApply(row -> row == null
                        ? Set.of()
                        : new HashSet<>(row.get("departments").asList(Value::asString)));
    }

    private static FeedEntry entry(Value value) {
        return new FeedEntry(
                value.get("seq").asLong(),
                value.get("at").asZonedDateTime(),
                value.get("kind").asString(),
                value.get("subject").asString(),
                new HashSet<>(value.get("audience").asList(Value::asString)));
    }

    private <T> Mono<T> one(String statement, Map<String, Object> parameters, Function<Record, T> read) {
        return Mono.fromFuture(() -> asked(statement, parameters)).map(read);
    }

    /** The one row, or null when there is none. */
    private CompletableFuture<@Nullable Record> asked(String statement, Map<String, Object> parameters) {
        AsyncSession opened = driver.session(AsyncSession.class, session);
        CompletionStage<@Nullable Record> row = opened.runAsync(statement, parameters)
                .thenCompose(ResultCursor::listAsync)
                .thenApply(rows -> rows.isEmpty() ? null : rows.get(0));
        return row.handle((found, failure) -> opened.closeAsync().handle((closed, ignored) -> {
                    if (failure != null) {
                        throw new java.util.concurrent.CompletionException(failure);
                    }
                    return found;
                }))
                .thenCompose(result -> result)
                .toCompletableFuture()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
