package io.lianshu.collusion.core;

import java.util.Arrays;

/** Computes the screens of the prices of one lot. What cannot be computed is {@code NaN}: not testable, never clean. */
public final class PriceScreens {

    private static final int TAIL = 10_000;

    private PriceScreens() {}

    /**
     * All screens of a lot.
     *
     * @param prices of valid bids, above 0, in any order
     * @return one value for each {@link Screen}, read by {@link Screen#in}
     */
    public static double[] of(double[] prices) {
        double[] sorted = prices.clone();
        Arrays.sort(sorted);
        double[] values = new double[Screen.values().length];
        moments(sorted, values);
        gaps(sorted, values);
        Screen.KS.put(values, uniformDistance(sorted));
        Screen.IDENTICAL.put(values, identical(sorted));
        Screen.TAILS.put(values, tails(sorted));
        for (Screen screen : Screen.values()) {
            if (sorted.length < screen.needs()) {
                screen.put(values, Double.NaN);
            }
        }
        return values;
    }

    /** CV, SKEW, KURT. */
    private static void moments(double[] b, double[] values) {
        int n = b.length;
        double mean = mean(b, 0, n);
        double m2 = 0;
        double m3 = 0;
        double m4 = 0;
        for (double price : b) {
            double d = price - mean;
            m2 += d * d;
            m3 += d * d * d;
            m4 += d * d * d * d;
        }
        Screen.CV.put(values, Math.sqrt(m2 / (n - 1)) / mean);
        m2 /= n;
        m3 /= n;
        m4 /= n;
        boolean varies = n > 0 && b[n - 1] > b[0];
        Screen.SKEW.put(
                values,
                varies && n > 2 ? Math.sqrt((double) n * (n - 1)) / (n - 2) * m3 / (m2 * Math.sqrt(m2)) : Double.NaN);
        Screen.KURT.put(
                values,
                varies && n > 3
                        ? (n - 1.0) / ((n - 2.0) * (n - 3.0)) * ((n + 1) * m4 / (m2 * m2) - 3 * (n - 1))
                        : Double.NaN);
    }

    /** SPD, DIFFP, RD and its kin, and the two series. */
    private static void gaps(double[] b, double[] values) {
        int n = b.length;
        if (n < 2) {
            return;
        }
        double first = b[1] - b[0];
        Screen.SPD.put(values, (b[n - 1] - b[0]) / b[0]);
        Screen.DIFFP.put(values, first / b[0]);
        if (n < 3) {
            return;
        }
        Screen.RD.put(values, ratio(first, deviation(b, 1, n)));
        Screen.RDNOR.put(values, ratio(first, (b[n - 1] - b[0]) / (n - 1)));
        Screen.RDALT.put(values, ratio(first, (b[n - 1] - b[1]) / (n - 2)));
        double[] steps = new double[n - 1];
        double[] ratios = new double[n - 1];
        for (int i = 0; i < n - 1; i++) {
            steps[i] = b[i + 1] - b[i];
            ratios[i] = b[i + 1] / b[i];
        }
        Arrays.sort(steps);
        Arrays.sort(ratios);
        boolean varies = b[n - 1] > b[0];
        Screen.ARITHMETIC.put(values, varies ? deviation(steps, 0, n - 1) / mean(steps, 0, n - 1) : Double.NaN);
        Screen.GEOMETRIC.put(values, varies ? deviation(ratios, 0, n - 1) / mean(ratios, 0, n - 1) : Double.NaN);
    }

    private static double uniformDistance(double[] b) {
        int n = b.length;
        if (n < 2 || b[n - 1] <= b[0]) {
            return Double.NaN;
        }
        double distance = 0;
        for (int i = 0; i < n; i++) {
            double u = (b[i] - b[0]) / (b[n - 1] - b[0]);
            distance = Math.max(distance, Math.max((i + 1.0) / n - u, u - (double) i / n));
        }
        return distance;
    }

    private static double identical(double[] b) {
        int count = 0;
        for (int i = 0; i < b.length; i++) {
            if ((i > 0 && b[i] == b[i - 1]) || (i + 1 < b.length && b[i] == b[i + 1])) {
                count++;
            }
        }
        return count;
    }

    /** Round amounts (0000) say nothing, and neither do equal prices: those are identical. */
    private static double tails(double[] b) {
        long[] keys = new long[b.length];
        int found = 0;
        for (int i = 0; i < b.length; i++) {
            long units = (long) Math.floor(b[i]);
            boolean repeated = i > 0 && b[i] == b[i - 1];
            if (units >= TAIL && units % TAIL != 0 && !repeated) {
                keys[found++] = units % TAIL;
            }
        }
        Arrays.sort(keys, 0, found);
        int count = 0;
        for (int i = 0; i < found; i++) {
            if ((i > 0 && keys[i] == keys[i - 1]) || (i + 1 < found && keys[i] == keys[i + 1])) {
                count++;
            }
        }
        return count;
    }

    private static double ratio(double a, double b) {
        return b > 0 ? a / b : Double.NaN;
    }

    static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }

    /** Standard deviation with n-1; NaN for fewer than two. */
    static double deviation(double[] values, int from, int to) {
        if (to - from < 2) {
            return to - from == 1 ? 0 : Double.NaN;
        }
        double mean = mean(values, from, to);
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (values[i] - mean) * (values[i] - mean);
        }
        return Math.sqrt(sum / (to - from - 1));
    }
}
