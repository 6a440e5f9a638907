package io.lianshu.exchange;

import io.lianshu.platform.refusal.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lianshu templates}: what can be imported without a mapping. It needs no graph. */
@Command(
        name = "templates",
        mixinStandardHelpOptions = true,
        description = {"列出导入模板，或写出其示例表 / list the import templates, or write their example tables"})
class TemplatesCommand implements Callable<Integer> {

    /** Spreadsheet programs take a file without it for one of the machine's own encoding. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "模板，默认全部 / templates, else all")
    private List<String> names = List.of();

    @Option(
            names = "--write",
            paramLabel = "DIR",
            description = "把示例表写入此目录，已有的文件不动 / write the example tables here; files that exist stay")
    private @Nullable Path directory;

    @Override
    public Integer call() {
        PrintWriter out = spec == null
                ? new PrintWriter(System.out, true, StandardCharsets.UTF_8)
                : spec.commandLine().getOut();
        List<String> wanted = names.isEmpty() ? Templates.names() : names;
        try {
            for (String name : wanted) {
                if (directory == null) {
                    out.printf("%-24s %s%n", name, Templates.purpose(name));
                } else {
                    out.println(write(directory, name));
                }
            }
            return ExitCode.OK;
        } catch (Refusal e) {
            out.println(e.message(false));
            out.println(e.english());
            return ExitCode.USAGE;
        }
    }

    private static Path write(Path directory, String name) {
        Path file = directory.resolve(name + ".csv");
        String example = BYTE_ORDER_MARK + Templates.example(name);
        if (Files.exists(file)) {
            throw new FileRefused(
                    file.toString(),
                    "文件已存在，未改动；请另选目录",
                    "the file is there already and was not touched; choose another directory");
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.writeString(file, example);
        } catch (IOException e) {
            throw new FileRefused(file.toString(), "无法写入（" + e + "）", "cannot be written (" + e + ")");
        }
    }
}
