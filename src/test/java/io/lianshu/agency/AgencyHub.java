package io.lianshu.agency;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.TestEngine;
import io.lianshu.exchange.AskedCommands;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** A hub on the graph of one served project, asked as those whom it concerns. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "lianshu.demo=true",
            "lianshu.read.plan-at-start=false",
            "lianshu.read.timeout=2m",
            "lianshu.command.timeout=2m",
            "lianshu.agency.sweep=10h"
        })
abstract class AgencyHub {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String OWNER = "com_ownerownerownerownerowner2";

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) {
        // A graph that is not empty gets no sample district.
        TestEngine.wipe();
        write("CREATE (:Region {id: 'reg_x'})");
        TestEngine.register(registry);
        for (String role : List.of("agent", "department-approver", "window-clerk", "supervisor")) {
            registry.add("lianshu.demo-viewers." + role + ".person", () -> person(role));
        }
        registry.add("lianshu.demo-viewers.owner.company", () -> OWNER);
    }

    private static String person(String role) {
        return "per_" + (role.replace("-", "") + "a".repeat(26)).substring(0, 26);
    }

    @BeforeEach
    void servedProject() throws IOException {
        TestEngine.wipe();
        try (var file = AgencyHub.class.getResourceAsStream("/graphs/agency/a-served-project.cypher");
                var session = TestEngine.driver().session()) {
            session.run(
                            new String(file.readAllBytes(), StandardCharsets.UTF_8),
                            Map.of(
                                    "agent", person("agent"),
                                    "approver", person("department-approver"),
                                    "clerk", person("window-clerk"),
                                    "supervisor", person("supervisor"),
                                    "owner", OWNER,
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

    /** The n-th working day from today on, by weekdays and the test graph's holidays. */
    static LocalDate workingDay(int n) {
        LocalDate day = now().toLocalDate();
        for (int left = n; left > 0 || !isWorking(day); left -= isWorking(day) ? 1 : 0) {
            day = day.plusDays(1);
        }
        return day;
    }

    static boolean isWorking(LocalDate day) {
        boolean free = (day.getMonthValue() == 10 && day.getDayOfMonth() <= 2)
                || (day.getDayOfMonth() == 1 && (day.getMonthValue() == 1 || day.getMonthValue() == 5));
        return day.getDayOfWeek().getValue() < 6 && !free;
    }

    JsonNode read(String viewer, String document) throws Exception {
        JsonNode answer = new AskedCommands(port).ask(viewer, "zh", document, "");
        assertThat(answer.path("errors").isMissingNode()).as("%s", answer).isTrue();
        return answer.path("data");
    }

    JsonNode refusedRead(String viewer, String document) throws Exception {
        return new AskedCommands(port)
                .ask(viewer, "zh", document, "")
                .path("errors")
                .path(0);
    }

    /** The payload of a command; fields and values of its input in turn. */
    JsonNode command(String viewer, String mutation, String selection, Object... fields) throws Exception {
        String input = mutation.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + mutation.substring(1) + "Input";
        String document = "mutation($input: " + input + "!) { it: " + mutation + "(input: $input) { " + selection
                + " refusals { code field message } } }";
        JsonNode answer = new AskedCommands(port).ask(viewer, "zh", document, AskedCommands.input(fields));
        assertThat(answer.path("errors").isMissingNode()).as("%s", answer).isTrue();
        return answer.at("/data/it");
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
}
