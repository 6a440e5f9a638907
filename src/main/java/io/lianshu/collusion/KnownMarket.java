package io.lianshu.collusion;

import io.lianshu.collusion.core.Analysis;
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
            return new Known(run, fingerprint, analysis, analysis.market().numbers());
        }
    }

    Optional<Known> known() {
        return Optional.ofNullable(held.get());
    }

    void hold(Known known) {
        held.set(known);
    }
}
