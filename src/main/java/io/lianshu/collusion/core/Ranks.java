package io.lianshu.collusion.core;

import java.util.Arrays;

/** Places among others, from 0 (lowest) to 1 (highest); equal values share the mean of their places. */
final class Ranks {

    /** The place of what is not known: it says neither more nor less. */
    static final double MIDDLE = 0.5;

    private Ranks() {}

    static double[] of(double[] values) {
        double[] known =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        double[] places = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            places[i] = place(known, values[i]);
        }
        return places;
    }

    /** Where a value would stand among sorted ones. */
    static double place(double[] sorted, double value) {
        if (Double.isNaN(value) || sorted.length == 0) {
            return MIDDLE;
        }
        return (below(sorted, value, false) + below(sorted, value, true)) / 2.0 / sorted.length;
    }

    private static int below(double[] sorted, double value, boolean orEqual) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value || (orEqual && sorted[middle] == value)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    static double[] negated(double[] values) {
        return Arrays.stream(values).map(v -> -v).toArray();
    }

    static double correlation(double[] x, double[] y) {
        int n = x.length;
        double meanX = PriceScreens.mean(x, 0, n);
        double meanY = PriceScreens.mean(y, 0, n);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < n; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xx == 0 || yy == 0 ? 0 : xy / Math.sqrt(xx * yy);
    }
}
