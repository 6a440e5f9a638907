package io.lianshu.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class EndpointTests extends EndpointCalls {

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
    void whatBreaksBesideTheApiIsInTheLogUnderTheIdThatIsTold(CapturedOutput output) {
        EntityExchangeResult<byte[]> answer =
                client.get().uri("/broken").exchange().expectBody().returnResult();
        String id = String.valueOf(answer.getResponseHeaders().getFirst(RequestFilter.HEADER));
        assertThat(read(answer).at("/errors/0/extensions/requestId").asString()).isEqualTo(id);
        assertThat(output.getAll().lines().filter(line -> line.contains("ERROR") && line.contains(id)))
                .hasSize(1);
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
            { nothing(id: "330203") }                     | BAD_QUERY         | 类型没有这个字段，字段 Query.nothing
            { echo(name: "330203") }                      | BAD_QUERY         | 没有这个参数
            { twice(amount: "330203x") }                  | BAD_QUERY         | 参数 amount，应为 Money
            { more(input: {amount: 1, day: "330203"}) }   | BAD_QUERY         | 参数 input.day，应为 Date
            { more(input: {amount: null}) }               | BAD_QUERY         | 参数 input.amount
            { deep }                                      | BAD_QUERY         | 该字段须选择子字段
            mutation { echo }                             | OPERATION_NOT_SUPPORTED | 不支持此类操作
            query A { echo } query B { echo }             | UNKNOWN_OPERATION | operationName
            ''                                            | BAD_SYNTAX        | 第 1 行
            """)
    void aBadDocumentIsRefusedWithACode(String document, String code, String words) {
        JsonNode error = refused(document, Map.of(), 400, code);
        assertThat(error.path("message").asString()).contains(words).doesNotContain("330203");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { nope }                      | Query.nope
            { echo(frst: 1) }             | frst
            { deep }                      | deep
            { twice }                     | amount
            { twice(amount: $n) }         | ：n
            query ($n: Nope) { echo }     | ：Nope
            { ...Gone }                   | ：Gone
            { echo @gone }                | ：gone
            """)
    void aDocumentThatDoesNotFitNamesWhat(String document, String name) {
        JsonNode error = refused(document, Map.of(), 400, "BAD_QUERY");
        assertThat(error.path("message").asString()).contains("不符", name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                  | input  | required value is missing
            {"input": null}                     | input  | required value is missing
            {"input": {"amount": "330203元"}}   | input  | amount in yuan
            {"input": {"amount": 330203.001}}   | input  | two decimals
            {"input": {"amount": 1, "b": 3302}} | b      | not define
            {"input": {"amount": null}}         | input.amount | (amount): a required value is missing
            {"input": {"day": "2025-01-01"}}    | input.amount | (amount): a required value is missing
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
    void aTokenTellsWhoAsksAndWhatIsNoneIsRefused() {
        assertThat(viewer(Map.of("Authorization", "Bearer good"))).startsWith("usr_1|[ANALYST]");
        assertThat(viewer(Map.of("Authorization", "bearer  good"))).startsWith("usr_1");
        refused("{ viewer }", Map.of("Authorization", "Bearer other"), 401, "BAD_TOKEN");
        refused("{ viewer }", Map.of("Authorization", "Basic YTpi"), 401, "BAD_AUTHORIZATION");
        refused("{ viewer }", Map.of("Authorization", "good"), 401, "BAD_AUTHORIZATION");
        refused("{ viewer }", Map.of("Authorization", "Bearer good", "Lianshu-Viewer", "agent"), 400, "TWO_VIEWERS");
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
}
