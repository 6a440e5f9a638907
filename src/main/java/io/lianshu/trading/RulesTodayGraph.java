package io.lianshu.trading;

import io.lianshu.platform.graph.OwnsItsThread;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.springframework.stereotype.Component;

/** The rules of trading in force today, outside any command: those for everything that is bid for. */
@Component
@OwnsItsThread
final class RulesTodayGraph implements Supplier<TradeRules> {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Driver driver;
    private final SessionConfig session;
    private final Clock clock;

    RulesTodayGraph(Driver driver, SessionConfig session, Clock clock) {
        this.driver = driver;
        this.session = session;
        this.clock = clock;
    }

    @Override
    public TradeRules get() {
        LocalDate today = LocalDate.now(clock.withZone(SHANGHAI));
        try (Session opened = driver.session(session)) {
            return opened.executeRead(transaction -> RulesGraph.inForce(today, null, null, true, transaction));
        }
    }
}
