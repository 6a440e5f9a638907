package io.lianshu.exchange;

import io.lianshu.exchange.mapping.Fault;
import io.lianshu.exchange.mapping.FormPlan;
import io.lianshu.exchange.mapping.FormPlan.Form;
import io.lianshu.exchange.mapping.MappingRefused;
import io.lianshu.exchange.mapping.RowFault;
import io.lianshu.platform.map.Edits;
import io.lianshu.platform.map.MapType.NodeType;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.refusal.Refusal.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is said of a form that cannot be written, to the person who filled it in. */
final class CorrectionRefusals {

    /** What to do, where the remedy of an import speaks of files and mappings. */
    private static final Map<String, String[]> REMEDIES = Map.of(
            "BAD_VALUE", new String[] {"请更正", "correct it"},
            "UNKNOWN_CODE", new String[] {"请从代码表中选择", "choose one of the list"},
            "BAD_IDENTIFIER",
                    new String[] {
                        "请核对；没有此号码时留空，以其他编号登记", "check it; without such a number leave it empty and give another"
                    },
            "REQUIRED_MISSING", new String[] {"请填写", "fill it in"},
            "REFERENCE_NOT_FOUND", new String[] {"请先登记，或选择已有的", "enter it first, or choose one that is there"},
            "KEY_MISSING", new String[] {"请填写", "fill them in"});

    private final NodeType type;

    CorrectionRefusals(NodeType type) {
        this.type = type;
    }

    List<Refusal> of(MappingRefused refused) {
        List<Refusal> refusals = new ArrayList<>();
        refused.problems().forEach(problem -> {
            if (problem.path().isEmpty()) {
                refusals.add(keyMissing());
            } else {
                refusals.add(Refusal.badInput(
                        "CANNOT_BE_EMPTY",
                        problem.path(),
                        problem.path() + " 是自然键或必填字段，不能清空；请填写或去掉该字段",
                        problem.path() + " is part of the natural key or required and cannot be emptied; fill it in or"
                                + " leave it out"));
            }
        });
        return refusals;
    }

    List<Refusal> of(List<RowFault> faults) {
        return faults.stream().distinct().map(this::of).toList();
    }

    private Refusal of(RowFault fault) {
        boolean own = fault.node().equals(FormPlan.SUBJECT);
        return said(own ? fault.field() : fault.node(), fault.fault());
    }

    static Refusal said(String field, Fault fault) {
        String[] remedy =
                REMEDIES.getOrDefault(fault.code(), new String[] {fault.chineseRemedy(), fault.englishRemedy()});
        return Refusal.badInput(
                fault.code(),
                field.isEmpty() ? null : field,
                (field + " " + fault.chinese() + "；" + remedy[0]).strip(),
                (field + ": " + fault.english() + "; " + remedy[1]).strip());
    }

    private Refusal keyMissing() {
        String keys = keys();
        return Refusal.badInput(
                "KEY_MISSING", null, "自然键不完整，须填写 " + keys, "the natural key is incomplete; fill in " + keys);
    }

    private String keys() {
        return type.keys().stream().map(key -> String.join(" + ", key)).collect(Collectors.joining(" / "));
    }

    Refusal alreadyThere() {
        return new Refusal(
                "ALREADY_THERE",
                Kind.CONFLICT,
                type.keys().get(0).get(0),
                "已有同一自然键（" + keys() + "）的 " + type.name() + "，请更正它而不是新增",
                "there is a " + type.name() + " with this natural key (" + keys() + ") already; correct it instead");
    }

    Refusal notFound() {
        return new Refusal(
                "NOT_FOUND",
                Kind.NOT_FOUND,
                Edits.ID,
                "没有此编号的 " + type.name(),
                "there is no " + type.name() + " with this id");
    }

    static Refusal notYours() {
        return new Refusal(
                "NOT_YOURS",
                Kind.FORBIDDEN,
                null,
                "不在您的职责范围内，请由经办部门操作",
                "it is not within your duty; leave it to the department that handles it");
    }

    /** Ids follow from natural keys, so a key that is another would be another node's; one that is missing may be added. */
    List<Refusal> keysChanged(Form form, Map<String, Object> stored, Map<String, @Nullable Object> changes) {
        return form.fields().stream()
                .filter(plan -> plan.properties().stream()
                        .anyMatch(property -> stored.containsKey(property) && changes.containsKey(property)))
                .map(plan -> plan.field().name())
                .filter(field -> type.keys().stream().anyMatch(key -> key.contains(field)))
                .map(field -> new Refusal(
                        "KEY_FIXED",
                        Kind.CONFLICT,
                        field,
                        field + " 是自然键的一部分，不能更正；请以正确的号码另行新增",
                        field + " is part of the natural key and cannot be corrected; enter a new one with the right"
                                + " number"))
                .toList();
    }

    /** Another node has the value of a property that only one may have. */
    Refusal taken(RowsRefused taken) {
        String property = taken.property();
        if (property.equals("id")) {
            return alreadyThere();
        }
        String field = type.fields().values().stream()
                .map(known -> known.name())
                .filter(name -> name.equals(property) || (name + "Hash").equals(property))
                .findFirst()
                .orElse(property);
        return new Refusal(
                "KEY_TAKEN",
                Kind.CONFLICT,
                Objects.requireNonNull(field),
                field + " 已属于另一个 " + type.name() + "，请核对",
                field + " belongs to another " + type.name() + " already; check it");
    }
}
