package io.lianshu.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.Yaml;

/**
 * Tables that come in without a mapping of one's own (导入模板): of each {@code schema/import/} holds the mapping and a
 * filled example.
 */
public final class Templates {

    private static final String FOLDER = "schema/import/";
    private static final String MAPPING = ".yaml";
    private static final String NATIONAL = "national/";

    private Templates() {}

    /** Their names in alphabetical order; those of the national data dictionary (国家数据规范) behind the others. */
    static List<String> names() {
        return Stream.concat(names(""), names(NATIONAL)).toList();
    }

    private static Stream<String> names(String folder) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver()
                            .getResources("classpath:" + FOLDER + folder + "*" + MAPPING))
                    .map(file -> Objects.requireNonNull(file.getFilename()))
                    .map(file -> folder + file.substring(0, file.length() - MAPPING.length()))
                    .sorted();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The mapping's text.
     *
     * @throws io.lianshu.platform.refusal.Refusal when there is no such template
     */
    public static String mapping(String name) {
        return text(name, MAPPING);
    }

    /** The mapping for the rows that are made of OCDS releases. */
    static String ocds() {
        return read(new ClassPathResource(FOLDER + "ocds/releases" + MAPPING));
    }

    /** Whether its columns are named by others than the hub, so that some may be there which it does not want. */
    static boolean isForeign(String name) {
        return name.startsWith(NATIONAL);
    }

    /** A filled table, as CSV; with Chinese titles, or with the fields' names. */
    static String example(String name, boolean titled) {
        return text(name, titled && !isForeign(name) ? ".zh.csv" : ".csv");
    }

    /** The columns in the order of the example. */
    static List<String> columns(String name) {
        return List.of(example(name, false).lines().findFirst().orElse("").split(",", -1));
    }

    /** Names of the hub's own templates, each after those that bring in what it refers to. */
    static List<String> inOrder() {
        Set<String> ordered = new LinkedHashSet<>();
        Set<String> open = new HashSet<>();
        names("").forEach(name -> visit(name, ordered, open));
        return List.copyOf(ordered);
    }

    private static void visit(String name, Set<String> ordered, Set<String> open) {
        if (!open.add(name)) {
            return;
        }
        nodes(name).values().stream()
                .flatMap(node -> making(String.valueOf(node.get("type"))).stream())
                .forEach(maker -> visit(maker, ordered, open));
        ordered.add(name);
    }

    private static Map<String, Map<String, Object>> nodes(String name) {
        Map<String, Map<String, Map<String, Object>>> whole = new Yaml().load(mapping(name));
        return Objects.requireNonNull(whole.get("nodes"));
    }

    /** What the table is for, in a line. */
    static String purpose(String name) {
        return mapping(name).lines().findFirst().orElse("").replaceFirst("^# *", "");
    }

    /** Those by which nodes of a type are made with most of their fields; several when they make them alike. */
    static List<String> making(String type) {
        return Makers.BY_TYPE.getOrDefault(type, List.of());
    }

    /** Read when it is first asked for. */
    private static final class Makers {

        static final Map<String, List<String>> BY_TYPE = read();

        private static Map<String, List<String>> read() {
            Map<String, List<String>> makers = new HashMap<>();
            Map<String, Integer> most = new HashMap<>();
            for (String name : names("").toList()) {
                for (Map<String, Object> node : nodes(name).values()) {
                    if (Boolean.TRUE.equals(node.get("lookup"))) {
                        continue;
                    }
                    String type = String.valueOf(node.get("type"));
                    int fields = node.get("fields") instanceof Map<?, ?> given ? given.size() : 0;
                    int before = most.getOrDefault(type, -1);
                    if (fields > before) {
                        makers.put(type, new ArrayList<>());
                        most.put(type, fields);
                    }
                    if (fields >= before) {
                        makers.getOrDefault(type, new ArrayList<>()).add(name);
                    }
                }
            }
            return Map.copyOf(makers);
        }
    }

    private static String text(String name, String kind) {
        ClassPathResource file = new ClassPathResource(FOLDER + name + kind);
        if (!name.matches("[a-z-]+|" + NATIONAL + "[A-Z_]+") || !file.exists()) {
            throw new FileRefused(
                    "--template " + name,
                    "没有这个模板；用 lianshu templates 列出全部",
                    "there is no such template; lianshu templates lists them");
        }
        return read(file);
    }

    private static String read(ClassPathResource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
