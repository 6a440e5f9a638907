package io.lianshu.platform.live;

import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.viewer.BearerTokens;
import io.lianshu.platform.viewer.Role;
import io.lianshu.platform.viewer.Viewer;
import io.lianshu.platform.viewer.ViewerNow;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Both ways of streaming over a schema of their own, without a graph. */
@EnableAutoConfiguration
@ComponentScan({
    "io.lianshu.platform.http",
    "io.lianshu.platform.live",
    "io.lianshu.platform.refusal",
    "io.lianshu.platform.viewer",
    "io.lianshu.platform.scalar"
})
class StreamApplication {

    /** Whether the one token is still good. */
    static final AtomicBoolean GOOD = new AtomicBoolean(true);

    @Bean
    BearerTokens bearerTokens() {
        return token -> token.equals("good") && GOOD.get()
                ? Mono.just(new Viewer("usr_1", Set.of(Role.ANALYST), null, null, Locale.CHINESE))
                : Mono.error(
                        new Refusal("TOKEN_EXPIRED", Refusal.Kind.UNAUTHENTICATED, "Authorization", "过期", "expired"));
    }

    @Bean
    RuntimeWiringConfigurer fields() {
        return wiring -> wiring.type(
                        "Query",
                        query -> query.dataFetcher("viewer", field -> {
                                    Viewer viewer = field.getGraphQlContext().get(Viewer.KEY);
                                    return List.copyOf(viewer.roles())
                                            + viewer.language().toString();
                                })
                                .dataFetcher("fails", field -> {
                                    throw new Refusal("LOT_SECRET", Refusal.Kind.FORBIDDEN, null, "未开标", "secret");
                                }))
                .type(
                        "Subscription",
                        root -> root.dataFetcher("count", field -> Flux.range(1, field.getArgument("to")))
                                .dataFetcher("waits", field -> {
                                    ViewerNow now = field.getGraphQlContext().get(ViewerNow.KEY);
                                    return Flux.merge(
                                            Flux.just(1),
                                            Flux.interval(Duration.ofMillis(50))
                                                    .concatMap(
                                                            tick -> now.viewer().then(Mono.<Integer>empty())));
                                })
                                .dataFetcher(
                                        "fails",
                                        field -> Flux.concat(
                                                Flux.just(1),
                                                Flux.error(new Refusal(
                                                        "FEED_POSITION_LOST",
                                                        Refusal.Kind.CONFLICT,
                                                        "after",
                                                        "不全",
                                                        "not all")))));
    }
}
