package io.lianshu.exchange.subgraph;

import graphql.GraphQLError;
import io.lianshu.platform.refusal.Refusal;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of the graph that is not given as a file. */
final class SubgraphRefused extends Refusal {

    private SubgraphRefused(String code, Kind kind, @Nullable String field, String chinese, String english) {
        super(code, kind, field, chinese, english);
    }

    static SubgraphRefused nobody() {
        return new SubgraphRefused(
                "EXPORT_NOT_SIGNED_IN",
                Kind.UNAUTHENTICATED,
                null,
                "请先登录；导出关系图须有监管、分析或办案角色",
                "Sign in first; exports of the graph need the role supervisor, analyst or case officer");
    }

    static SubgraphRefused notAllowed() {
        return new SubgraphRefused(
                "EXPORT_NOT_ALLOWED",
                Kind.FORBIDDEN,
                null,
                "导出关系图须有监管、分析或办案角色",
                "Exports of the graph need the role supervisor, analyst or case officer");
    }

    static SubgraphRefused parameter(String name, String chinese, String english) {
        return new SubgraphRefused(
                "BAD_PARAMETER", Kind.BAD_REQUEST, name, name + "：" + chinese, name + ": " + english);
    }

    static SubgraphRefused unknownQuestion() {
        String those = SubgraphQuestion.names();
        return new SubgraphRefused(
                "EXPORT_UNKNOWN",
                Kind.NOT_FOUND,
                null,
                "没有这种导出；可用 /graphs/ 加 " + those,
                "There is no such export; there are /graphs/ with " + those);
    }

    static SubgraphRefused unknownNode(String name) {
        return new SubgraphRefused(
                "NODE_UNKNOWN",
                Kind.NOT_FOUND,
                name,
                name + "：没有这个节点，或您无权查看；请使用查询返回的 id",
                name + ": there is no such node, or you may not see it; use an id that a query returned");
    }

    /** What the API refused, in the caller's language already; null when it is no refusal. */
    static @Nullable SubgraphRefused of(GraphQLError error) {
        Map<String, Object> said = error.getExtensions() == null ? Map.of() : error.getExtensions();
        String text = String.valueOf(error.getMessage());
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(said.get("classification")))
                .findFirst()
                .map(kind -> new SubgraphRefused(
                        String.valueOf(said.get("code")),
                        kind,
                        said.get("field") instanceof String field ? field : null,
                        text,
                        text))
                .orElse(null);
    }
}
