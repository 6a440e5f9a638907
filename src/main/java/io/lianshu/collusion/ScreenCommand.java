package io.lianshu.collusion;

import io.lianshu.collusion.core.Analysis;
import io.lianshu.collusion.core.Market;
import io.lianshu.collusion.core.MarketBuilder;
import io.lianshu.exchange.ProgressDisplay;
import io.lianshu.platform.refusal.Refusal;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lianshu screen}: 0 when the analysis is written, 2 when a table is unusable. It needs no graph. */
@Command(
        name = "screen",
        mixinStandardHelpOptions = true,
        description = {
            "对一份投标报价表做统计筛查：标段、企业、企业对、团伙线索；不需要数据库",
            "Screens a table of bids for leads: lots, firms, pairs, groups. Needs no database."
        })
class ScreenCommand implements Callable<Integer> {

    private static final int MOST_PAIRS = 5_000_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--bids",
            required = true,
            paramLabel = "FILE.csv",
            description = "投标报价表，列 / the bids, columns: lot,bidder,price,currency,date,category,region,buyer,estimate,"
                    + "winner,valid")
    private Path bids = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "结果目录 / where lots.csv, firms.csv, pairs.csv, groups.csv, market.json and issues.csv go")
    private Path out = Path.of("");

    @Option(
            names = "--seeds",
            paramLabel = "FILE.csv",
            description = "已知成员，列 bidder；据此写出 expansion.csv / known members, column bidder; adds expansion.csv")
    private @Nullable Path seeds;

    @Option(names = "--encoding", paramLabel = "NAME", description = "文件编码，如 GB18030，默认 UTF-8 / else UTF-8")
    private @Nullable Charset encoding;

    @Option(
            names = "--pairs",
            paramLabel = "N",
            defaultValue = "" + Analysis.MOST_PAIRS,
            description = "最多写出多少企业对，默认 ${DEFAULT-VALUE} / pairs written at most, those with the highest scores")
    private int pairs = Analysis.MOST_PAIRS;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            if (pairs < 1 || pairs > MOST_PAIRS) {
                throw Refusal.badInput(
                        "SCREEN_PAIRS_OUT_OF_RANGE",
                        "--pairs",
                        "--pairs %d：应为 1 至 %d".formatted(pairs, MOST_PAIRS),
                        "--pairs %d: must be from 1 to %d".formatted(pairs, MOST_PAIRS));
            }
            return run(spec.commandLine().getOut());
        } catch (Refusal e) {
            err.println(e.message(false));
            err.println(e.english());
            return ExitCode.USAGE;
        }
    }

    private int run(PrintWriter told) {
        long begun = System.nanoTime();
        try (ScreenFiles files = ScreenFiles.into(out);
                ProgressDisplay display = new ProgressDisplay(told, "筛查 screen", ProgressDisplay.isTerminal())) {
            MarketBuilder builder = new MarketBuilder(oddity -> files.issue(BidIssue.of(oddity)));
            BidsFile table = BidsFile.of(bids, encoding, files::issue);
            SeedsFile known = seeds == null ? null : SeedsFile.of(seeds, encoding);
            table.read(builder, part -> display.show(builder.rows(), part * 0.3));
            Market market = builder.build();
            Analysis analysis = Analysis.of(market, pairs, part -> display.show(builder.rows(), 0.3 + part * 0.5));
            files.write(analysis);
            if (known != null) {
                files.expansion(analysis, known.numbers(market, files::issue));
            }
            files.finish();
            display.show(builder.rows(), 1);
            told.printf(
                    "%d 个投标、%d 个标段、%d 家企业，%.1f s；报价%s作为线索：%s%n",
                    market.bids(),
                    market.lots(),
                    analysis.firms().size(),
                    Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1e3,
                    analysis.evidence().usable() ? "可" : "不可",
                    analysis.evidence().reason().chinese());
            told.printf(
                    "bids, lots, firms above; prices are %s here: %s%n",
                    analysis.evidence().usable() ? "a lead" : "no lead",
                    analysis.evidence().reason().english());
            if (files.issues() > 0) {
                told.printf("问题 %d 条，见 issues.csv / issues, see issues.csv%n", files.issues());
            }
            told.flush();
        }
        return ExitCode.OK;
    }
}
