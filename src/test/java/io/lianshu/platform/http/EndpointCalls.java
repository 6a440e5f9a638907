package io.lianshu.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.graphql.MediaTypes;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls to a started endpoint over a schema of its own, and what is asked of the answers. */
@SpringBootTest(
        classes = EndpointApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.graphql.schema.locations=classpath:http/",
            "lianshu.demo=true",
            "management.endpoint.health.validate-group-membership=false",
            "lianshu.demo-viewers.supplier.company=com_abc"
        })
abstract class EndpointCalls {

    static final AtomicReference<String> LOGGED = new AtomicReference<>();
    final JsonMapper json = new JsonMapper();

    @LocalServerPort
    private int port;

    WebTestClient client;

    @BeforeEach
    void connect() {
        client = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(Duration.ofSeconds(60))
                .build();
    }

    String viewer(Map<String, String> headers) {
        return read(post(query("{ viewer }"), headers))
                .path("data")
                .path("viewer")
                .asString();
    }

    JsonNode refused(String document, Map<String, String> headers, int status, String code) {
        return error(post(query(document), headers), status, code);
    }

    JsonNode refused200(String document, Map<String, String> headers) {
        return refused(document, headers, 200, "LONG_STORY");
    }

    JsonNode error(EntityExchangeResult<byte[]> answer, int status, String code) {
        JsonNode body = read(answer);
        assertThat(body.path("errors").path(0).path("extensions").path("code").asString(""))
                .as(body.toString())
                .isEqualTo(code);
        assertThat(answer.getStatus().value()).isEqualTo(status);
        return body.path("errors").path(0);
    }

    JsonNode read(EntityExchangeResult<byte[]> answer) {
        return json.readTree(answer.getResponseBody());
    }

    String query(String document) {
        return json.writeValueAsString(Map.of("query", document));
    }

    EntityExchangeResult<byte[]> post(String body, Map<String, String> headers) {
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
}
