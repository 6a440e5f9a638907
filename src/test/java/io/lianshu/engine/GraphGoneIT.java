package io.lianshu.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.platform.graph.GraphServer;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The embedded engine dies or hangs while it is being asked: requests end with a code, and all comes back by itself. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "lianshu.demo=false",
            "lianshu.engine.heap=256m",
            "lianshu.engine.page-cache=32m",
            "lianshu.engine.class-archive=false",
            "lianshu.read.plan-at-start=false",
            "lianshu.read.timeout=2s"
        })
@DirtiesContext
class GraphGoneIT {

    private static final String QUERY = "{\"query\":\"{ lots { totalCount } }\"}";
    private static final Set<String> ENDINGS = Set.of("", "GRAPH_UNAVAILABLE", "GRAPH_BUSY", "QUERY_TIMEOUT");

    private static Path data;

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private GraphServer server;

    @Autowired
    private MeterRegistry meters;

    @DynamicPropertySource
    static void ownData(DynamicPropertyRegistry registry) throws IOException {
        data = Files.createTempDirectory("lianshu-graph-gone");
        registry.add("lianshu.data", data::toString);
    }

    @AfterAll
    static void tidy() {
        TestEngine.delete(data);
    }

    @Test
    void aKilledEngineIsSaidAtOnceAndComesBack() throws Exception {
        EmbeddedEngine engine = (EmbeddedEngine) server;
        Eventually.holds("the graph answers", () -> code(ask()).isEmpty());
        long killed = engine.pid();
        List<String> endings = whileAsked(() -> {
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            Eventually.holds(
                    "the engine is known to be down", () -> server.state().isDown());
        });
        assertThat(endings).isSubsetOf(ENDINGS);

        if (server.state().isDown()) {
            double connections = connections();
            List<String> meanwhile = new ArrayList<>();
            for (int request = 0; request < 50 && server.state().isDown(); request++) {
                HttpResponse<String> answer = ask();
                if (server.state().isDown()) {
                    meanwhile.add(code(answer));
                }
            }
            assertThat(meanwhile).containsOnly("GRAPH_UNAVAILABLE");
            // Known to be down, it is not even tried, so nobody waits: only the health endpoint's and migrations' own.
            assertThat(connections() - connections).isLessThan(meanwhile.size());
            assertThat(get("/actuator/health").statusCode()).isEqualTo(503);
            assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(503);
            assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        }
        Eventually.holds("the graph answers again", () -> code(ask()).isEmpty());
        assertThat(engine.pid()).isNotEqualTo(killed);
        assertThat(server.state().restarts()).isPositive();
        Eventually.holds("health says so", () -> get("/actuator/health").statusCode() == 200);
    }

    @Test
    void aFrozenEngineHoldsUpNothingButWhatIsAskedOfIt() throws Exception {
        EmbeddedEngine engine = (EmbeddedEngine) server;
        Eventually.holds("the graph answers", () -> code(ask()).isEmpty());
        long frozen = engine.pid();
        signal("-STOP", frozen);
        try {
            CompletableFuture<HttpResponse<String>> hanging = http.sendAsync(request(), BodyHandlers.ofString());
            assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(code(post("{\"query\":\"{ nope }\"}"))).isEqualTo("BAD_QUERY");
            assertThat(code(hanging.get())).isIn("GRAPH_UNAVAILABLE", "GRAPH_BUSY", "QUERY_TIMEOUT");
            List<CompletableFuture<HttpResponse<String>>> crowd = new ArrayList<>();
            for (int request = 0; request < 150; request++) {
                crowd.add(http.sendAsync(request(), BodyHandlers.ofString()));
            }
            assertThat(get("/actuator/health").statusCode()).isEqualTo(503);
            for (CompletableFuture<HttpResponse<String>> answer : crowd) {
                assertThat(code(answer.get())).isIn("GRAPH_UNAVAILABLE", "GRAPH_BUSY", "QUERY_TIMEOUT");
            }
        } finally {
            signal("-CONT", frozen);
        }
        Eventually.holds("the graph answers again", () -> code(ask()).isEmpty());
    }

    /** How requests ended that were under way all the time. */
    private List<String> whileAsked(Runnable happening) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        List<CompletableFuture<List<String>>> callers = new ArrayList<>();
        for (int caller = 0; caller < 4; caller++) {
            callers.add(CompletableFuture.supplyAsync(() -> {
                List<String> codes = new ArrayList<>();
                while (!over.get()) {
                    codes.add(code(
                            http.sendAsync(request(), BodyHandlers.ofString()).join()));
                }
                return codes;
            }));
        }
        try {
            happening.run();
        } finally {
            over.set(true);
        }
        List<String> result = new ArrayList<>();
        for (CompletableFuture<List<String>> caller : callers) {
            result.addAll(caller.get());
        }
        return result;
    }

    private double connections() {
        return meters.get("lianshu.graph.connections.acquired")
                        .functionCounter()
                        .count()
                + meters.get("lianshu.graph.connections.refused")
                        .functionCounter()
                        .count();
    }

    private static void signal(String signal, long pid) throws Exception {
        int ended =
                new ProcessBuilder("kill", signal, String.valueOf(pid)).start().waitFor();
        assertThat(ended).isZero();
    }

    private HttpResponse<String> ask() throws Exception {
        return post(QUERY);
    }

    private HttpResponse<String> post(String body) throws Exception {
        return http.send(request(body), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI uri = URI.create("http://localhost:" + port + path);
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private HttpRequest request() {
        return request(QUERY);
    }

    private HttpRequest request(String body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** The first error's code, empty without an error. */
    private String code(HttpResponse<String> answer) {
        JsonNode error = json.readTree(answer.body()).path("errors").path(0);
        return error.isMissingNode() ? "" : error.at("/extensions/code").asString("(none)");
    }
}
