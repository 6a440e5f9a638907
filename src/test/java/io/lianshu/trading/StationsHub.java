package io.lianshu.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.TestEngine;
import io.lianshu.exchange.AskedCommands;
import io.lianshu.platform.viewer.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** A hub on the graph of two tiers of platforms with lots at several steps, asked as those whom they concern. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "lianshu.demo=true",
            "lianshu.read.plan-at-start=false",
            "lianshu.read.timeout=2m",
            "lianshu.command.timeout=2m"
        })
abstract class StationsHub {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final String SUPPLIER = id("com", "first");
    static final String RIVAL = id("com", "second");

    static final String OBJECTION =
            "objection { id objectionNo stage { code } outcome { code } filedAt repliedAt filedBy { id } against { ... on Lot { id } ... on Award { id } }"
                    + " due { dueOn overdue gap { code } rule { code } } }";
    static final String COMPLAINT =
            "complaint { id complaintNo outcome { code } acceptedAt repliedAt basis docNo filedBy { id } objection { id }"
                    + " due { dueOn overdue gap { code } rule { code } } }";

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("trader", "per"),
            Map.entry("centre", "per"),
            Map.entry("supervisor", "per"),
            Map.entry("expert", "per"),
            Map.entry("district", "plt"),
            Map.entry("station", "plt"),
            Map.entry("other", "plt"),
            Map.entry("industry", "dep"),
            Map.entry("former", "dep"),
            Map.entry("office", "dep"),
            Map.entry("first", "com"),
            Map.entry("second", "com"),
            Map.entry("third", "com"),
            Map.entry("buyer", "com"),
            Map.entry("tender", "tnd"),
            Map.entry("townTender", "tnd"),
            Map.entry("docs", "lot"),
            Map.entry("late", "lot"),
            Map.entry("due", "lot"),
            Map.entry("shown", "lot"),
            Map.entry("fresh", "lot"),
            Map.entry("raw", "lot"),
            Map.entry("best", "awd"),
            Map.entry("next", "awd"),
            Map.entry("committee", "cmt"));

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) {
        // A graph that is not empty gets no sample district.
        TestEngine.wipe();
        write("CREATE (:Region {id: 'reg_x'})");
        TestEngine.register(registry);
        registry.add("lianshu.demo-viewers.town-trader.person", () -> id("trader"));
        registry.add("lianshu.demo-viewers.trading-centre.person", () -> id("centre"));
        registry.add("lianshu.demo-viewers.supervisor.person", () -> id("supervisor"));
        registry.add("lianshu.demo-viewers.supplier.company", () -> SUPPLIER);
    }

    @BeforeEach
    void lots() throws IOException {
        TestEngine.wipe();
        Map<String, Object> ids = new HashMap<>();
        KINDS.keySet().forEach(name -> ids.put(name, id(name)));
        try (var file = StationsHub.class.getResourceAsStream("/graphs/trading/challenges.cypher");
                var session = TestEngine.driver().session()) {
            session.run(
                            new String(file.readAllBytes(), StandardCharsets.UTF_8),
                            Map.of("i", ids, "now", now(), "today", now().toLocalDate()))
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

    /** The id of what the graph calls so. */
    static String id(String name) {
        return id(KINDS.get(name), name);
    }

    private static String id(String kind, String name) {
        return kind + "_" + (name.toLowerCase(Locale.ROOT) + "a".repeat(26)).substring(0, 26);
    }

    JsonNode read(String viewer, String document, Object variable) throws Exception {
        JsonNode answer = ask(viewer, document, variable);
        assertThat(answer.path("errors").isMissingNode()).as("%s", answer).isTrue();
        return answer.path("data");
    }

    JsonNode ask(String viewer, String document, Object variable) throws Exception {
        return new AskedCommands(port).ask(viewer, "zh", document, variable);
    }

    /** The payload of a command; fields and values of its input in turn. */
    JsonNode command(String viewer, String mutation, String selection, Object... fields) throws Exception {
        JsonNode answer = answer(viewer, mutation, selection, fields);
        assertThat(answer.path("errors").isMissingNode()).as("%s", answer).isTrue();
        return answer.at("/data/it");
    }

    /** Code and field of what speaks against a command. */
    List<String> refused(String viewer, String mutation, Object... fields) throws Exception {
        return AskedCommands.codes(command(viewer, mutation, "", fields));
    }

    JsonNode answer(String viewer, String mutation, String selection, Object... fields) throws Exception {
        String input = mutation.substring(0, 1).toUpperCase(Locale.ROOT) + mutation.substring(1) + "Input";
        String document = "mutation($input: " + input + "!) { it: " + mutation + "(input: $input) { " + selection
                + " refusals { code field message } } }";
        return ask(viewer, document, AskedCommands.input(fields));
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

    /** Kinds of the viewer's duties, the first due first. */
    List<String> kinds(String viewer) throws Exception {
        return read(viewer, "query($input: Int!) { tradingDuties(first: $input) { duties { kind { code } } } }", 100)
                .at("/tradingDuties/duties")
                .valueStream()
                .map(duty -> duty.at("/kind/code").asString())
                .toList();
    }

    static List<List<String>> atOnce(List<Callable<List<String>>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<List<String>> outcomes = new ArrayList<>();
            for (Future<List<String>> one : threads.invokeAll(calls)) {
                outcomes.add(one.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Everybody who may ask, by the names of demo viewers. */
    static List<String> roles() {
        return Stream.concat(Stream.of("public"), Arrays.stream(Role.values()).map(Role::slug))
                .toList();
    }
}
