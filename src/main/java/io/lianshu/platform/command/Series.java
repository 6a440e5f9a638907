package io.lianshu.platform.command;

import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import java.util.Map;
import org.neo4j.driver.Transaction;

/** Takes numbers of a series inside a transaction; a number of one that comes to nothing is given again. */
@OwnsItsThread
public final class Series {

    private static final String NUMBERS_STATEMENT = CypherCatalog.statement("platform", "next-numbers");

    private Series() {}

    /** The first of {@code many} new numbers, such as 7 when KN-2026 has got as far as 6. */
    public static int numbers(String series, int many, Transaction transaction) {
        int last = transaction
                .run(NUMBERS_STATEMENT, Map.of("series", series, "many", many))
                .single()
                .get("last")
                .asInt();
        return last - many + 1;
    }

    /** The next number as it is written, such as KN-2026-00007. */
    public static String next(String series, Transaction transaction) {
        return "%s-%05d".formatted(series, numbers(series, 1, transaction));
    }
}
