package io.lianshu.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.access.AskedAccess;
import io.lianshu.engine.TestEngine;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.secret.Sealer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Whose telephone and whose place is shown to whom, and what becomes of both when nobody consents or asks any more. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "lianshu.demo=true",
            "lianshu.read.plan-at-start=false",
            "lianshu.access.memory=0s",
            "lianshu.demo-viewers.agent.employee-no=G0001",
            "lianshu.read.timeout=2m"
        })
class PrivacyIT {

    private static final String PLACES =
            "{ visits(orderBy: [{ clientId: ASC }]) { edges { node { location { latitude } } } } }";

    private static final Map<String, String> IDS = Stream.of(
                    "agent", "owner", "officer", "former", "stranger", "other", "nobody")
            .collect(Collectors.toMap(name -> name, name -> NodeId.of("per", List.of(name))));

    @Autowired
    private Sealer sealer;

    @Autowired
    private RetentionGraph retention;

    @LocalServerPort
    private int port;

    private AskedAccess hub;

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) {
        TestEngine.wipe();
        write("CREATE (:Region {id: 'reg_x'})");
        TestEngine.register(registry);
    }

    @BeforeEach
    void district() throws Exception {
        hub = new AskedAccess(port);
        write(
                "MATCH (n:Person|Visit|Consent|Project|Bid|Lot|Approval|AgencyService|Company|Department) DETACH DELETE n");
        try (var graph = getClass().getResourceAsStream("/graphs/privacy/an-agents-project.cypher");
                var session = TestEngine.driver().session()) {
            String statement = new String(graph.readAllBytes(), StandardCharsets.UTF_8);
            session.run(statement, Map.of("id", IDS, "phone", sealer.seal("13800001234"), "now", ZonedDateTime.now()))
                    .consume();
        }
        // The first login makes the demo accounts; the people behind them are new for each test.
        token("agent");
        write("MATCH (a:Account {username: 'agent'}), (p:Person {id: $id.agent}) MERGE (a)-[:ACCOUNT_OF]->(p)");
    }

    @AfterAll
    static void wipe() {
        TestEngine.wipe();
    }

    private static void write(String statement) {
        try (var session = TestEngine.driver().session()) {
            session.run(statement, Map.of("id", IDS)).consume();
        }
    }

    private static long count(String pattern) {
        try (var session = TestEngine.driver().session()) {
            return session.run("MATCH " + pattern + " RETURN count(*) AS n", Map.of("id", IDS))
                    .single()
                    .get("n")
                    .asLong();
        }
    }

    private String token(String role) throws Exception {
        return hub.login(role, "demo").access();
    }

    private JsonNode ask(String document, String token) throws Exception {
        JsonNode answer = hub.ask(document, Map.of(), "Bearer " + token);
        assertThat(answer.has("errors")).as("%s", answer).isFalse();
        return answer.path("data");
    }

    private JsonNode command(String mutation, Map<String, Object> input, String token) throws Exception {
        Map<String, Object> all = new HashMap<>(input);
        all.put("clientMutationId", UUID.randomUUID().toString());
        String type = mutation.equals("answerAccessRequest")
                ? "AccessRequest"
                : mutation.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + mutation.substring(1);
        JsonNode answer = hub.ask(
                "mutation($input: " + type + "Input!) { it: " + mutation + "(input: $input) { person { id phone"
                        + " consents { withdrawnAt } personalData { relation { code } mustStay node { __typename } } }"
                        + " refusals { code field } } }",
                Map.of("input", all),
                "Bearer " + token);
        assertThat(answer.has("errors")).as("%s", answer).isFalse();
        return answer.at("/data/it");
    }

    private String phone(String person, String token) throws Exception {
        return ask("{ node(id: \"" + IDS.get(person) + "\") { ... on Person { phone } } }", token)
                .at("/node/phone")
                .asString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner", "officer", "agent"})
    void anAgentSeesTheTelephonesOfItsOwnProjects(String person) throws Exception {
        String agent = token("agent");
        assertThat(phone(person, agent)).isEqualTo("13800001234");
        assertThat(phone(person, token("director"))).isEqualTo("138****1234");
        write("MATCH (:Person {id: $id.agent})-[m:MEMBER_OF]->() SET m.to = date('2021-01-01')");
        assertThat(phone(person, agent)).isEqualTo(person.equals("agent") ? "13800001234" : "138****1234");
    }

    @ParameterizedTest
    @ValueSource(strings = {"former", "stranger", "other"})
    void andOfNobodyElse(String person) throws Exception {
        assertThat(phone(person, token("agent"))).isEqualTo("138****1234");
        assertThat(phone(person, token("case-officer"))).isEqualTo("13800001234");
    }

    @Test
    void whereAnAgentStoodIsSeenByThatAgentAndBySupervisors() throws Exception {
        assertThat(places("agent")).isEqualTo("29.8 29.8 -");
        assertThat(places("supervisor")).isEqualTo("29.8 29.8 29.8");
        for (String role : List.of("director", "analyst", "department-approver", "importer", "administrator")) {
            assertThat(places(role)).as(role).isEqualTo("- - -");
        }
        for (String by : List.of(
                "filter: { location: { within: { latitude: 29.8, longitude: 121.5, metres: 100 } } }",
                "near: { latitude: 29.8, longitude: 121.5, metres: 100 }",
                "orderBy: [{ location: ASC }]")) {
            JsonNode answer =
                    hub.ask("{ visits(" + by + ") { totalCount } }", Map.of(), "Bearer " + token("supervisor"));
            assertThat(answer.at("/errors/0/extensions/code").asString()).as(by).isEqualTo("BAD_QUERY");
        }
    }

    private String places(String role) throws Exception {
        StringBuilder text = new StringBuilder();
        for (JsonNode edge : ask(PLACES, token(role)).at("/visits/edges")) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(edge.at("/node/location/latitude").asString("-"));
        }
        return text.toString();
    }

    @Test
    void aPlaceIsForgottenWhenItsTermIsOverAndWhereNobodyConsented() throws Exception {
        assertThat(retention.forgetPlaces(Duration.ofDays(365))).isEqualTo(2);
        assertThat(places("supervisor")).isEqualTo("29.8 - -");
        assertThat(retention.forgetPlaces(Duration.ofDays(365))).isZero();
        assertThat(count("(e:AuditEvent {action: 'RETENTION'}) WHERE e.details STARTS WITH '2 '"))
                .isOne();
    }

    @Test
    void whoWithdrawsConsentIsForgottenAtOnce() throws Exception {
        String agent = token("agent");
        Map<String, Object> same = Map.of("purpose", "VISIT_LOCATION", "notice", "v1");
        assertThat(command("giveConsent", same, agent).at("/refusals/0/code").asString())
                .isEqualTo("ALREADY_GIVEN");
        JsonNode done = command("withdrawConsent", Map.of("purpose", "VISIT_LOCATION"), agent);
        assertThat(done.at("/person/consents/0/withdrawnAt").asString()).isNotEmpty();
        assertThat(places("supervisor")).isEqualTo("- - 29.8");
        assertThat(command("withdrawConsent", Map.of("purpose", "VISIT_LOCATION"), agent)
                        .at("/refusals/0/code")
                        .asString())
                .isEqualTo("NOT_GIVEN");
        assertThat(command("giveConsent", same, agent).path("refusals").isEmpty())
                .isTrue();
        assertThat(count("(:Person {id: $id.agent})-[:GAVE]->(:Consent)")).isEqualTo(2);
        assertThat(command("giveConsent", Map.of("purpose", "ANYTHING", "notice", "v1"), agent)
                        .at("/refusals/0/code")
                        .asString())
                .isEqualTo("BAD_CODE");
        assertThat(command("giveConsent", same, token("director"))
                        .at("/refusals/0/code")
                        .asString())
                .isEqualTo("NO_PERSON");
    }

    @Test
    void aRequestToKnowListsWhatIsHeldAndNoSecretOfASealedBid() throws Exception {
        write("""
                MATCH (n:Person {id: $id.nobody})
                CREATE (n)<-[:HANDLED_BY]-(:Bid {id: 'bid_1', bidNo: 'b1'})-[:FOR_LOT]->(:Lot {id: 'lot_1', bidSectionCode: 'l1', round: 1}),
                    (n)<-[:HANDLED_BY]-(:Bid {id: 'bid_2', bidNo: 'b2'})-[:FOR_LOT]->(:Lot {id: 'lot_2', bidSectionCode: 'l2', round: 1, openedAt: datetime('2020-01-01T00:00:00Z')})
                """);
        JsonNode answer = command(
                "answerAccessRequest",
                Map.of("person", IDS.get("agent"), "reason", "本人书面申请 2026-7 号"),
                token("administrator"));
        assertThat(answer.at("/person/personalData")
                        .valueStream()
                        .map(row -> row.at("/relation/code").asString()))
                .containsExactlyInAnyOrder("ACCOUNT_OF", "GAVE", "MADE", "MADE", "MEMBER_OF");
        assertThat(answer.at("/person/personalData")
                        .valueStream()
                        .filter(row -> row.path("mustStay").isNull()))
                .hasSize(1);
        JsonNode bids = command(
                "answerAccessRequest",
                Map.of("person", IDS.get("nobody"), "reason", "本人书面申请 2026-8 号"),
                token("administrator"));
        assertThat(bids.at("/person/personalData")).as("%s", bids).isEmpty();
        String own = "{ node(id: \"" + IDS.get("agent") + "\") { ... on Person { personalData { node { id } } } } }";
        assertThat(ask(own, token("agent")).at("/node/personalData")).isNotEmpty();
        assertThat(ask(own, token("director")).at("/node/personalData")).isEmpty();
        assertThat(count("(e:AuditEvent {command: 'answerAccessRequest', subject: $id.agent})"))
                .isOne();
    }

    @Test
    void whoIsInOfficeIsNotErased() throws Exception {
        JsonNode refused =
                command("erasePerson", Map.of("person", IDS.get("agent"), "reason", "本人申请删除"), token("administrator"));
        assertThat(refused.at("/refusals/0/code").asString()).isEqualTo("STILL_IN_OFFICE");
        assertThat(command("erasePerson", Map.of("person", IDS.get("agent"), "reason", "x"), token("administrator"))
                        .at("/refusals/0/code")
                        .asString())
                .isEqualTo("BAD_REASON");
        assertThat(command(
                                "erasePerson",
                                Map.of("person", NodeId.of("per", List.of("none")), "reason", "本人申请删除"),
                                token("administrator"))
                        .at("/refusals/0/code")
                        .asString())
                .isEqualTo("NOT_FOUND");
        assertThat(count("(p:Person) WHERE p.phoneEnc IS NOT NULL")).isEqualTo(7);
    }

    @Test
    void whatTheLawBidsToKeepStaysAndTheRestGoes() throws Exception {
        String leaver = token("bank");
        write("MATCH (a:Account {username: 'bank'}), (p:Person {id: $id.former}), (v:Visit {clientId: 'v1'})"
                + " CREATE (a)-[:ACCOUNT_OF]->(p)-[:MADE]->(v)");
        write(
                "MATCH (p:Person {id: $id.former}) CREATE (:Command {id: 'cmd_1'})-[:CHANGED {label: 'Person', at: datetime(),"
                        + " fields: ['phone', 'name'], before: ['=old', '=a'], after: ['=new', '=b']}]->(p)");
        JsonNode done =
                command("erasePerson", Map.of("person", IDS.get("former"), "reason", "本人申请删除"), token("administrator"));
        assertThat(done.path("refusals").isEmpty()).as("%s", done).isTrue();
        assertThat(done.at("/person/phone").isNull()).isTrue();
        assertThat(count("(p:Person {id: $id.former}) WHERE p.phoneEnc IS NULL AND p.idNumberEnc IS NOT NULL"))
                .isOne();
        assertThat(count("(:Person {id: $id.former})-[:MADE]->(v:Visit) WHERE v.location IS NULL"))
                .isEqualTo(1);
        assertThat(
                        count(
                                "()-[c:CHANGED]->(:Person {id: $id.former}) WHERE c.before = ['', '=a'] AND c.after = ['', '=b']"))
                .isOne();
        assertThat(hub.me(leaver)).isEqualTo("BAD_TOKEN");
        assertThat(hub.login("bank", "demo").status()).isEqualTo(401);
        JsonNode gone =
                command("erasePerson", Map.of("person", IDS.get("nobody"), "reason", "本人申请删除"), token("administrator"));
        assertThat(gone.path("refusals").isEmpty()).as("%s", gone).isTrue();
        assertThat(gone.path("person").isNull()).isTrue();
        assertThat(count("(:Person {id: $id.nobody})")).isZero();
    }
}
