package io.lianshu.platform.read;

import io.lianshu.platform.viewer.Viewer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** A value that Java computes from columns of its row. Two places in a selection are two shapes. */
final class ComputedShape implements Shape {

    private final ComputedValue source;
    private final List<String> needs;

    /** @param needs names of the needed properties; the value completed is their list, in this order */
    ComputedShape(ComputedValue source, List<String> needs) {
        this.source = source;
        this.needs = List.copyOf(needs);
    }

    CompletableFuture<List<@Nullable Object>> compute(List<Value> rows, Viewer viewer) {
        List<Map<String, @Nullable Object>> inputs = new ArrayList<>(rows.size());
        for (Value row : rows) {
            Map<String, @Nullable Object> input = new LinkedHashMap<>();
            for (int index = 0; index < needs.size(); index++) {
                input.put(needs.get(index), row.get(index).asObject());
            }
            inputs.add(input);
        }
        return source.compute(inputs, viewer);
    }

    @Override
    public @Nullable Object complete(Value value, Completion completion) {
        return completion.computed(this, value);
    }

    @Override
    public boolean isComputed() {
        return true;
    }

    @Override
    public void gather(Value value, Gathering gathering) {
        gathering.add(this, value);
    }
}
