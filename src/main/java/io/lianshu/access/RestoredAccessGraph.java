package io.lianshu.access;

import io.lianshu.platform.audit.AuditAction;
import io.lianshu.platform.audit.AuditEntry;
import io.lianshu.platform.audit.AuditTrail;
import io.lianshu.platform.graph.AfterRestore;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.GraphServer.Restored;
import io.lianshu.platform.graph.OwnsItsThread;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Map;
import org.neo4j.driver.Transaction;
import org.springframework.stereotype.Component;

/** Ends the sessions that a backup brings back, some of which were ended since for a reason, and tells of the restore. */
@Component
@OwnsItsThread
final class RestoredAccessGraph implements AfterRestore {

    private static final String END_STATEMENT = CypherCatalog.statement("access", "end-all-sessions");

    private final AuditTrail audit;
    private final Clock clock;

    RestoredAccessGraph(AuditTrail audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void carryOut(Transaction transaction, Restored restored) {
        ZonedDateTime now = ZonedDateTime.now(clock);
        long ended = transaction
                .run(END_STATEMENT, Map.of("now", now))
                .single()
                .get("ended")
                .asLong();
        audit.append(
                transaction,
                new AuditEntry(
                        now,
                        AuditAction.RESTORE,
                        AuditEntry.COMMAND_LINE,
                        "",
                        "restore",
                        null,
                        null,
                        restored.words() + "; sessions ended: " + ended));
    }
}
