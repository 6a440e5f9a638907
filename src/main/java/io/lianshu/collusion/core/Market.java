package io.lianshu.collusion.core;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * All bids of a market in columns, those of a lot beside each other in the order of their prices. Lots and firms go by
 * numbers from 0, in the order in which they first appeared.
 */
public final class Market {

    /** A lot whose date is not known. */
    static final long NO_DAY = Long.MIN_VALUE;

    final String[] lots;
    final String[] firms;
    /** Whether a firm is known, or one of its own because its bid has no name. */
    final boolean[] named;
    /** Where the bids of a lot begin; one more than there are lots. */
    final int[] start;
    /** How many bids of a lot have a price; they come first. */
    final int[] priced;

    final int[] firm;
    final double[] price;
    final boolean[] won;
    /** Category, region and year of a lot together. */
    final int[] stratum;
    /** How many lots are in a stratum. */
    final int[] stratumLots;

    final long[] day;
    /** -1 when not known. */
    final int[] buyer;
    /** Where the lots of a firm begin in {@link #lotOf}. */
    final int[] firmStart;

    final int[] lotOf;
    /** Its bids, beside its lots. */
    final int[] bidOf;

    Market(
            String[] lots,
            String[] firms,
            boolean[] named,
            int[] start,
            int[] priced,
            int[] firm,
            double[] price,
            boolean[] won,
            int[] stratum,
            long[] day,
            int[] buyer) {
        this.lots = lots;
        this.firms = firms;
        this.named = named;
        this.start = start;
        this.priced = priced;
        this.firm = firm;
        this.price = price;
        this.won = won;
        this.stratum = stratum;
        this.day = day;
        this.buyer = buyer;
        this.stratumLots = new int[Arrays.stream(stratum).max().orElse(-1) + 1];
        for (int s : stratum) {
            stratumLots[s]++;
        }
        this.firmStart = new int[firms.length + 1];
        for (int f : firm) {
            firmStart[f + 1]++;
        }
        for (int f = 0; f < firms.length; f++) {
            firmStart[f + 1] += firmStart[f];
        }
        this.lotOf = new int[firm.length];
        this.bidOf = new int[firm.length];
        int[] next = firmStart.clone();
        for (int lot = 0; lot < lots.length; lot++) {
            for (int b = start[lot]; b < start[lot + 1]; b++) {
                bidOf[next[firm[b]]] = b;
                lotOf[next[firm[b]]++] = lot;
            }
        }
    }

    public int lots() {
        return lots.length;
    }

    public int firms() {
        return firms.length;
    }

    public int bids() {
        return firm.length;
    }

    public String lot(int lot) {
        return lots[lot];
    }

    public String firm(int number) {
        return firms[number];
    }

    /** Whether a firm is known by name. */
    public boolean isNamed(int number) {
        return named[number];
    }

    /** The known firms' numbers by their names. */
    public Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int number = 0; number < firms.length; number++) {
            if (named[number]) {
                numbers.put(firms[number], number);
            }
        }
        return numbers;
    }

    public int bids(int lot) {
        return start[lot + 1] - start[lot];
    }

    /** In how many lots a firm bid. */
    public int lotsOf(int number) {
        return firmStart[number + 1] - firmStart[number];
    }

    /** The prices of a lot's bids, lowest first. */
    public double[] prices(int lot) {
        return Arrays.copyOfRange(price, start[lot], start[lot] + priced[lot]);
    }
}
