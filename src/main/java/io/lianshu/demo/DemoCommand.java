package io.lianshu.demo;

import io.lianshu.exchange.ImportListener;
import io.lianshu.exchange.ImportSummary;
import io.lianshu.exchange.Imports;
import io.lianshu.exchange.Issue;
import io.lianshu.exchange.ProgressDisplay;
import io.lianshu.platform.graph.StandsAlone;
import io.lianshu.platform.refusal.Refusal;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lianshu demo}: 0 when the district is in or written, 1 when rows were left out, 2 when it was refused. */
@Component
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {"生成示例区并载入空图，或写成导入表 / make a district and load it into an empty graph, or write it as tables"})
class DemoCommand implements Callable<Integer>, StandsAlone {

    private static final LocalDate EARLIEST = LocalDate.of(2020, 1, 1);
    private static final int SHOWN = 10;

    private final @Nullable DemoGraph graph;
    private final @Nullable Imports imports;
    private final @Nullable Clock clock;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--scale",
            paramLabel = "N",
            defaultValue = "1",
            description = "规模：0 为首次启动的小样例，1 为每年 902 宗交易，最大 10，默认 ${DEFAULT-VALUE} / 0 the small sample of the first"
                    + " start, 1 a district of 902 trades a year, at most 10")
    private double scale = 1;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "20241001",
            description = "随机种子，默认 ${DEFAULT-VALUE} / the seed: the same seed and day make the same tables")
    private long seed = Scope.SEED;

    @Option(names = "--until", paramLabel = "DATE", description = "数据截止日，默认今天 / the last day of the data, else today")
    private @Nullable LocalDate until;

    @Option(
            names = "--truth",
            paramLabel = "FILE.csv",
            description = "把埋设的事实写入此文件，图中不含 / write what was planted into this file; the graph never says so")
    private @Nullable Path truth;

    @Option(
            names = "--write",
            paramLabel = "DIR",
            description = "只把各表按模板名写入此目录，不载入 / only write the tables here, by their templates' names")
    private @Nullable Path directory;

    DemoCommand(@Nullable DemoGraph graph, @Nullable Imports imports, @Nullable Clock clock) {
        this.graph = graph;
        this.imports = imports;
        this.clock = clock;
    }

    @Override
    public boolean standsAlone() {
        if (directory != null) {
            return true;
        }
        try {
            checked();
            return false;
        } catch (Refusal e) {
            // It will be refused again when called: without waiting for a graph.
            return true;
        }
    }

    /**
     * The last day of the data.
     *
     * @throws Refusal when the options are such that no district can be made
     */
    private LocalDate checked() {
        DemoSettings.checked("--scale", scale);
        if (truth != null) {
            DistrictFiles.refuseToReplace(truth);
        }
        return day();
    }

    @Override
    public Integer call() {
        PrintWriter out = spec == null
                ? new PrintWriter(System.out, true, StandardCharsets.UTF_8)
                : spec.commandLine().getOut();
        PrintWriter err = spec == null ? out : spec.commandLine().getErr();
        try {
            LocalDate day = checked();
            Origin origin = new Origin(scale, seed, day);
            if (directory == null) {
                refuseUsedGraph(origin);
            }
            District district = origin.grown();
            if (directory != null) {
                DistrictFiles.writeTables(directory, district.tables());
                out.printf("已写出 %d 张表 / tables written: %s%n", district.tables().size(), directory);
            }
            if (truth != null) {
                DistrictFiles.writeTruth(truth, district.truth());
                out.printf(
                        "已写出 %d 条埋设事实 / planted facts written: %s%n",
                        district.truth().size(), truth);
            }
            return directory == null ? load(origin, district, out) : ExitCode.OK;
        } catch (Refusal e) {
            err.println(e.message(false));
            err.println(e.english());
            return ExitCode.USAGE;
        }
    }

    private LocalDate day() {
        // Without a graph nothing is started, the program's clock neither.
        LocalDate today = LocalDate.now(clock == null ? Clock.system(ZoneId.of("Asia/Shanghai")) : clock);
        LocalDate day = until == null ? today : until;
        if (day.isAfter(today) || day.isBefore(EARLIEST)) {
            throw Refusal.badInput(
                    "DEMO_DAY_OUT_OF_RANGE",
                    "--until",
                    "--until %s：应在 %s 与今天（%s）之间".formatted(day, EARLIEST, today),
                    "--until %s: must lie between %s and today (%s)".formatted(day, EARLIEST, today));
        }
        return day;
    }

    private void refuseUsedGraph(Origin origin) {
        Origin unfinished = graph == null ? null : graph.unfinished();
        if (unfinished != null && !unfinished.equals(origin)) {
            String options = "--scale %s --seed %s --until %s"
                    .formatted(unfinished.scale(), unfinished.seed(), unfinished.day());
            throw Refusal.badInput(
                    "DEMO_LOAD_UNFINISHED",
                    null,
                    "图中有另一个示例区载入到一半，请以 " + options + " 继续，或用 --lianshu.data=目录 指定新的数据目录",
                    "another district is half in; go on with it by " + options + ", or name a new data directory by"
                            + " --lianshu.data=DIR");
        }
        if (unfinished == null && graph != null && graph.isUsed()) {
            throw Refusal.badInput(
                    "DEMO_GRAPH_NOT_EMPTY",
                    null,
                    "图中已有数据，未载入任何内容；请用 --lianshu.data=目录 指定新的数据目录，或用 --write 只写出各表",
                    "the graph is not empty and nothing was loaded; name a new data directory by --lianshu.data=DIR, or only"
                            + " write the tables by --write");
        }
    }

    private int load(Origin origin, District district, PrintWriter out) {
        if (imports == null || graph == null) {
            throw new IllegalStateException("The command was not made by the program");
        }
        long begun = System.nanoTime();
        List<ImportSummary> summaries;
        graph.begin(origin);
        try (ProgressDisplay display = new ProgressDisplay(out, "示例区 district", ProgressDisplay.isTerminal())) {
            summaries = new DistrictImport(imports).run(district.tables(), new Heard(display, out));
        }
        graph.end();
        long rows = summaries.stream().mapToLong(ImportSummary::read).sum();
        long rejected = summaries.stream().mapToLong(ImportSummary::rejected).sum();
        double seconds = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1e3;
        out.printf(
                "已载入 %d 张表 %d 行，拒绝 %d，用时 %.1f s，每秒 %.0f 行 / loaded tables, rows, rejected, seconds, rows/s%n",
                summaries.size(), rows, rejected, seconds, rows / Math.max(seconds, 0.001));
        out.flush();
        return rejected == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** Shows how far it is and the first rows that do not fit, which is a fault of the program. */
    private static final class Heard implements ImportListener {

        private final ProgressDisplay display;
        private final PrintWriter out;
        private int issues;

        Heard(ProgressDisplay display, PrintWriter out) {
            this.display = display;
            this.out = out;
        }

        @Override
        public void issue(Issue issue) {
            if (++issues <= SHOWN) {
                out.println(issue);
                out.flush();
            }
        }

        @Override
        public void progress(long rows, double part) {
            display.show(rows, part);
        }
    }
}
