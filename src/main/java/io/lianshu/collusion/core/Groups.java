package io.lianshu.collusion.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;

/**
 * Groups of firms that meet each other more than chance would have it: communities (Leiden, constant Potts model) of the ties,
 * so that inside a group two firms meet on average in at least {@link #RESOLUTION} of the lots that either enters.
 */
final class Groups {

    /** Least mean weight of the ties inside a group. */
    static final double RESOLUTION = 0.1;

    static final int SMALLEST = 3;

    private static final int ITERATIONS = 3;
    private static final double RANDOMNESS = 0.01;
    private static final long SEED = 20_240_601;

    private final Market market;
    private final Firm[] firms;
    private final double[] weights;
    private final Map<Integer, Integer> places = new HashMap<>();
    private final List<Integer> numbers = new ArrayList<>();
    private final int[] ends;
    private final double[] strength;

    Groups(Market market, Firm[] firms, double[] weights, Ties ties) {
        this.market = market;
        this.firms = firms;
        this.weights = weights;
        this.ends = new int[ties.count() * 2];
        this.strength = new double[ties.count()];
        int[] at = {0};
        ties.inOrder((a, b, weight) -> {
            ends[2 * at[0]] = place(a);
            ends[2 * at[0] + 1] = place(b);
            strength[at[0]++] = weight;
        });
    }

    private int place(int firm) {
        return places.computeIfAbsent(firm, fresh -> {
            numbers.add(fresh);
            return numbers.size() - 1;
        });
    }

    List<Group> all() {
        if (strength.length == 0) {
            return List.of();
        }
        int[] clusters = clusters();
        Map<Integer, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < clusters.length; i++) {
            members.computeIfAbsent(clusters[i], c -> new ArrayList<>()).add(numbers.get(i));
        }
        Map<Integer, Inside> inside = inside(clusters);
        return members.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= SMALLEST)
                .map(entry -> group(entry.getValue(), inside.getOrDefault(entry.getKey(), new Inside())))
                .sorted(Comparator.comparingDouble(Group::score)
                        .reversed()
                        .thenComparing(group -> market.firms[group.members().get(0)]))
                .toList();
    }

    private int[] clusters() {
        LargeIntArray[] edges = {new LargeIntArray(strength.length), new LargeIntArray(strength.length)};
        LargeDoubleArray edgeWeights = new LargeDoubleArray(strength.length);
        for (int i = 0; i < strength.length; i++) {
            edges[0].set(i, ends[2 * i]);
            edges[1].set(i, ends[2 * i + 1]);
            edgeWeights.set(i, strength[i]);
        }
        Network network = new Network(numbers.size(), false, edges, edgeWeights, false, false);
        return new LeidenAlgorithm(RESOLUTION, ITERATIONS, RANDOMNESS, new Random(SEED))
                .findClustering(network)
                .getClusters();
    }

    /** Sums over the ties of a group. */
    private static final class Inside {
        private int ties;
        private double sum;
        private double logarithms;
        private double outside;
    }

    private Map<Integer, Inside> inside(int[] clusters) {
        Map<Integer, Inside> sums = new HashMap<>();
        for (int i = 0; i < strength.length; i++) {
            int a = clusters[ends[2 * i]];
            int b = clusters[ends[2 * i + 1]];
            Inside first = sums.computeIfAbsent(a, c -> new Inside());
            if (a == b) {
                first.ties++;
                first.sum += strength[i];
                first.logarithms += Math.log(strength[i]);
            } else {
                first.outside += strength[i];
                sums.computeIfAbsent(b, c -> new Inside()).outside += strength[i];
            }
        }
        return sums;
    }

    private Group group(List<Integer> list, Inside inside) {
        List<Integer> members = list.stream()
                .sorted(Comparator.<Integer>comparingDouble(firm -> -firms[firm].score())
                        .thenComparing(firm -> market.firms[firm]))
                .toList();
        int[] common = common(members);
        double suspicion =
                Arrays.stream(common).mapToDouble(lot -> weights[lot]).average().orElse(0);
        int[] winners = new int[common.length];
        int[] buyers = new int[common.length];
        boolean dated = true;
        int wins = 0;
        for (int lot : common) {
            int winner = winner(lot, members);
            if (winner >= 0) {
                buyers[wins] = market.buyer[lot];
                winners[wins++] = winner;
                dated &= market.day[lot] != Market.NO_DAY;
            }
        }
        winners = Arrays.copyOf(winners, wins);
        double coherence =
                inside.ties == 0 ? 0 : Math.exp(inside.logarithms / inside.ties) / (inside.sum / inside.ties);
        double exclusivity = inside.sum == 0 ? 0 : inside.sum / (inside.sum + inside.outside);
        long seed = SEED + members.get(0);
        return new Group(
                members,
                coherence * exclusivity * suspicion,
                coherence,
                exclusivity,
                2.0 * inside.ties / ((double) members.size() * (members.size() - 1)),
                common.length,
                suspicion,
                wins,
                Winners.entropy(winners, members.size()),
                dated ? Winners.rotation(winners, seed) : Double.NaN,
                Winners.division(winners, Arrays.copyOf(buyers, wins), seed));
    }

    /** Lots in which at least two of them bid, by day and then as they came. */
    private int[] common(List<Integer> members) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int firm : members) {
            for (int i = market.firmStart[firm]; i < market.firmStart[firm + 1]; i++) {
                counts.merge(market.lotOf[i], 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .sorted(Comparator.<Integer>comparingLong(lot -> market.day[lot])
                        .thenComparing(lot -> lot))
                .mapToInt(i -> i)
                .toArray();
    }

    /** The member that alone won a lot; -1 when none or several did. */
    private int winner(int lot, List<Integer> members) {
        int winner = -1;
        for (int b = market.start[lot]; b < market.start[lot + 1]; b++) {
            int firm = market.firm[b];
            if (market.won[b] && members.contains(firm)) {
                if (winner >= 0) {
                    return -1;
                }
                winner = firm;
            }
        }
        return winner;
    }
}
