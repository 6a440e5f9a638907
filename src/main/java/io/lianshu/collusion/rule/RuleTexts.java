package io.lianshu.collusion.rule;

import io.lianshu.platform.read.ComputedValue;
import io.lianshu.platform.viewer.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A text that is kept in two languages, in the viewer's. */
record RuleTexts(String field, String name) implements ComputedValue {

    static final String SIGNAL_TITLE = "CollusionSignal.title";
    static final String SIGNAL_CLAUSE = "CollusionSignal.clause";
    static final String SIGNAL_EXPLANATION = "CollusionSignal.explanation";
    static final String RESULT_TITLE = "RuleResult.title";
    static final String RESULT_CLAUSE = "RuleResult.clause";
    static final String RESULT_NEEDS = "RuleResult.needs";

    @Override
    public CompletableFuture<List<@Nullable Object>> compute(List<Map<String, @Nullable Object>> rows, Viewer viewer) {
        List<@Nullable Object> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(row.get(name + (viewer.speaksEnglish() ? "En" : "Zh"))));
        return CompletableFuture.completedFuture(values);
    }
}
