package io.lianshu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AstPrinter;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import io.lianshu.demo.Plant.Verdict;
import io.lianshu.engine.TestEngine;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A hub that started on a tenth of a district: an analyst finds everything planted, and nothing that calls it so. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "lianshu.demo=true",
            "lianshu.demo-scale=0.1",
            "lianshu.read.plan-at-start=false",
            "lianshu.read.timeout=5m"
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DistrictIT {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final District DISTRICT = District.grown(0.1, Scope.SEED, DAY);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Map<String, String> documents = new HashMap<>();

    /** Lots and companies as an analyst sees them, by code. */
    private final Map<String, JsonNode> files = new HashMap<>();

    private final Map<String, JsonNode> means = new HashMap<>();
    private final Map<String, JsonNode> ties = new HashMap<>();

    @Autowired
    private DemoGraph graph;

    @LocalServerPort
    private int port;

    @TestConfiguration
    static class StandingStill {

        @Bean
        @Primary
        Clock standingClock() {
            return Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneId.of("Asia/Shanghai"));
        }
    }

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) {
        TestEngine.wipe();
        TestEngine.register(registry);
    }

    @BeforeAll
    void ask() throws Exception {
        String text = new ClassPathResource("demo/rivals.graphql").getContentAsString(StandardCharsets.UTF_8);
        new Parser()
                .parseDocument(text)
                .getDefinitionsOfType(OperationDefinition.class)
                .forEach(operation -> documents.put(operation.getName(), AstPrinter.printAst(operation)));
        Set<String> lots = new TreeSet<>();
        Set<String> companies = new TreeSet<>();
        DISTRICT.truth().forEach(plant -> {
            lots.addAll(plant.lots());
            companies.addAll(plant.companies());
        });
        collect("Files", "lots", 10, List.copyOf(lots), "bidSectionCode", files);
        collect("Means", "lots", 8, List.copyOf(lots), "bidSectionCode", means);
        collect("Ties", "companies", 20, List.copyOf(companies), "uscc", ties);
    }

    @AfterAll
    static void wipe() {
        TestEngine.wipe();
    }

    @Test
    void everythingGuiltyIsFoundByAnAnalystInEachOfItsLots() {
        RivalsSeen seen = new RivalsSeen(files, means, ties);
        List<String> missed = new ArrayList<>();
        for (Plant plant : DISTRICT.truth()) {
            assertThat(plant.opened()
                            || plant.verdict() == Verdict.CASE
                            || plant.lots().isEmpty())
                    .isTrue();
            for (String lot : plant.verdict() == Verdict.GUILTY ? plant.lots() : List.<String>of()) {
                if (!seen.shows(plant, lot)) {
                    missed.add(lot + " " + plant);
                }
            }
        }
        assertThat(missed).isEmpty();
        assertThat(DISTRICT.truth().stream().filter(plant -> plant.verdict() == Verdict.GUILTY))
                .hasSizeGreaterThan(40);
    }

    @Test
    void firmsThatShareLotsOutTakeTurnsOrAlwaysLetOneWin() {
        PricesSeen seen = new PricesSeen(means);
        Map<String, Long> winners = DISTRICT.truth().stream()
                .filter(plant -> Set.of("rotation-ring", "recurrent-winner").contains(plant.kind()))
                .collect(Collectors.toMap(Plant::kind, seen::winners, Math::min));
        assertThat(winners.get("rotation-ring")).isGreaterThan(2);
        assertThat(winners.get("recurrent-winner")).isEqualTo(1);
    }

    @Test
    void whatOnlyLooksGuiltyIsThereWithWhatExcusesIt() {
        RivalsSeen seen = new RivalsSeen(files, means, ties);
        assertThat(DISTRICT.truth().stream()
                        .filter(plant -> plant.verdict() == Verdict.INNOCENT)
                        .filter(plant -> plant.lots().stream().anyMatch(lot -> !seen.shows(plant, lot))))
                .isEmpty();
    }

    @Test
    void everyNodeTellsTheSameOrigin() {
        assertThat(TestEngine.driver()
                        .executableQuery(
                                "MATCH (n) WHERE n.id IS NOT NULL AND NOT n:AuditEvent|AuditHead RETURN DISTINCT n.source AS source")
                        .execute()
                        .records())
                .singleElement()
                .satisfies(record -> assertThat(record.get("source").asString()).isEqualTo("demo"));
    }

    @Test
    void aGraphWithADistrictIsNotFilledAgain() {
        assertThat(graph.isUsed()).isTrue();
        DemoCommand command =
                new DemoCommand(graph, null, Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC));
        assertThat(new picocli.CommandLine(command).execute("--scale", "0.1")).isEqualTo(2);
    }

    /** @param page how many are asked for at once, as the cost of a question is limited */
    private void collect(
            String operation, String field, int page, List<String> codes, String key, Map<String, JsonNode> into)
            throws Exception {
        for (int from = 0; from < codes.size(); from += page) {
            List<String> some = codes.subList(from, Math.min(codes.size(), from + page));
            String body = JSON.writeValueAsString(
                    Map.of("query", documents.get(operation), "variables", Map.of(field, some)));
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
                    .timeout(Duration.ofMinutes(5))
                    .header("Content-Type", "application/json")
                    .header("Lianshu-Viewer", "analyst")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            JsonNode answer = JSON.readTree(
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
            assertThat(answer.path("errors")).as(answer.toString()).isEmpty();
            answer.path("data")
                    .path(field)
                    .path("edges")
                    .forEach(edge -> into.put(edge.path("node").path(key).asString(), edge.path("node")));
        }
    }
}
