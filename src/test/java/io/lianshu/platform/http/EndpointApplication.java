package io.lianshu.platform.http;

import graphql.schema.DataFetcher;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.refusal.RequestId;
import io.lianshu.platform.viewer.BearerTokens;
import io.lianshu.platform.viewer.Role;
import io.lianshu.platform.viewer.Viewer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.slf4j.MDC;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The endpoint over a schema of its own, without a graph. */
@EnableAutoConfiguration
@ComponentScan({
    "io.lianshu.platform.http",
    "io.lianshu.platform.refusal",
    "io.lianshu.platform.viewer",
    "io.lianshu.platform.scalar"
})
class EndpointApplication {

    /** Takes one token. */
    @Bean
    BearerTokens bearerTokens() {
        return token -> token.equals("good")
                ? Mono.just(new Viewer("usr_1", Set.of(Role.ANALYST), null, null, Locale.CHINESE))
                : Mono.error(new Refusal("BAD_TOKEN", Refusal.Kind.UNAUTHENTICATED, "Authorization", "无效", "no good"));
    }

    @Bean
    RuntimeWiringConfigurer fields() {
        return wiring -> wiring.type(
                        "Query",
                        query -> query.dataFetcher("echo", field -> field.getArgument("text"))
                                .dataFetcher("viewer", viewer())
                                .dataFetcher("twice", field -> doubled(field.getArgument("amount")))
                                .dataFetcher(
                                        "more",
                                        field -> field.<Map<String, Object>>getArgument("input")
                                                .get("amount"))
                                .dataFetcher("deep", field -> Map.of())
                                .dataFetcher("fail", field -> fail(field.getArgument("how"))))
                .type("Deep", deep -> deep.dataFetcher("deep", field -> Map.of()));
    }

    /** A page beside the API, broken. */
    @Bean
    RouterFunction<ServerResponse> broken() {
        return RouterFunctions.route()
                .GET("/broken", request -> Mono.error(new IllegalStateException("secret")))
                .build();
    }

    private static DataFetcher<String> viewer() {
        return field -> {
            EndpointCalls.LOGGED.set(MDC.get(RequestId.LOG_KEY));
            Viewer viewer = field.getGraphQlContext().get(Viewer.KEY);
            return viewer.name() + "|" + List.copyOf(viewer.roles()) + "|" + viewer.companyId() + "|"
                    + viewer.language();
        };
    }

    private static BigDecimal doubled(BigDecimal amount) {
        return amount.add(amount);
    }

    private static Object fail(String how) {
        throw switch (how) {
            case "refusal" -> new Refusal("LOT_SECRET", Refusal.Kind.FORBIDDEN, null, "未开标", "not opened");
            case "unavailable" -> new CompletionException(new ServiceUnavailableException("secret host"));
            case "timeout" -> new ClientException("Neo.ClientError.Transaction.TransactionTimedOut", "secret");
            case "long" -> Refusal.badInput("LONG_STORY", "how", "长", "long ".repeat(100));
            default -> new IllegalStateException("secret 330203199001010014");
        };
    }
}
