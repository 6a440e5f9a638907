package io.lianshu.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.lianshu.engine.TestEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Session;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.summary.QueryType;
import org.neo4j.driver.summary.ResultSummary;

/** The real engine plans every statement and rule; nothing is run. */
class CypherPlanIT {

    static final Path STATEMENTS = Sdl.REPOSITORY.resolve("src/main/resources/cypher");

    private static final Path SAMPLES = Sdl.REPOSITORY.resolve("src/test/resources/broken/plan");

    @TestFactory
    Stream<DynamicTest> theEnginePlansTheStatement() {
        return StatementFile.under(STATEMENTS).stream()
                .map(file -> dynamicTest(
                        file.name(), () -> assertThat(problems(file)).isEmpty()));
    }

    @Test
    void thereAreStatements() {
        assertThat(StatementFile.under(STATEMENTS)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "trading/misspelt, Invalid input 'RETRUN'",
        "trading/unknown-variable, Variable `lots` not defined",
        "trading/visible/unknown-variable, Variable `that` not defined",
        "trading/visible/no-condition, Invalid input",
        "trading/secretly-writes, says that it reads but would write",
        "trading/never-writes, says that it writes but only reads",
        "trading/co-bidders, Variable `value` not defined",
    })
    void theEngineRefusesTheBrokenSample(String sample, String says) {
        StatementFile file = new StatementFile(SAMPLES, SAMPLES.resolve(sample + ".cypher"));
        assertThat(problems(file)).anyMatch(problem -> problem.contains(says));
    }

    @Test
    void everyBrokenSampleIsPlannedByATest() {
        assertThat(StatementFile.under(SAMPLES)).hasSize(7);
    }

    private static boolean asksTheServer(String statement) {
        return statement.lines().anyMatch(line -> line.startsWith("CALL dbms.components()"));
    }

    private static List<String> problems(StatementFile file) {
        List<String> problems = new ArrayList<>();
        try (Session session = TestEngine.driver().session()) {
            for (String statement : file.statements()) {
                ResultSummary plan = session.run("EXPLAIN " + statement).consume();
                boolean readOnly = plan.queryType() == QueryType.READ_ONLY;
                if (asksTheServer(statement)) {
                    // The engine tells no kind of its own administrative procedures; planning them is the check.
                    continue;
                }
                if (file.reads() && !readOnly) {
                    problems.add(file.name() + " says that it reads but would write");
                } else if (!file.reads() && readOnly) {
                    problems.add(file.name() + " says that it writes but only reads");
                }
            }
        } catch (Neo4jException e) {
            problems.add(file.name() + ": " + e.getMessage());
        }
        return problems;
    }
}
