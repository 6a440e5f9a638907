package io.lianshu.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.access.AskedAccess;
import io.lianshu.engine.TestEngine;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.secret.Sealer;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** A hub over the graph of one agent's project and those whom it concerns; one for all tests that ask it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "lianshu.demo=true",
            "lianshu.read.plan-at-start=false",
            "lianshu.access.memory=0s",
            "lianshu.demo-viewers.agent.employee-no=G0001",
            "lianshu.data=target/privacy",
            "lianshu.read.timeout=2m"
        })
abstract class AgentsProject {

    static final Map<String, String> IDS = Stream.of(
                    "agent", "owner", "officer", "former", "stranger", "other", "nobody")
            .collect(Collectors.toMap(name -> name, name -> NodeId.of("per", List.of(name))));

    @Autowired
    private Sealer sealer;

    @LocalServerPort
    private int port;

    AskedAccess hub;

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

    static void write(String statement) {
        try (var session = TestEngine.driver().session()) {
            session.run(statement, Map.of("id", IDS)).consume();
        }
    }

    static long count(String pattern) {
        try (var session = TestEngine.driver().session()) {
            return session.run("MATCH " + pattern + " RETURN count(*) AS n", Map.of("id", IDS))
                    .single()
                    .get("n")
                    .asLong();
        }
    }

    String token(String role) throws Exception {
        return hub.login(role, "demo").access();
    }

    JsonNode ask(String document, String token) throws Exception {
        JsonNode answer = hub.ask(document, Map.of(), "Bearer " + token);
        assertThat(answer.has("errors")).as("%s", answer).isFalse();
        return answer.path("data");
    }

    JsonNode command(String mutation, Map<String, Object> input, String token) throws Exception {
        Map<String, Object> all = new HashMap<>(input);
        all.put("clientMutationId", UUID.randomUUID().toString());
        String type = mutation.equals("answerAccessRequest")
                ? "AccessRequest"
                : mutation.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + mutation.substring(1);
        JsonNode answer = hub.ask(
                "mutation($input: " + type + "Input!) { it: " + mutation + "(input: $input) { person { id phone"
                        + " consents { withdrawnAt } personalDataCount personalData { relation { code } mustStay node { __typename } } }"
                        + " refusals { code field } } }",
                Map.of("input", all),
                "Bearer " + token);
        assertThat(answer.has("errors")).as("%s", answer).isFalse();
        return answer.at("/data/it");
    }
}
