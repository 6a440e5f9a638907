package io.lianshu.exchange;

import io.lianshu.exchange.ExportQuery.Start;
import io.lianshu.exchange.OcdsExport.Progress;
import io.lianshu.exchange.mapping.ImportPlan;
import io.lianshu.exchange.mapping.ImportPlan.NodePlan;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.MapField.Plurality;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.viewer.Viewer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Writes what a viewer may see as a template's table, page by page, so that an import of it makes the same again. A
 * sealed value is not in it: where it is the key, the node's id stands in its place.
 */
@OwnsItsThread
@Component
final class TemplateExport {

    private static final int PAGE = 50;

    private final Imports imports;
    private final GraphMap map;
    private final AskedOperations operations;

    TemplateExport(Imports imports, GraphMap map, AskedOperations operations) {
        this.imports = imports;
        this.map = map;
        this.operations = operations;
    }

    /**
     * Writes one table.
     *
     * @param titled whether columns bear their Chinese titles
     * @return how many rows were written; 0: there was nothing, and no file was made
     * @throws io.lianshu.platform.refusal.Refusal when there is no such template or the file cannot be written
     */
    long run(String template, Path file, Viewer viewer, boolean titled, Progress progress) {
        ImportPlan plan = imports.template(template);
        if (!plan.isTemplate()) {
            throw new ExportRefused(template, "此模板只能导入", "this template is for imports only");
        }
        ExportQuery query = new ExportQuery(plan, map, viewer);
        Start start = query.start();
        if (start == null) {
            throw new ExportRefused(template, "没有可以读取它的根字段", "no root field leads to it");
        }
        List<String> columns = Templates.columns(template);
        List<String> header = titled
                ? columns.stream()
                        .map(column -> plan.titles().all().getOrDefault(column, column))
                        .toList()
                : columns;
        Rest rest = new Rest(query, viewer);
        ExportRows rows = new ExportRows(plan, map, query, rest);
        try (TableFile table = TableFile.begin(file, columns, header)) {
            String document = query.page(start, start.step() == null ? PAGE : PAGE / 5);
            @Nullable String after = null;
            long seen = 0;
            do {
                JsonNode page = ask(document, after, Map.of(), viewer).path(start.root());
                for (JsonNode edge : page.path("edges")) {
                    for (JsonNode node : first(start, edge.path("node"), rest)) {
                        rows.of(node).forEach(table::add);
                    }
                    seen++;
                }
                progress.reached(
                        table.rows(),
                        seen / Math.max(1.0, page.path("totalCount").asDouble()));
                after = next(page);
            } while (after != null);
            if (table.rows() > 0) {
                table.complete();
            }
            return table.rows();
        }
    }

    /** The nodes where rows begin: the page's own, or those that they lead to. */
    private List<JsonNode> first(Start start, JsonNode node, Rest rest) {
        RelationField step = start.step();
        if (step == null) {
            return List.of(node);
        }
        JsonNode value = node.path(step.name());
        List<JsonNode> nodes = new ArrayList<>();
        if (step.plurality() == Plurality.CONNECTION) {
            value.path("edges").forEach(edge -> nodes.add(edge.path("node")));
            if (value.path("pageInfo").path("hasNextPage").asBoolean(false)) {
                String inner = "node { " + rest.query.firstSelection() + " }";
                rest.all(node.path("id").asString(), start.type(), step, inner, value)
                        .forEach(edge -> nodes.add(edge.path("node")));
            }
        } else if (value.isArray()) {
            value.forEach(nodes::add);
        } else if (value.isObject()) {
            nodes.add(value);
        }
        return nodes;
    }

    private JsonNode ask(String document, @Nullable String after, Map<String, Object> more, Viewer viewer) {
        Map<String, Object> variables = new HashMap<>(more);
        if (after != null) {
            variables.put("after", after);
        }
        return operations.query(document, variables, viewer);
    }

    private static @Nullable String next(JsonNode connection) {
        JsonNode page = connection.path("pageInfo");
        return page.path("hasNextPage").asBoolean(false)
                ? page.path("endCursor").asString()
                : null;
    }

    /** Pages of one node's connection after the first. */
    private final class Rest implements ExportRows.Following {

        private final ExportQuery query;
        private final Viewer viewer;

        Rest(ExportQuery query, Viewer viewer) {
            this.query = query;
            this.viewer = viewer;
        }

        @Override
        public List<JsonNode> rest(String id, NodePlan owner, RelationField field, String inner, JsonNode connection) {
            return all(id, owner.type().name(), field, inner, connection);
        }

        List<JsonNode> all(String id, String owner, RelationField field, String inner, JsonNode connection) {
            List<JsonNode> edges = new ArrayList<>();
            String document = query.rest(owner, field, inner);
            for (String after = next(connection); after != null; ) {
                JsonNode page = ask(document, after, Map.of("id", id), viewer)
                        .path("node")
                        .path(field.name());
                page.path("edges").forEach(edges::add);
                after = next(page);
            }
            return edges;
        }
    }
}
