package io.lianshu.collusion.core;

/**
 * What a firm's bids say.
 *
 * @param number its number in the market
 * @param score higher is more suspicious, comparable inside the market
 * @param lots in how many it bid
 * @param wins how many it won
 * @param usual how close prices lie where it bids, 0 to 1
 * @param suspicion its lots' scores added up
 * @param partners how many firms it met
 * @param closest the firm it met most often, -1 for none
 * @param closestTogether in how many lots
 * @param beatenBy the firm that won most of the lots it lost, -1 for none
 * @param beatenShare that firm's share of the lots it lost to a known winner; NaN when it lost none
 * @param cover bids often, seldom wins, and loses mostly to one firm (陪标)
 */
public record Firm(
        int number,
        double score,
        int lots,
        int wins,
        double usual,
        double suspicion,
        int partners,
        int closest,
        int closestTogether,
        int beatenBy,
        double beatenShare,
        boolean cover) {}
