package io.lianshu.approval;

import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.graph.Sweep;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Makes simulated approvals real whose project has got its land by an import; the command does it at once. */
@Component
@EnableConfigurationProperties(ApprovalSettings.class)
@OwnsItsThread
final class ConversionGraph implements Sweep {

    private static final String CONVERT_STATEMENT = CypherCatalog.statement("approval", "convert-simulated");
    private static final int AT_ONCE = 1_000;

    private final Driver driver;
    private final SessionConfig session;
    private final ApprovalSettings settings;
    private final Clock clock;

    ConversionGraph(Driver driver, SessionConfig session, ApprovalSettings settings, Clock clock) {
        this.driver = driver;
        this.session = session;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "conversion";
    }

    @Override
    public Duration pause() {
        return settings.sweep();
    }

    @Override
    public void sweep() {
        long some;
        do {
            some = convert();
        } while (some == AT_ONCE);
    }

    private long convert() {
        ZonedDateTime now = ZonedDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
        try (Session opened = driver.session(session);
                Transaction transaction = opened.beginTransaction()) {
            long converted = transaction
                    .run(CONVERT_STATEMENT, Map.of("now", now, "most", AT_ONCE))
                    .single()
                    .get("converted")
                    .asLong();
            transaction.commit();
            return converted;
        }
    }
}
