package io.lianshu.collusion.core;

/**
 * Two firms that met at least twice.
 *
 * @param a the number of the one whose name sorts first
 * @param score higher is more suspicious, comparable inside the market
 * @param together in how many lots both bid
 * @param expected in how many they would have met, had each chosen its lots by chance among those of the same category,
 *     region and year
 * @param z how many standard deviations more they met; NaN when there is no other choice
 * @param jaccard lots of both by lots of either
 * @param suspicion the scores of their common lots added up
 * @param nearness by how much their prices stand nearer to each other in a lot than by chance, mean; -0.67 to 0.33, NaN
 *     without prices
 * @param ratioDeviation how much the ratio of their prices varies, near 0 for a fixed multiple; NaN for fewer than three lots
 * @param aWins how many of the common lots a won
 * @param recurrentWinner share of the common lots won by one of them that the same one won; NaN when neither won
 * @param absent lots of their common categories, regions and years in which neither bid
 */
public record Pair(
        int a,
        int b,
        double score,
        int together,
        double expected,
        double z,
        double jaccard,
        double suspicion,
        double nearness,
        double ratioDeviation,
        int aWins,
        int bWins,
        double recurrentWinner,
        int absent) {}
