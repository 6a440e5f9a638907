package io.lianshu.platform.command;

import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Transaction;

/** What one person proposes another approves (四眼): neither the person, merges followed, nor the account may be the same. */
@OwnsItsThread
public final class FourEyes {

    private static final String SAME_STATEMENT = CypherCatalog.statement("platform", "same-person");
    private static final String PROPOSER = "proposer";
    private static final String ACCOUNT = "proposingAccount";

    private FourEyes() {}

    /** Who proposes, to be kept with what is proposed. */
    public static Map<String, @Nullable Object> proposedBy(CommandCall call) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put(PROPOSER, call.viewer().personId());
        values.put(ACCOUNT, call.viewer().name());
        return values;
    }

    /** Whether the caller is who proposed what is stored. */
    public static boolean isProposer(CommandCall call, Map<String, Object> stored, Transaction transaction) {
        boolean same = stored.get(PROPOSER) instanceof String proposer
                && transaction
                        .run(
                                SAME_STATEMENT,
                                Map.of(
                                        "one",
                                        proposer,
                                        "two",
                                        Objects.requireNonNull(call.viewer().personId())))
                        .single()
                        .get("same")
                        .asBoolean();
        return same || Objects.equals(stored.get(ACCOUNT), call.viewer().name());
    }
}
