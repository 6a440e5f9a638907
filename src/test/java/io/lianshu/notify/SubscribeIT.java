package io.lianshu.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.lianshu.access.AskedAccess;
import io.lianshu.access.AskedAccess.Answer;
import io.lianshu.engine.TestEngine;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.secret.Sealer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** People who log in by WeChat and accept messages: whose openid is kept, how, until when, and whose acceptance counts. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "lianshu.demo=true",
            "lianshu.read.plan-at-start=false",
            "lianshu.access.memory=0s",
            "lianshu.data=target/subscribe",
            "lianshu.notify.sweep=60d",
            "lianshu.access.wechat.app-id=" + WechatStandIn.APP,
            "lianshu.access.wechat.secret=" + WechatStandIn.SECRET,
            "lianshu.notify.wechat.week-visits.template=tmpl-week",
            "lianshu.notify.wechat.week-visits.fields.thing1=summary",
            "lianshu.notify.wechat.overdue.template=tmpl-overdue",
            "lianshu.notify.wechat.overdue.fields.number2=count"
        })
class SubscribeIT {

    private static final String OPENID = "oSecret-openid-";
    private static HttpServer weChat;

    @Autowired
    private Sealer sealer;

    @LocalServerPort
    private int port;

    private AskedAccess hub;

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) throws IOException {
        TestEngine.wipe();
        write("CREATE (:Region {id: 'reg_x'})");
        TestEngine.register(registry);
        weChat = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        weChat.createContext("/", exchange -> {
            // The code says who it is.
            String query = exchange.getRequestURI().getQuery();
            String user = OPENID + query.replaceFirst(".*js_code=(\\w+).*", "$1");
            byte[] answer = ("{\"openid\": \"" + user + "\", \"session_key\": \"k\"}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        weChat.start();
        registry.add(
                "lianshu.access.wechat.endpoint",
                () -> "http://127.0.0.1:" + weChat.getAddress().getPort() + "/");
    }

    @BeforeEach
    void people() throws Exception {
        hub = new AskedAccess(port);
        write("MATCH (n:Person|Credential|Account|RoleGrant|WechatUser|Delivery|Command) DETACH DELETE n");
        for (String role : List.of("agent", "department-approver", "administrator")) {
            login(role);
            write("MATCH (a:Account {username: '" + role + "'}) CREATE (a)-[:ACCOUNT_OF]->(:Person {id: '"
                    + person(role) + "', name: '王小明', updatedAt: datetime()})");
        }
    }

    @AfterAll
    static void end() {
        weChat.stop(0);
        TestEngine.wipe();
    }

    private static void write(String statement) {
        try (var session = TestEngine.driver().session()) {
            session.run(statement).consume();
        }
    }

    private static List<Object> read(String statement) {
        try (var session = TestEngine.driver().session()) {
            return session.run(statement).list(row -> row.get(0).asObject());
        }
    }

    private static String person(String role) {
        return NodeId.of("per", List.of(role));
    }

    private String login(String role) throws Exception {
        return hub.login(role, "demo").access();
    }

    private String link(String role, String code) throws Exception {
        Answer answer = hub.auth("token", Map.of("username", role, "password", "demo", "wechat_code", code));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer.access();
    }

    private JsonNode accept(String token, List<String> templates) throws Exception {
        return hub.ask(
                "mutation($input: AcceptSubscribeMessagesInput!) { it: acceptSubscribeMessages(input: $input) {"
                        + " person { wechatUsers { id weekVisits overdue } } refusals { code field } } }",
                Map.of("input", Map.of("clientMutationId", UUID.randomUUID().toString(), "templates", templates)),
                "Bearer " + token);
    }

    private static List<Object> counts(String role) {
        return read("MATCH (:Account {username: '" + role + "'})<-[:LOGS_IN_TO]-(u:WechatUser)"
                + " RETURN u.weekVisits + ' ' + u.overdue");
    }

    @Test
    void whatAUserAcceptsCountsForTheirOwnAccountAndTheirOpenidIsSealed() throws Exception {
        String agent = login("agent");
        assertThat(accept(agent, List.of("tmpl-week"))
                        .at("/data/it/refusals/0/code")
                        .asString())
                .isEqualTo("WECHAT_NOT_LINKED");
        link("agent", "one");
        link("department-approver", "two");
        JsonNode accepted = accept(agent, List.of("tmpl-week", "tmpl-overdue"));
        assertThat(accepted.at("/data/it/refusals")).as("%s", accepted).isEmpty();
        assertThat(accepted.at("/data/it/person/wechatUsers/0/weekVisits").asInt())
                .isOne();
        accept(agent, List.of("tmpl-week", "tmpl-week"));
        assertThat(counts("agent")).as("the same template once a tap").containsExactly("2 1");
        assertThat(counts("department-approver")).containsExactly("0 0");

        JsonNode strange = accept(agent, List.of("tmpl-week", "tmpl-of-another-program"));
        assertThat(strange.at("/data/it/refusals/0").toString()).contains("BAD_VALUE", "templates");
        assertThat(accept(agent, List.of()).at("/data/it/refusals/0/code").asString())
                .isEqualTo("BAD_VALUE");
        assertThat(accept(login("administrator"), List.of("tmpl-week"))
                        .at("/errors/0/extensions/code")
                        .asString())
                .isNotEmpty();
        assertThat(counts("agent")).containsExactly("2 1");
        for (int i = 0; i < 2; i++) {
            write("MATCH (u:WechatUser) SET u.overdue = 100");
            accept(agent, List.of("tmpl-overdue"));
        }
        assertThat(counts("agent")).containsExactly("2 100");

        List<Object> kept =
                read("MATCH (u:WechatUser)-[:LOGS_IN_TO]->(:Account {username: 'agent'}) RETURN u.openidEnc");
        assertThat(sealer.open(kept.get(0).toString())).isEqualTo(OPENID + "one");
        assertThat(read("MATCH (n) UNWIND keys(n) AS k RETURN toString(n[k])").toString())
                .as("the whole graph, with its audit")
                .doesNotContain(OPENID);
    }

    @Test
    void theSameUserKeepsWhatTheyAcceptedAndAnotherDoesNotInheritIt() throws Exception {
        String agent = link("agent", "one");
        accept(agent, List.of("tmpl-week"));
        assertThat(hub.auth("token", Map.of("wechat_code", "one")).status()).isEqualTo(200);
        link("agent", "one");
        assertThat(counts("agent")).containsExactly("1 0");
        link("agent", "other");
        assertThat(counts("agent")).containsExactly("0 0");
        accept(agent, List.of("tmpl-week"));
        link("department-approver", "other");
        assertThat(counts("agent")).as("linked elsewhere").isEmpty();
        assertThat(counts("department-approver")).containsExactly("0 0");
        // A link from before openids were kept.
        write("MATCH (u:WechatUser) DETACH DELETE u");
        assertThat(hub.auth("token", Map.of("wechat_code", "other")).status()).isEqualTo(200);
        assertThat(counts("department-approver")).containsExactly("0 0");
    }

    @Test
    void whoeverLogsInSoSeesThatItIsKeptAndNobodyTheOpenid() throws Exception {
        String agent = link("agent", "one");
        String id = read("MATCH (u:WechatUser) RETURN u.id").get(0).toString();
        String own = "{ node(id: \"" + person("agent") + "\") { ... on Person { wechatUsers { id } personalDataCount"
                + " personalData { relation { code } node { id __typename } mustStay } } } }";
        String said = hub.ask(own, Map.of(), "Bearer " + agent).toString();
        assertThat(said).contains("WechatUser", "LOGS_IN_TO", id).doesNotContain(OPENID);
        assertThat(hub.ask(own, Map.of(), "Bearer " + login("department-approver"))
                        .toString())
                .doesNotContain(id);
        String node = "{ node(id: \"" + id + "\") { ... on WechatUser { id linkedAt } } }";
        assertThat(hub.ask(node, Map.of(), "Bearer " + login("department-approver"))
                        .at("/data/node")
                        .isNull())
                .isTrue();
        assertThat(hub.ask(node, Map.of(), "Bearer " + login("administrator"))
                        .at("/data/node/id")
                        .asString())
                .isEqualTo(id);
    }

    @Test
    void aNewPasswordTakesTheUserAway() throws Exception {
        link("department-approver", "two");
        write("MATCH (a:Account {username: 'department-approver'}) SET a.demo = null");
        String account = read("MATCH (a:Account {username: 'department-approver'}) RETURN a.id")
                .get(0)
                .toString();
        JsonNode set = hub.command(
                "setPassword", "id", Map.of("account", account, "password", "another word 7"), login("administrator"));
        assertThat(set.path("refusals")).as("%s", set).isEmpty();
        assertThat(counts("department-approver")).isEmpty();
        assertThat(read("MATCH (u:WechatUser) RETURN u.id")).isEmpty();
    }
}
