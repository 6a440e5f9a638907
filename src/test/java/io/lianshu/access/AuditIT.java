package io.lianshu.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.Eventually;
import io.lianshu.engine.TestEngine;
import io.lianshu.platform.audit.AuditCheck;
import io.lianshu.platform.audit.AuditCheck.Breach;
import io.lianshu.platform.audit.AuditCheck.Fault;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.secret.Sealer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Whatever is done leaves an event, and no event changes unseen. */
class AuditIT extends EnteredHub {

    private static final String NUMBER = "110101199003074530";

    @Autowired
    private AuditCheck check;

    @Autowired
    private Sealer sealer;

    @BeforeEach
    void forget() {
        run("MATCH (n:AuditEvent|AuditHead) DELETE n");
    }

    private void fiveEvents() throws Exception {
        String admin = hub.login("administrator", "demo").access();
        hub.login("administrator", "wrong");
        Eventually.holds("the refused log-in is told", () -> check.walk().events() == 2);
        String id = hub.command("createAccount", "id", Map.of("username", "audited" + System.nanoTime()), admin)
                .at("/account/id")
                .asString();
        hub.command("grantRole", "id", Map.of("account", id, "role", "AGENT", "reason", "首次授予"), admin);
        assertThat(hub.auth("logout", "{\"everywhere\": true}", "application/json", admin)
                        .status())
                .isEqualTo(204);
        assertThat(check.walk().events()).isEqualTo(5);
    }

    @Test
    void theSupervisorReadsWhatWasDoneAndNobodyElse() throws Exception {
        fiveEvents();
        String supervisor = hub.login("supervisor", "demo").access();
        String question = "{ auditEvents(orderBy: [{ number: ASC }]) { totalCount edges { node {"
                + " number action { code label } by command reason account { username } } } } }";
        JsonNode events = hub.ask(question, Map.of(), "Bearer " + supervisor).at("/data/auditEvents");
        assertThat(events.path("totalCount").asInt()).as("%s", events).isEqualTo(6);
        assertThat(events.path("edges")
                        .valueStream()
                        .map(edge -> edge.at("/node/action/code").asString()))
                .containsExactly("LOGIN", "LOGIN_REFUSED", "COMMAND", "COMMAND", "LOGOUT", "LOGIN");
        assertThat(events.at("/edges/3/node/command").asString()).isEqualTo("grantRole");
        assertThat(events.at("/edges/3/node/reason").asString()).isEqualTo("首次授予");
        assertThat(events.at("/edges/3/node/account/username").asString()).isEqualTo("administrator");
        JsonNode some = hub.ask(
                "{ auditEvents(filter: { action: { eq: \"LOGIN_REFUSED\" } }) { totalCount } }",
                Map.of(),
                "Bearer " + supervisor);
        assertThat(some.at("/data/auditEvents/totalCount").asInt())
                .as("%s", some)
                .isOne();
        String admin = hub.login("administrator", "demo").access();
        assertThat(hub.ask(question, Map.of(), "Bearer " + admin)
                        .at("/data/auditEvents/totalCount")
                        .asInt())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MATCH (e:AuditEvent {number: 3}) SET e.by = 'somebody else'                     | 3 | ALTERED
            MATCH (e:AuditEvent {number: 2}) DELETE e                                       | 2 | MISSING
            MATCH (e:AuditEvent {number: 5}) DELETE e                                       | 5 | MISSING
            MATCH (e:AuditEvent {number: 4}) SET e.at = e.at + duration('PT1S')             | 4 | ALTERED
            MATCH (e:AuditEvent {number: 1}) SET e.reason = ''                              | 1 | ALTERED
            MATCH (e:AuditEvent {number: 5}) DELETE e WITH 1 AS x MATCH (h:AuditHead) SET h.number = 4 | 4 | ALTERED
            MATCH (e:AuditEvent {number: 5}) CREATE (f:AuditEvent) SET f = e {.*, number: 6, id: 'evt_x'} | 6 | ADDED
            MATCH (e:AuditEvent {number: 3}) REMOVE e.action                                | 3 | ALTERED
            MATCH (e:AuditEvent {number: 3}) SET e.action = 'NOTHING'                       | 3 | ALTERED
            MATCH (e:AuditEvent {number: 3}) SET e.at = 'yesterday'                         | 3 | ALTERED
            CREATE (e:AuditEvent {id: 'evt_x', number: 0})                                  | 6 | ADDED
            CREATE (e:AuditEvent {id: 'evt_x', number: '7'})                                | 6 | ADDED
            CREATE (e:AuditEvent {id: 'evt_x', number: 2.5})                                | 6 | ADDED
            CREATE (e:AuditEvent {id: 'evt_x', action: 'LOGIN'})                            | 6 | ADDED
            MATCH (h:AuditHead) DELETE h                                                    | 1 | ADDED
            """)
    void whateverIsChangedShowsWhere(String change, long number, Fault fault) throws Exception {
        fiveEvents();
        run(change);
        assertThat(check.walk().breach()).isEqualTo(new Breach(number, fault));
    }

    @Test
    void aRevealedValueLeavesItsReasonAndNoTraceOfItself() throws Exception {
        String id = NodeId.of("per", List.of("revealed"));
        run("CREATE (:Person {id: '" + id + "', name: '张三丰', idNumberEnc: '" + sealer.seal(NUMBER) + "'})");
        String officer = hub.login("case-officer", "demo").access();
        assertThat(reveal(id, "name", "核对身份所需", officer)).isEqualTo("张三丰");
        assertThat(reveal(id, "idNumber", "核对身份所需", officer)).isEqualTo(NUMBER);
        assertThat(reveal(id, "idNumber", "看", officer)).isEqualTo("BAD_REASON");
        assertThat(reveal(id, "kind", "核对身份所需", officer)).isEqualTo("BAD_FIELD");
        assertThat(reveal(id, "phone", "核对身份所需", officer)).isEqualTo("NOT_FOUND");
        assertThat(reveal("x", "phone", "核对身份所需", officer)).isEqualTo("BAD_ID");
        assertThat(reveal(NodeId.of("per", List.of("nobody")), "name", "核对身份所需", officer))
                .isEqualTo("NOT_FOUND");
        assertThat(reveal(id, "name", "核对身份所需", hub.login("director", "demo").access()))
                .isEqualTo("NOT_ALLOWED");
        try (var session = TestEngine.driver().session()) {
            assertThat(session.run(
                                    "MATCH (e:AuditEvent {action: 'REVEAL'}) RETURN e.subject + e.details + e.reason AS said"
                                            + " ORDER BY e.number")
                            .list(row -> row.get("said").asString()))
                    .containsExactly(id + "Person.name核对身份所需", id + "Person.idNumber核对身份所需");
            assertThat(session.run("MATCH (n) WHERE n:AuditEvent OR n:Command RETURN collect(properties(n)) AS all")
                            .single()
                            .get("all")
                            .toString())
                    .doesNotContain(NUMBER, "张三丰");
        }
    }

    @Test
    void anAccountSeesSoManyValuesInADayAndNoMore() throws Exception {
        String id = NodeId.of("per", List.of("counted"));
        run("CREATE (:Person {id: '" + id + "', name: '张三丰'})");
        String officer = hub.login("case-officer", "demo").access();
        assertThat(reveal(id, "name", "核对身份所需", officer)).isEqualTo("张三丰");
        run("MATCH (a:Account {username: 'case-officer'}) SET a.reveals = 199");
        assertThat(reveal(id, "name", "核对身份所需", officer)).isEqualTo("张三丰");
        assertThat(reveal(id, "name", "核对身份所需", officer)).isEqualTo("TOO_MANY_REVEALS");
        run("MATCH (a:Account {username: 'case-officer'}) SET a.revealedOn = a.revealedOn - duration('P1D')");
        assertThat(reveal(id, "name", "核对身份所需", officer)).isEqualTo("张三丰");
    }

    private String reveal(String node, String field, String reason, String token) throws Exception {
        JsonNode answer = hub.ask(
                "mutation($i: RevealIdentifierInput!) { revealIdentifier(input: $i) { value refusals { code } } }",
                Map.of("i", Map.of("clientMutationId", "x", "node", node, "field", field, "reason", reason)),
                "Bearer " + token);
        JsonNode said = answer.at("/data/revealIdentifier");
        String refused = said.at("/refusals/0/code").asString("")
                + answer.at("/errors/0/extensions/code").asString("");
        return refused.isEmpty() ? said.path("value").asString() : refused;
    }

    @Test
    void whatIsDoneAtOnceIsAWholeChain() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(8);
        String admin = hub.login("administrator", "demo").access();
        for (int i = 0; i < 40; i++) {
            String username = "chain" + i + "-" + System.nanoTime();
            many.submit(() -> hub.command("createAccount", "id", Map.of("username", username), admin));
        }
        many.shutdown();
        assertThat(many.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        AuditCheck.Result result = check.walk();
        assertThat(result.breach()).isNull();
        assertThat(result.events()).isEqualTo(41);
    }
}
