package io.lianshu.exchange;

import io.lianshu.exchange.OcdsExport.Choice;
import io.lianshu.exchange.OcdsExport.Pages;
import io.lianshu.platform.viewer.Role;
import io.lianshu.platform.viewer.Viewer;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lianshu export}: 0 when the file is written, 2 when what was asked for cannot be had. */
@Component
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {"导出为标准格式 / export in a standard's form"})
class ExportCommand implements Callable<Integer> {

    private final OcdsExport ocds;

    @Spec
    private @Nullable CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Form form = new Form();

    @ArgGroup(exclusive = false, heading = "%nOCDS:%n")
    private OcdsOptions options = new OcdsOptions();

    @Option(
            names = "--as",
            paramLabel = "ROLE",
            defaultValue = "analyst",
            description =
                    "以何角色读取：public 只含公开内容；默认 ${DEFAULT-VALUE} / read as this role: public for what everybody may see")
    private String role = "analyst";

    ExportCommand(OcdsExport ocds) {
        this.ocds = ocds;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec == null
                ? new PrintWriter(System.out, true, StandardCharsets.UTF_8)
                : spec.commandLine().getOut();
        PrintWriter err = spec == null ? out : spec.commandLine().getErr();
        try {
            return form.ocds == null ? ExitCode.USAGE : ocds(form.ocds, out);
        } catch (ExportRefused e) {
            err.println(e.message(false));
            err.println(e.english());
            return ExitCode.USAGE;
        }
    }

    private int ocds(Path file, PrintWriter out) {
        if (options.from != null && options.to != null && options.from.isAfter(options.to)) {
            throw new ExportRefused("--from", "不能晚于 --to", "must not be after --to");
        }
        Viewer viewer = viewer();
        int written;
        try (ProgressDisplay display = new ProgressDisplay(out, "导出 export", ProgressDisplay.isTerminal())) {
            written = ocds.run(
                    new Choice(viewer, options.from, options.to, options.tenders, Pages.USUAL),
                    options.heading(),
                    file,
                    display::show);
        }
        out.printf("已导出 %d 个招标项目至 %s，读取角色 %s%n", written, file, viewer.name());
        out.printf("%d tenders exported to %s, read as %s%n", written, file, viewer.name());
        return ExitCode.OK;
    }

    private Viewer viewer() {
        if (role.equals(Viewer.PUBLIC.name())) {
            return Viewer.PUBLIC;
        }
        return Arrays.stream(Role.values())
                .filter(known -> known.slug().equals(role))
                .map(known -> new Viewer(role, Set.of(known), null, null, Locale.CHINESE))
                .findFirst()
                .orElseThrow(() -> unknown(role));
    }

    private static ExportRefused unknown(String role) {
        String slugs = Arrays.stream(Role.values()).map(Role::slug).collect(Collectors.joining(", "));
        return new ExportRefused(
                "--as " + role,
                "没有此角色，应为 public, " + slugs,
                "there is no such role; it must be one of public, " + slugs);
    }

    /** In which form, and into which file. */
    private static final class Form {

        @Option(
                names = "--ocds",
                required = true,
                paramLabel = "FILE",
                description = "写成 OCDS 1.1 发布包 / write a release package of OCDS 1.1")
        private @Nullable Path ocds;
    }

    private static final class OcdsOptions {

        @Option(names = "--from", paramLabel = "DAY", description = "招标公告日期不早于 / notice of tender not before")
        private @Nullable LocalDate from;

        @Option(names = "--to", paramLabel = "DAY", description = "招标公告日期不晚于 / notice of tender not after")
        private @Nullable LocalDate to;

        @Option(
                names = "--tender",
                paramLabel = "CODE",
                description = "招标项目编号，可多次 / code of a tender, several times if need be")
        private List<String> tenders = List.of();

        @Option(
                names = "--publisher",
                paramLabel = "NAME",
                defaultValue = "联枢 Lianshu",
                description = "发布者名称，默认 ${DEFAULT-VALUE} / who publishes")
        private String publisher = "联枢 Lianshu";

        @Option(
                names = "--ocid-prefix",
                paramLabel = "PREFIX",
                defaultValue = "ocds-lianshu",
                description =
                        "已注册的 ocid 前缀，默认 ${DEFAULT-VALUE}（未注册） / the registered prefix of ocids; the default is not")
        private String prefix = "ocds-lianshu";

        @Option(names = "--uri", paramLabel = "URI", description = "发布包的网址 / address of the package")
        private @Nullable String uri;

        OcdsPackage.Heading heading() {
            if (!prefix.matches("ocds-[a-z0-9]+")) {
                throw new ExportRefused(
                        "--ocid-prefix", "应为 ocds- 加小写字母或数字", "must be ocds- and small letters or digits");
            }
            return new OcdsPackage.Heading(publisher, prefix, uri == null ? "urn:uuid:" + UUID.randomUUID() : uri);
        }
    }
}
