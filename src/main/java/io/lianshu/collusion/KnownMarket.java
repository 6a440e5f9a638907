package io.lianshu.collusion;

import io.lianshu.collusion.core.Analysis;
import io.lianshu.collusion.core.Market;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The analysis that this hub holds in its memory, for questions that no stored result answers. */
final class KnownMarket {

    private final AtomicReference<@Nullable Known> held = new AtomicReference<>();

    /**
     * An analysis.
     *
     * @param run id of the stored results that it gave
     * @param numbers of companies by their ids
     */
    record Known(String run, String fingerprint, Analysis analysis, Map<String, Integer> numbers) {

        static Known of(String run, String fingerprint, Analysis analysis) {
            Market market = analysis.market();
            Map<String, Integer> numbers = new HashMap<>();
            for (int firm = 0; firm < market.firms(); firm++) {
                if (market.isNamed(firm)) {
                    numbers.put(market.firm(firm), firm);
                }
            }
            return new Known(run, fingerprint, analysis, numbers);
        }
    }

    Optional<Known> known() {
        return Optional.ofNullable(held.get());
    }

    void hold(Known known) {
        held.set(known);
    }
}
