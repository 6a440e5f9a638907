package io.lianshu.collusion.evaluation;

import io.lianshu.platform.refusal.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lianshu evaluate}: 0 when all markets were judged, 2 when there is none. It needs no graph. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "在有标注的市场上检验筛查得分，并与简单指标比较；不需要数据库",
            "Judges the scores on labelled markets, beside simpler measures. Needs no database."
        })
class EvaluateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "目录，含 DB_Collusion_*_processed.csv / a folder with files DB_Collusion_*_processed.csv")
    private Path data = Path.of("");

    @Option(names = "--write", paramLabel = "FILE.md", description = "把结果也写入此文件 / also write the tables there")
    private @Nullable Path file;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            EvaluationReport report = new EvaluationReport();
            for (Path market : markets()) {
                out.println(market.getFileName());
                out.flush();
                report.add(new Evaluation(LabelledMarket.of(market)));
            }
            out.println(report.text());
            out.flush();
            if (file != null) {
                Files.writeString(file, report.text());
            }
            return ExitCode.OK;
        } catch (Refusal e) {
            err.println(e.message(false));
            err.println(e.english());
            return ExitCode.USAGE;
        }
    }

    private List<Path> markets() throws IOException {
        if (Files.isDirectory(data)) {
            try (Stream<Path> files = Files.list(data)) {
                List<Path> markets = files.filter(path ->
                                String.valueOf(path.getFileName()).matches("DB_Collusion_(?!All_).*_processed\\.csv"))
                        .sorted()
                        .toList();
                if (!markets.isEmpty()) {
                    return markets;
                }
            }
        }
        throw Refusal.badInput(
                "EVALUATION_DATA_MISSING",
                "--data",
                "--data %s：没有 DB_Collusion_*_processed.csv 文件".formatted(data),
                "--data %s: no file DB_Collusion_*_processed.csv there".formatted(data));
    }
}
