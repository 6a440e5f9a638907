package io.lianshu.exchange.mapping;

import io.lianshu.exchange.mapping.ImportPlan.FieldPart;
import io.lianshu.exchange.mapping.ImportPlan.KeyPart;
import io.lianshu.exchange.mapping.ImportPlan.NodePart;
import io.lianshu.exchange.mapping.ImportPlan.NodePlan;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What can be wrong with a row beyond its single cells. */
final class WholeRow {

    static final Fault STRAY = new Fault(
            "CELL_WITHOUT_COLUMN",
            "表头为空的列中有内容",
            "there is something in a column without a name",
            new Remedy("给该列写上列名，或清空这些单元格", "name the column in the first row, or clear the cells"));

    private final ImportPlan plan;

    WholeRow(ImportPlan plan) {
        this.plan = plan;
    }

    RowFault keyMissing(NodePlan node) {
        String keys = node.keys().stream()
                .map(key -> key.stream().map(part -> name(node, part)).collect(Collectors.joining(" + ")))
                .collect(Collectors.joining(" / "));
        String from = node.fields().stream()
                .flatMap(field -> field.value().source().columns().stream())
                .distinct()
                .collect(Collectors.joining(" "));
        Fault fault = new Fault(
                "KEY_MISSING",
                "自然键不完整，须有 " + keys,
                "the natural key is incomplete, needs " + keys,
                plan.file()
                        .layout()
                        .choose(
                                new Remedy(
                                        "补全这些列；若此节点可缺，在映射中设置 when",
                                        "fill these columns; when the node may be missing, set when in the mapping"),
                                new Remedy("补全这些列", "fill these columns")));
        return new RowFault(node.name(), keys, from, "", fault);
    }

    RowFault nothing() {
        Set<String> deciding = new LinkedHashSet<>();
        Set<String> values = new TreeSet<>();
        plan.nodes()
                .forEach(node -> node.when().forEach(condition -> {
                    deciding.add(condition.column());
                    values.addAll(condition.values());
                }));
        String allowed = values.isEmpty() ? "" : "（" + String.join("、", values) + "）";
        return new RowFault(
                "",
                "",
                String.join(" ", deciding),
                "",
                new Fault(
                        "ROW_SAYS_NOTHING",
                        "此行不写入任何内容",
                        "nothing would come of the row",
                        new Remedy(
                                "填写或更正决定写入什么的列" + allowed,
                                "fill or correct the columns that decide what is written "
                                        + allowed.replace("（", "(")
                                                .replace("）", ")")
                                                .replace("、", ", "))));
    }

    private static String name(NodePlan node, KeyPart part) {
        return part instanceof FieldPart field
                ? node.fields().get(field.field()).field().name()
                : ((NodePart) part).field();
    }
}
