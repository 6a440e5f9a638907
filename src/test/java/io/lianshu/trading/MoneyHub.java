package io.lianshu.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.TestEngine;
import io.lianshu.exchange.AskedCommands;
import io.lianshu.platform.secret.Sealer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** A hub on the graph of lots before and after their openings, asked as those whom their securities concern. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "lianshu.demo=true",
            "lianshu.read.plan-at-start=false",
            "lianshu.read.timeout=2m",
            "lianshu.command.timeout=2m"
        })
abstract class MoneyHub {

    static final String OWN = "com_ownownownownownownownownow";
    static final String OTHER = "com_secondsecondsecondsecondse";
    static final String THIRD = "com_thirdthirdthirdthirdthirdt";
    static final String BANK = "bnk_bankbankbankbankbankbankba";
    static final String DEPOSIT = "deposit { id depositNo amount interest late payerDiffers status { code } }";
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** The director is the same person as the supervisor, by another account. */
    private static final Map<String, String> PEOPLE = Map.of(
            "trading-centre", person("centre"),
            "town-trader", person("trader"),
            "supervisor", person("supervisor"),
            "case-officer", person("officer"),
            "director", person("supervisor"));

    @LocalServerPort
    private int port;

    @Autowired
    private Sealer sealer;

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) {
        // A graph that is not empty gets no sample district.
        TestEngine.wipe();
        write("CREATE (:Region {id: 'reg_x'})");
        TestEngine.register(registry);
        PEOPLE.forEach((role, person) -> registry.add("lianshu.demo-viewers." + role + ".person", () -> person));
        registry.add("lianshu.demo-viewers.supplier.company", () -> OWN);
        registry.add("lianshu.demo-viewers.bank.company", () -> BANK);
    }

    private static String person(String name) {
        return "per_" + (name + "a".repeat(26)).substring(0, 26);
    }

    @BeforeEach
    void lots() throws IOException {
        TestEngine.wipe();
        try (var file = MoneyHub.class.getResourceAsStream("/graphs/trading/money.cypher");
                var session = TestEngine.driver().session()) {
            session.run(
                            new String(file.readAllBytes(), StandardCharsets.UTF_8),
                            Map.of(
                                    "centre", person("centre"),
                                    "trader", person("trader"),
                                    "supervisor", person("supervisor"),
                                    "officer", person("officer"),
                                    "bank", BANK,
                                    "supplier", OWN,
                                    "hashes",
                                            Stream.of("1001", "1002", "1003", "1004")
                                                    .map(sealer::hash)
                                                    .toList(),
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

    /** The id of a lot, bid, deposit or contract of the graph by its name there. */
    static String id(String kind, String name) {
        return kind + "_" + (kind.equals("lot") ? name.repeat(7) : name + "a".repeat(26)).substring(0, 26);
    }

    JsonNode asked(String viewer, String document) throws Exception {
        return new AskedCommands(port).ask(viewer, "zh", document, "");
    }

    JsonNode read(String viewer, String document) throws Exception {
        JsonNode answer = asked(viewer, document);
        assertThat(answer.path("errors").isMissingNode()).as("%s", answer).isTrue();
        return answer.path("data");
    }

    /** The payload of a command; fields and values of its input in turn. */
    JsonNode command(String viewer, String mutation, String selection, Object... fields) throws Exception {
        return command(viewer, mutation, selection, AskedCommands.input(fields));
    }

    JsonNode command(String viewer, String mutation, String selection, Map<String, Object> given) throws Exception {
        String input = mutation.substring(0, 1).toUpperCase(Locale.ROOT) + mutation.substring(1) + "Input";
        String document = "mutation($input: " + input + "!) { it: " + mutation + "(input: $input) { " + selection
                + " refusals { code field message } } }";
        JsonNode answer = new AskedCommands(port).ask(viewer, "zh", document, given);
        assertThat(answer.path("errors").isMissingNode()).as("%s", answer).isTrue();
        return answer.at("/data/it");
    }

    /** The same, of which nothing may be refused. */
    JsonNode done(String viewer, String mutation, String selection, Object... fields) throws Exception {
        JsonNode payload = command(viewer, mutation, selection, fields);
        assertThat(codes(payload)).as("%s", payload).isEmpty();
        return payload;
    }

    /** What is refused: code and field of each. */
    List<String> refused(String viewer, String mutation, Object... fields) throws Exception {
        return codes(command(viewer, mutation, "clientMutationId", fields));
    }

    static List<String> codes(JsonNode payload) {
        return AskedCommands.codes(payload);
    }

    static Object one(String statement) {
        try (var session = TestEngine.driver().session()) {
            return session.run(statement, Map.of("now", now(), "today", now().toLocalDate()))
                    .single()
                    .get(0)
                    .asObject();
        }
    }

    static long count(String pattern) {
        return (long) one("MATCH " + pattern + " RETURN count(*)");
    }

    static void write(String statement) {
        try (var session = TestEngine.driver().session()) {
            session.run(statement, Map.of("now", now(), "today", now().toLocalDate()))
                    .consume();
        }
    }

    /** The supplier's bid in a lot. */
    String bid(String lot) throws Exception {
        return done("supplier", "submitBid", "bid { id }", "lot", id("lot", lot), "price", "1000000.00")
                .at("/bid/id")
                .asString();
    }

    /** A security of that bid; its number. */
    String paid(String bid) throws Exception {
        return done(
                        "supplier",
                        "payDeposit",
                        DEPOSIT,
                        "bid",
                        bid,
                        "form",
                        "TRANSFER",
                        "amount",
                        "20000.00",
                        "account",
                        "1001")
                .at("/deposit/depositNo")
                .asString();
    }

    /** It has come in. */
    void confirmed(String number) throws Exception {
        done("bank", "confirmDeposit", DEPOSIT, "depositNo", number, "amount", "20000.00", "payer", "本单位");
    }
}
