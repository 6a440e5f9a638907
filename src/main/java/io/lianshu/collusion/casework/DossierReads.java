package io.lianshu.collusion.casework;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.refusal.Refusal.Kind;
import io.lianshu.platform.viewer.Viewer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks for a case as its viewer would ask the API, by the operation CaseDossier, so that paper shows what a page would. */
@Component
final class DossierReads {

    private final GraphQlSource source;
    private final JsonMapper json;
    private final String document;

    DossierReads(GraphQlSource source, JsonMapper json) {
        this.source = source;
        this.json = json;
        try {
            document = new ClassPathResource("operations/analyst/CaseDossier.graphql")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails with a refusal when the viewer sees no such case, or the graph is away. */
    Mono<JsonNode> matter(String id, Viewer viewer) {
        ExecutionInput input = ExecutionInput.newExecutionInput(document)
                .variables(Map.of("id", id))
                .locale(viewer.language())
                .graphQLContext(context -> context.put(Viewer.KEY, viewer))
                .build();
        return Mono.fromFuture(() -> source.graphQl().executeAsync(input)).map(this::matter);
    }

    private JsonNode matter(ExecutionResult result) {
        for (GraphQLError error : result.getErrors()) {
            Map<String, Object> said = error.getExtensions() == null ? Map.of() : error.getExtensions();
            if (!List.of("BAD_REQUEST", "NOT_FOUND", "FORBIDDEN")
                    .contains(String.valueOf(said.get("classification")))) {
                throw new Refusal(
                        String.valueOf(said.get("code")),
                        Kind.UNAVAILABLE,
                        null,
                        error.getMessage(),
                        error.getMessage());
            }
        }
        JsonNode answer = json.valueToTree(result.getData());
        JsonNode matter = answer.path("node");
        if (!matter.path("caseNo").isString()) {
            throw DossierRefused.unknown();
        }
        return matter;
    }
}
