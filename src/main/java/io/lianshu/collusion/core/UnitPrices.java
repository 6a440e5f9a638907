package io.lianshu.collusion.core;

/** What two lists of unit prices, or one, say (分项单价). */
public final class UnitPrices {

    /** With fewer values the first digits say nothing. */
    public static final int BENFORD_NEEDS = 100;

    private UnitPrices() {}

    /** A straight line through pairs of prices: {@code y = factor x + constant}, and how well it fits (0…1). */
    public record Line(double factor, double constant, double fit) {}

    /**
     * The line by which one bidder's unit prices follow another's (单价呈线性关系); a fit of 1 is a regular difference.
     *
     * @return NaN in all places for fewer than three pairs, or when one side is constant
     */
    public static Line line(double[] x, double[] y) {
        int n = Math.min(x.length, y.length);
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
        if (n < 3 || xx == 0 || yy == 0) {
            return new Line(Double.NaN, Double.NaN, Double.NaN);
        }
        double factor = xy / xx;
        return new Line(factor, meanY - factor * meanX, xy * xy / (xx * yy));
    }

    /**
     * Mean absolute deviation of the first digits from Benford's law (本福特定律).
     *
     * @return NaN for fewer than {@value #BENFORD_NEEDS} values above 0
     */
    public static double benford(double[] values) {
        int[] digits = new int[10];
        int n = 0;
        for (double value : values) {
            if (value > 0 && Double.isFinite(value)) {
                digits[(int) (value / Math.pow(10, Math.floor(Math.log10(value))))]++;
                n++;
            }
        }
        if (n < BENFORD_NEEDS) {
            return Double.NaN;
        }
        double sum = 0;
        for (int digit = 1; digit <= 9; digit++) {
            sum += Math.abs((double) digits[digit] / n - Math.log10(1 + 1.0 / digit));
        }
        return sum / 9;
    }
}
