package io.lianshu.exchange;

import io.lianshu.exchange.Issue.Severity;
import io.lianshu.exchange.mapping.HeaderRefused;
import io.lianshu.exchange.mapping.ImportPlan;
import io.lianshu.exchange.mapping.MappingProblem;
import io.lianshu.exchange.mapping.MappingRefused;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lianshu import}: 0 when all rows came in, 1 when some did not, 2 when the mapping or a file is unusable. */
@Component
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "按模板或映射文件导入 CSV 或 XLSX，或导入 OCDS 1.1",
            "Imports CSV or XLSX files by a template or a mapping file, or OCDS 1.1."
        })
class ImportCommand implements Callable<Integer> {

    private static final int SHOWN = 10;

    private final Imports imports;
    private final ImportSettings settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @ArgGroup(multiplicity = "1")
    private Layout layout = new Layout();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "要导入的文件 / files to import")
    private List<Path> files = List.of();

    @Option(names = "--dry-run", description = "只检查、不写入 / check everything, write nothing")
    private boolean dryRun;

    @Option(
            names = "--report",
            paramLabel = "R.csv",
            defaultValue = "import-report.csv",
            description = "问题报告，默认 ${DEFAULT-VALUE} / where problems are reported")
    private Path report = Path.of("import-report.csv");

    @Option(names = "--batch", paramLabel = "N", description = "每个事务的行数 / rows of one transaction (1-100000)")
    private @Nullable Integer batch;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "文件编码，如 GB18030，默认 UTF-8 / the files' encoding, UTF-8 when absent")
    private @Nullable Charset encoding;

    @Option(names = "--sheet", paramLabel = "NAME", description = "工作簿中的工作表，默认第一个 / a workbook's sheet, else its first")
    private @Nullable String sheet;

    @Option(names = "--source", paramLabel = "NAME", description = "写入 source 的来源名 / what goes into `source`")
    private @Nullable String source;

    ImportCommand(Imports imports, ImportSettings settings) {
        this.imports = imports;
        this.settings = settings;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            int rows = batch == null ? settings.batch() : batch;
            if (rows < 1 || rows > 100_000) {
                throw new FileRefused("--batch", "应为 1 至 100000", "must be from 1 to 100000");
            }
            return run(new ImportOptions(rows, dryRun, source), out);
        } catch (MappingRefused e) {
            err.printf("映射文件 %s 有误 / the mapping is wrong:%n", layout.name());
            for (MappingProblem problem : e.problems()) {
                err.println("  " + problem.message(false));
                err.println("  " + problem.message(true));
            }
            return ExitCode.USAGE;
        } catch (FileRefused | HeaderRefused e) {
            err.println(e.message(false));
            err.println(e.english());
            return ExitCode.USAGE;
        }
    }

    private int run(ImportOptions options, PrintWriter out) {
        ImportPlan plan = layout.plan(imports);
        List<RowSource> sources = files.stream().map(file -> source(plan, file)).toList();
        ImportSummary summary;
        boolean terminal = ProgressDisplay.isTerminal();
        try (ReportFile reported = new ReportFile(report);
                ProgressDisplay display = new ProgressDisplay(out, "导入 import", terminal)) {
            Heard heard = new Heard(reported, display, out, terminal);
            summary = imports.run(plan, sources, options, heard);
            display.show(summary.read(), 1);
            if (reported.written() != null) {
                out.printf("问题报告 report: %s%n", reported.written());
            }
        }
        SummaryText.print(summary, options.dryRun(), out);
        return summary.rejected() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private RowSource source(ImportPlan plan, Path file) {
        if (!layout.ocds) {
            return Sources.of(file, encoding == null ? plan.encoding() : encoding, plan.delimiter(), sheet);
        }
        if (sheet != null || encoding != null) {
            throw new FileRefused(
                    "--ocds", "不能与 --sheet、--encoding 同用", "does not go together with --sheet or --encoding");
        }
        return OcdsSource.of(file);
    }

    /** What the columns are: said by a file, or known. */
    private static final class Layout {

        @Option(
                names = {"-m", "--mapping"},
                required = true,
                paramLabel = "M.yaml",
                description = "映射文件 / the mapping file")
        private @Nullable Path mapping;

        @Option(
                names = {"-t", "--template"},
                required = true,
                paramLabel = "NAME",
                description = "导入模板，见 lianshu templates / an import template, see lianshu templates")
        private @Nullable String template;

        @Option(
                names = "--ocds",
                required = true,
                description = "文件为 OCDS 1.1 发布包 / the files are release packages of OCDS 1.1")
        private boolean ocds;

        String name() {
            return ocds ? "--ocds" : mapping == null ? String.valueOf(template) : String.valueOf(mapping.getFileName());
        }

        ImportPlan plan(Imports imports) {
            if (ocds) {
                return imports.plan(name(), Templates.ocds());
            }
            if (mapping == null) {
                return imports.template(String.valueOf(template));
            }
            try {
                return imports.plan(name(), Files.readString(mapping));
            } catch (IOException e) {
                throw new FileRefused(
                        mapping.toString(), "映射文件无法读取或不是 UTF-8", "the mapping cannot be read or is not UTF-8");
            }
        }
    }

    /** Passes everything on, and says the first rejections at once. */
    private static final class Heard implements ImportListener {

        private final ReportFile report;
        private final ProgressDisplay display;
        private final PrintWriter out;
        private final boolean quiet;
        private int said;

        Heard(ReportFile report, ProgressDisplay display, PrintWriter out, boolean quiet) {
            this.report = report;
            this.display = display;
            this.out = out;
            this.quiet = quiet;
        }

        @Override
        public void issue(Issue issue) {
            report.issue(issue);
            if (!quiet && issue.severity() == Severity.REJECTED && said < SHOWN) {
                said++;
                out.printf(
                        "%s:%s %s %s / %s%n",
                        issue.file(),
                        issue.place(),
                        issue.fault().field(),
                        issue.fault().fault().chinese(),
                        issue.fault().fault().english());
            }
        }

        @Override
        public void progress(long rows, double part) {
            display.show(rows, part);
        }
    }
}
