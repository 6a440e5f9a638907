package io.lianshu.collusion.core;

import java.util.List;

/**
 * Firms that keep to each other (疑似团伙线索).
 *
 * @param members numbers of the firms, the most suspicious first
 * @param score coherence x exclusivity x mean score of their common lots; 0 to 1
 * @param coherence geometric by arithmetic mean of the ties inside (凝聚度); 1 when all are alike
 * @param exclusivity share of the members' ties that stay inside (排他度)
 * @param density share of the pairs inside that are tied
 * @param lots in how many lots at least two of them bid
 * @param suspicion mean score of those lots
 * @param wins how many of those lots a member won alone
 * @param entropy how evenly the wins are shared, 0 one takes all, 1 all alike; NaN without wins
 * @param rotation how often chance gives as few repeated winners in a row (轮流中标); small is rotation, NaN when not testable
 * @param division how often chance gives winners as tied to buyers (市场划分); small is division, NaN when not testable
 */
public record Group(
        List<Integer> members,
        double score,
        double coherence,
        double exclusivity,
        double density,
        int lots,
        double suspicion,
        int wins,
        double entropy,
        double rotation,
        double division) {}
