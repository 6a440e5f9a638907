package io.lianshu.exchange.mapping;

import io.lianshu.exchange.mapping.ImportPlan.FieldPlan;
import io.lianshu.exchange.mapping.ImportPlan.LinkPlan;
import io.lianshu.exchange.mapping.ImportPlan.NodePlan;
import io.lianshu.exchange.mapping.Mapping.Condition;
import io.lianshu.exchange.mapping.Mapping.Counter;
import io.lianshu.exchange.mapping.Mapping.ValueMapping;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Where in a file's rows the columns of a mapping stand; counted columns come after the file's own. */
final class Columns {

    private final ImportPlan plan;
    private final int width;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final Map<String, int[]> counted = new LinkedHashMap<>();
    private final Map<String, BigDecimal> units;
    private final int[] unnamed;

    private Columns(ImportPlan plan, List<String> header, Map<String, BigDecimal> units) {
        this.plan = plan;
        this.width = header.size();
        this.units = units;
        this.unnamed = IntStream.range(0, plan.isTemplate() ? width : 0)
                .filter(place -> header.get(place).isEmpty())
                .toArray();
        for (int i = 0; i < header.size(); i++) {
            places.putIfAbsent(header.get(i), i);
        }
    }

    /**
     * @throws MappingRefused naming each column that the file lacks or has twice
     * @throws HeaderRefused the same for a template
     */
    static Columns of(ImportPlan plan, String file, List<String> header) {
        if (plan.isTemplate()) {
            TemplateHeader known = TemplateHeader.of(plan, file, header);
            return new Columns(plan, known.columns(), known.units());
        }
        Columns columns = new Columns(plan, header, Map.of());
        Problems problems = new Problems();
        Map<String, Counter> counters = plan.counters();
        counters.forEach((name, counter) -> {
            for (String column : counter.columns()) {
                columns.demand(column, counter.place(), file, header, problems);
            }
            if (header.contains(name)) {
                problems.add(
                        counter.place(),
                        "与文件 " + file + " 的列同名，请换名",
                        "is also a column of " + file + ", take another name");
            }
        });
        int next = header.size();
        for (String name : counters.keySet()) {
            columns.places.putIfAbsent(name, next++);
        }
        columns.used().forEach((column, place) -> columns.demand(column, place, file, header, problems));
        problems.refuseIfAny();
        counters.forEach((name, counter) -> columns.counted.put(
                name, counter.columns().stream().mapToInt(columns.places::get).toArray()));
        return columns;
    }

    private void demand(String column, Place place, String file, List<String> header, Problems problems) {
        if (!places.containsKey(column)) {
            problems.add(
                    place,
                    "文件 " + file + " 没有列“" + column + "”" + Nearest.chinese(column, header),
                    "the file " + file + " has no column \"" + column + "\"" + Nearest.english(column, header));
        } else if (header.indexOf(column) != header.lastIndexOf(column)) {
            problems.add(
                    place,
                    "文件 " + file + " 第 1 行的列“" + column + "”重复",
                    "the column \"" + column + "\" stands twice in line 1 of " + file);
        }
    }

    private Map<String, Place> used() {
        Map<String, Place> used = new HashMap<>();
        plan.rows().forEach(condition -> used.putIfAbsent(condition.column(), condition.place()));
        for (NodePlan node : plan.nodes()) {
            node.when().forEach(condition -> used.putIfAbsent(condition.column(), condition.place()));
            node.fields().stream().map(FieldPlan::value).forEach(value -> use(used, value));
            if (node.id() != null) {
                use(used, node.id());
            }
        }
        for (LinkPlan link : plan.links()) {
            link.properties().stream().map(FieldPlan::value).forEach(value -> use(used, value));
        }
        return used;
    }

    private static void use(Map<String, Place> used, ValueMapping value) {
        value.source().columns().forEach(column -> used.putIfAbsent(column, value.place()));
    }

    Map<String, Integer> places() {
        return places;
    }

    /** Of an amount's column, what a number without a unit counts in yuan. */
    Map<String, BigDecimal> units() {
        return units;
    }

    /** Whether there is something in a column without a name. */
    boolean hasStray(String[] cells) {
        for (int place : unnamed) {
            if (!cells[place].isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** The row's cells with the counted columns after them. */
    String[] counted(String[] given, Counters counters) {
        if (counted.isEmpty()) {
            return given;
        }
        String[] cells = Arrays.copyOf(given, width + counted.size());
        int next = width;
        for (Map.Entry<String, int[]> counter : counted.entrySet()) {
            cells[next++] = Integer.toString(counters.next(counter.getKey(), counter.getValue(), given));
        }
        return cells;
    }

    /** Whether all conditions hold. */
    boolean wants(List<Condition> conditions, String[] cells) {
        for (Condition condition : conditions) {
            if (!holds(condition, cells)) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(Condition condition, String[] cells) {
        Set<String> nulls = plan.file().nulls();
        String cell = CellReader.cell(cells, places.getOrDefault(condition.column(), -1), nulls);
        return condition.holds(cell);
    }
}
