package io.lianshu.collusion;

import io.lianshu.collusion.core.Market;
import io.lianshu.collusion.core.Oddity;
import java.util.Map;

/**
 * All bids of opened lots as the graph has them.
 *
 * @param fingerprint differs when anything differs that results are made of, the formulas included
 * @param names of companies by their ids
 * @param oddities how often something was odd about them
 */
record OpenedBids(Market market, String fingerprint, Map<String, String> names, Map<Oddity.Kind, Integer> oddities) {

    /** What to call a company in a sentence. */
    String name(int firm) {
        String id = market.firm(firm);
        return names.getOrDefault(id, id);
    }
}
