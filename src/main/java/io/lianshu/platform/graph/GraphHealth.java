package io.lianshu.platform.graph;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.async.AsyncSession;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import reactor.core.publisher.Mono;

/** The graph's state as the health endpoint tells it: which server, its version, and whether it answers now. */
final class GraphHealth implements ReactiveHealthIndicator {

    private static final String VERSION = CypherCatalog.statement("platform", "server-version");

    private final Driver driver;
    private final SessionConfig session;
    private final GraphServer server;
    private final GraphReadiness readiness;
    private final Supplier<@Nullable String> migration;
    private final Duration patience;

    GraphHealth(
            Driver driver,
            SessionConfig session,
            GraphServer server,
            GraphReadiness readiness,
            Supplier<@Nullable String> migration,
            Duration patience) {
        this.driver = driver;
        this.session = session;
        this.server = server;
        this.readiness = readiness;
        this.migration = migration;
        this.patience = patience;
    }

    @Override
    public Mono<Health> health() {
        Mono<Health> asked = readiness
                .obstacle()
                .<Mono<Health>>map(Mono::error)
                .orElseGet(() -> Mono.usingWhen(
                        Mono.fromSupplier(() -> driver.session(AsyncSession.class, session)),
                        open -> Mono.fromCompletionStage(() -> open.runAsync(VERSION))
                                .flatMap(result -> Mono.fromCompletionStage(result::singleAsync))
                                .map(row -> details(Health.up())
                                        .withDetail(
                                                "version", row.get("version").asString())
                                        .withDetail(
                                                "edition", row.get("edition").asString())
                                        .build()),
                        open -> Mono.fromCompletionStage(open::closeAsync)));
        return asked.timeout(patience).onErrorResume(e -> Mono.just(down(e)));
    }

    private Health down(Throwable failure) {
        GraphUnavailable reason = GraphUnavailable.of(failure)
                .orElseGet(() -> new GraphUnavailable(
                        "没有回答", "no answer: " + failure.getClass().getSimpleName()));
        return details(Health.down())
                .withDetail("reason", reason.message(false))
                .withDetail("reasonEn", reason.english())
                .build();
    }

    private Health.Builder details(Health.Builder health) {
        String migration = this.migration.get();
        return health.withDetail("server", server.embedded() ? "embedded" : "external")
                .withDetail("address", server.address())
                .withDetail("restarts", server.state().restarts())
                .withDetail("migration", migration == null ? "pending" : migration);
    }
}
