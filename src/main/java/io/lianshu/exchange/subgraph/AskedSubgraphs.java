package io.lianshu.exchange.subgraph;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import io.lianshu.exchange.subgraph.Subgraph.CodedType;
import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.read.OperationFiles;
import io.lianshu.platform.read.OperationFiles.OperationFile;
import io.lianshu.platform.viewer.Viewer;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the analyst's shipped operations as the viewer, so that limits, sight and masks are those of the API. */
@Component
final class AskedSubgraphs {

    private static final String NODE_TYPES = "node-type";
    /** Paths that are asked for when a request does not say; as in the operation. */
    private static final int PATHS = 3;

    private final GraphQlSource source;
    private final JsonMapper json;
    private final CodeLists codes;
    private final Map<String, OperationFile> operations;

    AskedSubgraphs(GraphQlSource source, JsonMapper json, CodeLists codes) {
        this.source = source;
        this.json = json;
        this.codes = codes;
        this.operations = OperationFiles.load().stream()
                .collect(Collectors.toMap(file -> file.client() + "/" + file.name(), Function.identity()));
    }

    /** Fails with a refusal when the API refuses, or there is no such node. */
    Mono<Subgraph> ask(SubgraphQuestion question, Map<String, Object> variables, Viewer viewer) {
        OperationFile operation = operations.get(question.operation());
        if (operation == null) {
            throw new IllegalStateException("There is no operation " + question.operation());
        }
        ExecutionInput input = ExecutionInput.newExecutionInput(operation.document())
                .operationName(operation.name())
                .variables(variables)
                .locale(viewer.language())
                .graphQLContext(context -> context.put(Viewer.KEY, viewer))
                .build();
        boolean english = viewer.speaksEnglish();
        return Mono.fromFuture(() -> source.graphQl().executeAsync(input))
                .map(this::data)
                .map(data -> new SubgraphAnswer(
                                data,
                                new CodedType("Company", codes.label(NODE_TYPES, "Company", english)),
                                new CodedType("Text", english ? "text in files" : "文件中的文字"),
                                new CodedType("MET", english ? "met in opened lots" : "同投标段"),
                                variables.get("first") instanceof Integer first ? first : PATHS)
                        .of(question));
    }

    private JsonNode data(ExecutionResult result) {
        if (!result.getErrors().isEmpty()) {
            SubgraphRefused refused = SubgraphRefused.of(result.getErrors().get(0));
            throw refused == null
                    ? new IllegalStateException("The answer has an error that is no refusal: "
                            + result.getErrors().get(0).getErrorType())
                    : refused;
        }
        return json.valueToTree(result.getData());
    }
}
