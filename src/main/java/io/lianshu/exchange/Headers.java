package io.lianshu.exchange;

/** What holds for the column names of every kind of table. */
final class Headers {

    private static final int MOST_COLUMNS = 2_000;

    private Headers() {}

    /** How many cells a line without quotes has. */
    static long count(String line, char delimiter) {
        return 1 + line.chars().filter(c -> c == delimiter).count();
    }

    /** @throws FileRefused when there are more columns than any table of records has */
    static void check(String name, long columns) {
        if (columns > MOST_COLUMNS) {
            throw new FileRefused(
                    name,
                    "有 " + columns + " 列，最多 " + MOST_COLUMNS + " 列；请检查分隔符，或删去空列",
                    "has " + columns + " columns, and " + MOST_COLUMNS
                            + " are the most; check the delimiter, or delete empty columns");
        }
    }
}
