package io.lianshu.demo;

import io.lianshu.collusion.rule.Rule;
import io.lianshu.collusion.rule.RuleBook;
import io.lianshu.collusion.rule.RuleSet;
import io.lianshu.demo.Plant.Verdict;
import io.lianshu.demo.RulesOnDistrictIT.Signal;
import io.lianshu.engine.TestEngine;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.neo4j.driver.Session;

/** Puts what rules found beside what was planted. */
final class RulesReport {

    /** Which rules are there for what is planted for a clause. */
    private static final Map<String, String> RULES = Map.ofEntries(
            Map.entry("34", "c34-.*"),
            Map.entry("39(1)", "r022.*|r024.*|c40-4-(arith|geom).*"),
            Map.entry("39(2)", "r023.*|r053.*|r057.*"),
            Map.entry("39(3)", "c39-3-.*"),
            Map.entry("39(4)", "c39-4-.*"),
            Map.entry("39(5)", "r053.*|r057.*"),
            Map.entry("40(1)", "c40-1-.*"),
            Map.entry("40(2)", "c40-2-.*"),
            Map.entry("40(3)", "c40-3-.*"),
            Map.entry("40(4)", "c40-4-.*"),
            Map.entry("40(5)", "c40-5-.*"),
            Map.entry("40(6)", "c40-6-.*"),
            Map.entry("41", "c41-.*"),
            Map.entry("42(3)", "c42-3-.*"));

    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-03-02T16:00:00+08:00");
    private static final int LOTS = 200;
    private static final RuleSet SET = RuleBook.read(Path.of("no-rules-of-ones-own"))
            .current(LocalDate.of(2026, 3, 2))
            .orElseThrow();

    private RulesReport() {}

    static String of(Collection<Plant> truth, List<Signal> signals) {
        List<Plant> guilty = truth.stream()
                .filter(plant -> plant.verdict() == Verdict.GUILTY && plant.opened())
                .toList();
        StringBuilder text =
                new StringBuilder("| rule | strength | hits | where something was planted | for what it is there |\n");
        text.append("| --- | --- | ---: | ---: | ---: |\n");
        Map<String, List<Signal>> byRule = new TreeMap<>();
        SET.rules().forEach(rule -> byRule.put(rule.code(), new ArrayList<>()));
        signals.forEach(signal -> byRule.get(signal.rule()).add(signal));
        byRule.forEach((rule, hits) -> text.append("| `%s` | %s | %d | %d | %d |\n"
                .formatted(
                        rule,
                        strength(rule),
                        hits.size(),
                        count(hits, hit -> guilty.stream().anyMatch(plant -> shows(plant, hit))),
                        count(
                                hits,
                                hit -> guilty.stream().anyMatch(plant -> shows(plant, hit) && isFor(plant, hit))))));
        text.append("\n| clause | planted | lots | found |\n| --- | --- | ---: | ---: |\n");
        Map<String, int[]> byKind = new TreeMap<>();
        for (Plant plant : guilty) {
            int[] counts = byKind.computeIfAbsent("| " + plant.clause() + " | " + plant.kind(), kind -> new int[2]);
            for (String lot : plant.lots()) {
                counts[0]++;
                boolean found = signals.stream()
                        .anyMatch(hit -> hit.lot().equals(lot) && shows(plant, hit) && isFor(plant, hit));
                counts[1] += found ? 1 : 0;
            }
        }
        byKind.forEach((kind, counts) -> text.append("%s | %d | %d |\n".formatted(kind, counts[0], counts[1])));
        return text.toString();
    }

    /** How long all rules of the set take over a lot, its opened last first. */
    static String pace() {
        List<Long> millis = new ArrayList<>();
        try (Session session = TestEngine.driver().session()) {
            List<String> lots = session.run(
                            "MATCH (l:Lot) WHERE l.openedAt <= $now AND EXISTS { (l)<-[:FOR_LOT]-(:Bid) }"
                                    + " RETURN l.id AS id ORDER BY l.openedAt DESC LIMIT $most",
                            Map.of("now", NOW, "most", LOTS))
                    .list(row -> row.get("id").asString());
            for (String lot : lots) {
                long from = System.nanoTime();
                for (Rule rule : SET.rules()) {
                    session.executeRead(transaction -> transaction
                            .run(
                                    rule.statement(),
                                    Map.of("set", SET.name(), "lot", lot, "now", NOW, "limits", rule.limits()))
                            .list());
                }
                millis.add((System.nanoTime() - from) / 1_000_000);
            }
        }
        millis.sort(null);
        return "%d rules over one lot, in ms: median %d, nine of ten %d, most %d (%d lots)%n"
                .formatted(
                        SET.rules().size(),
                        millis.get(millis.size() / 2),
                        millis.get(millis.size() * 9 / 10),
                        millis.get(millis.size() - 1),
                        millis.size());
    }

    private static boolean shows(Plant plant, Signal hit) {
        return plant.lots().contains(hit.lot()) && plant.companies().stream().anyMatch(hit.firms()::contains);
    }

    private static boolean isFor(Plant plant, Signal hit) {
        return RULES.containsKey(plant.clause()) && hit.rule().matches(RULES.get(plant.clause()));
    }

    private static long count(List<Signal> hits, Predicate<Signal> matches) {
        return hits.stream().filter(matches).count();
    }

    private static String strength(String code) {
        return SET.rules().stream()
                .filter(rule -> rule.code().equals(code))
                .map(rule -> rule.strength().name())
                .findFirst()
                .orElse("");
    }
}
