package io.lianshu.platform.http;

import graphql.ExecutionResult;
import io.lianshu.platform.refusal.EngineErrors;
import io.lianshu.platform.refusal.ErrorText;
import io.lianshu.platform.refusal.Refusal.Kind;
import io.lianshu.platform.viewer.CallerLanguage;
import java.util.Locale;
import java.util.Map;
import org.reactivestreams.Publisher;
import org.springframework.graphql.MediaTypes;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.webflux.GraphQlHttpHandler;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * The HTTP status of answers in {@code application/graphql-response+json}: 200 for what was executed, and for what was
 * not a status after its first error.
 */
@Component
class StatusHandler extends GraphQlHttpHandler {

    private static final Map<String, HttpStatus> STATUS = Map.of(
            Kind.UNAUTHENTICATED.name(),
            HttpStatus.UNAUTHORIZED,
            Kind.FORBIDDEN.name(),
            HttpStatus.FORBIDDEN,
            Kind.UNAVAILABLE.name(),
            HttpStatus.SERVICE_UNAVAILABLE,
            "INTERNAL_ERROR",
            HttpStatus.INTERNAL_SERVER_ERROR,
            "TOO_MANY_REQUESTS",
            HttpStatus.TOO_MANY_REQUESTS);

    StatusHandler(WebGraphQlHandler handler) {
        super(handler);
    }

    /** What streams has no one answer. Nothing was executed of it yet. */
    @Override
    protected Mono<ServerResponse> prepareResponse(ServerRequest request, WebGraphQlResponse response) {
        if (!(response.getExecutionResult().getData() instanceof Publisher<?>)) {
            return super.prepareResponse(request, response);
        }
        Locale language = CallerLanguage.of(request.headers().asHttpHeaders());
        ExecutionResult refused = ExecutionResult.newExecutionResult()
                .addError(ErrorText.of(EngineErrors.notSupported(), language))
                .build();
        WebGraphQlResponse instead =
                new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(response.getExecutionInput(), refused));
        instead.getResponseHeaders().addAll(response.getResponseHeaders());
        return super.prepareResponse(request, instead);
    }

    @Override
    protected HttpStatus selectResponseStatus(WebGraphQlResponse response, MediaType type) {
        if (response.getExecutionResult().isDataPresent() || !MediaTypes.APPLICATION_GRAPHQL_RESPONSE.equals(type)) {
            return HttpStatus.OK;
        }
        return response.getErrors().stream()
                .findFirst()
                .map(ResponseError::getExtensions)
                .map(extensions -> STATUS.getOrDefault(
                        String.valueOf(extensions.get("code")),
                        STATUS.get(String.valueOf(extensions.get("classification")))))
                .orElse(HttpStatus.BAD_REQUEST);
    }
}
