package io.lianshu.collusion.rule;

import io.lianshu.collusion.rule.Finding.Hit;
import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.feed.WorkEvent;
import io.lianshu.platform.feed.WorkKind;
import io.lianshu.platform.identifier.NodeId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a run over a lot writes: itself, a result for each rule, a signal for each hit. */
final class SignalRows {

    private final RuleSet set;
    private final boolean counts;
    private final String lot;
    private final Held held;
    private final List<Finding> findings;
    private final Map<String, String> names;
    private final CodeLists codes;
    private final ZonedDateTime now;

    /**
     * @param counts whether the set is the one that counts now
     * @param names of companies and groups by their ids
     */
    SignalRows(
            RuleSet set,
            boolean counts,
            Held held,
            List<Finding> findings,
            Map<String, String> names,
            CodeLists codes,
            ZonedDateTime now) {
        this.set = set;
        this.counts = counts;
        this.held = held;
        this.lot = held.lot();
        this.findings = findings;
        this.names = names;
        this.codes = codes;
        this.now = now;
    }

    static String run(String lot, String set) {
        return NodeId.of("rrn", List.of(lot, set));
    }

    Map<String, Object> run() {
        Map<String, Object> run = new HashMap<>();
        run.put("id", run(lot, set.name()));
        run.put("ruleSet", set.name());
        run.put("fingerprint", set.fingerprint());
        run.put("counts", counts);
        run.put("market", held.market());
        run.put("state", held.state());
        run.put("computedAt", now);
        for (Strength strength : Strength.values()) {
            run.put(
                    "hits" + strength.name().charAt(0)
                            + strength.name().substring(1).toLowerCase(Locale.ROOT),
                    findings.stream()
                            .filter(finding -> finding.rule().strength() == strength)
                            .mapToLong(finding -> finding.hits().size())
                            .sum());
        }
        run.put(
                "notTestable",
                findings.stream()
                        .filter(finding -> finding.outcome() == Outcome.NOT_TESTABLE)
                        .count());
        return run;
    }

    List<Map<String, Object>> results() {
        return findings.stream()
                .map(finding -> {
                    Map<String, Object> values = new HashMap<>();
                    values.put(
                            "id",
                            NodeId.of(
                                    "rrs",
                                    List.of(lot, set.name(), finding.rule().code())));
                    values.put("outcome", finding.outcome().name());
                    values.put("tested", (long) finding.tested());
                    values.put("hits", (long) finding.hits().size());
                    describe(finding.rule(), values);
                    values.put("needsZh", finding.rule().needs().chinese());
                    values.put("needsEn", finding.rule().needs().english());
                    return values;
                })
                .toList();
    }

    private static void describe(Rule rule, Map<String, Object> values) {
        values.put("rule", rule.code());
        values.put("ruleVersion", (long) rule.version());
        values.put("strength", rule.strength().name());
        values.put("titleZh", rule.title().chinese());
        values.put("titleEn", rule.title().english());
        values.put("clauseZh", rule.clause().chinese());
        values.put("clauseEn", rule.clause().english());
    }

    /** Each with {@code firms} and {@code bids} that it points to. */
    List<Map<String, Object>> signals() {
        List<Map<String, Object>> signals = new ArrayList<>();
        findings.forEach(finding -> finding.hits().forEach(hit -> signals.add(signal(finding.rule(), hit))));
        return signals;
    }

    /**
     * What the feed tells of these signals, exact matches first.
     *
     * @param news ids of those that are told
     */
    static List<WorkEvent> events(List<Map<String, Object>> signals, Set<String> news) {
        return signals.stream()
                .filter(row -> news.contains(String.valueOf(row.get("id"))))
                .map(row -> new WorkEvent(kind(row), String.valueOf(row.get("id")), Set.of()))
                .sorted(Comparator.comparing(WorkEvent::kind))
                .toList();
    }

    private static WorkKind kind(Map<String, Object> row) {
        return row.get("values") instanceof Map<?, ?> values
                        && Strength.HARD.name().equals(values.get("strength"))
                ? WorkKind.EXACT_MATCH_FOUND
                : WorkKind.LEAD_FOUND;
    }

    private Map<String, Object> signal(Rule rule, Hit hit) {
        String firms = hit.firms().stream().sorted().collect(Collectors.joining(","));
        Map<String, Object> values = new HashMap<>();
        values.put("id", NodeId.of("sig", List.of(lot, set.name(), rule.code(), firms, hit.shared())));
        values.put("ruleSet", set.name());
        values.put("counts", counts);
        values.put("computedAt", now);
        values.put("fact", fact(rule, hit));
        values.put("alone", rule.alone());
        describe(rule, values);
        values.put("explanationZh", said(rule.says().chinese(), hit, false));
        values.put("explanationEn", said(rule.says().english(), hit, true));
        values.put("walks", walks(hit));
        Map<String, Object> measured = new TreeMap<>(hit.values());
        values.put("valueNames", List.copyOf(measured.keySet()));
        values.put("valueTexts", measured.values().stream().map(String::valueOf).toList());
        Map<String, Object> row = new HashMap<>();
        row.put("id", String.valueOf(values.get("id")));
        row.put("values", values);
        row.put("firms", hit.firms());
        row.put("bids", hit.bids());
        return row;
    }

    /**
     * What is the same under every rule set while the records are: who did what, and by which paths. What a case cleared is
     * known by it. Measures are left out, as they move with the market.
     */
    private String fact(Rule rule, Hit hit) {
        List<String> key = new ArrayList<>(List.of(lot, rule.code()));
        key.addAll(hit.firms().stream().sorted().toList());
        key.addAll(hit.bids().stream().sorted().toList());
        key.addAll(walks(hit));
        return NodeId.of("fct", key);
    }

    private static List<String> walks(Hit hit) {
        return hit.walks().stream()
                .map(walk -> String.join(",", walk))
                .distinct()
                .sorted()
                .toList();
    }

    /** Companies and groups by name; what else is shared by its kind, as its value is not everybody's to read. */
    private String said(String pattern, Hit hit, boolean english) {
        String firms = hit.firms().stream()
                .map(id -> names.getOrDefault(id, id))
                .sorted()
                .collect(Collectors.joining(english ? " and " : "、"));
        return pattern.replace("{firms}", firms).replace("{shared}", shared(hit.shared(), english));
    }

    private String shared(String id, boolean english) {
        @Nullable String name = names.get(id);
        if (name != null) {
            return name;
        }
        String kind = NodeId.isWellFormed(id) ? NodeId.kindOf(id) : "";
        String type = SharedKinds.TYPES.getOrDefault(kind, "");
        String label = type.isEmpty() ? "" : codes.label("node-type", type, english);
        return id.length() > 8 ? label + "#" + id.substring(kind.length() + 1, kind.length() + 5) : label;
    }
}
