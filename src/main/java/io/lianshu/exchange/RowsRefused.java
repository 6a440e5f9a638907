package io.lianshu.exchange;

/** The graph will not take a batch for a reason that lies in its rows; says the reason without any value. */
final class RowsRefused extends RuntimeException {

    private final String chinese;

    RowsRefused(String chinese, String english) {
        super(english, null, false, false);
        this.chinese = chinese;
    }

    String chinese() {
        return chinese;
    }

    String english() {
        return String.valueOf(getMessage());
    }
}
