package io.lianshu.collusion;

import io.lianshu.collusion.core.Analysis;
import io.lianshu.collusion.core.LotScores;
import io.lianshu.collusion.core.Market;
import io.lianshu.collusion.core.PriceScreens;
import io.lianshu.collusion.core.Screen;
import io.lianshu.collusion.core.SubgroupScreens;
import java.util.Map;
import java.util.stream.IntStream;

/** What is told of one lot. */
final class LotFigures {

    private final String lot;
    private final int bids;
    private final int priced;
    private final double score;
    private final boolean usable;
    private final double closeness;
    private final double[] screens;
    private final double[] subgroups;

    private LotFigures(
            String lot,
            int bids,
            int priced,
            double score,
            boolean usable,
            double closeness,
            double[] screens,
            double[] subgroups) {
        this.lot = lot;
        this.bids = bids;
        this.priced = priced;
        this.score = score;
        this.usable = usable;
        this.closeness = closeness;
        this.screens = screens;
        this.subgroups = subgroups;
    }

    static LotFigures of(Analysis analysis, int lot) {
        return new LotFigures(
                analysis.market().lot(lot),
                analysis.market().bids(lot),
                analysis.priced(lot),
                analysis.lotScores().score(lot),
                analysis.usable(lot),
                analysis.lotScores().closeness(lot),
                analysis.screens(lot),
                analysis.subgroups(lot));
    }

    /**
     * A lot that was opened after an analysis, among the lots of it.
     *
     * @param lot a market of this lot alone
     * @param numbers of companies in the analysis
     */
    static LotFigures of(Analysis analysis, Market lot, Map<String, Integer> numbers) {
        double[] prices = lot.prices(0);
        int[] bidders = IntStream.range(0, lot.firms())
                .map(firm -> numbers.getOrDefault(lot.firm(firm), -1))
                .toArray();
        LotScores scores = analysis.lotScores();
        double[] screens = PriceScreens.of(prices);
        return new LotFigures(
                lot.lot(0),
                lot.bids(0),
                prices.length,
                scores.scoreOf(screens, bidders),
                analysis.isLead(prices.length),
                scores.closeness(screens),
                screens,
                SubgroupScreens.of(prices, lot.lot(0)));
    }

    /** Its name in the market. */
    String lot() {
        return lot;
    }

    int bids() {
        return bids;
    }

    /** How many of the bids have a price. */
    int priced() {
        return priced;
    }

    double score() {
        return score;
    }

    boolean usable() {
        return usable;
    }

    /** Place of its prices' closeness. */
    double closeness() {
        return closeness;
    }

    /** Place of that in its bidders' other lots: the score is the mean of both. */
    double usual() {
        return 2 * score - closeness;
    }

    double screen(Screen screen) {
        return screen.in(screens);
    }

    /** One of {@link SubgroupScreens#columns()}, by its place. */
    double subgroup(int column) {
        return subgroups[column];
    }
}
