package io.lianshu.platform.http;

import io.lianshu.platform.refusal.Refusal;

/** A request beyond one of the limits; says the limit and what was found. */
final class BeyondLimit extends Refusal {

    private BeyondLimit(String code, String chinese, String english) {
        super(code, Kind.TOO_MUCH, null, chinese, english);
    }

    static BeyondLimit document(String code, String chinese, String english, long found, int limit) {
        return new BeyondLimit(
                code,
                "%s过多：最多 %d，实为 %d".formatted(chinese, limit, found),
                "Too many %s: at most %d, found %d".formatted(english, limit, found));
    }

    static BeyondLimit depth(long found, int limit) {
        return new BeyondLimit(
                "QUERY_TOO_DEEP",
                "查询嵌套过深：最多 %d 层，实为 %d 层".formatted(limit, found),
                "The query is too deep: at most %d levels, found %d".formatted(limit, found));
    }

    /** The parser stops at the limit, so what lies beyond is not counted. */
    static BeyondLimit tokens(int limit) {
        return new BeyondLimit(
                "TOO_MANY_TOKENS",
                "查询文档过大：最多 %d 个词法单元，实际超出".formatted(limit),
                "The document is too large: at most %d tokens, found more".formatted(limit));
    }

    static BeyondLimit digits(int limit) {
        return new BeyondLimit(
                "NUMBER_TOO_LONG",
                "文档中的数字过长：最多连续 %d 位".formatted(limit),
                "A number in the document is too long: at most %d digits in a row".formatted(limit));
    }

    /** @param found bytes announced, or -1 when the body only turned out to be longer */
    static BeyondLimit body(long limit, long found) {
        return new BeyondLimit(
                "BODY_TOO_LARGE",
                "请求体过大：最多 %d 字节，%s".formatted(limit, found < 0 ? "实际超出" : "实为 " + found + " 字节"),
                "The body is too large: at most %d bytes, found %s".formatted(limit, found < 0 ? "more" : found));
    }
}
