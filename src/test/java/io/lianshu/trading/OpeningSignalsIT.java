package io.lianshu.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.TestEngine;
import io.lianshu.platform.feed.Feed;
import io.lianshu.platform.feed.WorkEvent;
import io.lianshu.platform.feed.WorkKind;
import io.lianshu.platform.graph.Sweep;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.live.SocketClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** An opening makes the rules run, and what they find reaches those who look for it, and nobody else. */
class OpeningSignalsIT extends TradingHub {

    private static final Logger log = LoggerFactory.getLogger(OpeningSignalsIT.class);
    private static final String LISTEN =
            "subscription { riskSignals%s { position at signal { id rule strength { code } clause explanation"
                    + " lot { id openedAt } about { edges { node { ... on Company { id } } } } } } }";
    private static final String SAME_HEAD = "c34-same-head";
    private static final int ROUNDS = 5;
    private static final List<String> BIDDERS =
            Stream.concat(OTHERS.stream(), Stream.of(OWN)).toList();

    /** By which a client is known to listen; no signal has it. */
    private static final String MARK = NodeId.of("sig", List.of("mark"));

    @LocalServerPort
    private int port;

    @Autowired
    private Feed feed;

    @Autowired
    private List<Sweep> sweeps;

    @Test
    void whatThePlantedLotShowsReachesTheAnalystsAtOnce() throws Exception {
        List<Long> waited = new ArrayList<>();
        try (SocketClient analyst = listening("analyst", "");
                SocketClient officer = listening("case-officer", "(hardOnly: true)")) {
            for (int round = 0; round < ROUNDS; round++) {
                String lot = lotBeforeItsOpening();
                done("trading-centre", "openBids", LOT, "lot", lot, "place", "一号开标室");
                Instant opened = Instant.now();
                JsonNode first = next(analyst);
                waited.add(Duration.between(opened, Instant.now()).toMillis());
                JsonNode signal = first.path("signal");
                assertThat(signal.path("rule").asString()).as("%s", first).isEqualTo(SAME_HEAD);
                assertThat(signal.at("/strength/code").asString()).isEqualTo("HARD");
                assertThat(signal.path("clause").asString()).contains("第三十四条");
                assertThat(signal.at("/lot/id").asString()).isEqualTo(lot);
                assertThat(signal.at("/about/edges").findValuesAsString("id")).contains(OTHERS.get(0), OTHERS.get(1));
                assertThat(next(analyst).at("/signal/strength/code").asString()).isNotEqualTo("HARD");
                assertThat(next(officer).at("/signal/rule").asString()).isEqualTo(SAME_HEAD);
                drain(analyst);
                officer.say("{\"type\":\"pong\"}");
            }
            assertThat(officer.hear(500)).as("only exact matches").isNull();
        }
        log.info("From the answer of openBids to the signal at the analyst: {} ms", waited);
    }

    @Test
    void whatWasSaidBeforeOrIsOldIsNoNews() throws Exception {
        String lot = lotBeforeItsOpening();
        try (SocketClient analyst = listening("analyst", "(hardOnly: true)")) {
            done("trading-centre", "openBids", LOT, "lot", lot, "place", "一号开标室");
            JsonNode told = next(analyst);
            assertThat(told.at("/signal/rule").asString()).isEqualTo(SAME_HEAD);
            write("MATCH (run:RuleRun) SET run.fingerprint = 'of former rules'");
            rules();
            assertThat(count("(run:RuleRun {fingerprint: 'of former rules'})")).isZero();
            assertThat(analyst.hear(1_500)).isNull();
            write("MATCH (signal:CollusionSignal) DETACH DELETE signal");
            write("MATCH (run:RuleRun) SET run.fingerprint = 'of former rules'");
            write("MATCH (lot:Lot {id: '" + lot + "'}) SET lot.openedAt = $now - duration({days: 8})");
            rules();
            assertThat(count("(:CollusionSignal {rule: '" + SAME_HEAD + "', counts: true})"))
                    .isOne();
            assertThat(analyst.hear(1_500)).isNull();
            // Who was away goes on from where it was, and what is gone by then is null.
            write("MATCH (lot:Lot {id: '" + lot + "'}) SET lot.openedAt = $now - duration({days: 6})");
            write("MATCH (signal:CollusionSignal) DETACH DELETE signal");
            write("MATCH (run:RuleRun) SET run.fingerprint = 'of former rules'");
            analyst.cut();
            rules();
            write("MATCH (signal:CollusionSignal) DETACH DELETE signal");
            try (SocketClient again = entered("analyst")) {
                again.subscribe(
                        "signals",
                        LISTEN.formatted("(hardOnly: true, after: \""
                                + told.path("position").asString() + "\")"));
                JsonNode missed = again.hear().at("/payload/data/riskSignals");
                assertThat(missed.path("signal").isNull()).as("%s", missed).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"public", "supplier", "trading-centre", "director", "administrator", "agent"})
    void whoLooksForNothingIsRefused(String viewer) throws Exception {
        try (SocketClient client = entered(viewer)) {
            client.subscribe("signals", LISTEN.formatted(""));
            JsonNode said = client.hear();
            assertThat(said.path("type").asString()).as("%s", said).isEqualTo("error");
            assertThat(said.at("/payload/0/extensions/code").asString()).isEqualTo("NOT_ALLOWED");
            assertThat(said.at("/payload/0/extensions/field").asString()).isEqualTo("riskSignals");
        }
    }

    private void rules() {
        sweeps.stream().filter(sweep -> sweep.name().equals("rules")).forEach(Sweep::sweep);
    }

    /** Two of four bidders have one head, and the prices stand in equal distances. */
    private String lotBeforeItsOpening() throws Exception {
        String lot = lotOf(registered("prj_readyreadyreadyreadyreadyr", "5000000.00"));
        notice(lot, "TENDER", 21);
        for (int at = 0; at < BIDDERS.size(); at++) {
            otherBid(lot, BIDDERS.get(at), 470_000_000L + at * 1_000_000L);
        }
        write("MERGE (head:Person {id: '" + NodeId.of("per", List.of("head")) + "', name: '两家之首'}) "
                + "WITH head MATCH (firm:Company) WHERE firm.id IN ['" + OTHERS.get(0) + "', '" + OTHERS.get(1)
                + "'] MERGE (head)-[:LEGAL_REP_OF]->(firm)");
        done("trading-centre", "drawCommittee", LOT, "lot", lot, "size", 5);
        passDeadline(lot);
        return lot;
    }

    private SocketClient entered(String viewer) throws Exception {
        return SocketClient.entered(
                port,
                viewer.equals("public") ? "{}" : "{\"Lianshu-Viewer\":\"" + viewer + "\",\"accept-language\":\"zh\"}");
    }

    private SocketClient listening(String viewer, String arguments) throws Exception {
        SocketClient client = entered(viewer);
        client.subscribe("signals", LISTEN.formatted(arguments));
        JsonNode heard = null;
        for (int i = 0; i < 60 && heard == null; i++) {
            try (var session = TestEngine.driver().session();
                    var transaction = session.beginTransaction()) {
                feed.append(transaction, List.of(new WorkEvent(WorkKind.EXACT_MATCH_FOUND, MARK, Set.of())), now());
                transaction.commit();
            }
            heard = client.hear(500);
        }
        assertThat(heard).as("somebody listens").isNotNull();
        assertThat(heard.at("/payload/data/riskSignals/position").asString(""))
                .as("%s", heard)
                .isNotEmpty();
        drain(client);
        return client;
    }

    private static void drain(SocketClient client) throws InterruptedException {
        // Who says nothing for a minute is sent away.
        client.say("{\"type\":\"pong\"}");
        while (client.hear(700) != null) {
            // Marks of others, and leads that are looked at elsewhere.
        }
    }

    /** The next update that is no mark. Of the first lot it waits for the rules to be planned, which this hub does not do at its start. */
    private static JsonNode next(SocketClient client) throws InterruptedException {
        for (int turn = 0; turn < 60; turn++) {
            client.say("{\"type\":\"pong\"}");
            JsonNode heard = client.hear(3_000);
            JsonNode update = heard == null ? null : heard.at("/payload/data/riskSignals");
            if (update != null && !update.path("signal").isNull()) {
                return update;
            }
        }
        throw new AssertionError("nothing was told");
    }
}
