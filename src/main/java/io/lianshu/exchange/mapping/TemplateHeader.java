package io.lianshu.exchange.mapping;

import io.lianshu.exchange.mapping.ImportPlan.FieldPart;
import io.lianshu.exchange.mapping.ImportPlan.KeyPart;
import io.lianshu.exchange.mapping.ImportPlan.NodePart;
import io.lianshu.exchange.mapping.ImportPlan.NodePlan;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The first row of a filled template: columns by their names or their Chinese titles, in any order; an amount's may end
 * in its unit. A column may be left out unless a node cannot be told without it.
 */
final class TemplateHeader {

    private static final Pattern UNIT = Pattern.compile("(.+?)\\((元|万元|亿元)\\)");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private final ImportPlan plan;
    private final Map<String, String> known = new HashMap<>();
    private final List<String> columns = new ArrayList<>();
    private final Map<String, BigDecimal> units = new LinkedHashMap<>();

    private TemplateHeader(ImportPlan plan) {
        this.plan = plan;
        plan.titles().all().forEach((column, title) -> {
            known.put(plain(column), column);
            known.put(plain(title), column);
        });
    }

    /** @throws HeaderRefused naming all that is wrong */
    static TemplateHeader of(ImportPlan plan, String file, List<String> header) {
        TemplateHeader result = new TemplateHeader(plan);
        List<Remedy> problems = new ArrayList<>();
        header.forEach(cell -> result.add(cell, problems));
        if (result.columns.stream().noneMatch(result.known::containsValue)) {
            problems.clear();
            problems.add(result.foreign());
        } else if (problems.isEmpty()) {
            problems.addAll(result.missing());
        }
        if (!problems.isEmpty()) {
            throw new HeaderRefused(file, problems);
        }
        return result;
    }

    /** The columns' own names; empty where the header has an empty cell. */
    List<String> columns() {
        return columns;
    }

    /** Of an amount's column, what its unit is in yuan. */
    Map<String, BigDecimal> units() {
        return units;
    }

    private void add(String cell, List<Remedy> problems) {
        if (cell.isEmpty()) {
            columns.add("");
            return;
        }
        String column = known.get(plain(cell));
        Matcher unit = UNIT.matcher(plain(cell));
        if (column == null && unit.matches() && isMoney(known.get(unit.group(1)))) {
            column = known.get(unit.group(1));
            units.put(String.valueOf(column), Amount.yuan(unit.group(2)));
        }
        if (column == null) {
            List<String> near = HAN.matcher(cell).find()
                    ? List.copyOf(plan.titles().all().values())
                    : List.copyOf(plan.titles().all().keySet());
            problems.add(new Remedy(
                    "没有列“" + cell + "”" + Nearest.chinese(cell, near),
                    "there is no column \"" + cell + "\"" + Nearest.english(cell, near)));
        } else if (columns.contains(column)) {
            problems.add(new Remedy(
                    "列“" + cell + "”重复，" + both(column) + " 只能有一列",
                    "the column \"" + cell + "\" stands twice, " + both(column) + " may stand once"));
        }
        columns.add(column == null ? cell : column);
    }

    private boolean isMoney(@Nullable String column) {
        return plan.nodes().stream()
                .flatMap(node -> node.fields().stream())
                .anyMatch(field -> field.form().isMoney() && field.columns().contains(column));
    }

    private Remedy foreign() {
        String names = plan.titles().all().keySet().stream().map(this::both).collect(Collectors.joining("、"));
        return new Remedy(
                "首行没有一个模板 " + plan.name() + " 的列；首行应为列名，可用：" + names,
                "no cell of the first row is a column of the template " + plan.name()
                        + "; the first row must name columns, and there are " + names);
    }

    /** What each node is told by and the file does not have. */
    private List<Remedy> missing() {
        List<Remedy> problems = new ArrayList<>();
        Set<Integer> absent = new HashSet<>();
        for (NodePlan node : plan.nodes()) {
            boolean wanted = node.when().stream().allMatch(condition -> columns.contains(condition.column()));
            boolean named = node.fields().stream().anyMatch(field -> has(field.columns()));
            if (!wanted || (!named && !node.lookup() && node.index() != plan.root())) {
                absent.add(node.index());
                continue;
            }
            List<List<String>> lacking = node.keys().stream()
                    .map(key -> key.stream()
                            .flatMap(part -> lacking(node, part, absent).stream())
                            .toList())
                    .toList();
            if (lacking.stream().noneMatch(List::isEmpty)) {
                List<String> first = lacking.stream()
                        .min(java.util.Comparator.comparingInt(List::size))
                        .orElse(List.of());
                String names = first.stream().map(this::both).collect(Collectors.joining("、"));
                problems.add(new Remedy("缺少列 " + names, "the column " + names + " is missing"));
            }
        }
        return problems;
    }

    private List<String> lacking(NodePlan node, KeyPart part, Set<Integer> absent) {
        if (part instanceof FieldPart field) {
            List<String> from = node.fields().get(field.field()).columns();
            return has(from) ? List.of() : from;
        }
        NodePlan other = plan.nodes().get(((NodePart) part).node());
        return absent.contains(other.index())
                ? other.fields().stream()
                        .flatMap(field -> field.columns().stream())
                        .toList()
                : List.of();
    }

    private boolean has(List<String> wanted) {
        return columns.containsAll(wanted);
    }

    private String both(String column) {
        String title = plan.titles().all().getOrDefault(column, column);
        return title.equals(column) ? column : title + " (" + column + ")";
    }

    /** Without spaces, full-width forms and case. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .toLowerCase(Locale.ROOT);
    }
}
