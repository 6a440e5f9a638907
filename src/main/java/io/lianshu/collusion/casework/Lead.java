package io.lianshu.collusion.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A signal as the rules left it.
 *
 * @param signal its properties
 * @param inLot id, bidSectionCode and name of its lot
 * @param companies id and name of each that it is about
 * @param bids id and bidNo of each that it is about
 */
record Lead(
        Map<String, Object> signal,
        Map<String, Object> inLot,
        List<Map<String, Object>> companies,
        List<Map<String, Object>> bids) {

    String id() {
        return String.valueOf(signal.get("id"));
    }

    String lot() {
        return String.valueOf(inLot.get("id"));
    }

    List<String> companyIds() {
        return companies.stream()
                .map(company -> String.valueOf(company.get("id")))
                .toList();
    }

    /**
     * What is kept of it, with sorted keys: the rule, the words, what was measured and every path, node by node.
     *
     * @param paths its paths, step by step, as they are kept
     */
    Map<String, @Nullable Object> content(List<List<Map<String, Object>>> paths) {
        Map<String, @Nullable Object> content = new TreeMap<>();
        for (String name : List.of(
                "rule",
                "ruleVersion",
                "ruleSet",
                "strength",
                "titleZh",
                "titleEn",
                "clauseZh",
                "clauseEn",
                "explanationZh",
                "explanationEn")) {
            content.put(name, signal.get(name));
        }
        content.put("lot", new TreeMap<>(inLot));
        content.put("companies", sorted(companies));
        content.put("bids", sorted(bids));
        Map<String, @Nullable Object> values = new TreeMap<>();
        List<String> names = texts("valueNames");
        List<String> measured = texts("valueTexts");
        for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), measured.get(i));
        }
        content.put("values", values);
        content.put("paths", paths);
        return content;
    }

    /** Its paths, each the ids of its nodes in order. */
    List<List<String>> walks() {
        return texts("walks").stream().map(walk -> List.of(walk.split(","))).toList();
    }

    /** Ids of all nodes on its paths. */
    List<String> nodes() {
        return walks().stream().flatMap(List::stream).distinct().toList();
    }

    private List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        if (signal.get(name) instanceof List<?> list) {
            list.forEach(text -> texts.add(Objects.toString(text, "")));
        }
        return texts;
    }

    static List<Map<String, Object>> sorted(List<Map<String, Object>> nodes) {
        return nodes.stream()
                .<Map<String, Object>>map(TreeMap::new)
                .sorted((one, other) -> String.valueOf(one.get("id")).compareTo(String.valueOf(other.get("id"))))
                .toList();
    }
}
