package io.lianshu.collusion.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.TestEngine;
import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.feed.Feeds;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.SessionConfig;

/** Which lots are held again, and how long the fences of the market last. */
class RuleSweepIT {

    private static final RuleSet SET = RuleBook.read(Path.of("no-rules-of-ones-own"))
            .current(LocalDate.of(2026, 3, 2))
            .orElseThrow();
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-03-02T12:00:00+08:00");
    private static final SessionConfig SESSION = SessionConfig.defaultConfig();

    private final FenceGraph fences = new FenceGraph(TestEngine.driver(), SESSION);
    private final SignalGraph signals =
            new SignalGraph(TestEngine.driver(), SESSION, CodeLists.load(), Feeds.of(TestEngine.driver(), SESSION));

    @BeforeAll
    static void lots() {
        TestEngine.wipe();
        run("""
                UNWIND range(1, 6) AS number
                CREATE (lot:Lot {id: 'lot_' + number, openedAt: $now - duration('P1D'), status: 'OPENED'})
                MERGE (a:Company {id: 'com_a'})
                MERGE (b:Company {id: 'com_b'})
                CREATE (a)-[:SUBMITTED]->(:Bid {id: 'bid_a' + number, price: 100})-[:FOR_LOT]->(lot),
                  (b)-[:SUBMITTED]->(:Bid {id: 'bid_b' + number, price: 100 + number})-[:FOR_LOT]->(lot)
                """);
        run("""
                CREATE (:Lot {id: 'lot_closed', openedAt: $now + duration('P1D')})<-[:FOR_LOT]-(:Bid {id: 'bid_closed'})
                """);
    }

    @AfterAll
    static void wipe() {
        TestEngine.wipe();
    }

    @Test
    void aLotIsHeldAgainWhenItIsAwardedAndWhenTheMarketIsAnother() {
        String market = fences.market(SET, Duration.ofDays(7), NOW);
        assertThat(due(market, 10)).hasSize(6).extracting(Held::market).containsOnly(market);
        assertThat(due(market, 2)).hasSize(2);
        run("""
                MATCH (lot:Lot) WHERE lot.openedAt <= $now
                CREATE (lot)-[:HELD_AGAINST]->(:RuleRun {ruleSet: '2026-1', fingerprint: '%s', counts: true, market: '%s', state: 'OPENED/0/0'})
                """.formatted(SET.fingerprint(), market));
        assertThat(due(market, 10)).isEmpty();
        run("""
                MATCH (lot:Lot {id: 'lot_1'}), (a:Company {id: 'com_a'})
                CREATE (lot)-[:AWARDED]->(:Award {id: 'awd_1', status: 'AWARDED'})-[:TO]->(a)
                """);
        assertThat(due(market, 10)).containsExactly(new Held("lot_1", "OPENED/1/0", market));
        assertThat(fences.market(SET, Duration.ofDays(7), NOW.plusDays(6))).isEqualTo(market);
        String later = fences.market(SET, Duration.ofDays(7), NOW.plusDays(8));
        assertThat(later).isNotEqualTo(market);
        assertThat(due(later, 10)).hasSize(6);
    }

    private List<Held> due(String market, int most) {
        return signals.due(SET, true, market, most, NOW);
    }

    private static void run(String statement) {
        try (var session = TestEngine.driver().session()) {
            session.run(statement, Map.of("now", NOW)).consume();
        }
    }
}
