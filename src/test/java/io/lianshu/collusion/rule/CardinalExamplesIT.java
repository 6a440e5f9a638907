package io.lianshu.collusion.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.TestEngine;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;

/**
 * What Cardinal shows of its indicators (Open Contracting Partnership, {@code docs/examples/R} of open-contracting/cardinal-rs): the rules flag
 * the same of the same processes, each of which is a lot here.
 */
class CardinalExamplesIT {

    private static final RuleSet SET = RuleBook.read(Path.of("no-rules-of-ones-own"))
            .current(LocalDate.of(2026, 3, 2))
            .orElseThrow();
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-03-02T12:00:00+08:00");

    private static final String PROCESS = """
            CREATE (lot:Lot {id: $lot, openedAt: $now, category: $category, bidDeadline: datetime($deadline)}),
              (tender:Tender {id: 'tnd_' + $lot, procurementMethod: 'OPEN', noticeOn: date($notice)})-[:HAS_LOT]->(lot)
            MERGE (buyer:Company {id: coalesce($buyer, 'buyer of ' + $lot)})
            CREATE (tender)-[:TENDERED_BY]->(buyer)
            FOREACH (offer IN $bids |
              MERGE (firm:Company {id: offer.firm})
              CREATE (firm)-[:SUBMITTED]->(:Bid {id: $lot + '/' + offer.firm, valid: offer.valid, price: offer.price,
                submittedAt: datetime(offer.at)})-[:FOR_LOT]->(lot))
            FOREACH (id IN $winners |
              MERGE (winner:Company {id: id})
              CREATE (lot)-[:AWARDED]->(:Award {id: $lot + '/' + id, status: 'AWARDED'})-[:TO]->(winner))
            """;

    /** A process in words: {@code lot: W 1, L 2 > W}; a bidder with {@code -} after it was disqualified. */
    private record Process(String text, Map<String, Object> more) {

        Map<String, Object> parameters() {
            String[] parts = text.split("[:>]", -1);
            List<Map<String, Object>> bids = new ArrayList<>();
            for (String offer : parts[1].strip().isEmpty()
                    ? new String[0]
                    : parts[1].strip().split(", ")) {
                String[] words = offer.split(" ");
                Map<String, Object> bid = new HashMap<>();
                bid.put("firm", words[0].replace("-", ""));
                bid.put("valid", !words[0].endsWith("-"));
                bid.put("price", words.length > 1 ? Long.valueOf(words[1]) : null);
                bid.put("at", more.getOrDefault("at", "2000-03-01T00:00:00Z"));
                bids.add(bid);
            }
            Map<String, Object> values = new HashMap<>();
            values.put("lot", parts[0].strip());
            values.put("now", NOW.minusDays(1));
            values.put("category", more.getOrDefault("category", "WORKS"));
            values.put("buyer", more.get("buyer"));
            values.put("notice", more.getOrDefault("notice", "2000-01-01"));
            values.put("deadline", more.getOrDefault("deadline", "2000-03-15T00:00:00Z"));
            values.put("bids", bids);
            values.put("winners", parts.length > 2 ? List.of(parts[2].strip()) : List.of());
            return values;
        }
    }

    private static Process process(String text) {
        return new Process(text, Map.of());
    }

    @BeforeAll
    static void wipe() {
        TestEngine.wipe();
    }

    @Test
    void r003() {
        Process process = new Process("F: X", Map.of("notice", "2020-08-03", "deadline", "2020-08-04T18:00:00-05:00"));
        assertThat(flags("r003-short-notice", Map.of("days", 15L), List.of(process), "days"))
                .isEqualTo(Map.of("F X", 1.0));
    }

    @Test
    void r018() {
        assertThat(flags("r018-single-bid", Map.of(), List.of(process("F: X")), "bids"))
                .isEqualTo(Map.of("F X", 1.0));
    }

    @Test
    void r024() {
        assertThat(flags("r024-close-second", Map.of(), differences(2, 100), "difference"))
                .isEqualTo(Map.of("F W L", 1.0));
    }

    @Test
    void r025() {
        List<Process> processes = new ArrayList<>(List.of(process("0: F > F")));
        for (int other = 1; other <= 5; other++) {
            processes.add(process("%1$d: F, %1$d > %1$d".formatted(other)));
        }
        assertThat(flags("r025-frequent-loser", Map.of(), processes, "ratio").entrySet())
                .hasSize(6)
                .allSatisfy(flag -> {
                    assertThat(flag.getKey()).endsWith(" F");
                    assertThat(flag.getValue()).isEqualTo(1.0 / 6);
                });
    }

    @Test
    void r028() {
        assertThat(flags("c40-4-same-price", Map.of(), List.of(process("F: V 1, D- 1")), "price"))
                .hasSize(1)
                .hasKeySatisfying(new org.assertj.core.api.Condition<>(
                        flag -> flag.equals("F V D") || flag.equals("F D V"), "both bidders"));
    }

    @Test
    void r030() {
        Process process = new Process("F: W > W", Map.of("at", "2000-04-01T00:00:00Z"));
        assertThat(flags("r030-late-winner", Map.of(), List.of(process), "minutes"))
                .containsOnlyKeys("F W");
    }

    @Test
    void r035() {
        assertThat(flags("r035-all-others-rejected", Map.of(), List.of(process("F: D-, V > V")), "rejected"))
                .isEqualTo(Map.of("F V", 1.0));
    }

    @Test
    void r036() {
        assertThat(flags("r036-lowest-rejected", Map.of(), List.of(process("F: D- 1, V 2 > V")), "price"))
                .containsOnlyKeys("F D");
    }

    @Test
    void r038() {
        List<Process> processes = new ArrayList<>(List.of(new Process("0: W1, D-", Map.of("buyer", "B"))));
        for (int other = 1; other <= 4; other++) {
            processes.add(new Process(other + ": W" + (other + 1), Map.of("buyer", String.valueOf(other))));
        }
        assertThat(flags("r038-rejects-often", Map.of("values", 1L), processes, "ratio"))
                .isEqualTo(Map.of("0 B", 0.5));
        assertThat(flags("r038-often-rejected", Map.of("values", 1L), processes, "ratio"))
                .isEmpty();
    }

    /** An award of two items, of two classes, is two lots here; the example's settings ask for one process only. */
    @Test
    void r048() {
        List<Process> processes =
                new ArrayList<>(List.of(process("F1: F > F"), new Process("F2: F > F", Map.of("category", "GOODS"))));
        for (int other = 1; other <= 4; other++) {
            processes.add(process("%1$d: %1$d > %1$d".formatted(other)));
        }
        assertThat(flags("r048-many-trades", Map.of("lots", 1L), processes, "kinds"))
                .isEqualTo(Map.of("F1 F", 2.0, "F2 F", 2.0));
    }

    @Test
    void r058() {
        assertThat(flags("r058-far-second", Map.of(), differences(100, 2), "difference"))
                .isEqualTo(Map.of("F W", 99.0));
    }

    /** The quartiles and fences that its pages tell of. */
    @ParameterizedTest
    @CsvSource({"0.05, 0.07, 0.02, 0.1", "0.02, 0.22, -0.28, 0.52", "0, 0.24, -0.36, 0.6", "0.5, 0.75, 0.125, 1.125"})
    void fences(double q1, double q3, double lower, double upper) {
        Fence fence = new Fence("any", 4, q1, q3);
        assertThat(fence.lower()).isEqualTo(lower, org.assertj.core.api.Assertions.within(1e-12));
        assertThat(fence.upper()).isEqualTo(upper, org.assertj.core.api.Assertions.within(1e-12));
    }

    private static List<Process> differences(int first, int others) {
        List<Process> processes = new ArrayList<>(List.of(process("F: W 1, L %d > W".formatted(first))));
        for (int other = 1; other <= 4; other++) {
            processes.add(process("%d: W 1, L %d > W".formatted(other, others)));
        }
        return processes;
    }

    /** What a rule flags of processes, by lot and companies, with one of its values. */
    private static Map<String, Double> flags(
            String code, Map<String, Object> limits, List<Process> processes, String value) {
        Rule rule = RuleSet.with(
                SET.rules().stream()
                        .filter(one -> one.code().equals(code))
                        .findFirst()
                        .orElseThrow(),
                limits);
        Map<String, Double> flags = new TreeMap<>();
        try (Session session = TestEngine.driver().session();
                Transaction transaction = session.beginTransaction()) {
            processes.forEach(
                    process -> transaction.run(PROCESS, process.parameters()).consume());
            if (!rule.market().isEmpty()) {
                FenceGraph.write(transaction, Map.of("id", SET.name()), FenceGraph.rows(transaction, SET, rule, NOW));
            }
            for (Process process : processes) {
                String lot = String.valueOf(process.parameters().get("lot"));
                RuleGraph.finding(
                                rule,
                                transaction
                                        .run(rule.statement(), RuleGraph.parameters(SET.name(), rule, lot, NOW))
                                        .list())
                        .hits()
                        .forEach(hit -> flags.put(
                                lot + ' ' + String.join(" ", hit.firms()),
                                ((Number) hit.values().get(value)).doubleValue()));
            }
            transaction.rollback();
        }
        return flags;
    }
}
