package io.lianshu.explore;

import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.MapType.NodeType;
import io.lianshu.platform.read.ArgumentCheck;
import io.lianshu.platform.read.StatementParameters;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.viewer.Viewer;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The arguments of {@code sharedEntities}: a lot or some companies. */
@Component
final class SharedEntitiesArguments implements ArgumentCheck, StatementParameters {

    private static final String CODE = "BAD_ARGUMENT";
    private static final String LOT = "lot";
    private static final String COMPANIES = "companies";
    private static final int LEAST = 2;
    private static final int MOST = 50;

    private final Titles titles;
    private final GraphMap map;

    SharedEntitiesArguments(Titles titles, GraphMap map) {
        this.titles = titles;
        this.map = map;
    }

    @Override
    public String field() {
        return "sharedEntities";
    }

    @Override
    public void check(Map<String, Object> arguments) {
        if (arguments.containsKey(LOT) == arguments.containsKey(COMPANIES)) {
            throw Refusal.badInput(
                    CODE, LOT, "请在 lot 与 companies 中给出一个，且只给一个", "give either lot or companies, and only one");
        }
        if (arguments.get(COMPANIES) instanceof Collection<?> companies) {
            long number = companies.stream().distinct().count();
            if (number < LEAST || number > MOST) {
                throw Refusal.badInput(
                        CODE,
                        COMPANIES,
                        "companies 应为 %d 至 %d 个不同的编号，收到 %d 个".formatted(LEAST, MOST, number),
                        "companies must be %d to %d different ids, not %d".formatted(LEAST, MOST, number));
            }
            companies.forEach(id -> checkId(COMPANIES, "Company", id));
        } else {
            checkId(LOT, "Lot", arguments.get(LOT));
        }
    }

    private void checkId(String argument, String type, @Nullable Object id) {
        String text = String.valueOf(id);
        if (!NodeId.isWellFormed(text) || !NodeId.kindOf(text).equals(((NodeType) map.type(type)).kind())) {
            throw Refusal.badInput(
                    CODE,
                    argument,
                    argument + " 不是 " + type + " 的编号，请使用查询返回的 id",
                    argument + " is no id of a " + type + "; use an id that a query returned");
        }
    }

    @Override
    public Map<String, Object> parameters(Map<String, Object> arguments, Viewer viewer) {
        return Map.of("titles", titles.properties());
    }
}
