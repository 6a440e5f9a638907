package io.lianshu.platform.http;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.parser.ParserOptions;
import io.lianshu.platform.refusal.EngineErrors;
import io.lianshu.platform.refusal.Faults;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.refusal.RequestId;
import io.lianshu.platform.viewer.CallerLanguage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The outermost of the interceptors: names the request, and lets no error leave without code and bounds. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AnswerInterceptor implements WebGraphQlInterceptor {

    private static final int WHITESPACE_PER_TOKEN = 20;

    private final LimitSettings limits;
    private final ParserOptions parsing;

    AnswerInterceptor(LimitSettings limits) {
        this.limits = limits;
        this.parsing = ParserOptions.getDefaultOperationParserOptions()
                .transform(options -> options.maxTokens(limits.tokens())
                        .maxWhitespaceTokens(limits.tokens() * WHITESPACE_PER_TOKEN)
                        .maxCharacters((int) limits.body().toBytes()));
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        Object given = request.getAttributes().get(RequestId.CARRIER_KEY);
        RequestId id = given instanceof RequestId known ? known : RequestId.random();
        Locale language = CallerLanguage.of(request.getHeaders());
        request.configureExecutionInput((input, change) -> change.locale(language)
                .graphQLContext(Map.of(RequestId.KEY, id, ParserOptions.class, parsing))
                .build());
        Refusal beyond = DocumentLimits.beyond(request.getDocument(), limits);
        return (beyond == null ? chain.next(request) : Mono.<WebGraphQlResponse>error(beyond))
                .onErrorResume(fault -> Mono.just(failed(request, Faults.error(fault, id, language))))
                .map(response -> coded(response, id, language))
                .doOnNext(response -> response.getResponseHeaders().set(RequestFilter.HEADER, id.text()))
                .contextWrite(context -> context.put(RequestId.CARRIER_KEY, id.text()));
    }

    private static WebGraphQlResponse coded(WebGraphQlResponse response, RequestId id, Locale language) {
        List<GraphQLError> errors = response.getExecutionResult().getErrors();
        return errors.isEmpty()
                ? response
                : response.transform(change -> change.errors(EngineErrors.coded(errors, id, language)));
    }

    private static WebGraphQlResponse failed(WebGraphQlRequest request, GraphQLError error) {
        ExecutionResult result =
                ExecutionResult.newExecutionResult().addError(error).build();
        return new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(request.toExecutionInput(), result));
    }
}
