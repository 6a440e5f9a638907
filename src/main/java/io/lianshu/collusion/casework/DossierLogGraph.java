package io.lianshu.collusion.casework;

import io.lianshu.platform.audit.AuditAction;
import io.lianshu.platform.audit.AuditEntry;
import io.lianshu.platform.audit.AuditTrail;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.NodeWrites;
import io.lianshu.platform.command.NodeWrites.Link;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.viewer.Viewer;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.springframework.stereotype.Component;

/** Keeps who took which dossier out, with its hash, in the case and in the audit. */
@Component
@OwnsItsThread
final class DossierLogGraph {

    private static final String EXPORT = "exportDossier";

    private final Driver driver;
    private final SessionConfig session;
    private final AuditTrail audit;

    DossierLogGraph(Driver driver, SessionConfig session, AuditTrail audit) {
        this.driver = driver;
        this.session = session;
        this.audit = audit;
    }

    void add(String matter, String file, String sha256, Viewer viewer, ZonedDateTime now) {
        try (Session opened = driver.session(session);
                Transaction transaction = opened.beginTransaction()) {
            if (CaseGraph.lock(matter, transaction).isEmpty()) {
                throw DossierRefused.unknown();
            }
            CustodyGraph.append(
                    Link.from("EXPORTED_AS", CaseGraph.LABEL, matter),
                    "EXPORTED",
                    viewer,
                    file,
                    sha256,
                    now,
                    new NodeWrites(new CommandCall(EXPORT, Map.of(), viewer, now), transaction, Set.of()),
                    transaction);
            audit.append(
                    transaction,
                    new AuditEntry(
                            now,
                            AuditAction.EXPORT,
                            viewer.name(),
                            viewer.rights(),
                            EXPORT,
                            matter,
                            null,
                            file + " " + sha256));
            transaction.commit();
        }
    }
}
