package io.lianshu.collusion;

import io.lianshu.platform.read.ComputedValue;
import io.lianshu.platform.viewer.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A text that is kept in two languages, under the field's name with Zh and En after it, in the viewer's. */
public record WordsValue(String field) implements ComputedValue {

    static final String LOT = "LotScreens.explanation";
    static final String BIDDER = "BidderScore.explanation";
    static final String PAIR = "BiddingPair.explanation";
    static final String GROUP = "BiddingGroup.explanation";
    public static final String SIGNAL_TITLE = "CollusionSignal.title";
    public static final String SIGNAL_CLAUSE = "CollusionSignal.clause";
    public static final String SIGNAL_EXPLANATION = "CollusionSignal.explanation";
    public static final String RESULT_TITLE = "RuleResult.title";
    public static final String RESULT_CLAUSE = "RuleResult.clause";
    public static final String RESULT_NEEDS = "RuleResult.needs";
    public static final String EVIDENCE_TITLE = "Evidence.title";
    public static final String EVIDENCE_CLAUSE = "Evidence.clause";
    public static final String EVIDENCE_EXPLANATION = "Evidence.explanation";
    public static final String OUTCOMES_TITLE = "RuleOutcomes.title";
    public static final String OUTCOMES_CLAUSE = "RuleOutcomes.clause";

    static final String CHINESE = "explanationZh";
    static final String ENGLISH = "explanationEn";

    @Override
    public CompletableFuture<List<@Nullable Object>> compute(List<Map<String, @Nullable Object>> rows, Viewer viewer) {
        List<@Nullable Object> values = new ArrayList<>(rows.size());
        String property = field.substring(field.indexOf('.') + 1) + (viewer.speaksEnglish() ? "En" : "Zh");
        rows.forEach(row -> values.add(row.get(property)));
        return CompletableFuture.completedFuture(values);
    }
}
