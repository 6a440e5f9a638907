package io.lianshu.bench;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** The table in Markdown. */
final class Report {

    private final StringJoiner lines = new StringJoiner("\n", "", "\n");

    Report(Options options, double load, Clock clock) {
        lines.add("Measured on " + LocalDate.now(clock) + ": " + Machine.described() + ".")
                .add(String.format(
                        Locale.ROOT,
                        "%d requests at a time, %d rounds of %d s for each side in turn; load"
                            + " average before: %.1f. The load generator, the database and the side measured share the"
                            + " machine. Medians, least and most in brackets.",
                        options.concurrency(),
                        options.rounds(),
                        options.seconds().toSeconds(),
                        load))
                .add("Hub: `" + String.join(" ", options.hub()).replaceAll("-cp \\S+", "-cp …") + "`.");
    }

    void warmed(int turns, Options options) {
        lines.add("Warmed up in " + turns + " turns of " + options.warmup().toSeconds() + " s for each side.");
    }

    void page(List<Side> sides, int projects, int bids) {
        lines.add("")
                .add(String.format("The page: %d projects, %d bids; all sides gave the same bids.", projects, bids))
                .add("")
                .add("| side | answers/s | p50 ms | p99 ms | bytes | processor µs per answer: side + database +"
                        + " generator |")
                .add("|---|---|---|---|---|---|");
        sides.forEach(this::row);
    }

    private void row(Side side) {
        lines.add(String.format(
                Locale.ROOT,
                "| %s | %s | %.1f | %.1f | %s | %.0f + %.0f + %.0f |",
                side.name(),
                Figures.spread("%.0f", side.rates()),
                side.median(round -> round.outcome().p50()),
                side.median(round -> round.outcome().p99()),
                side.rounds().get(0).outcome().bytes() == 0
                        ? "–"
                        : side.rounds().get(0).outcome().bytes(),
                side.median(Side.Round::servingMicros),
                side.median(Side.Round::databaseMicros),
                side.median(Side.Round::askingMicros)));
    }

    void ratios(Side hub, List<Side> others) {
        lines.add("")
                .add("| answers/s of the hub, as a multiple of, round by round | |")
                .add("|---|---|");
        for (Side other : others) {
            lines.add("| " + other.name() + " | " + Figures.spread("%.2f", hub.ratiosTo(other)) + " |");
        }
    }

    void shapes(List<Side> shapes) {
        lines.add("")
                .add("| other reads through the hub | answers/s | p50 ms | p99 ms | bytes | processor µs per answer:"
                        + " hub + database + generator |")
                .add("|---|---|---|---|---|---|");
        shapes.forEach(this::row);
    }

    void imported(int bids, Loading done) {
        lines.add("")
                .add(String.format(
                        Locale.ROOT,
                        "Import of %,d bids with their lots, tenders and companies from one CSV file: %.1f s from"
                                + " command to end, %,.0f bids/s; the command itself says: `%s`.",
                        bids,
                        done.seconds(),
                        bids / done.seconds(),
                        done.said()));
    }

    void district(double scale, Loading done) {
        lines.add("")
                .add(String.format(
                        Locale.ROOT,
                        "The made-up district at scale %s: %.1f s from command to end; the command itself says: `%s`.",
                        scale,
                        done.seconds(),
                        done.said()));
    }

    void started(double[] seconds) {
        lines.add("").add("Start to first answer (the page), graph loaded: " + Figures.spread("%.1f", seconds) + " s.");
    }

    String text() {
        return lines.toString();
    }
}
