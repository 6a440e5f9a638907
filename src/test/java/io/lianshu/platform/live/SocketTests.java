package io.lianshu.platform.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The protocols' rules, one by one. */
@SpringBootTest(
        classes = StreamApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.graphql.schema.locations=classpath:live/",
            "lianshu.demo=true",
            "management.endpoint.health.validate-group-membership=false",
            "lianshu.live.init-timeout=1s",
            "lianshu.live.keep-alive=2s",
            "lianshu.live.streams=3",
            "lianshu.limits.origins=https://servicewechat.com"
        })
class SocketTests {

    private static final String INIT = "{\"type\":\"connection_init\"}";
    private static final String VIEWER = "{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"{ viewer }\"}}";

    @LocalServerPort
    private int port;

    @AfterEach
    void renew() {
        StreamApplication.GOOD.set(true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nonsense                                                    | 4400 Invalid message
            []                                                          | 4400 Invalid message
            {"type":"nothing"}                                          | 4400 Invalid message
            {"type":"connection_ack"}                                   | 4400 Invalid message
            {"payload":{}}                                              | 4400 Invalid message
            {"type":"connection_init","payload":"text"}                 | 4400 Invalid message
            {"type":"ping","payload":1}                                 | 4400 Invalid message
            {"type":"subscribe","payload":{"query":"{ viewer }"}}       | 4400 Invalid message
            {"id":1,"type":"subscribe","payload":{"query":"{viewer}"}}  | 4400 Invalid message
            {"id":"","type":"subscribe","payload":{"query":"{viewer}"}} | 4400 Invalid message
            {"id":"1","type":"subscribe"}                               | 4400 Invalid message
            {"id":"1","type":"subscribe","payload":{"query":0}}         | 4400 Invalid message
            {"id":"1","type":"subscribe","payload":{"query":"{viewer}","variables":""}} | 4400 Invalid message
            {"id":"1","type":"subscribe","payload":{"query":"{viewer}","operationName":{}}} | 4400 Invalid message
            {"id":"1","type":"subscribe","payload":{"query":"{viewer}","extensions":""}} | 4400 Invalid message
            {"type":"complete"}                                         | 4400 Invalid message
            """)
    void whatIsNoMessageOfTheProtocolCloses(String text, String closed) throws Exception {
        try (SocketClient fresh = SocketClient.open(port, Map.of())) {
            fresh.say(text);
            assertThat(fresh.closed()).isEqualTo(closed);
        }
        try (SocketClient entered = SocketClient.entered(port, "{}")) {
            entered.say(text);
            assertThat(entered.closed()).isEqualTo(closed);
        }
    }

    @Test
    void bytesAreNoMessage() throws Exception {
        try (SocketClient client = SocketClient.open(port, Map.of())) {
            client.sayBinary(new byte[] {'{', '}'});
            assertThat(client.closed()).isEqualTo("4400 Invalid message");
        }
    }

    @Test
    void whoDoesNotBeginInTimeOrTwiceOrAsksBeforeIsSentAway() throws Exception {
        try (SocketClient silent = SocketClient.open(port, Map.of())) {
            assertThat(silent.closed()).isEqualTo("4408 Connection initialisation timeout");
        }
        try (SocketClient eager = SocketClient.open(port, Map.of())) {
            eager.say(VIEWER);
            assertThat(eager.closed()).isEqualTo("4401 Unauthorized");
        }
        try (SocketClient twice = SocketClient.entered(port, "null")) {
            twice.say(INIT);
            assertThat(twice.closed()).isEqualTo("4429 Too many initialisation requests");
        }
    }

    @Test
    void aPingIsAnsweredAtAnyTime() throws Exception {
        try (SocketClient client = SocketClient.open(port, Map.of())) {
            client.say("{\"type\":\"ping\",\"payload\":{\"n\":1}}");
            assertThat(client.hear().toString()).isEqualTo("{\"type\":\"pong\"}");
            client.say("{\"type\":\"pong\"}");
            client.say(INIT);
            assertThat(client.hear().toString()).isEqualTo("{\"type\":\"connection_ack\"}");
        }
    }

    @Test
    void whoSaysNothingForLongIsSentAway() throws Exception {
        try (SocketClient client = SocketClient.entered(port, "{}")) {
            assertThat(client.closed()).startsWith("4499 ");
        }
    }

    @Test
    void theHandshakeIsRefusedForAnotherProtocolOrAForeignPage() throws Exception {
        assertThat(status(null, Map.of())).isEqualTo(400);
        assertThat(status("graphql-ws", Map.of())).isEqualTo(400);
        assertThat(status("graphql-transport-ws", Map.of("Origin", "https://elsewhere.example")))
                .isEqualTo(403);
        for (String origin : List.of("http://localhost:" + port, "https://servicewechat.com")) {
            try (SocketClient client = SocketClient.open(port, Map.of("Origin", origin))) {
                assertThat(client.protocol()).isEqualTo("graphql-transport-ws");
            }
        }
    }

    private int status(String protocol, Map<String, String> headers) {
        int[] status = new int[1];
        assertThatThrownBy(() -> SocketClient.open(port, headers, protocol))
                .satisfies(failure -> status[0] = ((WebSocketHandshakeException) failure.getCause())
                        .getResponse()
                        .statusCode());
        return status[0];
    }

    @Test
    void whoAsksIsToldByTheFirstMessageOrTheHandshake() throws Exception {
        try (SocketClient client = SocketClient.entered(port, "{\"authorization\":\"Bearer good\"}")) {
            client.say(VIEWER);
            assertThat(client.hear().toString())
                    .isEqualTo("{\"id\":\"1\",\"type\":\"next\",\"payload\":{\"data\":{\"viewer\":\"[ANALYST]zh\"}}}");
            assertThat(client.hear().toString()).isEqualTo("{\"id\":\"1\",\"type\":\"complete\"}");
        }
        try (SocketClient client =
                SocketClient.entered(port, "{\"Lianshu-Viewer\":\"agent\",\"accept-language\":\"en\"}")) {
            client.say(VIEWER);
            assertThat(client.hear().toString()).contains("[AGENT]en");
        }
        try (SocketClient client = SocketClient.open(port, Map.of("Authorization", "Bearer good"))) {
            client.say(INIT);
            client.hear();
            client.say(VIEWER);
            assertThat(client.hear().toString()).contains("[ANALYST]zh");
        }
        try (SocketClient client = SocketClient.open(port, Map.of())) {
            client.say("{\"type\":\"connection_init\",\"payload\":{\"authorization\":\"Bearer old\"}}");
            assertThat(client.closed()).isEqualTo("4403 Forbidden: TOKEN_EXPIRED");
        }
    }

    @Test
    void whatIsNotValidIsAnErrorAndTheConnectionStays() throws Exception {
        try (SocketClient client = SocketClient.entered(port, "{}")) {
            client.subscribe("a", "subscription { ...F } fragment F on Subscription { count(to: 3) @skip(if: true) }");
            var error = client.hear();
            assertThat(error.path("type").asString()).isEqualTo("error");
            assertThat(error.at("/payload/0/extensions/code").asString()).isEqualTo("BAD_QUERY");
            client.subscribe("a", "{ viewer");
            assertThat(client.hear().at("/payload/0/extensions/code").asString())
                    .isEqualTo("BAD_SYNTAX");
            client.subscribe("a", "{ " + "x: viewer ".repeat(40) + "}");
            assertThat(client.hear().at("/payload/0/extensions/code").asString())
                    .isEqualTo("TOO_MANY_ROOT_FIELDS");
            client.subscribe("a", "{ fails }");
            var failed = client.hear();
            assertThat(failed.path("type").asString()).isEqualTo("next");
            assertThat(failed.at("/payload/errors/0/extensions/code").asString())
                    .isEqualTo("LOT_SECRET");
            assertThat(client.hear().path("type").asString()).isEqualTo("complete");
        }
    }

    @Test
    void aSubscriptionStreamsCompletesAndFails() throws Exception {
        try (SocketClient client = SocketClient.entered(port, "{}")) {
            client.subscribe("a", "subscription { count(to: 300) }");
            for (int i = 1; i <= 300; i++) {
                assertThat(client.hear().at("/payload/data/count").asInt()).isEqualTo(i);
            }
            assertThat(client.hear().toString()).isEqualTo("{\"id\":\"a\",\"type\":\"complete\"}");
            client.subscribe("a", "subscription { fails }");
            assertThat(client.hear().at("/payload/data/fails").asInt()).isEqualTo(1);
            var error = client.hear();
            assertThat(error.path("type").asString()).isEqualTo("error");
            assertThat(error.at("/payload/0/extensions/code").asString()).isEqualTo("FEED_POSITION_LOST");
            client.subscribe("a", "{ viewer }");
            assertThat(client.hear().path("type").asString()).isEqualTo("next");
        }
    }

    @Test
    void anIdServesOnceAtATimeAndAConnectionHasOnlySoManyOperations() throws Exception {
        try (SocketClient client = SocketClient.entered(port, "{}")) {
            for (String id : List.of("a", "b", "c")) {
                client.subscribe(id, "subscription { waits }");
                assertThat(client.hear().path("id").asString()).isEqualTo(id);
            }
            client.subscribe("d", "{ viewer }");
            assertThat(client.hear().at("/payload/0/extensions/code").asString())
                    .isEqualTo("TOO_MANY_OPERATIONS");
            client.say("{\"id\":\"a\",\"type\":\"complete\"}");
            client.say("{\"id\":\"unknown\",\"type\":\"complete\"}");
            client.subscribe("a", "subscription { waits }");
            assertThat(client.hear().path("id").asString()).isEqualTo("a");
            client.subscribe("b", "{ viewer }");
            assertThat(client.closed()).isEqualTo("4409 Subscriber for b already exists");
        }
    }

    @Test
    void anExpiredTokenClosesAndNeverCompletes() throws Exception {
        try (SocketClient client = SocketClient.entered(port, "{\"authorization\":\"Bearer good\"}")) {
            client.subscribe("a", "subscription { waits }");
            assertThat(client.hear().path("type").asString()).isEqualTo("next");
            StreamApplication.GOOD.set(false);
            assertThat(client.closed()).startsWith("4403 Forbidden");
            assertThat(client.hear(100)).isNull();
        }
        StreamApplication.GOOD.set(true);
        try (SocketClient client = SocketClient.entered(port, "{\"authorization\":\"Bearer good\"}")) {
            StreamApplication.GOOD.set(false);
            client.say(VIEWER);
            assertThat(client.closed()).startsWith("4403 Forbidden");
        }
    }

    @Test
    void eventsComeOverHttpToo() throws Exception {
        assertThat(events("subscription { count(to: 2) }", "")).isEqualTo("""
                event:next
                data:{"data":{"count":1}}

                event:next
                data:{"data":{"count":2}}

                event:complete
                data:

                """);
        assertThat(events("{ viewer }", "Bearer good"))
                .startsWith("event:next\ndata:{\"data\":{\"viewer\":\"[ANALYST]zh\"}}\n\nevent:complete\n");
        assertThat(events("{ nothing }", "")).startsWith("event:next\n").contains("BAD_QUERY", "event:complete");
        assertThat(events("subscription { fails }", "")).contains("FEED_POSITION_LOST", "event:complete");
    }

    @Test
    void overHttpWithoutCompleteForWhoIsNotLetInAnyMore() throws Exception {
        new Thread(() -> {
                    try {
                        Thread.sleep(500);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    StreamApplication.GOOD.set(false);
                })
                .start();
        assertThat(events("subscription { waits }", "Bearer good"))
                .startsWith("event:next\ndata:{\"data\":{\"waits\":1}}\n\nevent:next\n")
                .contains("TOKEN_EXPIRED")
                .doesNotContain("event:complete");
    }

    @Test
    void aSubscriptionIsNotAnsweredByOneDocument() throws Exception {
        HttpResponse<String> answer = post("subscription { count(to: 2) }", "", "application/graphql-response+json");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("OPERATION_NOT_SUPPORTED");
    }

    private String events(String query, String authorization) throws Exception {
        HttpResponse<String> answer = post(query, authorization, "text/event-stream");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        return answer.body();
    }

    private HttpResponse<String> post(String query, String authorization, String accept) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
                .header("Content-Type", "application/json")
                .header("Accept", accept)
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"" + query + "\"}"));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
