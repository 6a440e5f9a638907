package io.lianshu.platform.read;

import io.lianshu.engine.TestEngine;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapType.NodeType;
import io.lianshu.platform.secret.Sealer;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.neo4j.driver.Session;
import org.neo4j.driver.Values;

/** Writes a sample graph into the engine as importers would: fen, Shanghai time, sealed texts. */
final class SampleWriter {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final GraphMap map;
    private final Sealer sealer;

    SampleWriter(GraphMap map, Sealer sealer) {
        this.map = map;
        this.sealer = sealer;
        try (Session session = TestEngine.driver().session()) {
            for (String name : List.of("Thing", "Maker")) {
                session.run("CREATE FULLTEXT INDEX sample_" + name.toLowerCase(java.util.Locale.ROOT)
                                + "_name IF NOT EXISTS FOR (n:Sample" + name
                                + ") ON EACH [n.name] OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}")
                        .consume();
            }
            map.nodeTypes()
                    .forEach(type -> session.run("CREATE CONSTRAINT IF NOT EXISTS FOR (n:" + type.label()
                                    + ") REQUIRE n.id IS UNIQUE")
                            .consume());
            session.run("CREATE INDEX IF NOT EXISTS FOR (n:SampleThing) ON (n.seenAt)")
                    .consume();
            session.run("CREATE INDEX IF NOT EXISTS FOR (n:SampleThing) ON (n.price)")
                    .consume();
            session.run("CALL db.awaitIndexes(300)").consume();
        }
    }

    /** Replaces all nodes of the sample by the graph's. */
    void replace(SampleGraph graph) {
        try (Session session = TestEngine.driver().session()) {
            String labels = map.nodeTypes().map(NodeType::label).collect(Collectors.joining("|"));
            session.run("MATCH (n:" + labels + ") DETACH DELETE n").consume();
            nodes(session, graph.nodes);
            relations(session, graph, graph.edges);
        }
    }

    void add(SampleGraph graph, List<SampleNode> nodes, List<SampleEdge> edges) {
        try (Session session = TestEngine.driver().session()) {
            nodes(session, nodes);
            relations(session, graph, edges);
        }
    }

    void remove(SampleNode node) {
        try (Session session = TestEngine.driver().session()) {
            session.run("MATCH (n:" + label(node) + " {id: $id}) DETACH DELETE n", Map.of("id", node.id()))
                    .consume();
        }
    }

    private void nodes(Session session, List<SampleNode> nodes) {
        nodes.stream()
                .collect(Collectors.groupingBy(this::label))
                .forEach((label, ofLabel) -> session.run(
                                "UNWIND $rows AS row CREATE (n:" + label + ") SET n = row",
                                Map.of(
                                        "rows",
                                        ofLabel.stream().map(this::stored).toList()))
                        .consume());
    }

    private void relations(Session session, SampleGraph graph, List<SampleEdge> edges) {
        Map<String, List<SampleEdge>> byKind = edges.stream()
                .collect(Collectors.groupingBy(
                        edge -> edge.relation() + " " + label(edge.from()) + " " + label(edge.to())));
        byKind.forEach((kind, ofKind) -> {
            String[] part = kind.split(" ");
            List<Map<String, Object>> rows = new ArrayList<>();
            ofKind.forEach(edge ->
                    rows.add(Map.of("from", edge.from().id(), "to", edge.to().id(), "values", edge.values())));
            List<String> ids = session.run(
                            "UNWIND range(0, size($rows) - 1) AS i WITH i, $rows[i] AS row MATCH (a:" + part[1]
                                    + " {id: row.from}) MATCH (b:" + part[2] + " {id: row.to}) CREATE (a)-[r:"
                                    + part[0] + "]->(b) SET r = row.values RETURN elementId(r) AS id ORDER BY i",
                            Map.of("rows", rows))
                    .list(row -> row.get("id").asString());
            for (int index = 0; index < ids.size(); index++) {
                graph.elementIds.put(ofKind.get(index), ids.get(index));
            }
        });
    }

    private String label(SampleNode node) {
        return ((NodeType) map.type(node.type())).label();
    }

    private Map<String, Object> stored(SampleNode node) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("id", node.id());
        node.values().forEach((field, value) -> {
            PropertyField property =
                    (PropertyField) map.type(node.type()).fields().get(field);
            if (property.secrecy().sealed()) {
                result.put(field + "Enc", sealer.seal((String) value));
                result.put(field + "Hash", sealer.hash((String) value));
            } else {
                result.put(property.property(), property(value));
            }
        });
        return result;
    }

    private static Object property(Object value) {
        if (value instanceof BigDecimal yuan) {
            return yuan.movePointRight(2).longValueExact();
        }
        if (value instanceof OffsetDateTime time) {
            return time.atZoneSameInstant(SHANGHAI);
        }
        return value instanceof double[] place ? Values.point(4326, place[1], place[0]) : value;
    }
}
