package io.lianshu.attachment;

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

/** Asks for an attachment as its viewer would ask the API, so that there is one rule of who sees it. */
@Component
final class AttachmentReads {

    private static final String DOCUMENT = "query AttachmentFile($id: ID!) { node(id: $id) { "
            + "... on Attachment { objectKey name mime sha256 } } }";

    private final GraphQlSource source;
    private final JsonMapper json;

    AttachmentReads(GraphQlSource source, JsonMapper json) {
        this.source = source;
        this.json = json;
    }

    /** What is needed to give a file out. */
    record Seen(String objectKey, String name, String mime, String sha256) {}

    /** Fails with a refusal when the viewer sees no such attachment, or the graph is away. */
    Mono<Seen> seen(String id, Viewer viewer) {
        ExecutionInput input = ExecutionInput.newExecutionInput(DOCUMENT)
                .variables(Map.of("id", id))
                .locale(viewer.language())
                .graphQLContext(context -> context.put(Viewer.KEY, viewer))
                .build();
        return Mono.fromFuture(() -> source.graphQl().executeAsync(input)).map(this::seen);
    }

    private Seen seen(ExecutionResult result) {
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
        JsonNode node = json.valueToTree(result.getData());
        node = node.path("node");
        if (!node.path("objectKey").isString()) {
            throw AttachmentRefused.unknown();
        }
        return new Seen(
                node.path("objectKey").asString(),
                node.path("name").asString(""),
                node.path("mime").asString(""),
                node.path("sha256").asString(""));
    }
}
