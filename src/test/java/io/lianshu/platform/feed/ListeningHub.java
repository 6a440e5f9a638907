package io.lianshu.platform.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.access.AskedAccess;
import io.lianshu.engine.TestEngine;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.live.SocketClient;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** A hub with an agent, an approver and a supplier who listen, remembering little; one for all tests of the feed. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "lianshu.demo=true",
            "lianshu.read.plan-at-start=false",
            "lianshu.access.memory=0s",
            "lianshu.feed.memory=1s",
            "lianshu.feed.poll=100ms",
            "lianshu.feed.streams=3",
            "lianshu.demo-viewers.agent.employee-no=G0001",
            "lianshu.demo-viewers.department-approver.employee-no=G0002"
        })
abstract class ListeningHub {

    static final String AGENT = NodeId.of("per", List.of("agent"));
    static final String APPROVER = NodeId.of("per", List.of("approver"));
    static final String DEPARTMENT = NodeId.of("dep", List.of("department"));
    static final String SUPPLIER = "com_drkwokb6djtrcsa2jfzn6vlh6u";
    static final String PROJECT = NodeId.of("prj", List.of("project"));
    static final String BID = NodeId.of("bid", List.of("bid"));
    static final String MY_WORK =
            "subscription { myWork%s { position at kind { code label } subject { __typename id } viewer { id } } }";

    /** By which a client is known to listen. */
    static final String MARK = "MEETING_HELD";

    /** Two hubs on one graph have the same keys. */
    static final Path DATA = Path.of("target", "listening-hub");

    @LocalServerPort
    int port;

    @Autowired
    Feed feed;

    AskedAccess hub;

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) {
        TestEngine.wipe();
        run("CREATE (:Region {id: 'reg_something'})");
        TestEngine.register(registry);
        registry.add("lianshu.data", DATA::toString);
    }

    private static final AtomicLong begun = new AtomicLong();

    @BeforeEach
    void people() {
        TestEngine.wipe();
        // A hub follows the feed for some seconds after the last listener, and a real feed never begins again.
        run("CREATE (:FeedHead {id: 'head', seq: " + begun.addAndGet(1_000_000) + ", swept: 0})");
        run("CREATE (:Person {id: '" + AGENT + "', employeeNo: 'G0001', name: '代办员', updatedAt: datetime()})");
        run("CREATE (:Person {id: '" + APPROVER + "', employeeNo: 'G0002', name: '审批员', updatedAt: datetime()})"
                + "-[:WORKS_FOR]->(:Department {id: '" + DEPARTMENT + "', name: '住建局', updatedAt: datetime()})");
        run("CREATE (:Company {id: '" + SUPPLIER + "', name: '投标人', updatedAt: datetime()})");
        run("CREATE (:Project {id: '" + PROJECT + "', name: '项目', updatedAt: datetime()})");
        run("CREATE (:Bid {id: '" + BID + "', updatedAt: datetime()})-[:FOR_LOT]->(:Lot {id: '"
                + NodeId.of("lot", List.of("lot")) + "'})");
        hub = new AskedAccess(port);
    }

    static void run(String statement) {
        try (var session = TestEngine.driver().session()) {
            session.run(statement).consume();
        }
    }

    String token(String username) throws Exception {
        return hub.login(username, "demo").access();
    }

    /** Writes one event in a transaction of its own. */
    void tell(WorkKind kind, String subject, String... audience) {
        tell(kind, subject, ZonedDateTime.parse("2026-03-02T10:00:00+08:00"), audience);
    }

    void tell(WorkKind kind, String subject, ZonedDateTime at, String... audience) {
        try (var session = TestEngine.driver().session();
                var transaction = session.beginTransaction()) {
            feed.append(transaction, List.of(new WorkEvent(kind, subject, Set.of(audience))), at);
            transaction.commit();
        }
    }

    /** Somebody who listens from now on. */
    SocketClient listening(String username, String whom) throws Exception {
        SocketClient client = entered(username);
        client.subscribe("work", MY_WORK.formatted(""));
        JsonNode heard = null;
        for (int i = 0; i < 60 && heard == null; i++) {
            tell(WorkKind.MEETING_HELD, PROJECT, whom);
            heard = client.hear(500);
        }
        assertThat(heard).as("somebody listens").isNotNull();
        assertThat(heard.path("type").asString()).as("%s", heard).isEqualTo("next");
        return client;
    }

    SocketClient entered(String username) throws Exception {
        return SocketClient.entered(
                port, "{\"authorization\":\"Bearer " + token(username) + "\",\"accept-language\":\"en\"}");
    }

    /** The next update that is no mark. */
    static JsonNode next(SocketClient client) throws InterruptedException {
        while (true) {
            JsonNode heard = client.hear();
            JsonNode update = heard.at("/payload/data/myWork");
            if (!update.at("/kind/code").asString("").equals(MARK)) {
                return update.isMissingNode() ? heard : update;
            }
        }
    }

    /** Whether nothing but marks comes for a while. */
    static boolean isSilent(SocketClient client) throws InterruptedException {
        JsonNode heard = client.hear(1_500);
        while (heard != null) {
            if (!heard.at("/payload/data/myWork/kind/code").asString("").equals(MARK)) {
                return false;
            }
            heard = client.hear(1_500);
        }
        return true;
    }

    static ZonedDateTime instant(long seconds) {
        return ZonedDateTime.parse("2026-03-02T10:00:00+08:00").plus(seconds, ChronoUnit.SECONDS);
    }
}
