package io.lianshu.exchange;

import static io.lianshu.exchange.AskedCommands.codes;
import static io.lianshu.exchange.AskedCommands.input;
import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.TestEngine;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** What the inputs of other types hold, the nonsensical included. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"lianshu.demo=true", "lianshu.read.plan-at-start=false", "lianshu.read.timeout=1m"})
class CorrectionInputIT {

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) {
        TestEngine.register(registry);
    }

    @BeforeEach
    void empty() {
        TestEngine.wipe();
    }

    @AfterAll
    static void wipe() {
        TestEngine.wipe();
    }

    @Test
    void placesAmountsAndDaysComeBackAsTheyWereGiven() throws Exception {
        String create = "mutation($input: CreateProjectInput!) { it: createProject(input: $input) { project { id"
                + " totalInvestment plannedStartOn general location { latitude longitude } } refusals { code field } } }";
        JsonNode project = send(
                create,
                input(
                        "projectCode", "2017-440607-70-03-006747",
                        "name", "项目",
                        "totalInvestment", "1250000.50",
                        "plannedStartOn", "2026-03-02",
                        "general", false,
                        "location", Map.of("latitude", 29.5, "longitude", 121.25)));
        assertThat(project.path("project").toString())
                .contains(
                        "\"totalInvestment\":\"1250000.50\"", "\"plannedStartOn\":\"2026-03-02\"", "\"general\":false")
                .contains("\"latitude\":29.5,\"longitude\":121.25");
        assertThat(codes(send(
                        create,
                        input("projectCode", "B", "name", "乙", "location", Map.of("latitude", 91, "longitude", 0)))))
                .containsExactly("BAD_VALUE location");
    }

    @Test
    void noInputIsAnInternalError() throws Exception {
        List<Object> nasty = Arrays.asList(
                null,
                "",
                " ",
                "\u0000",
                "\ud800",
                "x'}) DETACH DELETE n //",
                "9".repeat(5000),
                -1,
                1e308,
                true,
                List.of(),
                Map.of());
        List<String> fields = List.of(
                "clientMutationId",
                "id",
                "version",
                "reason",
                "projectCode",
                "name",
                "funding",
                "totalInvestment",
                "plannedStartOn",
                "general",
                "location",
                "region");
        String document = "mutation($input: CorrectProjectInput!) { it: correctProject(input: $input) { project { id }"
                + " refusals { code field message } } }";
        Random random = new Random(20260302);
        for (int i = 0; i < 300; i++) {
            Map<String, Object> input =
                    input("id", "prj_abcdefghijklmnopqrstuvwxyz", "version", "2026-03-02T10:00:00Z");
            for (int change = random.nextInt(3); change >= 0; change--) {
                input.put(fields.get(random.nextInt(fields.size())), nasty.get(random.nextInt(nasty.size())));
            }
            JsonNode answer = ask("administrator", "zh", document, input);
            assertThat(answer.toString()).as("%s", input).contains("\"code\":").doesNotContain("INTERNAL_ERROR");
        }
    }

    private JsonNode send(String document, Map<String, Object> input) throws Exception {
        return new AskedCommands(port).send(document, input);
    }

    private JsonNode ask(String viewer, String language, String document, Object input) throws Exception {
        return new AskedCommands(port).ask(viewer, language, document, input);
    }
}
