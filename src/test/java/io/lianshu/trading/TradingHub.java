package io.lianshu.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.TestEngine;
import io.lianshu.exchange.AskedCommands;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** A hub on the graph of a district with its platforms, asked as those who trade there. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "lianshu.demo=true",
            "lianshu.read.plan-at-start=false",
            "lianshu.read.timeout=2m",
            "lianshu.command.timeout=2m"
        })
abstract class TradingHub {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final String MAIN = "plt_mainmainmainmainmainmainma";
    static final String TOWN = "plt_towntowntowntowntowntownto";
    static final String BUYER = "com_buyerbuyerbuyerbuyerbuyerb";
    static final String OWN = "com_ownownownownownownownownow";
    static final List<String> OTHERS = List.of(
            "com_secondsecondsecondsecondse", "com_thirdthirdthirdthirdthirdt", "com_fourthfourthfourthfourthfo");
    static final String TENDER =
            "tender { id tenderProjectCode mandatory platform { code } supervisors { edges { basis { code }"
                    + " node { name } } } lots { edges { node { id status { code } } } } }";
    static final String LOT = "lot { id status { code } openedAt endReason { code } }";
    private static final List<String> PEOPLE = List.of("trading-centre", "town-trader", "supervisor");

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) {
        // A graph that is not empty gets no sample district.
        TestEngine.wipe();
        write("CREATE (:Region {id: 'reg_x'})");
        TestEngine.register(registry);
        for (String role : PEOPLE) {
            registry.add("lianshu.demo-viewers." + role + ".person", () -> person(role));
        }
        registry.add("lianshu.demo-viewers.supplier.company", () -> OWN);
    }

    private static String person(String role) {
        return "per_" + (role.replace("-", "") + "a".repeat(26)).substring(0, 26);
    }

    @BeforeEach
    void district() throws IOException {
        TestEngine.wipe();
        try (var file = TradingHub.class.getResourceAsStream("/graphs/trading/a-district.cypher");
                var session = TestEngine.driver().session()) {
            session.run(
                            new String(file.readAllBytes(), StandardCharsets.UTF_8),
                            Map.of(
                                    "centre", person("trading-centre"),
                                    "trader", person("town-trader"),
                                    "supervisor", person("supervisor"),
                                    "supplier", OWN,
                                    "now", now(),
                                    "today", now().toLocalDate()))
                    .consume();
        }
    }

    @AfterAll
    static void wipe() {
        TestEngine.wipe();
    }

    static ZonedDateTime now() {
        return ZonedDateTime.now(SHANGHAI).withNano(0);
    }

    /** A moment so many days from now, as it is sent. */
    static String inDays(int days) {
        return now().plusDays(days).toOffsetDateTime().toString();
    }

    JsonNode read(String viewer, String document) throws Exception {
        JsonNode answer = new AskedCommands(port).ask(viewer, "zh", document, "");
        assertThat(answer.path("errors").isMissingNode()).as("%s", answer).isTrue();
        return answer.path("data");
    }

    JsonNode asked(String viewer, String document) throws Exception {
        return new AskedCommands(port).ask(viewer, "zh", document, "");
    }

    /** The payload of a command; fields and values of its input in turn. */
    JsonNode command(String viewer, String mutation, String selection, Object... fields) throws Exception {
        String input = mutation.substring(0, 1).toUpperCase(Locale.ROOT) + mutation.substring(1) + "Input";
        String document = "mutation($input: " + input + "!) { it: " + mutation + "(input: $input) { " + selection
                + " refusals { code field message } } }";
        JsonNode answer = new AskedCommands(port).ask(viewer, "zh", document, AskedCommands.input(fields));
        assertThat(answer.path("errors").isMissingNode()).as("%s", answer).isTrue();
        return answer.at("/data/it");
    }

    /** The same, of which nothing may be refused. */
    JsonNode done(String viewer, String mutation, String selection, Object... fields) throws Exception {
        JsonNode payload = command(viewer, mutation, selection, fields);
        assertThat(AskedCommands.codes(payload)).as("%s", payload).isEmpty();
        return payload;
    }

    /** Another company's bid in a lot, as its own account would have handed it in. */
    static String otherBid(String lot, String company, long fen) {
        String id = "bid_" + company.substring(4, 10) + lot.substring(4, 24);
        write("MATCH (lot:Lot {id: '" + lot + "'}), (company:Company {id: '" + company + "'}) "
                + "CREATE (company)-[:SUBMITTED]->(:Bid {id: '" + id + "', bidNo: '" + id
                + "', round: 1, sequence: 1, bidders: ['"
                + company + "'], price: " + fen
                + ", submittedAt: $now - duration({hours: 1}), updatedAt: $now})-[:FOR_LOT]->(lot)");
        return id;
    }

    /** The clock of a lot is put forward: its deadline has just passed. */
    static void passDeadline(String lot) {
        write("MATCH (lot:Lot {id: '" + lot + "'}) SET lot.bidDeadline = $now - duration({seconds: 1})");
    }

    static OffsetDateTime deadline(String lot) {
        try (var session = TestEngine.driver().session()) {
            return session.run("MATCH (lot:Lot {id: $id}) RETURN lot.bidDeadline AS at", Map.of("id", lot))
                    .single()
                    .get("at")
                    .asOffsetDateTime();
        }
    }

    static long count(String pattern) {
        try (var session = TestEngine.driver().session()) {
            return session.run("MATCH " + pattern + " RETURN count(*) AS n")
                    .single()
                    .get("n")
                    .asLong();
        }
    }

    static void write(String statement) {
        try (var session = TestEngine.driver().session()) {
            session.run(statement, Map.of("now", now(), "today", now().toLocalDate()))
                    .consume();
        }
    }

    int audit(String command) throws Exception {
        return read("supervisor", "{ auditEvents(filter: {command: {eq: \"" + command + "\"}}) { totalCount } }")
                .at("/auditEvents/totalCount")
                .asInt();
    }

    JsonNode notice(String lot, String kind, int days) throws Exception {
        return command(
                "trading-centre",
                "publishNotice",
                "notice { id }",
                "lot",
                lot,
                "kind",
                kind,
                "title",
                "公告",
                "bidDeadline",
                inDays(days));
    }

    static String lotOf(JsonNode payload) {
        return payload.at("/tender/lots/edges/0/node/id").asString();
    }

    JsonNode registered(String project, String estimate) throws Exception {
        return done("trading-centre", "registerTrade", TENDER, trade(MAIN, project, estimate));
    }

    static Object[] trade(String platform, String project, String estimate, Object... more) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("platform", platform);
        fields.put("name", "施工招标");
        fields.put("category", "ENGINEERING");
        fields.put("subject", "WORKS");
        fields.put("method", "OPEN");
        fields.put("phase", "WORKS");
        fields.put("project", project);
        fields.put("procuringEntity", BUYER);
        fields.put("industryDepartment", "dep_worksworksworksworksworksw");
        fields.put("estimate", estimate);
        fields.put("controlPrice", estimate);
        for (int i = 0; i < more.length; i += 2) {
            fields.put(String.valueOf(more[i]), more[i + 1]);
        }
        return fields.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray();
    }
}
