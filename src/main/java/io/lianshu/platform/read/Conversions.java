package io.lianshu.platform.read;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapType;
import io.lianshu.platform.map.MapType.NodeType;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.scalar.ScalarForm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** From coerced arguments to parameters: values that the graph compares with, or a refusal. */
final class Conversions {

    private static final int LONGEST_PAGE = 100;
    static final int USUAL_PAGE = 20;
    private static final int MOST_SEALED = 20;

    private Conversions() {}

    /** A value, or each of a list of values, to be compared with the property. */
    static UnaryOperator<@Nullable Object> comparable(ReadModel model, String typeName, PropertyField property) {
        UnaryOperator<@Nullable Object> single = single(model, typeName, property);
        return value -> {
            if (value instanceof List<?> values) {
                if (property.secrecy().sealed() && values.size() > MOST_SEALED) {
                    throw Refusal.badInput(
                            "TOO_MANY_SEALED_VALUES",
                            property.name(),
                            property.name() + "：最多" + MOST_SEALED + "个值，收到" + values.size() + "个",
                            property.name() + ": at most " + MOST_SEALED + " values, not " + values.size());
                }
                List<@Nullable Object> result = new ArrayList<>(values.size());
                values.forEach(item -> result.add(single.apply(item)));
                return result;
            }
            return single.apply(value);
        };
    }

    private static UnaryOperator<@Nullable Object> single(ReadModel model, String typeName, PropertyField property) {
        String list = property.codeList();
        if (list != null) {
            return value -> knownCode(model.codes(), list, property.name(), String.valueOf(value));
        }
        if (property.secrecy().sealed()) {
            return value -> model.sealer().hash(String.valueOf(value));
        }
        if (property.type().equals("ID")) {
            return value -> id(model.map(), model.map().type(typeName), property.name(), String.valueOf(value));
        }
        ScalarForm form = ScalarForm.of(property.type());
        return value -> value == null ? null : form.toGraph(value);
    }

    private static String knownCode(CodeLists codes, String list, String field, String code) {
        if (!codes.contains(list, code)) {
            String known = String.join(", ", codes.codes(list));
            throw Refusal.badInput(
                    "UNKNOWN_CODE",
                    field,
                    field + "：没有代码“" + cut(code) + "”，可用：" + known,
                    field + ": there is no code \"" + cut(code) + "\"; use one of " + known);
        }
        return code;
    }

    /** A well-formed id of the type's kind; of any kind when the type is abstract. */
    static String id(GraphMap map, @Nullable MapType type, String field, String id) {
        NodeType named = NodeId.isWellFormed(id) ? map.ofKind(NodeId.kindOf(id)) : null;
        if (named == null) {
            throw Refusal.badInput(
                    "BAD_ID",
                    field,
                    field + "：“" + cut(id) + "”不是本系统的编号，请使用查询返回的 id",
                    field + ": \"" + cut(id) + "\" is no id of this hub; use an id that a query returned");
        }
        if (type != null
                && map.concrete(type.name()).stream()
                        .noneMatch(member -> member.kind().equals(named.kind()))) {
            throw Refusal.badInput(
                    "ID_OF_ANOTHER_KIND",
                    field,
                    field + "：这是" + named.name() + "的编号，此处应为" + type.name() + "的编号",
                    field + ": this is the id of a " + named.name() + ", and the id of a " + type.name()
                            + " belongs here");
        }
        return id;
    }

    /** Page size as given, plus one row that tells whether there is more. */
    static UnaryOperator<@Nullable Object> pageSize(String argument) {
        return value -> checked(argument, value, LONGEST_PAGE) + 1;
    }

    /** How many a statement file may return, as given. */
    static long size(String argument, @Nullable Object value) {
        return checked(argument, value, LONGEST_PAGE);
    }

    static long checked(String argument, @Nullable Object value, int most) {
        long size = value instanceof Number number ? number.longValue() : -1;
        if (size < 1 || size > most) {
            throw Refusal.badInput(
                    "BAD_PAGE_SIZE",
                    argument,
                    argument + "：应在1到" + most + "之间，收到" + size,
                    argument + ": must be between 1 and " + most + ", not " + size);
        }
        return size;
    }

    static String cut(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
