package io.lianshu;

import java.lang.reflect.Constructor;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The commands the rooms bring: every component that is a picocli command. Found on the class path without starting
 * anything, so that help is there at once.
 */
final class Commands {

    static final String SERVE = "serve";

    /** Commands are found by their classes' names: looking into every class of the program takes a second. */
    private static final String CLASSES = "**/*Command.class";

    private final Map<String, Class<?>> types;

    private Commands(Map<String, Class<?>> types) {
        this.types = types;
    }

    static Commands under(String basePackage) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.setResourcePattern(CLASSES);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Command.class));
        Map<String, Class<?>> types = new TreeMap<>();
        for (var found : scanner.findCandidateComponents(basePackage)) {
            Class<?> type = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
            types.put(type.getAnnotation(Command.class).name(), type);
        }
        return new Commands(types);
    }

    @Nullable
    Class<?> type(String name) {
        return types.get(name);
    }

    /** The whole command line as help shows it. */
    CommandLine commandLine() {
        CommandSpec program = CommandSpec.create().name("lianshu");
        program.usageMessage()
                .description(
                        "联枢：审批与公共资源交易的图数据枢纽。不带命令即启动服务。",
                        "Lianshu: a GraphQL hub over the graph of approvals and trading. Without a command it serves.")
                .footer(
                        "",
                        "设置写作 --名称=值，例如 / settings are written --name=value, for instance:",
                        "  --server.port=8081  --lianshu.data=/var/lib/lianshu  --lianshu.neo4j.uri=bolt://host:7687");
        program.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("显示帮助 / show this help")
                .build());
        CommandLine line = new CommandLine(program);
        types.values().forEach(type -> line.addSubcommand(understanding(type)));
        return line;
    }

    /** One command that understands its arguments and cannot run. */
    static CommandLine understanding(Class<?> type) {
        return new CommandLine(type, Commands::forHelp).setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** A command that can tell its options and nothing else: the beans it works with are not there yet. */
    private static <K> K forHelp(Class<K> type) throws Exception {
        if (!type.isAnnotationPresent(Command.class)) {
            // Lists of arguments, groups of options.
            return CommandLine.defaultFactory().create(type);
        }
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return type.cast(constructor.newInstance(new @Nullable Object[constructor.getParameterCount()]));
    }
}
