package io.lianshu.platform.map;

import static io.lianshu.platform.map.Sdl.argument;
import static io.lianshu.platform.map.Sdl.enumeration;
import static io.lianshu.platform.map.Sdl.field;
import static io.lianshu.platform.map.Sdl.inputType;
import static io.lianshu.platform.map.Sdl.list;
import static io.lianshu.platform.map.Sdl.named;
import static io.lianshu.platform.map.Sdl.required;
import static io.lianshu.platform.map.Sdl.type;
import static io.lianshu.platform.map.Sdl.value;

import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.SDLDefinition;
import io.lianshu.platform.map.MapType.NodeType;
import java.util.ArrayList;
import java.util.List;

/** The aggregate and group types of a node type. */
final class AggregateDerivation {

    private final GraphMap map;

    AggregateDerivation(GraphMap map) {
        this.map = map;
    }

    List<SDLDefinition<?>> of(NodeType type) {
        String name = type.name();
        List<FieldDefinition> values = new ArrayList<>();
        List<InputValueDefinition> orders = new ArrayList<>();
        values.add(field("count", required(named("Int")), "How many (个数)."));
        orders.add(argument("count", named("OrderDirection"), "By how many (按个数)."));
        Measures.of(type).forEach((measure, scalar) -> {
            values.add(field(measure, required(named(scalar + "Aggregate")), "Over " + measure + " (汇总)."));
            orders.add(argument(measure, named("AggregateOrder"), "By an aggregate of " + measure + " (按汇总)."));
        });
        List<FieldDefinition> group = new ArrayList<>(values);
        List<EnumValueDefinition> keys = new ArrayList<>();
        GroupKey.of(type, map).forEach(key -> {
            keys.add(value(key.constant(), "By " + key.field() + " (按此分组)."));
            group.add(field(
                    key.field(),
                    named(key.type()),
                    "The group's " + key.field() + "; null when the groups are not by it (分组值)."));
        });
        List<SDLDefinition<?>> result = new ArrayList<>();
        if (!keys.isEmpty()) {
            result.add(enumeration(name + "GroupKey", "What " + name + " can be grouped by (分组依据).", keys));
            result.add(
                    inputType(name + "GroupOrder", "One key of the groups' order: exactly one field (分组排序项).", orders));
            result.add(type(name + "Group", "One group of " + name + " (分组).", group));
            values.add(field(
                    "groups",
                    required(list(required(named(name + "Group")))),
                    "Groups, most first, then by their keys; without orderBy by count (分组汇总).",
                    List.of(
                            argument(
                                    "by",
                                    required(list(required(named(name + "GroupKey")))),
                                    "One to four keys (分组依据)."),
                            argument(
                                    "orderBy", list(required(named(name + "GroupOrder"))), "Order of the groups (排序)."),
                            argument("first", named("Int"), "At most so many, 1 to 1000, 100 when absent (最多几组)."))));
        }
        result.add(type(name + "Aggregate", "Aggregates over " + name + " (汇总).", values));
        return result;
    }
}
