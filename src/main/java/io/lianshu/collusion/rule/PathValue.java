package io.lianshu.collusion.rule;

import io.lianshu.explore.NodeWords;
import io.lianshu.explore.NodeWords.GraphNode;
import io.lianshu.explore.NodeWords.Passed;
import io.lianshu.platform.read.ComputedValue;
import io.lianshu.platform.viewer.Viewer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What paths of evidence and their nodes are called. */
record PathValue(String field, Words words) implements ComputedValue {

    /** The words for one row. */
    @FunctionalInterface
    interface Words {
        @Nullable
        String of(Map<?, ? extends @Nullable Object> row, Viewer viewer);
    }

    static PathValue title(NodeWords words) {
        return new PathValue("PathStep.title", (row, viewer) -> words.title(node(row), viewer));
    }

    static PathValue relation(NodeWords words) {
        return new PathValue("PathStep.relation", (row, viewer) -> words.relation(steps(row), viewer));
    }

    static PathValue explanation(NodeWords words) {
        return new PathValue("SignalPath.explanation", (row, viewer) -> words.told(path(row.get("told")), viewer));
    }

    @Override
    public CompletableFuture<List<@Nullable Object>> compute(List<Map<String, @Nullable Object>> rows, Viewer viewer) {
        List<@Nullable Object> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(words.of(row, viewer)));
        return CompletableFuture.completedFuture(values);
    }

    private static List<Passed> path(@Nullable Object told) {
        List<Passed> path = new ArrayList<>();
        if (told instanceof List<?> nodes) {
            for (Object node : nodes) {
                Map<?, ? extends @Nullable Object> row = (Map<?, ? extends @Nullable Object>) node;
                path.add(new Passed(node(row), steps(row)));
            }
        }
        return path;
    }

    private static GraphNode node(Map<?, ? extends @Nullable Object> row) {
        Map<String, @Nullable Object> properties = new HashMap<>();
        if (row.get("properties") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> properties.put(String.valueOf(name), value));
        }
        return new GraphNode(String.valueOf(row.get("id")), String.valueOf(row.get("label")), properties);
    }

    private static List<String> steps(Map<?, ? extends @Nullable Object> row) {
        return row.get("ways") instanceof List<?> ways
                ? ways.stream().map(String::valueOf).toList()
                : List.of();
    }
}
