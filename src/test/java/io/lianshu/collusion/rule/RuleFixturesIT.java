package io.lianshu.collusion.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.lianshu.collusion.rule.Finding.Hit;
import io.lianshu.engine.TestEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.springframework.core.io.ClassPathResource;

/**
 * Each rule says of the lots in its folder what these are there for, in a transaction that is rolled back. With
 * {@code -Dlianshu.test.rules=FOLDER} the rules of an installation are held to theirs as well.
 */
class RuleFixturesIT {

    private static final Path FOLDER = Path.of(System.getProperty("lianshu.test.rules", "no-rules-of-ones-own"));
    private static final RuleBook BOOK = RuleBook.read(FOLDER);
    private static final Map<String, Outcome> FIXTURES =
            Map.of("hit", Outcome.HIT, "clear", Outcome.CLEAR, "not-testable", Outcome.NOT_TESTABLE);
    private static final String LOT = "lot_fixture";
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-03-02T12:00:00+08:00");

    @BeforeAll
    static void wipe() {
        TestEngine.wipe();
    }

    @Test
    void everyRuleThatComesWithTheHubHasItsFixtures() {
        assertThat(shipped())
                .hasSizeGreaterThan(20)
                .allSatisfy(rule -> assertThat(FIXTURES.keySet())
                        .allSatisfy(name -> assertThat(shipped(rule, name))
                                .as("%s/%s.cypher", rule.code(), name)
                                .isPresent()));
    }

    @TestFactory
    Stream<DynamicTest> theRuleSaysWhatItsFixtureIsThereFor() {
        return set().rules().stream()
                .flatMap(rule -> FIXTURES.keySet().stream()
                        .sorted()
                        .flatMap(name -> fixture(rule, name).stream()
                                .map(text -> dynamicTest(
                                        rule.code() + ": " + name, () -> holds(rule, text, FIXTURES.get(name))))));
    }

    private static void holds(Rule rule, String fixture, Outcome expected) {
        try (Session session = TestEngine.driver().session();
                Transaction transaction = session.beginTransaction()) {
            transaction.run(fixture, Map.of("lot", LOT, "set", set().name())).consume();
            Finding finding = RuleGraph.finding(
                    rule,
                    transaction
                            .run(rule.statement(), RuleGraph.parameters(set().name(), rule, LOT, NOW))
                            .list());
            assertThat(finding.outcome()).as(finding.toString()).isEqualTo(expected);
            for (Hit hit : finding.hits()) {
                assertThat(hit.firms()).isNotEmpty().doesNotHaveDuplicates();
                assertThat(hit.walks()).isNotEmpty();
                List<List<String>> steps = new ArrayList<>();
                for (List<String> walk : hit.walks()) {
                    assertThat(walk).isNotEmpty().doesNotHaveDuplicates();
                    for (int place = 1; place < walk.size(); place++) {
                        steps.add(List.of(walk.get(place - 1), walk.get(place)));
                    }
                }
                assertThat(unconnected(transaction, steps)).isEmpty();
            }
            transaction.rollback();
        }
    }

    /** Steps of walks whose ends no relation joins. */
    private static List<Object> unconnected(Transaction transaction, List<List<String>> steps) {
        return transaction
                .run(
                        "UNWIND $steps AS step WITH step WHERE NOT EXISTS { (a)--(b) WHERE a.id = step[0] AND b.id = step[1] }"
                                + " RETURN step",
                        Map.of("steps", steps))
                .list(row -> row.get("step").asObject());
    }

    private static RuleSet set() {
        return BOOK.current(LocalDate.of(2026, 3, 2)).orElseThrow();
    }

    private static List<Rule> shipped() {
        return set().rules().stream().filter(rule -> !BOOK.own().contains(rule)).toList();
    }

    private static Optional<String> fixture(Rule rule, String name) {
        Path own = FOLDER.resolve("rules").resolve(rule.code()).resolve(name + ".cypher");
        try {
            return Files.exists(own) ? Optional.of(Files.readString(own)) : shipped(rule, name);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> shipped(Rule rule, String name) {
        ClassPathResource file = new ClassPathResource("collusion/rules/%s/%s.cypher".formatted(rule.code(), name));
        try {
            return file.exists() ? Optional.of(file.getContentAsString(StandardCharsets.UTF_8)) : Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
