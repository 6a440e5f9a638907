package io.lianshu.collusion;

import io.lianshu.collusion.core.Analysis;
import io.lianshu.collusion.core.Evidence;
import io.lianshu.collusion.core.Market;
import io.lianshu.collusion.core.Screen;
import io.lianshu.collusion.core.SubgroupScreens;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is told of a market as a whole. */
final class MarketSummary {

    private static final String SUBGROUPS = "subgroups";

    private MarketSummary() {}

    static Map<String, @Nullable Object> evidence(Evidence evidence) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("lots", evidence.lots());
        all.put("identified", evidence.identified());
        all.put("who_bids", known(evidence.whoBids()));
        all.put("chance", known(evidence.chance()));
        all.put("shape", known(evidence.shape()));
        all.put("persistence", known(evidence.persistence()));
        return all;
    }

    static Map<String, Object> counts(Analysis analysis) {
        Market market = analysis.market();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("bids", market.bids());
        all.put("lots", market.lots());
        all.put("firms", analysis.firms().size());
        all.put("unknown_firms", market.firms() - analysis.firms().size());
        all.put("pairs_found", analysis.pairsFound());
        all.put("pairs_kept", analysis.pairs().size());
        all.put("groups", analysis.groups().size());
        return all;
    }

    /** For each rule in how many lots it could be tested, and in how many not. */
    static Map<String, Object> coverage(Analysis analysis) {
        int lots = analysis.market().lots();
        Map<String, Object> all = new LinkedHashMap<>();
        tested(analysis).forEach((rule, tested) -> {
            Map<String, Object> counts = tested(tested, lots - tested);
            if (rule.equals(SUBGROUPS)) {
                counts.put("sampled", sampled(analysis));
            }
            all.put(rule, counts);
        });
        return all;
    }

    /** For each rule in how many lots it could be tested. */
    static Map<String, Long> tested(Analysis analysis) {
        Map<String, Long> all = new LinkedHashMap<>();
        for (Screen screen : Screen.values()) {
            all.put(screen.column(), lots(analysis, lot -> !Double.isNaN(screen.in(analysis.screens(lot)))));
        }
        all.put(SUBGROUPS, lots(analysis, lot -> analysis.priced(lot) > 2));
        return all;
    }

    /** In how many lots subgroups were drawn by chance. */
    static long sampled(Analysis analysis) {
        return lots(analysis, lot -> analysis.priced(lot) > SubgroupScreens.EXACT_UP_TO);
    }

    private static long lots(Analysis analysis, IntPredicate which) {
        return IntStream.range(0, analysis.market().lots()).filter(which).count();
    }

    private static Map<String, Object> tested(long tested, long not) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("tested", tested);
        counts.put("not_testable", not);
        return counts;
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
