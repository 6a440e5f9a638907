package io.lianshu.explore;

import io.lianshu.platform.read.ComputedValue;
import io.lianshu.platform.viewer.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What to call a related node. */
@Component
final class TitleValue implements ComputedValue {

    private final Titles titles;

    TitleValue(Titles titles) {
        this.titles = titles;
    }

    @Override
    public String field() {
        return "RelatedNode.title";
    }

    @Override
    public CompletableFuture<List<@Nullable Object>> compute(List<Map<String, @Nullable Object>> rows, Viewer viewer) {
        List<@Nullable Object> values = new ArrayList<>(rows.size());
        for (Map<String, @Nullable Object> row : rows) {
            values.add(titles.title(NamedNode.of(row), viewer));
        }
        return CompletableFuture.completedFuture(values);
    }
}
