package io.lianshu.platform.read;

import io.lianshu.platform.viewer.Viewer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** Collects what computed fields need over a whole answer, so that each field is computed in one batch. */
final class Gathering {

    private final Map<ComputedShape, List<Value>> rows = new LinkedHashMap<>();
    private final Map<ComputedShape, IdentityHashMap<Value, @Nullable Object>> results = new LinkedHashMap<>();

    void add(ComputedShape shape, Value row) {
        rows.computeIfAbsent(shape, key -> new ArrayList<>()).add(row);
    }

    @Nullable
    Object result(ComputedShape shape, Value row) {
        IdentityHashMap<Value, @Nullable Object> ofShape = results.get(shape);
        return ofShape == null ? null : ofShape.get(row);
    }

    /** Computes every gathered field, one batch each. */
    CompletableFuture<Void> compute(Viewer viewer) {
        List<CompletableFuture<Void>> batches = new ArrayList<>();
        rows.forEach((shape, values) ->
                batches.add(shape.compute(values, viewer).thenAccept(answers -> {
                    IdentityHashMap<Value, @Nullable Object> byRow = new IdentityHashMap<>();
                    for (int index = 0; index < values.size(); index++) {
                        byRow.put(values.get(index), answers.get(index));
                    }
                    results.put(shape, byRow);
                })));
        return CompletableFuture.allOf(batches.toArray(CompletableFuture[]::new));
    }
}
