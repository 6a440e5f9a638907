package io.lianshu.collusion.core;

import java.util.Arrays;

/** How many lots each firm entered in each stratum, and what two firms' meetings would be by chance. */
final class Strata {

    private final Market market;
    private final int[] start;
    private final int[] stratum;
    private final int[] count;

    Strata(Market market) {
        this.market = market;
        this.start = new int[market.firms() + 1];
        this.stratum = new int[market.bids()];
        this.count = new int[market.bids()];
        int at = 0;
        for (int firm = 0; firm < market.firms(); firm++) {
            int[] of = Arrays.stream(market.lotOf, market.firmStart[firm], market.firmStart[firm + 1])
                    .map(lot -> market.stratum[lot])
                    .sorted()
                    .toArray();
            for (int i = 0; i < of.length; i++) {
                if (i == 0 || of[i] != of[i - 1]) {
                    stratum[at] = of[i];
                    at++;
                }
                count[at - 1]++;
            }
            start[firm + 1] = at;
        }
    }

    /** What chance alone would give. */
    record Chance(double expected, double variance, int absent) {}

    Chance of(int a, int b, int together) {
        double expected = 0;
        double variance = 0;
        long absent = together;
        int i = start[a];
        int j = start[b];
        while (i < start[a + 1] && j < start[b + 1]) {
            if (stratum[i] < stratum[j]) {
                i++;
            } else if (stratum[i] > stratum[j]) {
                j++;
            } else {
                double all = market.stratumLots[stratum[i]];
                double x = count[i++];
                double y = count[j++];
                expected += x * y / all;
                variance += all > 1 ? x * y * (all - x) * (all - y) / (all * all * (all - 1)) : 0;
                absent += (long) (all - x - y);
            }
        }
        return new Chance(expected, variance, Math.toIntExact(Math.max(0, absent)));
    }
}
