package io.lianshu.collusion.core;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How close the prices of each lot lie among the lots of its market, and how close they usually lie where its bidders bid
 * otherwise. A lot's score is the mean of both, from 0 to 1.
 */
public final class LotScores {

    /** What a firm is taken for before anything is known of it: so many lots in the middle. */
    private static final double PRIOR_LOTS = 3;

    private final Market market;
    private final double[][] screens;
    /** Closeness of the prices, among the lots of the market; the middle when not testable. */
    final double[] closeness;

    private final double[] sortedCv;
    private final double[] sortedSpread;
    private final double[] usualRaw;
    private final double[] sortedUsual;
    private final double[] firmSums;

    LotScores(Market market, double[][] screens) {
        this.market = market;
        this.screens = screens;
        this.sortedCv = sorted(Screen.CV);
        this.sortedSpread = sorted(Screen.SPD);
        this.closeness = IntStream.range(0, market.lots())
                .mapToDouble(lot -> closeness(screens[lot]))
                .toArray();
        this.firmSums = sums(market, closeness);
        this.usualRaw = IntStream.range(0, market.lots())
                .mapToDouble(lot -> usual(lot, closeness[lot]))
                .toArray();
        this.sortedUsual = usualRaw.clone();
        Arrays.sort(sortedUsual);
    }

    private double[] sorted(Screen screen) {
        return Arrays.stream(screens)
                .mapToDouble(values -> screen.in(values))
                .filter(v -> !Double.isNaN(v))
                .sorted()
                .toArray();
    }

    /** How close the prices of screens lie among the lots of the market, also of a lot that is none of them. */
    public double closeness(double[] values) {
        return 1 - (Ranks.place(sortedCv, Screen.CV.in(values)) + Ranks.place(sortedSpread, Screen.SPD.in(values))) / 2;
    }

    /** What each firm's lots add up to. */
    static double[] sums(Market market, double[] weights) {
        double[] sums = new double[market.firms()];
        for (int lot = 0; lot < market.lots(); lot++) {
            for (int b = market.start[lot]; b < market.start[lot + 1]; b++) {
                sums[market.firm[b]] += weights[lot];
            }
        }
        return sums;
    }

    /** The mean closeness of the other lots of the bidders, drawn to the middle for firms with few. */
    private double usual(int lot, double own) {
        double sum = 0;
        for (int b = market.start[lot]; b < market.start[lot + 1]; b++) {
            int firm = market.firm[b];
            sum += rate(firmSums[firm] - own, market.lotsOf(firm) - 1);
        }
        return sum / market.bids(lot);
    }

    static double rate(double sum, int lots) {
        return (sum + PRIOR_LOTS * Ranks.MIDDLE) / (lots + PRIOR_LOTS);
    }

    /** Place of a lot's bidders' other lots among those of all lots. */
    public double usual(int lot) {
        return Ranks.place(sortedUsual, usualRaw[lot]);
    }

    public double closeness(int lot) {
        return closeness[lot];
    }

    /** How often a firm's lots have close prices, 0 to 1. */
    public double usualOf(int firm) {
        return rate(firmSums[firm], market.lotsOf(firm));
    }

    public double score(int lot) {
        return (closeness[lot] + usual(lot)) / 2;
    }

    /**
     * The score of a lot that was opened after this market was computed: what is known of the others stays as it is.
     *
     * @param screens of its prices
     * @param bidders the numbers of its firms in this market, -1 for firms without lots so far
     */
    public double scoreOf(double[] screens, int[] bidders) {
        double sum = 0;
        for (int firm : bidders) {
            sum += firm < 0 ? Ranks.MIDDLE : usualOf(firm);
        }
        double usual = bidders.length == 0 ? Double.NaN : sum / bidders.length;
        return (closeness(screens) + Ranks.place(sortedUsual, usual)) / 2;
    }
}
