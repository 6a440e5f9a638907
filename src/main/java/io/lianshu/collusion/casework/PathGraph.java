package io.lianshu.collusion.casework;

import io.lianshu.explore.NodeWords;
import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.viewer.Role;
import io.lianshu.platform.viewer.Viewer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.neo4j.driver.Record;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Component;

/**
 * How paths are written down. Nodes: companies, lots, bids and contracts by name; persons, devices and accounts by their kind and the
 * beginning of their ids, as their values are not everybody's to read. Between them: the relations that whoever reads evidence may follow.
 */
@Component
@OwnsItsThread
final class PathGraph {

    private static final String STEPS_STATEMENT = CypherCatalog.statement("collusion", "steps-of-paths");
    /** Who may read evidence, one role each: what is kept does not hang on who of them collects it. */
    private static final List<Viewer> READERS = Stream.of(
                    Role.SUPERVISOR, Role.ANALYST, Role.CASE_OFFICER, Role.DIRECTOR)
            .map(role -> new Viewer("evidence", Set.of(role), null, null, Locale.CHINESE))
            .toList();

    private final CodeLists codes;
    private final GraphMap map;
    private final NodeWords words;

    PathGraph(CodeLists codes, GraphMap map, NodeWords words) {
        this.codes = codes;
        this.map = map;
        this.words = words;
    }

    /** Of each path, what is kept of its nodes in order: id, type, name, and how the one before is related to it. */
    List<List<Map<String, Object>>> of(List<List<String>> walks, Transaction transaction) {
        Map<List<Integer>, Record> found = new HashMap<>();
        transaction
                .run(STEPS_STATEMENT, Map.of("walks", walks))
                .forEachRemaining(row -> found.put(
                        List.of(row.get("walk").asInt(), row.get("place").asInt()), row));
        Map<String, List<Map<String, Object>>> told = new HashMap<>();
        List<List<Map<String, Object>>> paths = new ArrayList<>();
        for (int walk = 0; walk < walks.size(); walk++) {
            List<Map<String, Object>> path = new ArrayList<>();
            for (int place = 0; place < walks.get(walk).size(); place++) {
                Map<String, Object> step = node(walks.get(walk).get(place));
                List<Map<String, Object>> relations = new ArrayList<>();
                Record row = found.get(List.of(walk, place));
                if (row != null) {
                    if (!row.get("name").isNull()) {
                        step.put("name", row.get("name").asString());
                    }
                    row.get("ways")
                            .asList(Value::asString)
                            .forEach(way -> relations.addAll(told.computeIfAbsent(way, this::relation)));
                }
                if (place > 0) {
                    step.put("relations", relations);
                }
                path.add(step);
            }
            paths.add(path);
        }
        return paths;
    }

    private Map<String, Object> node(String id) {
        var type = NodeId.isWellFormed(id) ? map.ofKind(NodeId.kindOf(id)) : null;
        int tail = id.indexOf('_') + 1;
        Map<String, Object> step = new TreeMap<>();
        step.put("id", id);
        step.put("type", type == null ? "" : codes.label("node-type", type.name(), false));
        step.put("name", '#' + id.substring(tail, Math.min(id.length(), tail + 4)));
        return step;
    }

    /** What is kept of a relation: type, direction and what it is called; nothing of one that not every reader may follow. */
    private List<Map<String, Object>> relation(String way) {
        if (READERS.stream().anyMatch(reader -> words.relation(List.of(way), reader) == null)) {
            return List.of();
        }
        String type = way.substring(0, way.length() - 1);
        return List.of(new TreeMap<>(Map.of(
                "type",
                type,
                "direction",
                way.endsWith(">") ? "OUT" : "IN",
                "zh",
                codes.label("relation", type, false),
                "en",
                codes.label("relation", type, true))));
    }
}
