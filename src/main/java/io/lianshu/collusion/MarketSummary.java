package io.lianshu.collusion;

import io.lianshu.collusion.core.Analysis;
import io.lianshu.collusion.core.Evidence;
import io.lianshu.collusion.core.Market;
import io.lianshu.collusion.core.Screen;
import io.lianshu.collusion.core.SubgroupScreens;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is told of a market as a whole. */
final class MarketSummary {

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
        for (Screen screen : Screen.values()) {
            long tested = IntStream.range(0, lots)
                    .filter(lot -> !Double.isNaN(screen.in(analysis.screens(lot))))
                    .count();
            all.put(screen.column(), tested(tested, lots - tested));
        }
        long sampled = IntStream.range(0, lots)
                .filter(lot -> analysis.priced(lot) > SubgroupScreens.EXACT_UP_TO)
                .count();
        long tested =
                IntStream.range(0, lots).filter(lot -> analysis.priced(lot) > 2).count();
        Map<String, Object> subgroups = new LinkedHashMap<>(tested(tested, lots - tested));
        subgroups.put("sampled", sampled);
        all.put("subgroups", subgroups);
        return all;
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
