package io.lianshu.platform.identifier;

/** What is wrong with an identifier and what would be right; never the identifier itself. */
public record IdentifierFault(String chinese, String english) {

    public String message(boolean inEnglish) {
        return inEnglish ? english : chinese;
    }

    static IdentifierFault length(int found) {
        return new IdentifierFault("应为 18 位，实为 %d 位".formatted(found), "must have 18 characters, has " + found);
    }

    static IdentifierFault character(int position, String chinese, String english) {
        return new IdentifierFault(
                "第 %d 位不合规，应为%s".formatted(position, chinese),
                "character %d is not allowed, must be %s".formatted(position, english));
    }

    static IdentifierFault check(int position, char expected) {
        return new IdentifierFault(
                "第 %d 位校验码不符，应为 %s".formatted(position, expected),
                "check character %d does not match, expected %s".formatted(position, expected));
    }
}
