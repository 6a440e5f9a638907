package io.lianshu.collusion.core;

import java.util.Arrays;

/**
 * Whom one firm met, and how: sums over the lots in which both bid. One is made for each thread and filled for one firm after
 * the other, so that no table of all pairs is ever held.
 */
final class Meetings {

    /** With prices in two places drawn by chance the mean difference of their places is a third. */
    private static final double BY_CHANCE = 1.0 / 3;

    private final Market market;
    private final double[] weights;
    private final float[] positions;

    final int[] together;
    final double[] suspicion;
    final double[] nearness;
    final int[] ownWins;
    final int[] theirWins;
    final int[] priced;
    final double[] ratios;
    final double[] squares;
    /** The firms met, in no order; as many as {@link #count}. */
    final int[] met;

    int count;

    Meetings(Market market, double[] weights, float[] positions) {
        int firms = market.firms();
        this.market = market;
        this.weights = weights;
        this.positions = positions;
        this.together = new int[firms];
        this.suspicion = new double[firms];
        this.nearness = new double[firms];
        this.ownWins = new int[firms];
        this.theirWins = new int[firms];
        this.priced = new int[firms];
        this.ratios = new double[firms];
        this.squares = new double[firms];
        this.met = new int[firms];
    }

    /** Fills in whom a firm met. */
    void of(int firm) {
        clear();
        for (int i = market.firmStart[firm]; i < market.firmStart[firm + 1]; i++) {
            int lot = market.lotOf[i];
            int from = market.start[lot];
            int to = market.start[lot + 1];
            int own = market.bidOf[i];
            for (int b = from; b < to; b++) {
                if (b != own && market.named[market.firm[b]]) {
                    meet(lot, own, b, from + market.priced[lot]);
                }
            }
        }
    }

    private void clear() {
        for (int i = 0; i < count; i++) {
            int other = met[i];
            together[other] = 0;
            suspicion[other] = 0;
            nearness[other] = 0;
            ownWins[other] = 0;
            theirWins[other] = 0;
            priced[other] = 0;
            ratios[other] = 0;
            squares[other] = 0;
        }
        count = 0;
    }

    private void meet(int lot, int own, int b, int pricedTo) {
        int other = market.firm[b];
        if (together[other]++ == 0) {
            met[count++] = other;
        }
        suspicion[other] += weights[lot];
        ownWins[other] += market.won[own] ? 1 : 0;
        theirWins[other] += market.won[b] ? 1 : 0;
        if (own < pricedTo && b < pricedTo) {
            double ratio = market.price[own] / market.price[b] - 1;
            priced[other]++;
            nearness[other] += BY_CHANCE - Math.abs(positions[own] - positions[b]);
            ratios[other] += ratio;
            squares[other] += ratio * ratio;
        }
    }

    /** How strong a firm's ties are: they add up as squares, so that one firm met often counts more than many met once. */
    double strength() {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += suspicion[met[i]] * suspicion[met[i]];
        }
        return Math.sqrt(sum);
    }

    /** The firm met most often, the one with the smaller number of several; -1 for none. */
    int closest() {
        int best = -1;
        for (int i = 0; i < count; i++) {
            int other = met[i];
            if (best < 0 || together[other] > together[best] || (together[other] == together[best] && other < best)) {
                best = other;
            }
        }
        return best;
    }

    /** How much the ratio of both prices varies from lot to lot, near 0 for a fixed multiple; NaN for fewer than three lots. */
    double ratioDeviation(int other) {
        int n = priced[other];
        if (n < 3) {
            return Double.NaN;
        }
        double mean = ratios[other] / n;
        return Math.sqrt(Math.max(0, squares[other] / n - mean * mean) * n / (n - 1)) / (1 + mean);
    }

    /** The firms met, by number. */
    int[] sorted() {
        int[] firms = Arrays.copyOf(met, count);
        Arrays.sort(firms);
        return firms;
    }
}
