package io.lianshu.exchange;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.read.OperationFiles;
import io.lianshu.platform.read.OperationFiles.OperationFile;
import io.lianshu.platform.viewer.Viewer;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks shipped operations as a caller of the API would, limits and rules of sight included, and waits for the answer. */
@OwnsItsThread
@Component
final class AskedOperations {

    private final GraphQlSource source;
    private final JsonMapper json;
    private final Map<String, OperationFile> operations;

    AskedOperations(GraphQlSource source, JsonMapper json) {
        this.source = source;
        this.json = json;
        this.operations = OperationFiles.load().stream()
                .collect(Collectors.toMap(file -> file.client() + "/" + file.name(), Function.identity()));
    }

    /**
     * The answer's data.
     *
     * @param name client and name of the operation
     * @throws io.lianshu.platform.refusal.Refusal when there is an error in the answer
     */
    JsonNode ask(String name, Map<String, Object> variables, Viewer viewer) {
        OperationFile operation = operations.get(name);
        if (operation == null) {
            throw new IllegalArgumentException("There is no operation " + name);
        }
        return answer(name, operation.document(), variables, viewer);
    }

    /** The same of a document that is made for the occasion. */
    JsonNode query(String document, Map<String, Object> variables, Viewer viewer) {
        return answer("export", document, variables, viewer);
    }

    private JsonNode answer(String name, String document, Map<String, Object> variables, Viewer viewer) {
        ExecutionInput input = ExecutionInput.newExecutionInput(document)
                .variables(variables)
                .locale(viewer.language())
                .graphQLContext(context -> context.put(Viewer.KEY, viewer))
                .build();
        ExecutionResult result = source.graphQl().executeAsync(input).join();
        if (!result.getErrors().isEmpty()) {
            GraphQLError error = result.getErrors().get(0);
            throw new ExportRefused(
                    name, "未能读取（" + error.getMessage() + "）", "could not be read (" + error.getMessage() + ")");
        }
        return json.valueToTree(result.getData());
    }
}
