package io.lianshu.collusion.core;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/** Everything that is computed of a market: prices, evidence, firms, pairs and groups. The same bids give the same numbers. */
public final class Analysis {

    /** So many pairs are kept when nothing else is said. */
    public static final int MOST_PAIRS = 200_000;

    /** Changes whenever the same bids give other numbers. */
    public static final String FORMULA = "1";

    private static final int PRICES_NEEDED = 3;

    private final Market market;
    private final double[][] screens;
    private final double[][] subgroups;
    private final Evidence evidence;
    private final LotScores lotScores;
    private final Firm[] firms;
    private final List<Firm> ranked;
    private final List<Pair> pairs;
    private final long pairsFound;
    private final List<Group> groups;

    private Analysis(Market market, int mostPairs, DoubleConsumer progress) {
        this.market = market;
        this.screens = new double[market.lots()][];
        this.subgroups = new double[market.lots()][];
        IntStream.range(0, market.lots()).parallel().forEach(lot -> {
            double[] prices = market.prices(lot);
            screens[lot] = PriceScreens.of(prices);
            subgroups[lot] = SubgroupScreens.of(prices, market.lots[lot]);
        });
        progress.accept(0.4);
        this.evidence = new Usability(market, screens).evidence();
        this.lotScores = new LotScores(market, screens);
        progress.accept(0.5);
        double[] weights = weights();
        float[] positions = Positions.of(market);
        this.firms = new Firms(market, lotScores, weights, positions).all();
        this.ranked = Arrays.stream(firms)
                .filter(firm -> market.named[firm.number()])
                .sorted(Comparator.comparingDouble(Firm::score)
                        .reversed()
                        .thenComparing(firm -> market.firms[firm.number()]))
                .toList();
        progress.accept(0.7);
        Pairs met = new Pairs(market, firms, weights, positions, mostPairs);
        this.pairs = met.kept();
        this.pairsFound = met.found();
        progress.accept(0.9);
        this.groups = new Groups(market, firms, weights, met.ties()).all();
        progress.accept(1);
    }

    /**
     * Analyses a market.
     *
     * @param mostPairs how many pairs are kept, those with the highest scores
     * @param progress is told how much is done, 0 to 1
     */
    public static Analysis of(Market market, int mostPairs, DoubleConsumer progress) {
        return new Analysis(market, mostPairs, progress);
    }

    public static Analysis of(Market market) {
        return of(market, MOST_PAIRS, part -> {});
    }

    /** What a lot counts for its firms: its score where prices are a lead, else all lots alike. */
    private double[] weights() {
        double[] weights = new double[market.lots()];
        Arrays.setAll(weights, lot -> evidence.usable() ? lotScores.score(lot) : Ranks.MIDDLE);
        return weights;
    }

    public Market market() {
        return market;
    }

    public Evidence evidence() {
        return evidence;
    }

    public LotScores lotScores() {
        return lotScores;
    }

    /** One value for each {@link Screen}. */
    public double[] screens(int lot) {
        return screens[lot];
    }

    /** One value for each of {@link SubgroupScreens#columns()}. */
    public double[] subgroups(int lot) {
        return subgroups[lot];
    }

    /** Whether a lot's score may be taken as a lead. */
    public boolean usable(int lot) {
        return isLead(market.priced[lot]);
    }

    /** Whether the score of a lot with so many prices may: the market's say something, and it has three of them. */
    public boolean isLead(int prices) {
        return evidence.usable() && prices >= PRICES_NEEDED;
    }

    /** How many of a lot's bids have a price. */
    public int priced(int lot) {
        return market.priced[lot];
    }

    public Firm firm(int number) {
        return firms[number];
    }

    /** The named firms, most suspicious first. */
    public List<Firm> firms() {
        return ranked;
    }

    /** The pairs with the highest scores, highest first. */
    public List<Pair> pairs() {
        return pairs;
    }

    /** How many pairs met at least twice, kept or not. */
    public long pairsFound() {
        return pairsFound;
    }

    public List<Group> groups() {
        return groups;
    }

    /** Ranks the rest of the firms by how they go with known ones. */
    public List<Expansion.Lead> expand(int[] known) {
        return Expansion.from(market, firms, known);
    }
}
