package io.lianshu.collusion.core;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Given some known members, who else belongs to them? Each lot weighs as much as its bidders are known members more often than
 * firms at large (naive Bayes, firms entering or not entering each lot); a firm's place by that evidence is averaged with its
 * place by its own score.
 */
public final class Expansion {

    private static final double PRIOR = 0.5;

    private Expansion() {}

    /**
     * A firm that may belong to the known ones.
     *
     * @param score 0 to 1, higher is more likely
     * @param evidence logarithm of how much likelier its lots are for a member than for another firm
     * @param met in how many lots it met a known member
     */
    public record Lead(int number, double score, double evidence, int met) {}

    /**
     * Ranks all named firms besides the known ones.
     *
     * @param known numbers of the known members
     * @return the likeliest first; empty without known members
     */
    public static List<Lead> from(Market market, Firm[] firms, int[] known) {
        BitSet members = new BitSet();
        Arrays.stream(known).forEach(members::set);
        int[] rest = IntStream.range(0, market.firms())
                .filter(firm -> market.named[firm] && !members.get(firm))
                .toArray();
        if (members.isEmpty() || rest.length == 0) {
            return List.of();
        }
        // Of firms that bid once there is nothing to learn; the background is those that bid again.
        long repeated = IntStream.range(0, market.firms())
                .filter(firm -> market.named[firm] && !members.get(firm) && market.lotsOf(firm) > 1)
                .count();
        double[] weight = new double[market.lots()];
        boolean[] hasMember = new boolean[market.lots()];
        double ground = 0;
        for (int lot = 0; lot < market.lots(); lot++) {
            int inside = 0;
            int outside = 0;
            for (int b = market.start[lot]; b < market.start[lot + 1]; b++) {
                int firm = market.firm[b];
                inside += members.get(firm) ? 1 : 0;
                outside += !members.get(firm) && market.named[firm] && market.lotsOf(firm) > 1 ? 1 : 0;
            }
            double member = (inside + PRIOR) / (members.cardinality() + 2 * PRIOR);
            double other = (outside + PRIOR) / (repeated + 2 * PRIOR);
            double absent = Math.log((1 - member) / (1 - other));
            weight[lot] = Math.log(member / other) - absent;
            hasMember[lot] = inside > 0;
            ground += absent;
        }
        double[] evidence = new double[rest.length];
        double[] own = new double[rest.length];
        int[] met = new int[rest.length];
        for (int i = 0; i < rest.length; i++) {
            evidence[i] = ground;
            own[i] = firms[rest[i]].score();
            for (int at = market.firmStart[rest[i]]; at < market.firmStart[rest[i] + 1]; at++) {
                evidence[i] += weight[market.lotOf[at]];
                met[i] += hasMember[market.lotOf[at]] ? 1 : 0;
            }
        }
        double[] byEvidence = Ranks.of(evidence);
        double[] byScore = Ranks.of(own);
        return IntStream.range(0, rest.length)
                .mapToObj(i -> new Lead(rest[i], (byEvidence[i] + byScore[i]) / 2, evidence[i], met[i]))
                .sorted(Comparator.comparingDouble(Lead::score)
                        .reversed()
                        .thenComparing(lead -> market.firms[lead.number()]))
                .toList();
    }
}
