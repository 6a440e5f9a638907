package io.lianshu.exchange.mapping;

/**
 * One thing in a mapping that cannot work.
 *
 * @param line in the mapping file, from 1; 0 when it is about the whole file
 * @param path where in the mapping, as {@code nodes.bid.fields.price}
 * @param chinese what is wrong and what would be right
 * @param english the same in English
 */
public record MappingProblem(int line, String path, String chinese, String english) {

    public String message(boolean inEnglish) {
        return inEnglish
                ? "line %d, %s: %s".formatted(line, path, english)
                : "第 %d 行 %s：%s".formatted(line, path, chinese);
    }
}
