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

import graphql.language.InputValueDefinition;
import graphql.language.SDLDefinition;
import java.util.ArrayList;
import java.util.List;

/** What every derived schema has: page info, directions, and the filters and aggregates of single values. */
final class DerivedValues {

    /** Scalars whose values have an order. */
    static final List<String> ORDERED = List.of("Int", "Long", "Float", "Money", "Date", "DateTime");
    /** Scalars that can be added up. */
    static final List<String> NUMBERS = List.of("Int", "Long", "Float", "Money");

    private DerivedValues() {}

    static List<SDLDefinition<?>> definitions() {
        List<SDLDefinition<?>> result = new ArrayList<>();
        result.add(enumeration(
                "OrderDirection",
                "Direction of an order (排序方向).",
                List.of(
                        value("ASC", "Smallest first, absent values last (升序)."),
                        value("DESC", "Largest first, absent values first (降序)."))));
        result.add(type(
                "PageInfo",
                "Where a page lies in its connection (分页信息).",
                List.of(
                        field("hasNextPage", required(named("Boolean")), "Whether anything follows (有下页)."),
                        field("hasPreviousPage", required(named("Boolean")), "Whether anything precedes (有上页)."),
                        field("startCursor", named("String"), "Cursor of the first edge; null on an empty page (首游标)."),
                        field("endCursor", named("String"), "Cursor of the last edge; null on an empty page (尾游标)."))));
        result.add(inputType(
                "NearInput",
                "A circle on earth (圆形范围).",
                List.of(
                        argument("latitude", required(named("Float")), "Degrees north, -90 to 90 (纬度)."),
                        argument("longitude", required(named("Float")), "Degrees east, -180 to 180 (经度)."),
                        argument("metres", required(named("Float")), "Radius in metres, more than 0 (半径，米)."))));
        result.add(inputType(
                "GeoPointFilter",
                "A condition on a place (坐标条件).",
                List.of(argument("within", named("NearInput"), "Inside the circle (范围内)."), absent())));
        for (String scalar : ORDERED) {
            result.add(inputType(
                    scalar + "Filter",
                    "Conditions on a " + scalar + ", all of which must hold (取值条件).",
                    ordered(scalar)));
        }
        result.add(inputType("StringFilter", "Conditions on a text, all of which must hold (文本条件).", text()));
        result.add(inputType("IDFilter", "Conditions on an id (编号条件).", equal("ID", false)));
        result.add(inputType("CodeFilter", "Conditions on a code (代码条件).", equal("String", true)));
        result.add(inputType(
                "SealedFilter",
                "Equality with a sealed identifier, by its keyed hash (密文相等条件).",
                equal("String", true)));
        result.add(inputType(
                "BooleanFilter",
                "Conditions on yes or no (是否条件).",
                List.of(argument("eq", named("Boolean"), "Equal (等于)."), absent())));
        result.add(inputType(
                "StringListFilter",
                "Conditions on a list of texts (文本列表条件).",
                List.of(argument("has", named("String"), "Contains this text (包含)."), absent())));
        for (String scalar : NUMBERS) {
            String sum = scalar.equals("Int") ? "Long" : scalar;
            String mean = scalar.equals("Money") ? "Money" : "Float";
            result.add(type(
                    scalar + "Aggregate",
                    "Aggregates over the " + scalar + " values there are (数值汇总).",
                    List.of(
                            field("count", required(named("Int")), "How many have a value (有值个数)."),
                            field("sum", required(named(sum)), "Sum; zero over none (合计)."),
                            field("average", named(mean), "Mean; null over none (平均)."),
                            field("min", named(scalar), "Smallest (最小)."),
                            field("max", named(scalar), "Largest (最大)."))));
        }
        for (String scalar : List.of("Date", "DateTime")) {
            result.add(type(
                    scalar + "Aggregate",
                    "Aggregates over the " + scalar + " values there are (时间汇总).",
                    List.of(
                            field("count", required(named("Int")), "How many have a value (有值个数)."),
                            field("min", named(scalar), "Earliest (最早)."),
                            field("max", named(scalar), "Latest (最晚)."))));
        }
        result.add(inputType(
                "AggregateOrder",
                "One aggregate to order groups by (分组排序).",
                List.of(
                        argument("sum", named("OrderDirection"), "By the sum (按合计)."),
                        argument("average", named("OrderDirection"), "By the mean (按平均)."),
                        argument("min", named("OrderDirection"), "By the smallest (按最小)."),
                        argument("max", named("OrderDirection"), "By the largest (按最大)."))));
        return result;
    }

    private static InputValueDefinition absent() {
        return argument("isNull", named("Boolean"), "Whether the value is absent (为空).");
    }

    private static List<InputValueDefinition> equal(String scalar, boolean mayBeAbsent) {
        List<InputValueDefinition> result = new ArrayList<>();
        result.add(argument("eq", named(scalar), "Equal (等于)."));
        result.add(argument("ne", named(scalar), "Not equal, or absent (不等于)."));
        result.add(argument("in", list(required(named(scalar))), "One of these (属于)."));
        if (mayBeAbsent) {
            result.add(absent());
        }
        return result;
    }

    private static List<InputValueDefinition> ordered(String scalar) {
        List<InputValueDefinition> result = new ArrayList<>(equal(scalar, true));
        result.add(argument("lt", named(scalar), "Less (小于)."));
        result.add(argument("lte", named(scalar), "Less or equal (小于等于)."));
        result.add(argument("gt", named(scalar), "Greater (大于)."));
        result.add(argument("gte", named(scalar), "Greater or equal (大于等于)."));
        return result;
    }

    private static List<InputValueDefinition> text() {
        List<InputValueDefinition> result = new ArrayList<>(equal("String", true));
        result.add(argument("contains", named("String"), "Contains this text (包含)."));
        result.add(argument("startsWith", named("String"), "Begins with this text (开头是)."));
        result.add(argument("endsWith", named("String"), "Ends with this text (结尾是)."));
        return result;
    }
}
