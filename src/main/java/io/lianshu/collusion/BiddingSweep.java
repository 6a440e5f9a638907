package io.lianshu.collusion;

import io.lianshu.collusion.KnownMarket.Known;
import io.lianshu.collusion.ResultsGraph.Latest;
import io.lianshu.collusion.ResultsGraph.Part;
import io.lianshu.collusion.core.Analysis;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.graph.Sweep;
import io.lianshu.platform.identifier.NodeId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives lots that were opened their screens at once, as the others stand, and analyses all opened bids anew when they have
 * changed. Of several hubs one writes, and each keeps the analysis in its memory.
 */
@OwnsItsThread
final class BiddingSweep implements Sweep {

    private static final Logger log = LoggerFactory.getLogger(BiddingSweep.class);

    /** A read may still go over results that ended so long ago. */
    private static final Duration READ_LASTS = Duration.ofMinutes(5);

    /** Among the lots of a market, one in so many may be looked at by itself. */
    private static final int FEW = 10;

    private final OpenedBidsGraph bids;
    private final ResultsGraph results;
    private final KnownMarket known;
    private final CollusionSettings settings;
    private final Clock clock;
    private @Nullable ZonedDateTime looked;

    BiddingSweep(
            OpenedBidsGraph bids, ResultsGraph results, KnownMarket known, CollusionSettings settings, Clock clock) {
        this.bids = bids;
        this.results = results;
        this.known = known;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "bidding";
    }

    @Override
    public Duration pause() {
        return settings.sweep();
    }

    @Override
    public boolean follows(String mutation) {
        return mutation.equals("openBids");
    }

    @Override
    public void sweep() {
        Optional<Known> held = screenOpened();
        ZonedDateTime now = now();
        if (held.isEmpty() || looked == null || !now.isBefore(looked.plus(settings.renew()))) {
            if (renew()) {
                looked = now;
            }
        }
        results.remove(now().minus(READ_LASTS), now());
    }

    private ZonedDateTime now() {
        return ZonedDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Screens what was opened since the analysis that is held and stored. Empty when these are two, or none, or when so many were
     * opened that all must be analysed anew.
     */
    Optional<Known> screenOpened() {
        Optional<String> stored = results.latest().map(Latest::run);
        Optional<Known> current = known.known().filter(market -> stored.equals(Optional.of(market.run())));
        if (current.isEmpty()) {
            return current;
        }
        Known market = current.get();
        ZonedDateTime now = now();
        List<OpenedBids> opened = bids.unscreened(market.run(), now);
        if (opened.size() * FEW > market.analysis().market().lots()) {
            return Optional.empty();
        }
        if (!opened.isEmpty()) {
            results.add(opened.stream()
                    .map(lot -> LotFigures.of(market.analysis(), lot.market(), market.numbers()))
                    .map(lot -> ResultRows.lot(market.run(), lot, true, now))
                    .toList());
            log.info("已筛查新开标的 {} 个标段 / screened {} lots that were opened", opened.size(), opened.size());
        }
        return current;
    }

    /** Whether what is held and stored is what the graph's bids give; not while another hub writes it. */
    boolean renew() {
        ZonedDateTime now = now();
        OpenedBids opened = bids.all(now);
        Optional<Latest> latest = results.latest();
        Optional<Latest> same = latest.filter(run -> run.fingerprint().equals(opened.fingerprint()));
        Analysis analysis = known.known()
                .filter(market -> market.fingerprint().equals(opened.fingerprint()))
                .map(Known::analysis)
                .orElseGet(() -> Analysis.of(opened.market()));
        String run = same.map(Latest::run).orElseGet(() -> NodeId.random("bmk"));
        if (same.isEmpty()) {
            ResultRows rows = new ResultRows(run, opened, analysis, now);
            if (!results.begin(rows.market(), now())) {
                return false;
            }
            results.write(run, Part.LOTS, rows.lots(), this::now);
            results.write(run, Part.FIRMS, rows.firms(), this::now);
            results.write(run, Part.PAIRS, rows.pairs(), this::now);
            results.write(run, Part.GROUPS, rows.groups(), this::now);
            results.makeCurrent(run, now(), latest.isEmpty());
            log.info(
                    "已分析 {} 个已开标标段的 {} 个投标 / analysed the bids of opened lots: {} lots, {} bids",
                    opened.market().lots(),
                    opened.market().bids(),
                    opened.market().lots(),
                    opened.market().bids());
        }
        known.hold(Known.of(run, opened.fingerprint(), analysis));
        return true;
    }
}
