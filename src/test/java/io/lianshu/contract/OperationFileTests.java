package io.lianshu.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import graphql.ExecutionInput;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.language.OperationDefinition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every operation that a client sends fits the schema and is named like its file. */
class OperationFileTests {

    private static final Path OPERATIONS = Sdl.REPOSITORY.resolve("api/operations");
    private static final Path SAMPLES = Sdl.REPOSITORY.resolve("src/test/resources/broken/operations");

    @TestFactory
    Stream<DynamicTest> theOperationFitsTheSchema() {
        return Sdl.filesUnder(OPERATIONS).stream()
                .map(file -> dynamicTest(
                        OPERATIONS.relativize(file).toString(),
                        () -> assertThat(problems(file)).isEmpty()));
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
        if (!name.endsWith(".graphql")) {
            return List.of(name + " is no .graphql file");
        }
        ParseAndValidateResult result = ParseAndValidate.parseAndValidate(
                Sdl.schema(), ExecutionInput.newExecutionInput(Sdl.read(file)).build());
        List<String> problems = new ArrayList<>();
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
