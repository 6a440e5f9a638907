package io.lianshu.collusion.rule;

import java.util.Arrays;
import java.util.List;

/**
 * Where the values of a market end that are usual (Tukey): half as far again beyond the quartiles as these lie apart.
 *
 * @param name what is measured, such as {@code ratio}
 * @param values how many there are
 */
record Fence(String name, int values, double q1, double q3) {

    private static final double BEYOND = 1.5;

    /** @param values at least one */
    static Fence of(String name, List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return new Fence(name, sorted.length, quantile(sorted, 0.25), quantile(sorted, 0.75));
    }

    double lower() {
        return q1 - BEYOND * (q3 - q1);
    }

    double upper() {
        return q3 + BEYOND * (q3 - q1);
    }

    /** The one that is nearly unbiased for the median whatever the distribution (Hyndman and Fan's eighth), as Cardinal takes it. */
    private static double quantile(double[] sorted, double share) {
        double place = (sorted.length + 1 / 3.0) * share + 1 / 3.0;
        int below = (int) Math.floor(place);
        if (below < 1) {
            return sorted[0];
        }
        if (below >= sorted.length) {
            return sorted[sorted.length - 1];
        }
        return sorted[below - 1] + (place - below) * (sorted[below] - sorted[below - 1]);
    }
}
