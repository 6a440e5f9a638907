package io.lianshu.platform.read;

import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapType;
import io.lianshu.platform.refusal.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Cypher;

/** The keys of a list's order; the id, and for a relation with properties the relation's own id, make it total. */
final class OrderCompiler {

    private static final int MOST_KEYS = 5;

    private OrderCompiler() {}

    static List<OrderKey> keys(Compilation compilation, NodeSet set, NodeSet.Match match) {
        List<OrderKey> result = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        Operand orderBy = set.field().argument("orderBy");
        for (Operand item : items(orderBy)) {
            String field = single(item);
            if (names.add(field)) {
                result.add(key(compilation, set.target(), field, direction(item, field), match));
            }
        }
        if (names.size() > MOST_KEYS) {
            throw refused("orderBy：最多" + MOST_KEYS + "个排序项", "orderBy: at most " + MOST_KEYS + " keys");
        }
        if (result.isEmpty() && match.score() != null) {
            result.add(new OrderKey(match.score(), "score", "Float", true, false));
        } else if (result.isEmpty() && match.distance() != null) {
            result.add(new OrderKey(match.distance(), "distance", "Float", false, false));
        }
        if (names.add("id")) {
            result.add(new OrderKey(match.node().property("id"), "id", "String", false, false));
        }
        if (match.edge() != null) {
            result.add(new OrderKey(
                    Cypher.call("elementId").withArgs(match.edge()).asFunction(), "relation", "String", false, false));
        }
        return result;
    }

    private static OrderKey key(
            Compilation compilation, MapType type, String field, boolean descending, NodeSet.Match match) {
        if (field.equals("id")) {
            return new OrderKey(match.node().property("id"), "id", "String", descending, false);
        }
        PropertyField property = (PropertyField)
                Objects.requireNonNull(type.fields().get(field), () -> "No order for " + type.name() + "." + field);
        compilation.requireOpen(type.name(), property);
        String scalar = property.type().equals("Code") ? "String" : property.type();
        return new OrderKey(
                match.node().property(property.property()), field, scalar, descending, !property.required());
    }

    private static List<Operand> items(@Nullable Operand orderBy) {
        if (orderBy == null) {
            return List.of();
        }
        return orderBy instanceof Operand.Items list ? list.items() : List.of(orderBy);
    }

    /** The one field of an order item. */
    static String single(Operand item) {
        Map<String, Operand> fields = ((Operand.Fields) item).fields();
        if (fields.size() != 1) {
            throw refused(
                    "orderBy：每个排序项应恰有一个字段，收到" + fields.size() + "个；多个字段请写成多个排序项",
                    "orderBy: each item takes exactly one field, not " + fields.size()
                            + "; write several fields as several items");
        }
        return fields.keySet().iterator().next();
    }

    private static boolean direction(Operand item, String field) {
        return new Operand.Constant("DESC")
                .equals(((Operand.Fields) item).fields().get(field));
    }

    private static Refusal refused(String chinese, String english) {
        return Refusal.badInput("BAD_ORDER", "orderBy", chinese, english);
    }
}
