package io.lianshu.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import graphql.ExecutionInput;
import graphql.GraphQLContext;
import graphql.GraphQLException;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.parser.Parser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Every operation that a client sends fits the schema and is named like its file. */
class OperationFileTests {

    private static final Path OPERATIONS = Sdl.REPOSITORY.resolve("api/operations");
    private static final String EXAMPLE = ".variables.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path SAMPLES = Sdl.REPOSITORY.resolve("src/test/resources/broken/operations");

    @TestFactory
    Stream<DynamicTest> theOperationFitsTheSchema() {
        return Sdl.filesUnder(OPERATIONS).stream()
                .map(file -> dynamicTest(
                        OPERATIONS.relativize(file).toString(),
                        () -> assertThat(problems(file)).isEmpty()));
    }

    /** The example beside an operation gives its variables, all that are required and none that it does not know. */
    private static List<String> exampleProblems(Path file) {
        Path operation = file.resolveSibling(file.getFileName().toString().replace(EXAMPLE, ".graphql"));
        if (!Files.exists(operation)) {
            return List.of(file.getFileName() + " belongs to no operation");
        }
        Map<String, Object> given;
        try {
            given = JSON.readValue(Sdl.read(file), new TypeReference<>() {});
        } catch (JacksonException e) {
            return List.of(file.getFileName() + " is no JSON object");
        }
        List<VariableDefinition> known = Parser.parse(Sdl.read(operation))
                .getFirstDefinitionOfType(OperationDefinition.class)
                .map(OperationDefinition::getVariableDefinitions)
                .orElse(List.of());
        List<String> problems = new ArrayList<>();
        given.keySet().stream()
                .filter(name ->
                        known.stream().noneMatch(variable -> variable.getName().equals(name)))
                .forEach(name -> problems.add("the operation has no variable $" + name));
        try {
            ValuesResolver.coerceVariableValues(
                    Sdl.schema(), known, RawVariables.of(given), GraphQLContext.getDefault(), Locale.ROOT);
        } catch (GraphQLException e) {
            problems.add(e.getMessage());
        }
        return problems;
    }

    private static Path example(Path operation) {
        return operation.resolveSibling(operation.getFileName().toString().replace(".graphql", EXAMPLE));
    }

    @Test
    void thereAreOperations() {
        assertThat(Sdl.filesUnder(OPERATIONS)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "UnknownField.graphql, FieldUndefined",
        "WrongArgument.graphql, WrongType",
        "UnknownArgument.graphql, UnknownArgument",
        "Unparsable.graphql, InvalidSyntax",
        "Misnamed.graphql, the file is named Misnamed",
        "Several.graphql, holds 2 operations",
        "unknown.json, is no .graphql file",
        "NoExample.graphql, has no example",
        "Gone.variables.json, belongs to no operation",
        "Misnamed.variables.json, is no JSON object",
        "Several.variables.json, has no variable $lots",
        "Lacking.variables.json, id",
    })
    void theBrokenSampleIsSeen(String sample, String says) {
        assertThat(problems(SAMPLES.resolve(sample))).anyMatch(problem -> problem.contains(says));
    }

    @Test
    void theRightSampleIsAccepted() {
        assertThat(problems(SAMPLES.resolve("Right.graphql"))).isEmpty();
    }

    private static List<String> problems(Path file) {
        String name = file.getFileName().toString();
        if (name.endsWith(EXAMPLE)) {
            return exampleProblems(file);
        }
        if (!name.endsWith(".graphql")) {
            return List.of(name + " is no .graphql file");
        }
        ParseAndValidateResult result = ParseAndValidate.parseAndValidate(
                Sdl.schema(), ExecutionInput.newExecutionInput(Sdl.read(file)).build());
        List<String> problems = new ArrayList<>();
        if (!Files.exists(example(file))) {
            problems.add(name + " has no example " + example(file).getFileName());
        }
        result.getErrors().forEach(error -> problems.add(error.getErrorType() + " " + error.getMessage()));
        if (result.getDocument() != null) {
            List<OperationDefinition> operations = result.getDocument().getDefinitionsOfType(OperationDefinition.class);
            if (operations.size() != 1) {
                problems.add(name + " holds " + operations.size() + " operations");
            }
            operations.stream()
                    .filter(operation -> !name.equals(operation.getName() + ".graphql"))
                    .forEach(operation -> problems.add("the file is named " + name.replace(".graphql", "")
                            + ", the operation " + operation.getName()));
        }
        return problems;
    }
}
