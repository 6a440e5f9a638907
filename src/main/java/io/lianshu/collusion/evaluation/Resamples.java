package io.lianshu.collusion.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.function.ToDoubleBiFunction;

/**
 * Bootstrap resamples: how often each unit is drawn. What is made of two units, a pair of firms, counts as often as both were
 * drawn together.
 */
final class Resamples {

    static final int DRAWS = 1_000;

    private static final long SEED = 20_240_601;
    private static final double TAIL = 0.025;

    private final double[][] weights;

    private Resamples(double[][] weights) {
        this.weights = weights;
    }

    static Resamples ofUnits(int units, int draws) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] weights = new double[draws][units];
        for (double[] draw : weights) {
            for (int i = 0; i < units; i++) {
                draw[random.nextInt(units)]++;
            }
        }
        return new Resamples(weights);
    }

    /** Of pairs of the units. */
    Resamples pairs(int pairs, IntUnaryOperator first, IntUnaryOperator second) {
        double[][] of = new double[weights.length][pairs];
        for (int draw = 0; draw < of.length; draw++) {
            for (int i = 0; i < pairs; i++) {
                of[draw][i] = weights[draw][first.applyAsInt(i)] * weights[draw][second.applyAsInt(i)];
            }
        }
        return new Resamples(of);
    }

    /** Between which values 95 of 100 resamples lie. */
    Interval interval(Ranking ranking, ToDoubleBiFunction<Ranking, double[]> measure) {
        return interval(Arrays.stream(weights)
                .mapToDouble(draw -> measure.applyAsDouble(ranking, draw))
                .toArray());
    }

    /** The same of the difference of two rankings of the same things. */
    Interval difference(Ranking a, Ranking b, ToDoubleBiFunction<Ranking, double[]> measure) {
        return interval(Arrays.stream(weights)
                .mapToDouble(draw -> measure.applyAsDouble(a, draw) - measure.applyAsDouble(b, draw))
                .toArray());
    }

    static Interval interval(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        return sorted.length == 0
                ? new Interval(Double.NaN, Double.NaN)
                : new Interval(
                        sorted[(int) Math.floor(TAIL * (sorted.length - 1))],
                        sorted[(int) Math.ceil((1 - TAIL) * (sorted.length - 1))]);
    }

    /** 95 % of the resamples. */
    record Interval(double low, double high) {

        /** Whether it says that the first is better. */
        boolean above() {
            return low > 0;
        }
    }
}
