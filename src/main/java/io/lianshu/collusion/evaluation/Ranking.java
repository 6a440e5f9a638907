package io.lianshu.collusion.evaluation;

import java.util.Arrays;

/**
 * Scores beside labels, in order, judged with any weights of the things scored. Things of equal score are judged as one
 * block, so that their order in the table never counts.
 */
final class Ranking {

    private final int[] order;
    private final double[] scores;
    private final boolean[] labels;

    /**
     * @param scores higher is more suspicious; NaN is taken as the lowest
     * @param labels true for what should stand above
     */
    Ranking(double[] scores, boolean[] labels) {
        this.scores = new double[scores.length];
        Arrays.setAll(this.scores, i -> Double.isNaN(scores[i]) ? Double.NEGATIVE_INFINITY : scores[i]);
        this.labels = labels;
        Integer[] index = new Integer[scores.length];
        Arrays.setAll(index, i -> i);
        Arrays.sort(index, (a, b) -> Double.compare(this.scores[b], this.scores[a]));
        this.order = Arrays.stream(index).mapToInt(i -> i).toArray();
    }

    int size() {
        return order.length;
    }

    boolean[] labels() {
        return labels;
    }

    /** Blocks of equal score, best first. */
    private interface Blocks {
        void block(double positives, double negatives);
    }

    private void blocks(double[] weights, Blocks taker) {
        for (int i = 0; i < order.length; ) {
            double positives = 0;
            double negatives = 0;
            double score = scores[order[i]];
            while (i < order.length && scores[order[i]] == score) {
                int at = order[i++];
                if (labels[at]) {
                    positives += weights[at];
                } else {
                    negatives += weights[at];
                }
            }
            if (positives + negatives > 0) {
                taker.block(positives, negatives);
            }
        }
    }

    /** Area under the receiver's operating curve; NaN when one class is missing. */
    double auc(double[] weights) {
        double[] sums = new double[3];
        blocks(weights, (positives, negatives) -> {
            sums[2] += negatives * (sums[0] + positives / 2);
            sums[0] += positives;
            sums[1] += negatives;
        });
        return sums[2] / (sums[0] * sums[1]);
    }

    /** Average precision; NaN without positives. */
    double averagePrecision(double[] weights) {
        double[] sums = new double[3];
        blocks(weights, (positives, negatives) -> {
            sums[0] += positives;
            sums[1] += negatives;
            sums[2] += positives * sums[0] / (sums[0] + sums[1]);
        });
        return sums[2] / sums[0];
    }

    /** Share of positives among the first so many; of a block that reaches over, its part. */
    double precisionAt(int k) {
        double[] sums = new double[2];
        blocks(ones(), (positives, negatives) -> {
            double room = Math.min(1, (k - sums[1]) / (positives + negatives));
            if (room > 0) {
                sums[0] += positives * room;
                sums[1] += (positives + negatives) * room;
            }
        });
        return sums[0] / sums[1];
    }

    double[] ones() {
        double[] ones = new double[order.length];
        Arrays.fill(ones, 1);
        return ones;
    }
}
