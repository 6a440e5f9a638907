package io.lianshu.collusion.core;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The firms of a market. A firm's score is the geometric mean of two sums over its lots: the lots' own scores, and the
 * strength of its ties with those it meets there. It grows with activity, as ring members are active, and the more so the
 * closer the prices and the steadier the company.
 */
final class Firms {

    static final int COVER_LOTS = 5;
    static final double COVER_WINS_BELOW = 0.1;
    static final double COVER_BEATEN_FROM = 0.5;

    private final Market market;
    private final LotScores scores;
    private final double[] suspicion;
    private final int[] winners;
    private final Firm[] firms;

    Firms(Market market, LotScores scores, double[] weights, float[] positions) {
        this.market = market;
        this.scores = scores;
        this.suspicion = LotScores.sums(market, weights);
        this.winners = IntStream.range(0, market.lots()).map(this::winner).toArray();
        this.firms = new Firm[market.firms()];
        int workers = Work.THREADS;
        IntStream.range(0, workers).parallel().forEach(worker -> {
            Meetings meetings = new Meetings(market, weights, positions);
            for (int firm = worker; firm < market.firms(); firm += workers) {
                meetings.of(firm);
                firms[firm] = firm(firm, meetings);
            }
        });
    }

    Firm[] all() {
        return firms;
    }

    private Firm firm(int number, Meetings meetings) {
        int wins = 0;
        int lost = 0;
        Map<Integer, Integer> beatenBy = new HashMap<>();
        for (int i = market.firmStart[number]; i < market.firmStart[number + 1]; i++) {
            int winner = winners[market.lotOf[i]];
            if (market.won[market.bidOf[i]]) {
                wins++;
            } else if (winner >= 0) {
                lost++;
                if (market.named[winner]) {
                    beatenBy.merge(winner, 1, Integer::sum);
                }
            }
        }
        int beater = beatenBy.entrySet().stream()
                .sorted((a, b) -> a.getValue().equals(b.getValue())
                        ? Integer.compare(a.getKey(), b.getKey())
                        : Integer.compare(b.getValue(), a.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(-1);
        double share = lost == 0 ? Double.NaN : (double) beatenBy.getOrDefault(beater, 0) / lost;
        int lots = market.lotsOf(number);
        int closest = meetings.closest();
        return new Firm(
                number,
                Math.sqrt(suspicion[number] * meetings.strength()),
                lots,
                wins,
                scores.usualOf(number),
                suspicion[number],
                meetings.count,
                closest,
                closest < 0 ? 0 : meetings.together[closest],
                beater,
                share,
                lots >= COVER_LOTS && wins < COVER_WINS_BELOW * lots && share >= COVER_BEATEN_FROM);
    }

    /** The winner of a lot; the cheapest of several, -1 when none is known. */
    private int winner(int lot) {
        for (int b = market.start[lot]; b < market.start[lot + 1]; b++) {
            if (market.won[b]) {
                return market.firm[b];
            }
        }
        return -1;
    }
}
