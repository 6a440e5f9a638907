package io.lianshu.platform.refusal;

import graphql.GraphQLError;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a field's exception becomes in the answer; the last resolver, and it leaves none unresolved. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class RefusalResolver implements DataFetcherExceptionResolver {

    @Override
    public Mono<List<GraphQLError>> resolveException(Throwable fault, DataFetchingEnvironment field) {
        return Mono.just(List.of(Faults.error(
                fault,
                RequestId.in(field.getGraphQlContext()),
                field.getLocale(),
                List.of(field.getField().getSourceLocation()),
                field.getExecutionStepInfo().getPath())));
    }
}
