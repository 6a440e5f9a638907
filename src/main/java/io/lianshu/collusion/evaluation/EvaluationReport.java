package io.lianshu.collusion.evaluation;

import io.lianshu.collusion.core.Analysis;
import io.lianshu.collusion.core.Evidence;
import io.lianshu.collusion.evaluation.Evaluation.Expanded;
import io.lianshu.collusion.evaluation.Evaluation.Result;
import io.lianshu.collusion.evaluation.Resamples.Interval;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The table of an evaluation, as Markdown. */
final class EvaluationReport {

    private final StringBuilder text = new StringBuilder();

    /** Adds a market. */
    void add(Evaluation evaluation) {
        Analysis analysis = evaluation.analysis();
        Evidence evidence = analysis.evidence();
        line("## %s", evaluation.labelled().name());
        line("");
        line(
                "%d bids, %d lots, %d known firms. Prices are %s: %s.",
                analysis.market().bids(),
                analysis.market().lots(),
                analysis.firms().size(),
                evidence.usable() ? "**a usable lead**" : "**no usable lead**",
                evidence.reason().english());
        line(
                "Lots looked at %d, firms known of %.0f %% of the bids, who bids %s (by chance %s), shape %s, persistence %s.",
                evidence.lots(),
                evidence.identified() * 100,
                number(evidence.whoBids()),
                number(evidence.chance()),
                number(evidence.shape()),
                number(evidence.persistence()));
        line("");
        Map<String, Double> conformance = evaluation.conformance();
        line(
                "Conformant with the published columns at 1e-3, lots with four bids or more: %s.",
                conformance.entrySet().stream()
                        .map(entry -> String.format(Locale.ROOT, "%s %.1f %%", entry.getKey(), entry.getValue() * 100))
                        .collect(Collectors.joining(", ")));
        table("lots", evaluation.lots());
        if (evaluation.labelled().hasMembers() && !analysis.firms().isEmpty()) {
            table("firms with two lots or more", evaluation.firms());
            table("pairs that met twice or more", evaluation.pairs());
            expansion(evaluation.expansion());
        }
        line("");
    }

    private void table(String of, List<Result> results) {
        line("");
        line("| %s | AUC | average precision | P@50 | P@100 | score is ahead by AUC | by average precision |", of);
        line("|---|---|---|---|---|---|---|");
        for (Result result : results) {
            boolean ours = result.measure().equals(Evaluation.OURS);
            line(
                    "| %s | %s %s | %s %s | %s | %s | %s | %s |",
                    ours ? "**score**" : result.measure(),
                    number(result.auc()),
                    interval(result.aucInterval()),
                    number(result.precision()),
                    interval(result.precisionInterval()),
                    number(result.at50()),
                    number(result.at100()),
                    ours ? "" : interval(result.ahead()),
                    ours ? "" : interval(result.aheadPrecision()));
        }
    }

    private void expansion(Expanded expanded) {
        line("");
        line(
                "Expansion from 30 %% of the members, %d draws: average precision **%s** %s, activity %s; ahead by %s.",
                expanded.draws(),
                number(expanded.score()),
                interval(expanded.scoreInterval()),
                number(expanded.activity()),
                interval(expanded.ahead()));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String interval(Interval interval) {
        return "[%s, %s]".formatted(number(interval.low()), number(interval.high()));
    }

    private void line(String format, Object... values) {
        text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
                .append('\n');
    }

    String text() {
        return text.toString();
    }
}
