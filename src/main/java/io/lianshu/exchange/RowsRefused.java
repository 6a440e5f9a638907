package io.lianshu.exchange;

/** The graph will not take a batch for a reason that lies in its rows; says the reason without any value. */
final class RowsRefused extends RuntimeException {

    private final String chinese;
    private final String property;

    RowsRefused(String chinese, String english) {
        this(chinese, english, "");
    }

    /** @param property the property whose value another node has */
    RowsRefused(String chinese, String english, String property) {
        super(english, null, false, false);
        this.chinese = chinese;
        this.property = property;
    }

    /** The property whose value another node has, or an empty text. */
    String property() {
        return property;
    }

    String chinese() {
        return chinese;
    }

    String english() {
        return String.valueOf(getMessage());
    }
}
