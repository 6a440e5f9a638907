package io.lianshu.collusion.core;

import java.util.Locale;

/** The price screens of one lot (报价筛查), in the order in which they are computed and written. */
public enum Screen {
    /** Coefficient of variation (变异系数): standard deviation with n-1, by the mean. */
    CV(2),
    /** Spread (极差率): highest less lowest, by the lowest. */
    SPD(2),
    /** Difference of the two lowest, by the lowest (最低两价差率). */
    DIFFP(2),
    /** Relative distance (相对距离): difference of the two lowest, by the standard deviation of all but the lowest. */
    RD(3),
    /** The same difference by the mean of all adjacent gaps. */
    RDNOR(3),
    /** The same difference by the mean of the gaps above the lowest. */
    RDALT(3),
    /** Skewness, corrected for bias (偏度 G1). */
    SKEW(3),
    /** Excess kurtosis, corrected for bias (峰度 G2). */
    KURT(4),
    /** Distance of the prices, stretched to 0…1, from a uniform distribution (Kolmogorov-Smirnov). */
    KS(3),
    /** Coefficient of variation of the gaps: near 0 in an arithmetic series (等差). */
    ARITHMETIC(3),
    /** Coefficient of variation of the ratios of neighbours: near 0 in a geometric series (等比). */
    GEOMETRIC(3),
    /** How many bids have exactly the price of another (报价相同). */
    IDENTICAL(2),
    /** How many bids share their last four digits of whole currency units with another of another price (尾数相同). */
    TAILS(2);

    /** Gaps that vary less than this are called equal. */
    public static final double ARITHMETIC_BELOW = 0.05;

    /** Ratios that vary less than this are called equal. */
    public static final double GEOMETRIC_BELOW = 0.01;

    private final int needs;

    Screen(int needs) {
        this.needs = needs;
    }

    /** How many prices it takes. */
    public int needs() {
        return needs;
    }

    /** Its value among all of a lot, which stand in this order. */
    @SuppressWarnings("EnumOrdinal")
    public double in(double[] values) {
        return values[ordinal()];
    }

    @SuppressWarnings("EnumOrdinal")
    void put(double[] values, double value) {
        values[ordinal()] = value;
    }

    /** The column that holds it. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
