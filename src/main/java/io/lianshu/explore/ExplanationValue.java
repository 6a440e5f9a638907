package io.lianshu.explore;

import io.lianshu.platform.read.ComputedValue;
import io.lianshu.platform.viewer.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a path says, in the viewer's language. */
@Component
final class ExplanationValue implements ComputedValue {

    private final Sentences sentences;
    private final Titles titles;

    ExplanationValue(Titles titles) {
        this.sentences = Sentences.load();
        this.titles = titles;
    }

    @Override
    public String field() {
        return "Path.explanation";
    }

    @Override
    public CompletableFuture<List<@Nullable Object>> compute(List<Map<String, @Nullable Object>> rows, Viewer viewer) {
        List<@Nullable Object> values = new ArrayList<>(rows.size());
        for (Map<String, @Nullable Object> row : rows) {
            values.add(explanation(row, viewer));
        }
        return CompletableFuture.completedFuture(values);
    }

    private String explanation(Map<String, @Nullable Object> row, Viewer viewer) {
        List<String> names = new ArrayList<>();
        for (Object node : list(row.get("named"))) {
            names.add(titles.inSentence(NamedNode.of((Map<?, ?>) node), viewer));
        }
        List<String> steps = new ArrayList<>();
        List<?> types = list(row.get("types"));
        List<?> forward = list(row.get("forward"));
        for (int index = 0; index < types.size(); index++) {
            steps.add(Sentences.step(String.valueOf(types.get(index)), Boolean.TRUE.equals(forward.get(index))));
        }
        return sentences.tell(names, steps, viewer.speaksEnglish());
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
