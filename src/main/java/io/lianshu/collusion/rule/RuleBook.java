package io.lianshu.collusion.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * All rules and rule sets: those that come with the hub, and those in the installation's folder, where a rule of the same code takes the
 * other's place. A rule is added by files alone.
 */
public final class RuleBook {

    private static final String RULES = "classpath*:collusion/rules/*/rule.yaml";
    private static final String SETS = "classpath*:collusion/rule-sets/*.yaml";
    private static final Set<String> RULE_KEYS =
            Set.of("alone", "code", "version", "clause", "strength", "least", "title", "says", "needs", "limits");
    private static final Set<String> SET_KEYS = Set.of("name", "validFrom", "note", "without", "limits");

    private final Map<String, Rule> rules = new TreeMap<>();
    private final Map<String, RuleSet> sets = new TreeMap<>();
    private final Set<String> own = new HashSet<>();

    private RuleBook() {}

    /**
     * Reads all of them.
     *
     * @param folder of the installation, with the folders {@code rules} and {@code rule-sets}; it may be absent
     * @throws BrokenRule naming the file and what is wrong in it
     */
    public static RuleBook read(Path folder) {
        RuleBook book = new RuleBook();
        try {
            PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
            for (Resource file : files.getResources(RULES)) {
                book.rule(
                        String.valueOf(file.getURL()),
                        text(file),
                        text(file.createRelative("rule.cypher")),
                        market(file.createRelative("market.cypher")),
                        text(file.createRelative("page.md")));
            }
            for (Path file : found(folder.resolve("rules"), 2, "rule.yaml")) {
                book.own.add(book.rule(
                        file.toString(),
                        Files.readString(file),
                        beside(file, "rule.cypher"),
                        market(new FileSystemResource(file.resolveSibling("market.cypher"))),
                        beside(file, "page.md")));
            }
            for (Resource file : files.getResources(SETS)) {
                book.set(String.valueOf(file.getURL()), text(file));
            }
            for (Path file : found(folder.resolve("rule-sets"), 1, ".yaml")) {
                book.set(file.toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return book;
    }

    private static String text(Resource file) throws IOException {
        return file.getContentAsString(StandardCharsets.UTF_8);
    }

    private static String market(Resource file) throws IOException {
        return file.exists() ? text(file) : "";
    }

    private static List<Path> found(Path folder, int depth, String end) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(file -> file.getFileName().toString().endsWith(end))
                    .sorted()
                    .toList();
        }
    }

    private static String beside(Path file, String name) throws IOException {
        Path other = file.resolveSibling(name);
        if (!Files.isRegularFile(other)) {
            throw new BrokenRule(other.toString(), "file", "缺少此文件", "the file is missing");
        }
        return Files.readString(other);
    }

    private String rule(String file, String yaml, String statement, String market, String page) {
        RuleFile read = new RuleFile(file, yaml, RULE_KEYS);
        String code = read.text("code");
        if (!code.matches("[a-z]\\d+(-\\d+)?(-[a-z0-9]+)+") || !file.contains("/" + code + "/")) {
            throw read.broken(
                    "code",
                    "应为编号加词，如 c40-2-same-agent，且与文件夹同名",
                    "must be a number and words, such as c40-2-same-agent, and the name of its folder");
        }
        Text says = read.both("says");
        if (!says.chinese().contains("{firms}") || !says.english().contains("{firms}")) {
            throw read.broken("says", "应含 {firms}", "must contain {firms}");
        }
        if (!statement.contains("$lot") || !statement.contains("openedAt")) {
            throw read.broken(
                    "rule.cypher",
                    "语句应以 $lot 取标段，并只看已开标的（lot.openedAt <= $now）",
                    "the statement must find its lot by $lot, and only when it is opened (lot.openedAt <= $now)");
        }
        if (!market.isEmpty() && (!market.contains("openedAt") || !statement.contains("RuleFence"))) {
            throw read.broken(
                    "market.cypher",
                    "语句应只看已开标的标段（lot.openedAt <= $now），且 rule.cypher 应读取 RuleFence",
                    "the statement must look at opened lots only (lot.openedAt <= $now), and rule.cypher must read RuleFence");
        }
        rules.put(
                code,
                new Rule(
                        code,
                        read.whole("version", 1),
                        read.both("clause"),
                        read.strength("strength"),
                        read.whole("least", 1),
                        read.yes("alone"),
                        read.both("title"),
                        says,
                        read.both("needs"),
                        read.numbers("limits"),
                        statement,
                        market,
                        page));
        return code;
    }

    private void set(String file, String yaml) {
        RuleFile read = new RuleFile(file, yaml, SET_KEYS);
        Map<String, Map<String, Object>> limits = read.tables("limits");
        List<String> without = read.texts("without");
        Set<String> unknown = new HashSet<>(limits.keySet());
        unknown.addAll(without);
        unknown.removeAll(rules.keySet());
        if (!unknown.isEmpty()) {
            throw read.broken("limits, without", "没有规则 " + unknown, "there is no rule " + unknown);
        }
        List<Rule> all = new ArrayList<>();
        for (Rule rule : rules.values()) {
            Map<String, Object> own = limits.getOrDefault(rule.code(), Map.of());
            if (!rule.limits().keySet().containsAll(own.keySet())) {
                throw read.broken(
                        "limits." + rule.code(),
                        "规则没有此限值，可用 " + rule.limits().keySet(),
                        "the rule has no such limit; it has " + rule.limits().keySet());
            }
            if (!without.contains(rule.code())) {
                all.add(RuleSet.with(rule, own));
            }
        }
        String name = read.text("name");
        sets.put(name, RuleSet.of(name, read.day("validFrom"), read.both("note"), all));
    }

    public List<RuleSet> sets() {
        return List.copyOf(sets.values());
    }

    /** The rules that the installation has files of. */
    List<Rule> own() {
        return rules.values().stream().filter(rule -> own.contains(rule.code())).toList();
    }

    /** The set that counts on a day; empty when none has begun. */
    public Optional<RuleSet> current(LocalDate day) {
        return sets.values().stream()
                .filter(set -> !set.validFrom().isAfter(day))
                .max(Comparator.comparing(RuleSet::validFrom).thenComparing(RuleSet::name));
    }
}
