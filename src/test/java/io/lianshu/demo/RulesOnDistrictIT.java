package io.lianshu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.demo.Plant.Verdict;
import io.lianshu.engine.TestEngine;
import io.lianshu.platform.graph.Sweep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The exact rules find everything that was planted for their clauses, and nothing else. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"lianshu.demo=true", "lianshu.read.plan-at-start=false", "lianshu.read.timeout=5m"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulesOnDistrictIT {

    /** Of the full size. */
    private static final String SCALE = System.getProperty("lianshu.test.district-scale", "0.1");

    private static final District DISTRICT =
            District.grown(Double.parseDouble(SCALE), Scope.SEED, LocalDate.of(2026, 3, 2));

    /** Clauses whose plants are all of a kind that a statement over one lot can see. */
    private static final Map<String, String> PREFIXES = Map.of(
            "34", "c34-",
            "39(3)", "c39-3-",
            "39(4)", "c39-4-",
            "40(1)", "c40-1-",
            "40(2)", "c40-2-",
            "40(3)", "c40-3-",
            "40(5)", "c40-5-",
            "40(6)", "c40-6-",
            "42(3)", "c42-3-");

    /** A signal as the graph has it. */
    record Signal(String rule, String strength, String lot, Set<String> firms) {}

    private final List<Signal> signals = new ArrayList<>();

    @TestConfiguration
    static class StandingStill {

        @Bean
        @Primary
        Clock standingClock() {
            return Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneId.of("Asia/Shanghai"));
        }
    }

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) {
        TestEngine.wipe();
        TestEngine.register(registry);
        registry.add("lianshu.demo-scale", () -> SCALE);
    }

    @BeforeAll
    void run(@Autowired List<Sweep> sweeps) {
        sweeps.stream().filter(sweep -> sweep.name().equals("rules")).forEach(Sweep::sweep);
        try (var session = TestEngine.driver().session()) {
            session.run("MATCH (s:CollusionSignal)-[:IN_LOT]->(l:Lot) RETURN s.rule AS rule, s.strength AS strength,"
                            + " l.bidSectionCode AS lot, [(s)-[:POINTS_TO]->(c:Company) | c.uscc] AS firms")
                    .forEachRemaining(row -> signals.add(new Signal(
                            row.get("rule").asString(),
                            row.get("strength").asString(),
                            row.get("lot").asString(),
                            new TreeSet<>(row.get("firms").asList(firm -> firm.asString())))));
        }
    }

    /**
     * Measures, and holds nothing to a figure but the time: {@code target/rules-on-district.md} says for each rule how many of its hits lie where
     * something was planted, and for each kind that was planted in how many of its lots a rule for it hit.
     */
    @Test
    void whatTheRulesFindIsMeasured() throws IOException {
        String report = RulesReport.of(DISTRICT.truth(), signals) + "\n" + RulesReport.pace();
        Files.writeString(Path.of("target/rules-on-district.md"), report);
        assertThat(report).contains("| 40(4) |", "| 41 |", "r057-taking-turns");
    }

    @AfterAll
    static void wipe() {
        TestEngine.wipe();
    }

    @Test
    void everythingPlantedForAClauseIsFound() {
        List<String> missed = new ArrayList<>();
        for (Plant plant : DISTRICT.truth()) {
            String prefix = PREFIXES.get(plant.clause());
            if (plant.verdict() != Verdict.GUILTY || prefix == null) {
                continue;
            }
            for (String lot : plant.lots()) {
                boolean found = signals.stream()
                        .anyMatch(signal -> signal.rule().startsWith(prefix)
                                && signal.lot().equals(lot)
                                && plant.companies().stream().anyMatch(signal.firms()::contains));
                if (!found) {
                    missed.add(lot + " " + plant);
                }
            }
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void exactMatchesAreOnlyWhatWasPlanted() {
        List<Signal> strange = signals.stream()
                .filter(signal -> signal.strength().equals("HARD"))
                .filter(signal -> DISTRICT.truth().stream()
                        .noneMatch(plant -> plant.verdict() == Verdict.GUILTY
                                && PREFIXES.containsKey(plant.clause())
                                && signal.rule().startsWith(PREFIXES.get(plant.clause()))
                                && plant.lots().contains(signal.lot())
                                && plant.companies().stream().anyMatch(signal.firms()::contains)))
                .toList();
        assertThat(strange).isEmpty();
        assertThat(signals.stream().filter(signal -> signal.strength().equals("HARD")))
                .hasSizeGreaterThan(20);
    }

    @Test
    void whatOnlyLooksLikeItIsNoExactMatch() {
        List<String> wrong = new ArrayList<>();
        for (Plant plant : DISTRICT.truth()) {
            String prefix = PREFIXES.get(plant.clause());
            if (plant.verdict() == Verdict.INNOCENT && prefix != null) {
                signals.stream()
                        .filter(signal -> signal.strength().equals("HARD"))
                        .filter(signal ->
                                signal.rule().startsWith(prefix) && plant.lots().contains(signal.lot()))
                        .filter(signal -> signal.firms().containsAll(plant.companies()))
                        .forEach(signal -> wrong.add(signal + " " + plant));
            }
        }
        assertThat(wrong).isEmpty();
    }
}
