package io.lianshu.platform.read;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.refusal.Refusal.Kind;
import io.lianshu.platform.viewer.Viewer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks for one node as its viewer would ask the API, so that there is one rule of who sees it. */
@Component
public final class NodeReads {

    private final GraphQlSource source;
    private final JsonMapper json;

    NodeReads(GraphQlSource source, JsonMapper json) {
        this.source = source;
        this.json = json;
    }

    /**
     * The field {@code node} of what a document with the variable {@code $id} answers; null or missing for an id that is not there, is no id,
     * or is not for the viewer. Fails with a refusal when the graph is away.
     */
    public Mono<JsonNode> node(String document, String id, Viewer viewer) {
        ExecutionInput input = ExecutionInput.newExecutionInput(document)
                .variables(Map.of("id", id))
                .locale(viewer.language())
                .graphQLContext(context -> context.put(Viewer.KEY, viewer))
                .build();
        return Mono.fromFuture(() -> source.graphQl().executeAsync(input)).map(this::node);
    }

    private JsonNode node(ExecutionResult result) {
        for (GraphQLError error : result.getErrors()) {
            Map<String, @Nullable Object> said = error.getExtensions() == null ? Map.of() : error.getExtensions();
            String kind = String.valueOf(said.get("classification"));
            // No id of ours is the same as one that is not there.
            if (!List.of("BAD_REQUEST", "NOT_FOUND", "FORBIDDEN").contains(kind)) {
                throw new Refusal(
                        String.valueOf(said.get("code")),
                        Kind.UNAVAILABLE,
                        null,
                        error.getMessage(),
                        error.getMessage());
            }
        }
        JsonNode answer = json.valueToTree(result.getData());
        return answer.path("node");
    }
}
