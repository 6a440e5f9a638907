package io.lianshu.exchange;

import io.lianshu.platform.refusal.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
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
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "模板，默认全部 / templates, else all")
    private List<String> names = List.of();

    @Option(
            names = "--write",
            paramLabel = "DIR",
            description = "把示例表写入此目录，已有的文件不动 / write the example tables here; files that exist stay")
    private @Nullable Path directory;

    @Option(
            names = "--language",
            paramLabel = "en|zh",
            defaultValue = "EN",
            description = {
                "示例表的列名：en 为字段名（默认），zh 为中文；导入时两者都认",
                "column names of the examples: en the fields' names (the default), zh Chinese; an import takes both"
            })
    private Language language = Language.EN;

    /** Of column names. */
    enum Language {
        EN,
        ZH
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
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
            spec.commandLine().getErr().println(e.message(false));
            spec.commandLine().getErr().println(e.english());
            return ExitCode.USAGE;
        }
    }

    private Path write(Path directory, String name) {
        Path file = directory.resolve(name + ".csv");
        String example = BYTE_ORDER_MARK + Templates.example(name, language == Language.ZH);
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
