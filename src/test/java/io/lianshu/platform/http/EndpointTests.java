package io.lianshu.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.DataFetcher;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.refusal.RequestId;
import io.lianshu.platform.viewer.Viewer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.slf4j.MDC;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.graphql.MediaTypes;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        classes = EndpointTests.Endpoint.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.graphql.schema.locations=classpath:http/",
            "lianshu.demo=true",
            "lianshu.demo-viewers.supplier.company=com_abc"
        })
class EndpointTests {

    private static final AtomicReference<String> LOGGED = new AtomicReference<>();
    private final JsonMapper json = new JsonMapper();

    @LocalServerPort
    private int port;

    private WebTestClient client;

    @BeforeEach
    void connect() {
        client = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(Duration.ofSeconds(60))
                .build();
    }

    @Test
    void anAnswerCarriesTheRequestsIdAndTheLogDoesToo() {
        EntityExchangeResult<byte[]> answer = post("{\"query\":\"{ viewer }\"}", Map.of());
        assertThat(answer.getStatus().value()).isEqualTo(200);
        assertThat(answer.getResponseHeaders().get(RequestFilter.HEADER)).hasSize(1);
        assertThat(answer.getResponseHeaders().getFirst(RequestFilter.HEADER))
                .matches("[0-9a-z]{13}")
                .isEqualTo(LOGGED.get());
    }

    @Test
    void theHeaderChoosesADemoViewer() {
        assertThat(viewer(Map.of())).isEqualTo("public|[]|null|zh");
        assertThat(viewer(Map.of("Lianshu-Viewer", "case-officer")))
                .isEqualTo("demo-case-officer|[CASE_OFFICER]|null|zh");
        assertThat(viewer(Map.of("Lianshu-Viewer", "supplier", "Accept-Language", "en-GB,zh;q=0.5")))
                .isEqualTo("demo-supplier|[SUPPLIER]|com_abc|en");
        assertThat(viewer(Map.of("Lianshu-Viewer", "public", "Accept-Language", "fr")))
                .isEqualTo("public|[]|null|zh");
        assertThat(viewer(Map.of("Accept-Language", "%%%"))).isEqualTo("public|[]|null|zh");
    }

    @Test
    void anUnknownViewerIsRefusedWithTheKnownOnes() {
        JsonNode error = refused("{ viewer }", Map.of("Lianshu-Viewer", "张三"), 400, "UNKNOWN_VIEWER");
        assertThat(error.path("extensions").path("field").asString()).isEqualTo("Lianshu-Viewer");
        assertThat(error.path("message").asString()).contains("analyst").doesNotContain("张三");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { echo(                                       | BAD_SYNTAX        | 第 1 行
            张三                                          | BAD_SYNTAX        | 语法
            { nothing330203 }                             | BAD_QUERY         | 类型没有这个字段
            { echo(name: "330203") }                      | BAD_QUERY         | 没有这个参数
            { twice(amount: "330203x") }                  | BAD_QUERY         | 参数 amount，应为 Money
            { more(input: {amount: 1, day: "330203"}) }   | BAD_QUERY         | 参数 input.day，应为 Date
            { more(input: {amount: null}) }               | BAD_QUERY         | 参数 input.amount
            { deep }                                      | BAD_QUERY         | 该字段须选择子字段
            mutation { echo }                             | BAD_QUERY         | 不支持此类操作
            query A { echo } query B { echo }             | UNKNOWN_OPERATION | operationName
            ''                                            | BAD_SYNTAX        | 第 1 行
            """)
    void aBadDocumentIsRefusedWithACode(String document, String code, String words) {
        JsonNode error = refused(document, Map.of(), 400, code);
        assertThat(error.path("message").asString()).contains(words).doesNotContain("330203");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                  | input  | required value is missing
            {"input": null}                     | input  | required value is missing
            {"input": {"amount": "330203元"}}   | input  | amount in yuan
            {"input": {"amount": 330203.001}}   | input  | two decimals
            {"input": {"amount": 1, "b": 3302}} | ''     | not define
            {"input": 330203}                   | input  | does not fit
            """)
    void aBadVariableIsRefusedWithItsName(String variables, String field, String words) {
        String body =
                "{\"query\":\"query($input: AmountInput!) { more(input: $input) }\",\"variables\":" + variables + "}";
        JsonNode error = error(post(body, Map.of("Accept-Language", "en")), 400, "BAD_VARIABLE");
        assertThat(error.path("extensions").path("field").asString()).isEqualTo(field);
        assertThat(error.path("message").asString()).contains(words).doesNotContain("3302");
    }

    @Test
    void moneyGoesInAsTextOrNumber() {
        String body = "{\"query\":\"query($a: Money!) { a: twice(amount: $a) b: twice(amount: \\\"0.05\\\")"
                + " c: twice(amount: 3) d: twice(amount: 0.10) }\",\"variables\":{\"a\": 12.34}}";
        JsonNode data = read(post(body, Map.of())).path("data");
        assertThat(data.toString()).isEqualTo("{\"a\":\"24.68\",\"b\":\"0.10\",\"c\":\"6.00\",\"d\":\"0.20\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "refusal, LOT_SECRET, FORBIDDEN",
        "unavailable, GRAPH_UNAVAILABLE, UNAVAILABLE",
        "timeout, QUERY_TIMEOUT, TOO_MUCH",
        "bug, INTERNAL_ERROR, INTERNAL_ERROR"
    })
    void aFailingFieldHasACodeAndItsPath(String how, String code, String classification) {
        EntityExchangeResult<byte[]> answer = post(query("{ x: fail(how: \"" + how + "\") viewer }"), Map.of());
        JsonNode error = error(answer, 200, code);
        assertThat(error.path("extensions").path("classification").asString()).isEqualTo(classification);
        assertThat(error.path("path").toString()).isEqualTo("[\"x\"]");
        assertThat(error.path("message").asString()).doesNotContain("secret").hasSizeLessThanOrEqualTo(256);
        assertThat(read(answer).path("data").path("viewer").asString()).startsWith("public");
    }

    @Test
    void anInternalErrorGivesNothingButTheRequestsId() {
        EntityExchangeResult<byte[]> answer = post(query("{ fail(how: \"bug\") }"), Map.of("Accept-Language", "en"));
        String id = String.valueOf(answer.getResponseHeaders().getFirst(RequestFilter.HEADER));
        JsonNode error = error(answer, 200, "INTERNAL_ERROR");
        assertThat(error.path("extensions").path("requestId").asString()).isEqualTo(id);
        assertThat(error.path("message").asString()).endsWith(id).startsWith("Something went wrong");
        assertThat(error(post(query("{ never }"), Map.of()), 200, "INTERNAL_ERROR")
                        .path("message")
                        .asString())
                .doesNotContain("never");
    }

    @Test
    void aRefusalSpeaksTheCallersLanguageAndIsCut() {
        String english = refused200("{ fail(how: \"long\") }", Map.of("Accept-Language", "en"))
                .path("message")
                .asString();
        assertThat(english).startsWith("long ").endsWith("…");
        assertThat(english.codePointCount(0, english.length())).isEqualTo(256);
        assertThat(refused200("{ fail(how: \"long\") }", Map.of())
                        .path("message")
                        .asString())
                .isEqualTo("长");
    }

    @Test
    void anAnswerHasTenErrorsAtMost() {
        String fields = IntStream.range(0, 30).mapToObj(i -> "f" + i).collect(Collectors.joining(" "));
        assertThat(read(post(query("{ deep { " + fields + " } }"), Map.of()))
                        .path("errors")
                        .size())
                .isEqualTo(10);
    }

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

    @Test
    void olderClientsGetTheirTypeAndStatus() {
        EntityExchangeResult<byte[]> answer = client.post()
                .uri("/graphql")
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .bodyValue(query("{ nothing }"))
                .exchange()
                .expectBody()
                .returnResult();
        assertThat(answer.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_JSON);
        error(answer, 200, "BAD_QUERY");
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

    private String viewer(Map<String, String> headers) {
        return read(post(query("{ viewer }"), headers))
                .path("data")
                .path("viewer")
                .asString();
    }

    private JsonNode refused(String document, Map<String, String> headers, int status, String code) {
        return error(post(query(document), headers), status, code);
    }

    private JsonNode refused200(String document, Map<String, String> headers) {
        return refused(document, headers, 200, "LONG_STORY");
    }

    private JsonNode error(EntityExchangeResult<byte[]> answer, int status, String code) {
        JsonNode body = read(answer);
        assertThat(body.path("errors").path(0).path("extensions").path("code").asString(""))
                .as(body.toString())
                .isEqualTo(code);
        assertThat(answer.getStatus().value()).isEqualTo(status);
        return body.path("errors").path(0);
    }

    private JsonNode read(EntityExchangeResult<byte[]> answer) {
        return json.readTree(answer.getResponseBody());
    }

    private String query(String document) {
        return json.writeValueAsString(Map.of("query", document));
    }

    private EntityExchangeResult<byte[]> post(String body, Map<String, String> headers) {
        return client.post()
                .uri("/graphql")
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaTypes.APPLICATION_GRAPHQL_RESPONSE)
                .headers(sent -> headers.forEach(sent::set))
                .bodyValue(body)
                .exchange()
                .expectBody()
                .returnResult();
    }

    /** The endpoint over a schema of its own, without a graph. */
    @EnableAutoConfiguration
    @ComponentScan({
        "io.lianshu.platform.http",
        "io.lianshu.platform.refusal",
        "io.lianshu.platform.viewer",
        "io.lianshu.platform.scalar"
    })
    static class Endpoint {

        @Bean
        RuntimeWiringConfigurer fields() {
            return wiring -> wiring.type(
                            "Query",
                            query -> query.dataFetcher("echo", field -> field.getArgument("text"))
                                    .dataFetcher("viewer", viewer())
                                    .dataFetcher("twice", field -> doubled(field.getArgument("amount")))
                                    .dataFetcher(
                                            "more",
                                            field -> field.<Map<String, Object>>getArgument("input")
                                                    .get("amount"))
                                    .dataFetcher("deep", field -> Map.of())
                                    .dataFetcher("fail", field -> fail(field.getArgument("how"))))
                    .type("Deep", deep -> deep.dataFetcher("deep", field -> Map.of()));
        }

        private static DataFetcher<String> viewer() {
            return field -> {
                LOGGED.set(MDC.get(RequestId.LOG_KEY));
                Viewer viewer = field.getGraphQlContext().get(Viewer.KEY);
                return viewer.name() + "|" + List.copyOf(viewer.roles()) + "|" + viewer.companyId() + "|"
                        + viewer.language();
            };
        }

        private static BigDecimal doubled(BigDecimal amount) {
            return amount.add(amount);
        }

        private static Object fail(String how) {
            throw switch (how) {
                case "refusal" -> new Refusal("LOT_SECRET", Refusal.Kind.FORBIDDEN, null, "未开标", "not opened");
                case "unavailable" -> new CompletionException(new ServiceUnavailableException("secret host"));
                case "timeout" -> new ClientException("Neo.ClientError.Transaction.TransactionTimedOut", "secret");
                case "long" -> Refusal.badInput("LONG_STORY", "how", "长", "long ".repeat(100));
                default -> new IllegalStateException("secret 330203199001010014");
            };
        }
    }
}
