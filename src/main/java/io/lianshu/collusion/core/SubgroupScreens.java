package io.lianshu.collusion.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Screens over all groups of three and four bids of a lot, summed up: a ring inside a lot that others bid for shows there
 * when the whole lot does not. Up to twelve bids all groups are taken, above that a sample of fixed size.
 */
public final class SubgroupScreens {

    /** Up to so many bids every group is looked at. */
    public static final int EXACT_UP_TO = 12;

    /** So many groups of each size are drawn above that. */
    public static final int SAMPLE = 300;

    static final Screen[] SCREENS = {Screen.CV, Screen.SPD, Screen.DIFFP, Screen.RD, Screen.SKEW, Screen.KS};

    private static final int[] SIZES = {3, 4};
    private static final String[] SUMS = {"mean", "median", "min", "max"};

    private SubgroupScreens() {}

    /** The columns, in the order of {@link #of}: {@code sub3_cv_mean}, … */
    public static List<String> columns() {
        List<String> columns = new ArrayList<>();
        for (int size : SIZES) {
            for (Screen screen : SCREENS) {
                for (String sum : SUMS) {
                    columns.add(
                            "sub%d_%s_%s".formatted(size, screen.column(), sum).toLowerCase(Locale.ROOT));
                }
            }
        }
        return columns;
    }

    /**
     * The subgroup screens of a lot.
     *
     * @param prices of valid bids, above 0
     * @param lot its name, which draws the same groups each time
     */
    public static double[] of(double[] prices, String lot) {
        return of(prices, lot.hashCode());
    }

    /** @param seed the same seed draws the same groups */
    static double[] of(double[] prices, long seed) {
        double[] sorted = prices.clone();
        Arrays.sort(sorted);
        double[] values = new double[SIZES.length * SCREENS.length * SUMS.length];
        Arrays.fill(values, Double.NaN);
        for (int s = 0; s < SIZES.length; s++) {
            if (sorted.length >= SIZES[s]) {
                sumUp(groups(sorted, SIZES[s], seed), values, s * SCREENS.length * SUMS.length);
            }
        }
        return values;
    }

    private static double[][] groups(double[] sorted, int size, long seed) {
        int n = sorted.length;
        int count = n > EXACT_UP_TO ? SAMPLE : choose(n, size);
        double[][] groups = new double[SCREENS.length][count];
        SplittableRandom random = new SplittableRandom(seed);
        int[] index = new int[size];
        for (int i = 0; i < size; i++) {
            index[i] = i;
        }
        double[] group = new double[size];
        for (int g = 0; g < count; g++) {
            if (n > EXACT_UP_TO) {
                draw(index, n, random);
            }
            for (int i = 0; i < size; i++) {
                group[i] = sorted[index[i]];
            }
            screens(group, groups, g);
            next(index, n);
        }
        return groups;
    }

    /** The screens of a sorted group; what {@link PriceScreens} says of it, without what is not asked. */
    private static void screens(double[] b, double[][] into, int g) {
        int n = b.length;
        double mean = PriceScreens.mean(b, 0, n);
        double m2 = 0;
        double m3 = 0;
        for (double price : b) {
            double d = price - mean;
            m2 += d * d;
            m3 += d * d * d;
        }
        double spread = b[n - 1] - b[0];
        double losers = PriceScreens.deviation(b, 1, n);
        into[0][g] = Math.sqrt(m2 / (n - 1)) / mean;
        into[1][g] = spread / b[0];
        into[2][g] = (b[1] - b[0]) / b[0];
        into[3][g] = losers > 0 ? (b[1] - b[0]) / losers : Double.NaN;
        double v = m2 / n;
        into[4][g] =
                spread > 0 ? Math.sqrt((double) n * (n - 1)) / (n - 2) * (m3 / n) / (v * Math.sqrt(v)) : Double.NaN;
        double distance = spread > 0 ? 0 : Double.NaN;
        for (int i = 0; i < n && spread > 0; i++) {
            double u = (b[i] - b[0]) / spread;
            distance = Math.max(distance, Math.max((i + 1.0) / n - u, u - (double) i / n));
        }
        into[5][g] = distance;
    }

    private static void sumUp(double[][] groups, double[] values, int offset) {
        int at = offset;
        for (double[] all : groups) {
            int n = 0;
            double sum = 0;
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (double value : all) {
                if (!Double.isNaN(value)) {
                    all[n++] = value;
                    sum += value;
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }
            }
            if (n > 0) {
                values[at] = sum / n;
                values[at + 1] = (nth(all, n, (n - 1) / 2) + nth(all, n, n / 2)) / 2;
                values[at + 2] = least;
                values[at + 3] = most;
            }
            at += SUMS.length;
        }
    }

    /** The value that would stand at a place, were the first so many sorted; it moves them. */
    private static double nth(double[] values, int count, int place) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            double pivot = values[(low + high) >>> 1];
            int i = low;
            int j = high;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double kept = values[i];
                    values[i++] = values[j];
                    values[j--] = kept;
                }
            }
            if (place <= j) {
                high = j;
            } else if (place >= i) {
                low = i;
            } else {
                break;
            }
        }
        return values[place];
    }

    private static void draw(int[] index, int n, SplittableRandom random) {
        for (int i = 0; i < index.length; i++) {
            boolean repeated;
            do {
                index[i] = random.nextInt(n);
                repeated = false;
                for (int j = 0; j < i; j++) {
                    repeated |= index[j] == index[i];
                }
            } while (repeated);
        }
        Arrays.sort(index);
    }

    /** The next group in lexical order; after the last one it stays. */
    private static void next(int[] index, int n) {
        int size = index.length;
        for (int i = size - 1; i >= 0; i--) {
            if (index[i] < n - size + i) {
                index[i]++;
                for (int j = i + 1; j < size; j++) {
                    index[j] = index[j - 1] + 1;
                }
                return;
            }
        }
    }

    private static int choose(int n, int k) {
        int result = 1;
        for (int i = 1; i <= k; i++) {
            result = result * (n - k + i) / i;
        }
        return result;
    }
}
