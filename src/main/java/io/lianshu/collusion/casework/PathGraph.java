package io.lianshu.collusion.casework;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.map.GraphMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.neo4j.driver.Transaction;
import org.springframework.stereotype.Component;

/**
 * How the nodes of a path are written down: companies, lots, bids and contracts by name; persons, devices and accounts by their kind and the
 * beginning of their ids, as their values are not everybody's to read.
 */
@Component
@OwnsItsThread
final class PathGraph {

    private static final String NAMES_STATEMENT = CypherCatalog.statement("collusion", "nodes-of-paths");

    private final CodeLists codes;
    private final GraphMap map;

    PathGraph(CodeLists codes, GraphMap map) {
        this.codes = codes;
        this.map = map;
    }

    /** What is kept of a node: id, type and name. */
    Function<String, Map<String, Object>> of(List<String> nodes, Transaction transaction) {
        Map<String, String> names = new HashMap<>();
        transaction
                .run(NAMES_STATEMENT, Map.of("ids", nodes))
                .forEachRemaining(row ->
                        names.put(row.get("id").asString(), row.get("name").asString()));
        return id -> {
            var type = NodeId.isWellFormed(id) ? map.ofKind(NodeId.kindOf(id)) : null;
            int tail = id.indexOf('_') + 1;
            Map<String, Object> step = new TreeMap<>();
            step.put("id", id);
            step.put("type", type == null ? "" : codes.label("node-type", type.name(), false));
            step.put("name", names.getOrDefault(id, '#' + id.substring(tail, Math.min(id.length(), tail + 4))));
            return step;
        };
    }
}
