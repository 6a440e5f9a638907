package io.lianshu.collusion.rule;

import java.util.List;
import java.util.Map;

/**
 * What one rule said of one lot.
 *
 * @param tested bids that have the data that it needs
 * @param hits empty unless the outcome is a hit
 */
record Finding(Rule rule, Outcome outcome, int tested, List<Hit> hits) {

    /**
     * One match.
     *
     * @param firms ids of the companies that it concerns
     * @param bids ids of their bids in the lot, as far as it is about bids
     * @param walks ids of the nodes of each path through the graph that shows it
     * @param values what was measured, by name
     */
    record Hit(List<String> firms, List<String> bids, List<List<String>> walks, Map<String, Object> values) {

        /** The node in which the walks meet; the last of the first. */
        String shared() {
            return walks.isEmpty() || walks.get(0).isEmpty()
                    ? ""
                    : walks.get(0).get(walks.get(0).size() - 1);
        }
    }

    static Finding of(Rule rule, int tested, List<Hit> hits) {
        Outcome outcome = !hits.isEmpty() ? Outcome.HIT : tested < rule.least() ? Outcome.NOT_TESTABLE : Outcome.CLEAR;
        return new Finding(rule, outcome, tested, hits);
    }
}
