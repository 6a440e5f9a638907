package io.lianshu.collusion.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * The pairs of a market that met at least twice. A pair's score is the geometric mean of both firms' scores plus the scores
 * of their common lots. Of very many pairs the first by score are kept, and it is said how many there were.
 */
final class Pairs {

    /** Firms that met once say nothing: two small ones that did would look inseparable. */
    static final int MET = 2;

    private final Market market;
    private final Firm[] firms;
    private final Strata strata;
    private final int most;
    private final Comparator<Pair> order;
    private final AtomicLong found = new AtomicLong();
    private final List<Pair> kept;
    private final Ties ties = new Ties();

    /** @param most how many pairs are kept */
    Pairs(Market market, Firm[] firms, double[] weights, float[] positions, int most) {
        this.market = market;
        this.firms = firms;
        this.strata = new Strata(market);
        this.most = most;
        this.order = Comparator.comparingDouble(Pair::score)
                .reversed()
                .thenComparing(pair -> market.firms[pair.a()])
                .thenComparing(pair -> market.firms[pair.b()]);
        int workers = Work.THREADS;
        this.kept = IntStream.range(0, workers)
                .parallel()
                .mapToObj(worker -> pairs(new Meetings(market, weights, positions), worker, workers))
                .flatMap(List::stream)
                .sorted(order)
                .limit(most)
                .toList();
    }

    List<Pair> kept() {
        return kept;
    }

    long found() {
        return found.get();
    }

    /** What is between firms that met more often than by chance. */
    Ties ties() {
        return ties;
    }

    private List<Pair> pairs(Meetings meetings, int worker, int workers) {
        List<Pair> pairs = new ArrayList<>();
        // What stands behind this one cannot be among those kept.
        Pair last = null;
        long met = 0;
        for (int firm = worker; firm < market.firms(); firm += workers) {
            if (!market.named[firm] || market.lotsOf(firm) < MET) {
                continue;
            }
            meetings.of(firm);
            for (int other : meetings.sorted()) {
                if (other > firm && meetings.together[other] >= MET) {
                    met++;
                    Pair pair = pair(firm, other, meetings);
                    ties.add(pair);
                    if (last == null || order.compare(pair, last) < 0) {
                        pairs.add(pair);
                    }
                }
            }
            if (pairs.size() > 2L * most + 1_000) {
                pairs.sort(order);
                pairs.subList(most, pairs.size()).clear();
                last = pairs.get(most - 1);
            }
        }
        found.addAndGet(met);
        return pairs;
    }

    private Pair pair(int firm, int other, Meetings m) {
        int together = m.together[other];
        Strata.Chance chance = strata.of(firm, other, together);
        boolean inOrder = market.firms[firm].compareTo(market.firms[other]) < 0;
        int won = m.ownWins[other] + m.theirWins[other];
        int priced = m.priced[other];
        return new Pair(
                inOrder ? firm : other,
                inOrder ? other : firm,
                Math.sqrt(firms[firm].score() * firms[other].score()) + m.suspicion[other],
                together,
                chance.expected(),
                chance.variance() > 0 ? (together - chance.expected()) / Math.sqrt(chance.variance()) : Double.NaN,
                (double) together / (market.lotsOf(firm) + market.lotsOf(other) - together),
                m.suspicion[other],
                priced == 0 ? Double.NaN : m.nearness[other] / priced,
                m.ratioDeviation(other),
                inOrder ? m.ownWins[other] : m.theirWins[other],
                inOrder ? m.theirWins[other] : m.ownWins[other],
                won == 0 ? Double.NaN : (double) Math.max(m.ownWins[other], m.theirWins[other]) / won,
                chance.absent());
    }
}
