package io.lianshu.collusion.rule;

import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.graph.Sweep;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds every opened lot against every rule set, right after its opening and again when it was judged, awarded or contracted, and when a set or
 * the fences of the market have become others.
 */
@OwnsItsThread
final class RuleSweep implements Sweep {

    private static final Logger log = LoggerFactory.getLogger(RuleSweep.class);
    private static final int LOTS_AT_ONCE = 200;
    private static final String NO_LOT = "";

    /** What is found in a lot that was opened longer ago is no news: it comes of new rules, or of records of the past. */
    private static final Duration NEWS = Duration.ofDays(7);

    /** For each set; the rest waits for the next sweep, so that others come between. */
    private static final int MOST_LOTS = 4_000;

    private static final Set<String> MUTATIONS =
            Set.of("openBids", "recordEvaluation", "awardLot", "renounceAward", "signContract");

    private final RuleBook book;
    private final RuleGraph rules;
    private final SignalGraph signals;
    private final FenceGraph fences;
    private final RuleConfiguration.RuleSettings settings;
    private final Clock clock;
    private final boolean plans;

    /** @param plans whether the rules are kept planned for the next opening: it takes longer than holding a lot against them */
    RuleSweep(
            RuleBook book,
            RuleGraph rules,
            SignalGraph signals,
            FenceGraph fences,
            RuleConfiguration.RuleSettings settings,
            boolean plans,
            Clock clock) {
        this.book = book;
        this.rules = rules;
        this.signals = signals;
        this.fences = fences;
        this.settings = settings;
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "rules";
    }

    @Override
    public Duration pause() {
        return settings.sweep();
    }

    @Override
    public boolean follows(String mutation) {
        return MUTATIONS.contains(mutation);
    }

    @Override
    public void sweep() {
        String current = book.current(now().toLocalDate()).map(RuleSet::name).orElse("");
        // What counts comes first: somebody may be waiting to be told of it.
        List<RuleSet> sets = book.sets().stream()
                .sorted(Comparator.comparing(set -> !set.name().equals(current)))
                .toList();
        for (RuleSet set : sets) {
            boolean counts = set.name().equals(current);
            String market = fences.market(set, settings.renew(), now());
            int held = 0;
            List<Held> due;
            do {
                due = signals.due(set, counts, market, LOTS_AT_ONCE, now());
                for (Held lot : due) {
                    signals.write(set, counts, lot, rules.findings(set, lot.lot(), now()), now(), now().minus(NEWS));
                }
                held += due.size();
            } while (due.size() == LOTS_AT_ONCE && held < MOST_LOTS);
            if (counts && plans) {
                // Plans that nobody asks for give way to others in the engine.
                rules.findings(set, NO_LOT, now());
            }
            if (held > 0) {
                log.info("已按规则集 {} 检视 {} 个标段 / held {} lots against the rules {}", set.name(), held, held, set.name());
            }
        }
    }

    private ZonedDateTime now() {
        return ZonedDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
    }
}
