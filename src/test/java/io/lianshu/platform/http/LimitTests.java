package io.lianshu.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.graphql.MediaTypes;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.JsonNode;

class LimitTests extends EndpointCalls {

    @Test
    void aDocumentBeyondALimitIsRefused() {
        String tooMuch = refused("{ echo " + "deep{name}".repeat(600) + "}", Map.of(), 400, "TOO_MANY_TOKENS")
                .path("message")
                .asString();
        assertThat(tooMuch).contains("2000");
        assertThat(refused(nested(13), Map.of(), 400, "QUERY_TOO_DEEP")
                        .path("message")
                        .asString())
                .contains("12", "13");
        assertThat(read(post(query(nested(12)), Map.of())).path("errors").isMissingNode())
                .isTrue();
        assertThat(refused("{ deep { " + aliases(31) + " } }", Map.of(), 400, "TOO_MANY_ALIASES")
                        .path("message")
                        .asString())
                .contains("30", "31");
        assertThat(read(post(query("{ deep { " + aliases(30) + " } }"), Map.of()))
                        .path("errors")
                        .isMissingNode())
                .isTrue();
        refused("{ " + aliases(11).replace("name", "echo") + " }", Map.of(), 400, "TOO_MANY_ROOT_FIELDS");
        refused("{ echo " + "@include(if: true) ".repeat(11) + "}", Map.of(), 400, "TOO_MANY_DIRECTIVES");
    }

    @Test
    void fragmentsHideNothingFromTheLimits() {
        refused(
                "{ deep { ...F deep { ...F } } } fragment F on Deep { " + aliases(16) + " }",
                Map.of(),
                400,
                "TOO_MANY_ALIASES");
        refused(
                "{ ...R } fragment R on Query { " + aliases(11).replace("name", "echo") + " }",
                Map.of(),
                400,
                "TOO_MANY_ROOT_FIELDS");
        refused(
                "{ deep { deep { deep { deep { ...F } } } } } fragment F on Deep " + nested(9),
                Map.of(),
                400,
                "QUERY_TOO_DEEP");
        refused("{ deep { ...F } } fragment F on Deep { ...F }", Map.of(), 400, "BAD_QUERY");
        refused("{ deep { ...A } } " + doubling(40), Map.of(), 400, "TOO_MANY_ALIASES");
    }

    @Test
    void introspectionIsNotTooDeep() {
        String types =
                "{ __schema { types { fields { type { ofType { ofType { ofType { ofType { ofType { ofType { ofType"
                        + " { ofType { name } } } } } } } } } } } } }";
        assertThat(read(post(query(types), Map.of())).path("errors").isMissingNode())
                .isTrue();
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedBeforeItIsRead() {
        String body = query("{ viewer } #" + "x".repeat(256 * 1024));
        JsonNode error = error(post(body, Map.of()), 413, "BODY_TOO_LARGE");
        assertThat(error.path("message").asString()).contains("262144", String.valueOf(body.length()));
        EntityExchangeResult<byte[]> streamed = client.post()
                .uri("/graphql")
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaTypes.APPLICATION_GRAPHQL_RESPONSE)
                .body(reactor.core.publisher.Flux.range(0, 300).map(i -> " ".repeat(1024)), String.class)
                .exchange()
                .expectBody()
                .returnResult();
        error(streamed, 413, "BODY_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", " [{\"query\":\"{ viewer }\"}]"})
    void arraysOfRequestsAreRefused(String body) {
        error(post(body, Map.of()), 400, "BATCH_NOT_SUPPORTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "7", "\"x\"", "{}", "{\"query\":\"{ viewer }\",\"variables\":[1]}"})
    void whatIsNoRequestIsRefused(String body) {
        error(post(body, Map.of()), 400, "BAD_BODY");
    }

    private static String nested(int depth) {
        return "{ deep ".repeat(depth - 1) + "{ name }" + " }".repeat(depth - 1);
    }

    private static String aliases(int count) {
        return IntStream.range(0, count).mapToObj(i -> "a" + i + ": name").collect(Collectors.joining(" "));
    }

    /** Fragments of which each spreads the next one twice: two to the power of their number aliases. */
    private static String doubling(int count) {
        String chain = IntStream.range(0, count)
                .mapToObj(i -> "fragment %s on Deep { ...%s ...%2$s }".formatted(i == 0 ? "A" : "F" + i, "F" + (i + 1)))
                .collect(Collectors.joining(" "));
        return chain + " fragment F" + count + " on Deep { a: name }";
    }
}
