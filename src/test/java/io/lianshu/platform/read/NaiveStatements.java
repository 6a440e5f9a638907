package io.lianshu.platform.read;

import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.read.NaiveRules.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the sample's statement files return, told in Java. */
record NaiveStatements(NaiveAnswers answers, NaiveRules rules) {

    Object ofNode(SampleNode node, String field, Map<String, Object> arguments) {
        return switch (field) {
            case "siblings" -> siblings(node, (Integer) arguments.get("least"));
            case "spots" -> spots(node);
            case "worth" -> {
                BigDecimal price = (BigDecimal) node.value("price");
                yield price == null ? null : price.subtract((BigDecimal) node.value("cost"));
            }
            case "twin" ->
                rules.graph().of("Thing").stream()
                        .filter(other -> serial(other) == serial(node) + 1)
                        .findFirst()
                        .orElse(null);
            case "tally" -> tally(node);
            default -> throw new IllegalArgumentException(field);
        };
    }

    Object ofRoot(String field, Map<String, Object> arguments) {
        if (field.equals("around")) {
            SampleNode place = rules.graph().byId((String) arguments.get("place"));
            Integer least = (Integer) arguments.get("least");
            if (place == null || !rules.visible(place)) {
                return List.of();
            }
            return rules.along("AT", place, false).stream()
                    .map(Row::node)
                    .filter(node -> least == null || (node.type().equals("Thing") ? serial(node) : 0) >= least)
                    .sorted(Comparator.comparing(SampleNode::id))
                    .toList();
        }
        Integer atLeast = (Integer) arguments.get("atLeast");
        List<Map<String, Object>> result = new ArrayList<>();
        rules.graph().of("Maker").stream()
                .filter(maker ->
                        atLeast != null && !made(maker).isEmpty() && made(maker).size() >= atLeast)
                .sorted(Comparator.comparing((SampleNode maker) -> -made(maker).size())
                        .thenComparing(SampleNode::id))
                .forEach(maker -> {
                    Map<String, Object> tally = tallyOf(maker, place(maker));
                    tally.remove("lastAt");
                    result.add(tally);
                });
        return result;
    }

    private List<SampleNode> siblings(SampleNode node, Integer least) {
        return rules.along("MADE", node, false).stream()
                .map(Row::node)
                .distinct()
                .flatMap(maker -> made(maker).stream())
                .filter(other -> !other.equals(node) && (least == null || serial(other) >= least))
                .toList();
    }

    private List<SampleNode> spots(SampleNode node) {
        List<SampleNode> result = new ArrayList<>();
        rules.along("AT", node, true).forEach(place -> {
            result.add(place.node());
            rules.along("WITHIN", place.node(), true).forEach(outer -> result.add(outer.node()));
        });
        return result.stream().filter(rules::visible).toList();
    }

    private Map<String, Object> tally(SampleNode node) {
        List<Row> makers = rules.along("MADE", node, false);
        if (makers.isEmpty()) {
            return null;
        }
        Map<String, Object> result = tallyOf(makers.get(0).node(), place(node));
        result.put(
                "parts",
                rules.along("HAS", node, true).stream()
                        .map(Row::node)
                        .sorted(Comparator.comparing(SampleNode::id))
                        .toList());
        PropertyField sort = (PropertyField) rules.map().type("Tally").fields().get("sort");
        result.put("sort", answers.shown(sort, node.value("sort")));
        return result;
    }

    private Map<String, Object> tallyOf(SampleNode maker, SampleNode place) {
        List<SampleNode> things = made(maker);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("maker", maker);
        result.put("place", place);
        result.put("things", things);
        result.put("total", things.size());
        result.put("words", SampleComputed.of("Tally.words", Map.of("total", things.size())));
        result.put(
                "spent",
                things.stream()
                        .map(thing -> (BigDecimal) thing.value("cost"))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        result.put(
                "lastAt",
                things.stream()
                        .map(thing -> thing.value("soldAt"))
                        .filter(Objects::nonNull)
                        .max(NaiveOrder::compare)
                        .orElse(null));
        return result;
    }

    private SampleNode place(SampleNode node) {
        return rules.along("AT", node, true).stream()
                .map(Row::node)
                .filter(rules::visible)
                .findFirst()
                .orElse(null);
    }

    private List<SampleNode> made(SampleNode maker) {
        return rules.along("MADE", maker, true).stream()
                .map(Row::node)
                .distinct()
                .sorted(Comparator.comparing(NaiveStatements::serial))
                .toList();
    }

    private static int serial(SampleNode thing) {
        return (int) thing.value("serial");
    }
}
