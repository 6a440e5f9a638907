package io.lianshu.contract;

import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.MapType;
import io.lianshu.platform.map.MapType.NodeType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A statement or rule file, and the text in which the engine would meet it. */
record StatementFile(Path root, Path file) {

    private static final GraphMap MAP = Sdl.map();
    private static final Map<String, Set<String>> OWNERS = MapFiles.statementOwners(Sdl.files(Sdl.REPOSITORY));
    private static final Map<String, Set<String>> RULE_OWNERS = MapFiles.ruleOwners(Sdl.files(Sdl.REPOSITORY));
    private static final Pattern MACRO = Pattern.compile("/\\* and visible\\((\\w+)(?:: (\\w+))?\\) \\*/");
    private static final Pattern BOUND = Pattern.compile("(?:^|[;:,] ?)((?:\\w+, )*\\w+) bound\\b");

    static List<StatementFile> under(Path root) {
        return Sdl.filesUnder(root).stream()
                .map(file -> new StatementFile(root, file))
                .toList();
    }

    /** {@code room/name}. */
    String name() {
        return root.relativize(file).toString().replace('\\', '/').replaceFirst("\\.cypher$", "");
    }

    boolean isRule() {
        return name().contains("/visible/");
    }

    /** Whether the first line says that the statement changes nothing. */
    boolean reads() {
        return isRule() || header().matches("(?i)//\\s*reads\\b.*");
    }

    /** Whole statements: one for each type whose nodes it is asked of, or the one that it is. */
    List<String> statements() {
        String text = woven(Sdl.read(file));
        if (isRule()) {
            return labelsOfRule()
                    .map(label -> "MATCH (this:" + label + ")\nWHERE " + text + "\nRETURN this.id")
                    .toList();
        }
        Set<String> owners = OWNERS.getOrDefault(name(), Set.of("Query"));
        return owners.stream().map(owner -> whole(owner, text)).toList();
    }

    private String whole(String owner, String text) {
        if (!owner.equals("Query")) {
            NodeType type = (NodeType) MAP.type(owner);
            return "MATCH (this:" + type.label() + ")\nCALL (this) {\n" + text + "\n}\nRETURN value";
        }
        Matcher bound = BOUND.matcher(header());
        if (!bound.find()) {
            return OWNERS.containsKey(name()) ? "CALL () {\n" + text + "\n}\nRETURN value" : text;
        }
        String nodes = Arrays.stream(bound.group(1).split(", "))
                .map(variable -> "(" + variable + ":Region)")
                .collect(Collectors.joining(", "));
        return "MATCH " + nodes + "\nCALL (" + bound.group(1) + ") {\n" + text + "\n}\nRETURN value";
    }

    private Stream<String> labelsOfRule() {
        return RULE_OWNERS.getOrDefault(name().replace("/visible/", "/"), Set.of("Region")).stream()
                .map(owner -> ((NodeType) MAP.type(owner)).label());
    }

    private String header() {
        return Sdl.read(file).lines().findFirst().orElse("");
    }

    /** With every macro replaced by the rules of the types that the variable may have. */
    private static String woven(String text) {
        return MACRO.matcher(text).replaceAll(macro -> {
            MapType type = MAP.type(macro.group(2) == null ? "Node" : macro.group(2));
            String rules = MAP.concrete(type.name()).stream()
                    .filter(member -> member.visibility().rule() != null)
                    .map(member -> "(NOT " + macro.group(1) + ":" + member.label() + " OR ("
                            + rule(member.visibility().rule()).replaceAll("\\bthis\\b", macro.group(1)) + "\n))")
                    .collect(Collectors.joining(" AND "));
            return Matcher.quoteReplacement(rules.isEmpty() ? "" : " AND (" + rules + ")");
        });
    }

    private static String rule(String name) {
        return Sdl.read(CypherPlanIT.STATEMENTS.resolve(name.replaceFirst("/", "/visible/") + ".cypher"))
                .lines()
                .filter(line -> !line.startsWith("//"))
                .collect(Collectors.joining("\n"));
    }
}
