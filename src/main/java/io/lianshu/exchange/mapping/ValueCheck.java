package io.lianshu.exchange.mapping;

import io.lianshu.exchange.mapping.ImportPlan.FieldPlan;
import io.lianshu.exchange.mapping.Mapping.ConstantSource;
import io.lianshu.exchange.mapping.Mapping.DateSource;
import io.lianshu.exchange.mapping.Mapping.FileFormat;
import io.lianshu.exchange.mapping.Mapping.PointSource;
import io.lianshu.exchange.mapping.Mapping.ValueMapping;
import io.lianshu.platform.map.MapType.NodeType;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds the settings of one value against the type of its field. */
final class ValueCheck {

    private final FieldPlan plan;
    private final ValueMapping value;
    private final FieldForm form;
    private final @Nullable NodeType node;
    private final FileFormat file;
    private final Problems problems;

    ValueCheck(FieldPlan plan, @Nullable NodeType node, FileFormat file, Problems problems) {
        this.plan = plan;
        this.value = plan.value();
        this.form = plan.form();
        this.node = node;
        this.file = file;
        this.problems = problems;
    }

    void check() {
        String type = plan.field().type();
        if (value.source() instanceof DateSource && !form.isDate()) {
            refuse("date 只用于日期或时刻，此字段是 " + type, "date is for dates and instants, this field is " + type);
        }
        if (value.source() instanceof PointSource != form.isPoint()) {
            refuse(
                    form.isPoint() ? "坐标字段须用 point" : "point 只用于坐标，此字段是 " + type,
                    form.isPoint() ? "a place needs point" : "point is for places, this field is " + type);
        }
        boolean numeric =
                value.factor() != null || value.grouping() != null || value.min() != null || value.max() != null;
        if (numeric && !form.isNumber()) {
            refuse(
                    "factor、grouping、min、max 只用于数字，此字段是 " + type,
                    "factor, grouping, min and max are for numbers, this field is " + type);
        }
        if (!value.formats().isEmpty() && !form.isDate()) {
            refuse("format 只用于日期或时刻，此字段是 " + type, "format is for dates and instants, this field is " + type);
        }
        if ((value.split() != null) != plan.field().list()) {
            refuse(
                    plan.field().list() ? "多值字段须设置 split" : "split 只用于多值字段",
                    plan.field().list()
                            ? "a field of several values needs split"
                            : "split is for fields of several values");
        }
        checkClear();
        checkWords();
        checkConstant();
    }

    private void checkClear() {
        boolean key = node != null
                && node.keys().stream()
                        .anyMatch(parts -> parts.contains(plan.field().name()));
        if (value.clear() && (key || plan.field().required())) {
            refuse("自然键与必填字段不能 clear", "a key or a required field cannot be cleared");
        }
    }

    /** What values are replaced with must be possible values. */
    private void checkWords() {
        Collection<String> words = form.words();
        if (words == null) {
            return;
        }
        for (Map.Entry<String, String> replaced : value.values().entrySet()) {
            check(replaced.getValue(), words, "map." + replaced.getKey());
        }
        check(value.otherwise(), words, "otherwise");
        check(value.fallback(), words, "default");
    }

    private void check(@Nullable String word, Collection<String> words, String setting) {
        if (word != null && !word.isEmpty() && !words.contains(word)) {
            problems.add(
                    value.place().at(setting),
                    "“" + word + "”不是允许的值" + Nearest.chinese(word, words),
                    "\"" + word + "\" is not an allowed value" + Nearest.english(word, words));
        }
    }

    private void checkConstant() {
        if (value.source() instanceof ConstantSource) {
            try {
                new CellReader(plan, file, Map.of(), Map.of()).read(new String[0]);
            } catch (BadCell e) {
                refuse(e.fault().chinese(), e.fault().english());
            }
        }
    }

    private void refuse(String chinese, String english) {
        problems.add(value.place(), chinese, english);
    }
}
