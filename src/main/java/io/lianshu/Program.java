package io.lianshu;

import io.lianshu.engine.EngineStart;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.graph.SettingsOnly;
import io.lianshu.platform.graph.StandsAlone;
import io.lianshu.platform.graph.StartsItself;
import io.lianshu.platform.refusal.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;

/**
 * Takes the program's arguments apart: the hub's own settings, and the command with its options. It runs on the thread
 * of {@code main}, which nobody else uses.
 */
@OwnsItsThread
final class Program {

    static final int SERVING = -1;

    /** Settings have a dot in their names ({@code --lianshu.data=…}); no option of a command has. */
    private static final Pattern SETTING = Pattern.compile("--[A-Za-z][\\w-]*(\\.[\\w\\[\\]-]+)+(=.*)?");

    private final Class<?> application;

    Program(Class<?> application) {
        this.application = application;
    }

    /**
     * Runs what the arguments ask for.
     *
     * @return {@link #SERVING} when the hub goes on serving; else an exit code: 0 done, 1 failed or refused in part, 2
     *     arguments not understood
     */
    int run(String[] args) {
        String[] settings = Arrays.stream(args)
                .filter(arg -> SETTING.matcher(arg).matches())
                .toArray(String[]::new);
        List<String> words = Arrays.stream(args)
                .filter(arg -> !SETTING.matcher(arg).matches())
                .toList();
        if (words.isEmpty() || words.equals(List.of(Commands.SERVE))) {
            return serve(settings);
        }
        String word = words.get(0);
        Commands commands = Commands.under(application.getPackageName());
        CommandLine line = commands.commandLine();
        if (word.startsWith("-") || words.contains("--help") || words.contains("-h")) {
            return line.execute(words.toArray(String[]::new));
        }
        Class<?> type = commands.type(word);
        if (type == null) {
            line.getErr().println("没有这个命令 / no such command: " + word);
            line.usage(line.getErr());
            return ExitCode.USAGE;
        }
        return AnnotatedElementUtils.hasAnnotation(type, Component.class)
                ? command(type, settings, words.subList(1, words.size()))
                // It works with nothing that would have to be started.
                : line.execute(words.toArray(String[]::new));
    }

    private int serve(String[] settings) {
        try {
            spring().run(settings);
            return SERVING;
        } catch (RuntimeException e) {
            // Spring Boot has said why.
            return ExitCode.SOFTWARE;
        }
    }

    private SpringApplication spring() {
        SpringApplication spring = new SpringApplication(application);
        spring.addInitializers(new EngineStart());
        return spring;
    }

    private int command(Class<?> type, String[] settings, List<String> words) {
        String[] arguments = words.toArray(String[]::new);
        CommandLine understanding = Commands.understanding(type);
        try {
            understanding.parseArgs(arguments);
        } catch (ParameterException e) {
            // Nothing is started for arguments that are not understood; executing them only says why.
            return understanding.execute(arguments);
        }
        if (understanding.getCommand() instanceof StandsAlone command && command.standsAlone()) {
            return understanding.execute(arguments);
        }
        boolean settingsOnly = SettingsOnly.class.isAssignableFrom(type);
        boolean startsItself = StartsItself.class.isAssignableFrom(type);
        SpringApplication spring = settingsOnly ? new SpringApplication(type) : spring();
        if (startsItself) {
            spring.addInitializers(context -> context.getBeanFactory()
                    .registerSingleton(AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME, new NothingStarts()));
        }
        spring.setWebApplicationType(WebApplicationType.NONE);
        spring.setLazyInitialization(true);
        spring.setDefaultProperties(Map.of("lianshu.command", "true", "logging.level.io.lianshu", "warn"));
        try (ConfigurableApplicationContext context = spring.run(settings)) {
            CommandLine line = new CommandLine(context.getBean(type));
            line.setCaseInsensitiveEnumValuesAllowed(true);
            line.setExecutionStrategy(parsed -> {
                if (!settingsOnly && !startsItself) {
                    context.start();
                }
                return new CommandLine.RunLast().execute(parsed);
            });
            line.setExecutionExceptionHandler((e, failed, parsed) -> {
                if (e instanceof Refusal refusal) {
                    failed.getErr().println(refusal.message(false));
                    failed.getErr().println(refusal.english());
                } else {
                    LoggerFactory.getLogger(type).error("命令失败 / the command failed", e);
                }
                return ExitCode.SOFTWARE;
            });
            return line.execute(arguments);
        } catch (RuntimeException e) {
            // Spring Boot has said why.
            return ExitCode.SOFTWARE;
        }
    }
}
