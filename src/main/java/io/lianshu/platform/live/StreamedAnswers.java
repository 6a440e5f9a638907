package io.lianshu.platform.live;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.lianshu.platform.refusal.EngineErrors;
import io.lianshu.platform.refusal.Faults;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.refusal.RequestId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.reactivestreams.Publisher;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.graphql.server.WebGraphQlResponse;
import reactor.core.publisher.Flux;

/**
 * The answers to one operation as they come, in the shape of the specification.
 *
 * @param request names the request in internal errors
 * @param language of the caller
 */
record StreamedAnswers(RequestId request, Locale language) {

    /** The response's answers: those of a subscription, or the one of a query or mutation. */
    Flux<Map<String, Object>> of(WebGraphQlResponse response) {
        Object data = response.getExecutionResult().getData();
        return data instanceof Publisher<?> events
                ? Flux.from(events).cast(ExecutionResult.class).map(this::written)
                : Flux.just(response.getExecutionResult().toSpecification());
    }

    private Map<String, Object> written(ExecutionResult event) {
        return event.getErrors().isEmpty()
                ? event.toSpecification()
                : event.transform(change -> change.errors(EngineErrors.coded(event.getErrors(), request, language)))
                        .toSpecification();
    }

    /** What is said of a stream that ended with this. */
    List<Map<String, Object>> said(Throwable fault) {
        GraphQLError error = Faults.error(unwrapped(fault), request, language);
        return List.of(error.toSpecification());
    }

    /** Whether the operation was refused before anything of it was executed. */
    static boolean isRefused(WebGraphQlResponse response) {
        return !response.getExecutionResult().isDataPresent();
    }

    /** Whether the caller is not, or no longer, who it says. */
    static boolean isUnauthenticated(Throwable fault) {
        Refusal refusal = Faults.refusal(unwrapped(fault));
        return refusal != null && refusal.kind() == Refusal.Kind.UNAUTHENTICATED;
    }

    static boolean isUnauthenticated(WebGraphQlResponse response) {
        return isRefused(response)
                && response.getExecutionResult().getErrors().stream()
                        .anyMatch(error -> error.getExtensions() != null
                                && Refusal.Kind.UNAUTHENTICATED
                                        .name()
                                        .equals(error.getExtensions().get("classification")));
    }

    static List<Map<String, Object>> errors(WebGraphQlResponse response) {
        List<Map<String, Object>> errors = new ArrayList<>();
        response.getExecutionResult().getErrors().forEach(error -> errors.add(error.toSpecification()));
        return errors;
    }

    private static Throwable unwrapped(Throwable fault) {
        Throwable cause = fault.getCause();
        return fault instanceof SubscriptionPublisherException && cause != null ? cause : fault;
    }
}
