package io.lianshu.platform.viewer;

import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts the viewer into every request's GraphQL context. */
@Component
@Order(0)
class ViewerInterceptor implements WebGraphQlInterceptor {

    private final Callers callers;

    ViewerInterceptor(Callers callers) {
        this.callers = callers;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return callers.viewer(request.getHeaders()).flatMap(viewer -> {
            ViewerNow now = () -> callers.again(request.getHeaders());
            request.configureExecutionInput(
                    (input, change) -> change.graphQLContext(Map.of(Viewer.KEY, viewer, ViewerNow.KEY, now))
                            .build());
            return chain.next(request);
        });
    }
}
