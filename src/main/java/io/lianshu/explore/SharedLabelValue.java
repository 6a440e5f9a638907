package io.lianshu.explore;

import io.lianshu.platform.read.ComputedValue;
import io.lianshu.platform.secret.Mask;
import io.lianshu.platform.viewer.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What to call something shared: a node by its title, a text of a file masked as a name. */
@Component
final class SharedLabelValue implements ComputedValue {

    private final Titles titles;

    SharedLabelValue(Titles titles) {
        this.titles = titles;
    }

    @Override
    public String field() {
        return "SharedEntity.label";
    }

    @Override
    public CompletableFuture<List<@Nullable Object>> compute(List<Map<String, @Nullable Object>> rows, Viewer viewer) {
        List<@Nullable Object> values = new ArrayList<>(rows.size());
        for (Map<String, @Nullable Object> row : rows) {
            values.add(
                    row.get("named") instanceof Map<?, ?> node
                            ? titles.title(NamedNode.of(node), viewer)
                            : Mask.NAME.apply(String.valueOf(row.get("text"))));
        }
        return CompletableFuture.completedFuture(values);
    }
}
