package io.lianshu.collusion.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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

        private Hit and(Hit other) {
            return new Hit(firms, both(bids, other.bids), both(walks, other.walks), values);
        }

        private static <T> List<T> both(List<T> some, List<T> others) {
            return Stream.concat(some.stream(), others.stream()).distinct().toList();
        }

        /** The node in which the walks meet; the last of the first. */
        String shared() {
            return walks.isEmpty() || walks.get(0).isEmpty()
                    ? ""
                    : walks.get(0).get(walks.get(0).size() - 1);
        }
    }

    /** Hits of the same companies over the same node are one. */
    static Finding of(Rule rule, int tested, List<Hit> found) {
        Map<List<Object>, Hit> once = new LinkedHashMap<>();
        found.forEach(hit -> once.merge(List.of(Set.copyOf(hit.firms()), hit.shared()), hit, Hit::and));
        List<Hit> hits = List.copyOf(once.values());
        Outcome outcome = !hits.isEmpty() ? Outcome.HIT : tested < rule.least() ? Outcome.NOT_TESTABLE : Outcome.CLEAR;
        return new Finding(rule, outcome, tested, hits);
    }
}
