package io.lianshu.collusion.core;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** What the order of a group's winners says (中标顺序). */
final class Winners {

    private static final int NEEDED = 6;
    private static final int SHUFFLES = 999;

    private Winners() {}

    /** How evenly the wins are shared among so many members: the entropy by its highest value. */
    static double entropy(int[] winners, int members) {
        if (winners.length == 0 || members < 2) {
            return Double.NaN;
        }
        double entropy = 0;
        for (int wins : counts(winners).values()) {
            double share = (double) wins / winners.length;
            entropy -= share * Math.log(share);
        }
        return entropy / Math.log(members);
    }

    /** How often shuffled winners follow themselves as seldom as these do. */
    static double rotation(int[] winners, long seed) {
        if (winners.length < NEEDED || counts(winners).size() < 2) {
            return Double.NaN;
        }
        int repeats = repeats(winners);
        int[] shuffled = winners.clone();
        SplittableRandom random = new SplittableRandom(seed);
        int as = 1;
        for (int s = 0; s < SHUFFLES; s++) {
            shuffle(shuffled, random);
            as += repeats(shuffled) <= repeats ? 1 : 0;
        }
        return as / (SHUFFLES + 1.0);
    }

    /** How often shuffled winners keep to their buyers as much as these do; -1 is an unknown buyer. */
    static double division(int[] winners, int[] buyers, long seed) {
        long known =
                Arrays.stream(buyers).filter(buyer -> buyer >= 0).distinct().count();
        if (winners.length < NEEDED || counts(winners).size() < 2 || known < 2) {
            return Double.NaN;
        }
        int kept = kept(winners, buyers);
        int[] shuffled = winners.clone();
        SplittableRandom random = new SplittableRandom(seed);
        int as = 1;
        for (int s = 0; s < SHUFFLES; s++) {
            shuffle(shuffled, random);
            as += kept(shuffled, buyers) >= kept ? 1 : 0;
        }
        return as / (SHUFFLES + 1.0);
    }

    private static Map<Integer, Integer> counts(int[] values) {
        Map<Integer, Integer> counts = new HashMap<>();
        Arrays.stream(values).forEach(value -> counts.merge(value, 1, Integer::sum));
        return counts;
    }

    private static int repeats(int[] winners) {
        int repeats = 0;
        for (int i = 1; i < winners.length; i++) {
            repeats += winners[i] == winners[i - 1] ? 1 : 0;
        }
        return repeats;
    }

    /** How many lots went to the firm that won most of their buyer's. */
    private static int kept(int[] winners, int[] buyers) {
        Map<Integer, Map<Integer, Integer>> byBuyer = new HashMap<>();
        for (int i = 0; i < winners.length; i++) {
            if (buyers[i] >= 0) {
                byBuyer.computeIfAbsent(buyers[i], buyer -> new HashMap<>()).merge(winners[i], 1, Integer::sum);
            }
        }
        return byBuyer.values().stream()
                .mapToInt(wins -> wins.values().stream().mapToInt(i -> i).max().orElse(0))
                .sum();
    }

    private static void shuffle(int[] values, SplittableRandom random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = values[i];
            values[i] = values[j];
            values[j] = kept;
        }
    }
}
