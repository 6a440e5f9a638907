package io.lianshu.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a README promises: its map of rooms, and commands that a reader will type. */
final class Readme {

    private static final Pattern ROW = Pattern.compile("^\\|\\s*`([a-z]+)`\\s*\\|.*\\|\\s*([^|]*?)\\s*\\|\\s*$");
    private static final Pattern FENCE = Pattern.compile("^\\s*```\\s*(\\w*)\\s*$");
    private static final Set<String> SHELLS = Set.of("console", "bash", "sh", "shell");
    private static final Set<String> PHASES = Set.of("clean", "test", "package", "verify", "install", "compile");
    private static final Set<String> KNOWN =
            Set.of("cd", "curl", "export", "git", "node", "npm", "npx", "echo", "cat", "jq", "kill");
    private static final Pattern OUR_PATH =
            Pattern.compile("(?:\\./)?(?:src|api|schema|mobile-docs|\\.ci)/[^\\s\"'<>|]*");

    private Readme() {}

    static boolean isReadme(SourceFile file) {
        return file.path().matches("README[^/]*\\.md");
    }

    /** The rooms of the map, each with what it may use as the last cell has it. */
    static Map<String, String> map(SourceFile readme) {
        Map<String, String> rooms = new TreeMap<>();
        readme.lines().stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .forEach(row -> rooms.put(row.group(1), row.group(2)));
        return rooms;
    }

    static List<String> unknownCommands(SourceFile readme) {
        Map<String, Set<String>> ours = commands();
        List<String> findings = new ArrayList<>();
        boolean shell = false;
        boolean console = false;
        String begun = "";
        List<String> lines = readme.lines();
        for (int number = 0; number < lines.size(); number++) {
            Matcher fence = FENCE.matcher(lines.get(number));
            if (fence.matches()) {
                console = !shell && fence.group(1).equals("console");
                shell = !shell && SHELLS.contains(fence.group(1));
                continue;
            }
            String line = lines.get(number).strip();
            boolean typed = shell && (!console || line.startsWith("$ ") || !begun.isEmpty());
            if (!typed || line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            begun += line.replaceFirst("^\\$ ", "");
            if (begun.endsWith("\\")) {
                begun = begun.substring(0, begun.length() - 1);
                continue;
            }
            String problem = problem(readme, begun, ours);
            begun = "";
            if (!problem.isEmpty()) {
                findings.add(readme.at(number + 1, problem));
            }
        }
        return findings;
    }

    private static String problem(SourceFile readme, String command, Map<String, Set<String>> ours) {
        List<String> words = Arrays.stream(command.split("\\s+"))
                .dropWhile(word -> word.matches("[A-Z_]+=.*"))
                .toList();
        String missing = OUR_PATH.matcher(command)
                .results()
                .map(path -> path.group())
                .filter(path -> !Files.exists(readme.root().resolve(path)))
                .findFirst()
                .orElse("");
        if (!missing.isEmpty()) {
            return "there is no " + missing;
        }
        String program = words.get(0);
        if (program.equals("mvn")) {
            return maven(words.subList(1, words.size()));
        }
        if (program.equals("java")) {
            int jar = words.indexOf("target/lianshu.jar");
            return jar < 0 ? "java runs something else than target/lianshu.jar" : hub(words, jar + 1, ours);
        }
        if (program.equals("lianshu")) {
            return hub(words, 1, ours);
        }
        boolean known = KNOWN.contains(program) || OUR_PATH.matcher(program).matches();
        return known ? "" : "nobody knows the command " + program;
    }

    private static String maven(List<String> words) {
        String pom = Pom.TEXT;
        return words.stream()
                .filter(word -> !word.startsWith("-") && !PHASES.contains(word))
                .filter(goal ->
                        !goal.contains(":") || !pom.contains("<artifactId>" + goal.split(":")[0] + "-maven-plugin"))
                .map(goal -> "Maven knows no " + goal + " here")
                .findFirst()
                .orElse("");
    }

    private static String hub(List<String> words, int from, Map<String, Set<String>> ours) {
        List<String> rest = words.subList(from, words.size());
        String name = rest.stream()
                .filter(word -> word.matches("[a-z][a-z-]*"))
                .findFirst()
                .orElse("");
        boolean serves = rest.isEmpty() || rest.get(0).startsWith("-");
        if (!serves && !ours.containsKey(rest.get(0))) {
            return "the hub has no command " + rest.get(0);
        }
        Set<String> options = ours.getOrDefault(serves ? "" : name, Set.of());
        return rest.stream()
                .filter(word -> word.matches("--[a-z][\\w.-]*(?:=.*)?"))
                .map(word -> word.replaceFirst("=.*", ""))
                .filter(option -> !options.contains(option))
                .filter(option -> !List.of("--help", "--version").contains(option))
                .filter(option -> !option.matches("--(?:lianshu|server|spring|logging|management)\\..*"))
                .map(option -> "no option " + option + (serves ? "" : " of " + name))
                .findFirst()
                .orElse("");
    }

    /** The hub's commands by name with their options; those of the hub itself under the empty name. */
    private static Map<String, Set<String>> commands() {
        Map<String, Set<String>> commands = new LinkedHashMap<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("io.lianshu")) {
            if (type.isAnnotatedWith(Command.class)) {
                String name = type.getAnnotationOfType(Command.class).name();
                Set<String> options =
                        commands.computeIfAbsent(name.equals("lianshu") ? "" : name, any -> new TreeSet<>());
                members(type)
                        .filter(member -> member.isAnnotatedWith(Option.class))
                        .forEach(member -> options.addAll(
                                List.of(member.getAnnotationOfType(Option.class).names())));
            }
        }
        return commands;
    }

    /** A command's members, with those of its groups of options. */
    private static Stream<JavaMember> members(JavaClass type) {
        return Stream.concat(
                Stream.concat(type.getAllFields().stream(), type.getMethods().stream()),
                type.getAllFields().stream()
                        .filter(field -> field.isAnnotatedWith(ArgGroup.class))
                        .flatMap(field -> members(field.getRawType())));
    }
}
