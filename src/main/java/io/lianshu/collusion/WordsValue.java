package io.lianshu.collusion;

import io.lianshu.platform.read.ComputedValue;
import io.lianshu.platform.viewer.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What was written of a result in two languages, in the viewer's. */
record WordsValue(String field) implements ComputedValue {

    static final String LOT = "LotScreens.explanation";
    static final String BIDDER = "BidderScore.explanation";
    static final String PAIR = "BiddingPair.explanation";
    static final String GROUP = "BiddingGroup.explanation";

    static final String CHINESE = "explanationZh";
    static final String ENGLISH = "explanationEn";

    @Override
    public CompletableFuture<List<@Nullable Object>> compute(List<Map<String, @Nullable Object>> rows, Viewer viewer) {
        List<@Nullable Object> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(row.get(viewer.speaksEnglish() ? ENGLISH : CHINESE)));
        return CompletableFuture.completedFuture(values);
    }
}
