package io.lianshu.collusion.core;

/** Where each bid's price stands in its lot, 0 lowest to 1 highest; NaN without a price or in a lot that has one alone. */
final class Positions {

    private Positions() {}

    static float[] of(Market market) {
        float[] positions = new float[market.bids()];
        for (int lot = 0; lot < market.lots(); lot++) {
            int from = market.start[lot];
            int to = from + market.priced[lot];
            for (int b = from; b < market.start[lot + 1]; b++) {
                positions[b] = Float.NaN;
            }
            for (int b = from; b < to && to - from > 1; ) {
                int end = b;
                while (end + 1 < to && market.price[end + 1] == market.price[b]) {
                    end++;
                }
                for (int same = b; same <= end; same++) {
                    positions[same] = ((b + end) / 2f - from + 0.5f) / (to - from);
                }
                b = end + 1;
            }
        }
        return positions;
    }
}
