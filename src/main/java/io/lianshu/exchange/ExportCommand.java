package io.lianshu.exchange;

import io.lianshu.exchange.OcdsExport.Choice;
import io.lianshu.exchange.OcdsExport.Pages;
import io.lianshu.exchange.TemplatesCommand.Language;
import io.lianshu.platform.audit.AuditAction;
import io.lianshu.platform.audit.AuditEntry;
import io.lianshu.platform.audit.AuditTrail;
import io.lianshu.platform.viewer.Role;
import io.lianshu.platform.viewer.Viewer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
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

/** {@code lianshu export}: 0 when the file is written, 2 when what was asked for cannot be had. */
@Component
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {"导出为模板的表或标准格式 / export as templates' tables, or in a standard's form"})
class ExportCommand implements Callable<Integer> {

    private final OcdsExport ocds;
    private final TemplateExport templates;
    private final AuditTrail audit;
    private final Clock clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @ArgGroup(multiplicity = "1")
    private Form form = new Form();

    @ArgGroup(exclusive = false, heading = "%nOCDS:%n")
    private OcdsOptions options = new OcdsOptions();

    @ArgGroup(exclusive = false, heading = "%nTables:%n")
    private TableOptions tables = new TableOptions();

    @Option(
            names = "--as",
            paramLabel = "ROLE",
            defaultValue = "analyst",
            description =
                    "以何角色读取，多个用逗号分隔；public 只含公开内容；默认 ${DEFAULT-VALUE} / read as these roles: public for what everybody may see")
    private String role = "analyst";

    ExportCommand(OcdsExport ocds, TemplateExport templates, AuditTrail audit, Clock clock) {
        this.ocds = ocds;
        this.templates = templates;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            if (form.ocds != null) {
                return ocds(form.ocds, out);
            }
            return form.template == null ? all(form.all, out) : one(form.template, tables.file, out);
        } catch (ExportRefused | FileRefused e) {
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
        tell("OCDS", file);
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

    private int one(String template, @Nullable Path file, PrintWriter out) {
        if (file == null) {
            throw new ExportRefused("--template " + template, "须给出文件名", "needs a FILE");
        }
        say(template, file, table(template, file, out), out);
        return ExitCode.OK;
    }

    /** Every table that has rows, named so that their order is the one in which they are imported. */
    private int all(@Nullable Path folder, PrintWriter out) {
        Path target = Objects.requireNonNull(folder);
        try {
            Files.createDirectories(target);
        } catch (IOException e) {
            throw new ExportRefused(target.toString(), "不能作为目录", "cannot be a folder");
        }
        int place = 0;
        for (String template : Templates.inOrder()) {
            Path file = target.resolve("%02d-%s.csv".formatted(++place, template));
            say(template, file, table(template, file, out), out);
        }
        return ExitCode.OK;
    }

    private long table(String template, Path file, PrintWriter out) {
        Viewer viewer = viewer();
        tell(template, file);
        try (ProgressDisplay display = new ProgressDisplay(out, "导出 export", ProgressDisplay.isTerminal())) {
            return templates.run(template, file, viewer, tables.language == Language.ZH, display::show);
        }
    }

    /** Before the first row is read, so that no file is there of which nobody knows. */
    private void tell(String form, Path file) {
        audit.append(new AuditEntry(
                ZonedDateTime.now(clock),
                AuditAction.EXPORT,
                AuditEntry.COMMAND_LINE,
                role,
                "export",
                null,
                null,
                form + " to " + file.getFileName()));
    }

    private void say(String template, Path file, long rows, PrintWriter out) {
        if (rows == 0) {
            out.printf("%s：%s 看不到任何行，未写文件 / nothing for %s to see, no file written%n", template, role, role);
        } else {
            out.printf("%s：%d 行 rows → %s%n", template, rows, file);
        }
    }

    private Viewer viewer() {
        if (role.equals(Viewer.PUBLIC.name())) {
            return Viewer.PUBLIC;
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String slug : role.split(",", -1)) {
            roles.add(Role.ofSlug(slug.strip()).orElseThrow(() -> unknown(slug.strip())));
        }
        return new Viewer(role, roles, null, null, Locale.CHINESE);
    }

    private static ExportRefused unknown(String role) {
        String slugs = Role.slugs(", ");
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

        @Option(
                names = "--template",
                required = true,
                paramLabel = "NAME",
                description = "写成此模板的表 / write a template's table")
        private @Nullable String template;

        @Option(
                names = "--all",
                required = true,
                paramLabel = "DIR",
                description = "写出全部模板的表，按导入先后编号 / write the tables of all templates, numbered in the order of import")
        private @Nullable Path all;
    }

    private static final class TableOptions {

        @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "要写的文件 / the file to write")
        private @Nullable Path file;

        @Option(
                names = "--language",
                paramLabel = "en|zh",
                defaultValue = "EN",
                description = "列名，默认字段名 / column names: the fields' (the default), or Chinese")
        private Language language = Language.EN;
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
