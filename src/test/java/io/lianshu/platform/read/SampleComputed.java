package io.lianshu.platform.read;

import io.lianshu.platform.viewer.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sample's computed fields. */
record SampleComputed(String field) implements ComputedValue {

    static Map<String, ComputedValue> all() {
        return List.of("Thing.label", "Maker.motto", "Tally.words").stream()
                .collect(Collectors.toMap(Function.identity(), SampleComputed::new));
    }

    @Override
    public CompletableFuture<List<Object>> compute(List<Map<String, Object>> rows, Viewer viewer) {
        List<Object> result = new ArrayList<>();
        rows.forEach(row -> result.add(of(field, row)));
        return CompletableFuture.completedFuture(result);
    }

    static Object of(String field, Map<String, Object> row) {
        return switch (field) {
            case "Thing.label" -> row.get("name") + "#" + row.get("serial");
            case "Maker.motto" -> row.get("size") == null ? null : row.get("name") + "×" + row.get("size");
            default -> "共" + row.get("total");
        };
    }
}
