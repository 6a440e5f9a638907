package io.lianshu.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.TestEngine;
import io.lianshu.platform.viewer.DemoMode;
import io.lianshu.platform.viewer.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The page to try questions on works with nothing but the hub. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"lianshu.demo=true", "lianshu.read.plan-at-start=false", "lianshu.limits.patience=2s"})
class GraphiQlPageIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** What a browser loads by itself: attributes, imports of modules, url() of styles. */
    private static final Map<String, Pattern> LOADED = Map.of(
            "text/html", Pattern.compile("\\s(?:src|href|action)=\"([^\"]*)\""),
            "text/javascript", Pattern.compile("(?m)^import [^;]*from '([^']*)';$"),
            "text/css", Pattern.compile("url\\(\\s*[\"']?([^)\"']*)|@import\\s+[\"']([^\"']*)"));

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) {
        TestEngine.register(registry);
    }

    @Test
    void everythingThePageLoadsComesFromTheHub() throws Exception {
        Map<URI, HttpResponse<String>> loaded = loaded(at("/graphiql"));

        assertThat(loaded.keySet())
                .extracting(URI::getPath)
                .containsExactlyInAnyOrder(
                        "/graphiql",
                        "/graphiql/page.css",
                        "/graphiql/page.js",
                        "/graphiql/session.js",
                        "/graphiql/react.production.min.js",
                        "/graphiql/react-dom.production.min.js",
                        "/graphiql/graphiql.min.js",
                        "/graphiql/graphiql.min.css");
        assertThat(loaded.keySet())
                .allSatisfy(address -> assertThat(address.getAuthority()).isEqualTo("localhost:" + port));
        assertThat(loaded.values()).allSatisfy(answer -> {
            assertThat(answer.statusCode()).as("%s", answer.uri()).isEqualTo(200);
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
        });
    }

    @Test
    void theBrowserIsForbiddenToLoadAnythingElse() throws Exception {
        HttpResponse<String> page = get(at("/graphiql"));

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self';")
                .contains("connect-src 'self'")
                .doesNotContain("unsafe-eval", "http:", "https:", "*");
        assertThat(page.body())
                .as("scripts in the page itself, which the policy stops")
                .doesNotContainPattern("<script(?![^>]* src=)|\\son\\w+=|javascript:");
    }

    @Test
    void thePageHasAButtonForEveryRole() throws Exception {
        List<String> buttons = Pattern.compile("\\['([a-z-]+)', '[^']+'\\],")
                .matcher(get(at("/graphiql/page.js")).body())
                .results()
                .map(role -> role.group(1))
                .toList();

        assertThat(buttons)
                .containsExactlyElementsOf(
                        Arrays.stream(Role.values()).map(Role::slug).toList());
    }

    @Test
    void aLibraryThatTheBrowserHasIsNotSentAgain() throws Exception {
        URI library = at("/graphiql/graphiql.min.js");
        String tag = get(library).headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = HTTP.send(
                HttpRequest.newBuilder(library).header("If-None-Match", tag).build(), BodyHandlers.ofString());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void thisHubSaysThatItIsInDemoMode() throws Exception {
        assertThat(get(at("/graphiql/demo")).body()).isEqualTo("{\"demo\":true}");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void thePageKnowsWhetherToOfferRoles(boolean on) {
        WebTestClient.bindToRouterFunction(new GraphiQlPage(new DemoMode(on)).routes())
                .build()
                .get()
                .uri("/graphiql/demo")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"demo\": " + on + "}");
    }

    @Test
    void whatIsLoadedIsFoundInTextsOfEverySort() {
        assertThat(references("text/html", "<a href=\"x\"><script src=\"https://cdn.example/y.js\">"))
                .containsExactly("x", "https://cdn.example/y.js");
        assertThat(references("text/javascript", "import { a } from './b.js';\n"))
                .containsExactly("./b.js");
        assertThat(references("text/css", "@import \"c.css\"; a { background: url(d.png) }"))
                .containsExactly("c.css", "d.png");
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** The page and what it loads, and what that loads. */
    private static Map<URI, HttpResponse<String>> loaded(URI page) throws Exception {
        Map<URI, HttpResponse<String>> loaded = new TreeMap<>();
        Deque<URI> wanted = new ArrayDeque<>(List.of(page));
        while (!wanted.isEmpty()) {
            URI address = wanted.remove();
            if (loaded.containsKey(address)) {
                continue;
            }
            HttpResponse<String> answer = get(address);
            loaded.put(address, answer);
            String type = answer.headers().firstValue("Content-Type").orElse("").split(";")[0];
            references(type, answer.body()).stream()
                    .filter(reference -> !reference.startsWith("data:"))
                    .map(address::resolve)
                    .forEach(wanted::add);
        }
        return loaded;
    }

    private static List<String> references(String type, String text) {
        return LOADED.getOrDefault(type, Pattern.compile("(?!)"))
                .matcher(text)
                .results()
                .map(match -> match.group(1) != null ? match.group(1) : match.group(2))
                .toList();
    }

    private static HttpResponse<String> get(URI address) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
