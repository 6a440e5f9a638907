package io.lianshu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.contract.OperationPins.Hits;
import io.lianshu.contract.OperationPins.Pin;
import io.lianshu.contract.ReadmeQuestions.Question;
import io.lianshu.engine.TestEngine;
import io.lianshu.platform.graph.Sweep;
import io.lianshu.platform.read.OperationFiles;
import io.lianshu.platform.read.OperationFiles.OperationFile;
import io.lianshu.platform.read.StatementWatch;
import io.lianshu.platform.viewer.Role;
import io.lianshu.platform.viewer.Viewer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Query;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every question that a client sends, asked by its client of the sample district: what it answers, and what it costs. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "lianshu.demo=true",
            "lianshu.read.plan-at-start=false",
            "lianshu.read.timeout=5m",
            "lianshu.keys.value=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
        })
@DirtiesContext
class OperationHitsIT {

    private static final Path PINS = Sdl.REPOSITORY.resolve("src/test/resources/operations/hits.csv");
    private static final Path GUIDE = Sdl.REPOSITORY.resolve("mobile-docs/operations.md");
    /** Where the plans lie that were measured, to be compared when a pin does not hold. */
    private static final Path PLANS = Sdl.REPOSITORY.resolve("target/plans");

    private static final Path SESSION = Sdl.REPOSITORY.resolve("src/docs/collusion/session.md");

    private static final boolean WRITES = "write".equals(System.getProperty("lianshu.test.pins"));
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<OperationFile> OPERATIONS = OperationFiles.load().stream()
            .filter(operation -> !operation.isCommand())
            .toList();

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, String> TOKENS = new LinkedHashMap<>();
    private static final Map<String, Pin> MEASURED = new LinkedHashMap<>();
    private static final Map<String, String> ANSWERS = new LinkedHashMap<>();
    private static final Map<String, Integer> ROOTS = new LinkedHashMap<>();

    /** The day stands still, and with it the sample district that the hub loads when it starts. */
    @TestConfiguration
    static class StandingStill {

        @Bean
        @Primary
        Clock standingClock() {
            return Clock.fixed(Instant.parse("2026-03-02T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
        }

        @Bean
        static StatementWatch statementWatch() {
            return new StatementWatch();
        }
    }

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) {
        TestEngine.own().registerIn(registry);
    }

    @BeforeAll
    static void askEveryOperation(
            @Autowired StatementWatch watch, @Autowired List<Sweep> sweeps, @LocalServerPort int port)
            throws Exception {
        sweeps.stream()
                .filter(sweep -> Set.of("bidding", "rules").contains(sweep.name()))
                .forEach(Sweep::sweep);
        openCase(port);
        watch.forgetPlans();
        for (OperationFile operation : OPERATIONS) {
            measure(operation, watch, port);
        }
        if (WRITES) {
            OperationPins.write(PINS, MEASURED);
        }
    }

    /** The first case of the year, on the first lead in the queue; cases are made by people and by no file. */
    private static void openCase(int port) throws Exception {
        JsonNode queue = asAnalyst(port, "{ riskQueue(first: 1) { lot { signals { id } } } }", Map.of());
        String lead = queue.at("/riskQueue/0/lot/signals/0/id").asString();
        JsonNode opened = asAnalyst(
                port,
                "mutation($input: OpenCaseInput!) { openCase(input: $input) { collusionCase { caseNo } refusals { message } } }",
                Map.of(
                        "input",
                        Map.of(
                                "clientMutationId",
                                "6f1c0a2e-0000-4000-8000-000000000001",
                                "title",
                                "首批线索核查",
                                "note",
                                "规则命中，需向投标人核实",
                                "signals",
                                List.of(lead))));
        assertThat(opened.toString()).contains("AJ-2026-00001");
    }

    private static JsonNode asAnalyst(int port, String document, Map<String, Object> variables) throws Exception {
        HttpRequest asked = request(
                Viewer.PUBLIC.name(), "zh", port, "identity", Map.of("query", document, "variables", variables));
        HttpRequest signed = HttpRequest.newBuilder(asked, (name, value) -> !name.equals("Lianshu-Viewer"))
                .header("Authorization", "Bearer " + TOKENS.computeIfAbsent("analyst", role -> token(role, port)))
                .build();
        return JSON.readTree(
                        HTTP.send(signed, HttpResponse.BodyHandlers.ofString()).body())
                .path("data");
    }

    private static void measure(OperationFile operation, StatementWatch watch, int port) throws Exception {
        String key = OperationGuide.key(operation);
        watch.take();
        HttpResponse<byte[]> plain =
                HTTP.send(request(operation, port, "identity"), HttpResponse.BodyHandlers.ofByteArray());
        List<Query> sent = watch.take();
        HttpResponse<byte[]> packed =
                HTTP.send(request(operation, port, "gzip"), HttpResponse.BodyHandlers.ofByteArray());
        String answer = new String(plain.body(), StandardCharsets.UTF_8);
        ANSWERS.put(key, answer);
        ROOTS.put(key, JSON.readTree(answer).path("data").size());
        long hits = sent.stream().mapToLong(watch::hits).sum();
        MEASURED.put(key, new Pin(sent.size(), Hits.of(hits), plain.body().length, packed.body().length));
        Path plan = PLANS.resolve(key + ".txt");
        Files.createDirectories(plan.getParent());
        Files.writeString(plan, sent.stream().map(watch::plan).collect(Collectors.joining("\n")));
        Files.writeString(PLANS.resolve(key + ".json"), answer);
        assertThat(unpacked(packed)).as(key).isEqualTo(answer);
    }

    @Test
    void everyOperationAnswersItsClientWithoutErrors() {
        assertThat(ANSWERS).hasSameSizeAs(OPERATIONS).isNotEmpty();
        assertThat(ANSWERS).allSatisfy((operation, answer) -> {
            JsonNode whole = JSON.readTree(answer);
            assertThat(whole.path("errors")).as(operation + ": " + answer).isEmpty();
            assertThat(whole.path("data")).as(operation).isNotEmpty().noneMatch(OperationHitsIT::saysNothing);
        });
    }

    @Test
    void everyRootFieldIsOneStatement() {
        assertThat(MEASURED)
                .allSatisfy((operation, numbers) ->
                        assertThat(numbers.statements()).as(operation).isEqualTo(ROOTS.get(operation)));
    }

    @Test
    void everyOperationCostsWhatIsPinned() {
        assertThat(OperationPins.differences(MEASURED, OperationPins.read(PINS)))
                .isEmpty();
    }

    @Test
    void theGuideForPhonesShowsWhatIsAnswered() throws IOException {
        String guide = OperationGuide.write(OPERATIONS, ANSWERS, OperationPins.read(PINS));
        if (WRITES) {
            Files.writeString(GUIDE, guide);
        }
        assertThat(Sdl.read(GUIDE)).isEqualTo(guide);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void theQuestionsOfTheReadmesAnswerAsPrinted(String name, @LocalServerPort int port) {
        List<Question> questions = ReadmeQuestions.of(Sdl.REPOSITORY.resolve(name));
        assertThat(questions).hasSizeGreaterThanOrEqualTo(3).allSatisfy(question -> {
            HttpRequest request = request(
                    question.viewer(), question.language(), port, "identity", Map.of("query", question.document()));
            String answer =
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
            assertThat(JSON.readTree(answer).path("data")).as(answer).isEqualTo(JSON.readTree(question.answer()));
        });
    }

    @Test
    void theAnalystsSessionGoesAsItIsDescribed() {
        List<String> wrong = new ArrayList<>();
        List<AnalystSession.Request> requests = AnalystSession.read(SESSION);
        assertThat(requests).hasSizeGreaterThan(8);
        for (AnalystSession.Request request : requests) {
            if (request.isAsked()) {
                wrong.addAll(request.differences(ANSWERS.getOrDefault("analyst/" + request.operation(), "")));
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** An example that finds nothing shows nothing. */
    private static boolean saysNothing(JsonNode field) {
        return field.isNull()
                || (field.isArray() && field.isEmpty())
                || field.path("totalCount").asInt(1) == 0
                || (field.has("edges") && field.path("edges").isEmpty());
    }

    /** As the role's demo account, behind which there is a person of the sample. */
    private static HttpRequest request(OperationFile operation, int port, String encoding) {
        String viewer =
                operation.viewer().roles().stream().map(Role::slug).findFirst().orElse(Viewer.PUBLIC.name());
        HttpRequest asked = request(
                Viewer.PUBLIC.name(),
                "zh",
                port,
                encoding,
                Map.of(
                        "query", operation.document(),
                        "operationName", operation.name(),
                        "variables", operation.variables()));
        return viewer.equals(Viewer.PUBLIC.name())
                ? asked
                : HttpRequest.newBuilder(asked, (name, value) -> !name.equals("Lianshu-Viewer"))
                        .header("Authorization", "Bearer " + TOKENS.computeIfAbsent(viewer, role -> token(role, port)))
                        .build();
    }

    private static String token(String role, int port) {
        HttpRequest login = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/auth/token"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("username", role, "password", "demo"))))
                .build();
        try {
            String answer =
                    HTTP.send(login, HttpResponse.BodyHandlers.ofString()).body();
            return JSON.readTree(answer).path("access_token").asString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest request(
            String viewer, String language, int port, String encoding, Map<String, Object> body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
                .timeout(Duration.ofMinutes(6))
                .header("Content-Type", "application/json")
                .header("Accept", "application/graphql-response+json")
                .header("Accept-Encoding", encoding)
                .header("Accept-Language", language)
                .header("Lianshu-Viewer", viewer)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
    }

    private static String unpacked(HttpResponse<byte[]> response) throws IOException {
        if (!response.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
            return new String(response.body(), StandardCharsets.UTF_8);
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
