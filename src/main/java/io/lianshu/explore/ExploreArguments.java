package io.lianshu.explore;

import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.MapType.NodeType;
import io.lianshu.platform.read.ArgumentCheck;
import io.lianshu.platform.read.StatementParameters;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.viewer.Viewer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What both root fields have in common: their arguments, and the parameters of their statements. */
abstract class ExploreArguments implements ArgumentCheck, StatementParameters {

    private static final String CODE = "BAD_ARGUMENT";
    private static final String TYPES = "types";
    private static final String NODE_TYPES = "nodeTypes";

    private final Map<String, String> labels;
    private final Set<String> common;
    private final RelationTypes relations;
    private final Titles titles;

    ExploreArguments(GraphMap map, RelationTypes relations, Titles titles, ExploreSettings settings) {
        this.labels =
                map.nodeTypes().filter(type -> !type.kept()).collect(Collectors.toMap(NodeType::name, NodeType::label));
        this.relations = relations;
        this.titles = titles;
        this.common = settings.common();
        if (!labels.keySet().containsAll(common)) {
            throw new IllegalStateException("lianshu.explore.common names " + common + ", but the node types are "
                    + new TreeSet<>(labels.keySet()));
        }
    }

    @Override
    public void check(Map<String, Object> arguments) {
        known(arguments, TYPES, relations.all());
        known(arguments, NODE_TYPES, labels.keySet());
    }

    @Override
    public Map<String, Object> parameters(Map<String, Object> arguments, Viewer viewer) {
        Set<String> followed = new TreeSet<>(relations.open(viewer));
        boolean chosen = arguments.get(TYPES) != null;
        if (chosen) {
            followed.retainAll(texts(arguments, TYPES));
        }
        Set<String> entered = new TreeSet<>(labels.keySet());
        if (arguments.get(NODE_TYPES) != null) {
            entered.retainAll(texts(arguments, NODE_TYPES));
        }
        Set<String> passed = new HashSet<>(entered);
        if (!chosen) {
            passed.removeAll(common);
        }
        Map<String, Object> result = new HashMap<>();
        result.put("followed", List.copyOf(followed));
        result.put("entered", labelsOf(entered));
        result.put("passed", labelsOf(passed));
        result.put("titles", titles.properties());
        result.put("shown", relations.carried(viewer));
        return result;
    }

    private List<String> labelsOf(Set<String> types) {
        return types.stream().map(labels::get).sorted().toList();
    }

    /** Refuses a whole number outside of its range. */
    static void inRange(Map<String, Object> arguments, String name, int least, int most) {
        if (arguments.get(name) instanceof Number number && (number.longValue() < least || number.longValue() > most)) {
            throw Refusal.badInput(
                    CODE,
                    name,
                    "%s 超出范围，应为 %d 到 %d 的整数".formatted(name, least, most),
                    "%s is out of range; give a whole number from %d to %d".formatted(name, least, most));
        }
    }

    private static void known(Map<String, Object> arguments, String name, Set<String> known) {
        if (arguments.get(name) != null && !known.containsAll(texts(arguments, name))) {
            String those = String.join(", ", new TreeSet<>(known));
            throw Refusal.badInput(
                    CODE, name, name + " 含有未知的类型，可用：" + those, name + " has an unknown type; there are " + those);
        }
    }

    private static Set<String> texts(Map<String, Object> arguments, String name) {
        return arguments.get(name) instanceof Collection<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.toSet())
                : Set.of();
    }
}
