package io.lianshu.platform.map;

import static io.lianshu.platform.map.Sdl.argument;
import static io.lianshu.platform.map.Sdl.inputType;
import static io.lianshu.platform.map.Sdl.list;
import static io.lianshu.platform.map.Sdl.named;
import static io.lianshu.platform.map.Sdl.required;

import graphql.language.InputValueDefinition;
import graphql.language.SDLDefinition;
import io.lianshu.platform.map.MapField.Plurality;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.map.MapType.AbstractType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The filter and order inputs of a type. */
final class FilterDerivation {

    private FilterDerivation() {}

    static List<SDLDefinition<?>> of(MapType type) {
        String name = type.name();
        List<InputValueDefinition> conditions = new ArrayList<>();
        conditions.add(argument("and", list(required(named(name + "Filter"))), "All of these (且)."));
        conditions.add(argument("or", list(required(named(name + "Filter"))), "At least one of these (或)."));
        conditions.add(argument("not", named(name + "Filter"), "Not this (非)."));
        List<InputValueDefinition> orders = new ArrayList<>();
        for (MapField field : type.fields().values()) {
            String filter = field instanceof PropertyField property ? filterOf(property) : null;
            if (field instanceof PropertyField property && filter != null) {
                conditions.add(argument(field.name(), named(filter), "By " + field.name() + " (按此字段)."));
                if (isOrderable(property)) {
                    orders.add(argument(field.name(), named("OrderDirection"), "By " + field.name() + " (按此字段)."));
                }
            } else if (field instanceof RelationField relation) {
                boolean one = relation.plurality() == Plurality.ONE;
                String related = relation.target() + (one ? "Filter" : "ListFilter");
                conditions.add(argument(field.name(), named(related), "By " + field.name() + " (按关联)."));
            }
        }
        if (type instanceof AbstractType several && several.union()) {
            several.members()
                    .forEach(member -> conditions.add(argument(
                            memberKey(member),
                            named(member + "Filter"),
                            "A " + member + " for which this holds (按类型).")));
            orders.add(argument("id", named("OrderDirection"), "By id (按编号)."));
        }
        List<SDLDefinition<?>> result = new ArrayList<>();
        result.add(
                inputType(name + "Filter", "Conditions on a " + name + ", all of which must hold (筛选条件).", conditions));
        result.add(inputType(
                name + "ListFilter",
                "Conditions on several " + name + " (关联筛选).",
                List.of(
                        argument("some", named(name + "Filter"), "At least one satisfies this (至少一个)."),
                        argument("none", named(name + "Filter"), "None satisfies this (没有)."),
                        argument(
                                "every",
                                named(name + "Filter"),
                                "Every one satisfies this; also when there is none (全部)."))));
        result.add(inputType(name + "Order", "One key of an order: exactly one field (排序项).", orders));
        return result;
    }

    /** The key under which a union's filter takes conditions on one member. */
    static String memberKey(String member) {
        return member.substring(0, 1).toLowerCase(Locale.ROOT) + member.substring(1);
    }

    static @Nullable String filterOf(PropertyField property) {
        if (!property.comparable()) {
            return null;
        }
        if (property.secrecy().sealed()) {
            return "SealedFilter";
        }
        if (property.list()) {
            return property.type().equals("String") ? "StringListFilter" : null;
        }
        return DerivedValues.ORDERED.contains(property.type())
                        || List.of("String", "ID", "Code", "Boolean", "GeoPoint")
                                .contains(property.type())
                ? property.type() + "Filter"
                : null;
    }

    static boolean isOrderable(PropertyField property) {
        return !property.list()
                && !property.secrecy().sealed()
                && !property.type().equals("GeoPoint");
    }

    /** The type's place, or null when it has none. */
    static @Nullable PropertyField location(MapType type) {
        return type.fields().values().stream()
                .filter(field -> field instanceof PropertyField property
                        && property.comparable()
                        && property.type().equals("GeoPoint"))
                .map(PropertyField.class::cast)
                .findFirst()
                .orElse(null);
    }
}
