package io.lianshu.access;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.lianshu.platform.identifier.IdentityNumber;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * People's numbers, passwords and tokens go through every way in and out; then the log at its most talkative, all metrics and all
 * observations, of which traces are made, are searched for them.
 */
class PersonalTracesIT extends EnteredHub {

    private static final String NUMBER = "110101199003074530";
    private static final String BAD_NUMBER = "110101199003074531";
    private static final String PHONE = "13987654321";
    private static final String PASSWORD = "a-password-of-nobody-417";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    private ObservationRegistry observations;

    private final List<String> observed = Collections.synchronizedList(new ArrayList<>());
    private final List<String> secrets = new ArrayList<>(List.of(NUMBER, BAD_NUMBER, PHONE, PASSWORD));

    /** Takes down every key and value of every observation, with its name and error. */
    private final class Taker implements ObservationHandler<Observation.Context> {

        @Override
        public void onStop(Observation.Context context) {
            StringBuilder text =
                    new StringBuilder(context.getName() + " " + context.getContextualName() + " " + context.getError());
            for (KeyValue value : context.getAllKeyValues()) {
                text.append(' ').append(value.getKey()).append('=').append(value.getValue());
            }
            observed.add(text.toString());
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }
    }

    @Test
    void nothingOfWhatPassesThroughIsWrittenDown() throws Exception {
        assertThat(IdentityNumber.isValid(NUMBER)).isTrue();
        observations.observationConfig().observationHandler(new Taker());
        Logger ours = (Logger) LoggerFactory.getLogger("io.lianshu");
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = ours.getLevel();
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        root.addAppender(appender);
        ours.setLevel(Level.TRACE);
        try {
            everyWay();
        } finally {
            ours.setLevel(before);
            root.detachAppender(appender);
        }
        StringBuilder written = new StringBuilder();
        for (ILoggingEvent event : List.copyOf(appender.list)) {
            written.append(event.getFormattedMessage()).append('\n');
            if (event.getThrowableProxy() != null) {
                written.append(ThrowableProxyUtil.asString(event.getThrowableProxy()))
                        .append('\n');
            }
        }
        assertThat(written.toString()).as("the log says something at all").contains("upload of");
        assertThat(observed).as("there are observations").anyMatch(text -> text.startsWith("http.server.requests"));
        assertThat(written.toString()).as("the log").doesNotContain(secrets);
        assertThat(get("/actuator/prometheus").body())
                .as("metrics")
                .contains("lianshu_access")
                .doesNotContain(secrets);
        assertThat(String.join("\n", observed)).as("observations").doesNotContain(secrets);
    }

    private void everyWay() throws Exception {
        String importer = hub.login("importer", "demo").access();
        String officer = hub.login("case-officer", "demo").access();
        secrets.add(importer);
        secrets.add(hub.login("analyst", "demo").refresh());
        hub.login("agent", PASSWORD);
        hub.login(NUMBER, PASSWORD);
        hub.auth("password", Map.of("username", "agent", "password", PASSWORD, "new_password", PASSWORD));
        hub.me(importer + "x");

        String table = "idNumber,name,kind,phone\n" + NUMBER + ",张三丰,OTHER," + PHONE + "\n" + BAD_NUMBER + ",李四,OTHER,"
                + PHONE + "\n" + NUMBER + ",王五," + PHONE + ",x\n";
        HttpResponse<String> sent = HTTP.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/imports?template=people"))
                        .header("Authorization", "Bearer " + importer)
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofString(table))
                        .build(),
                BodyHandlers.ofString());
        assertThat(sent.statusCode()).isEqualTo(202);
        String place = sent.headers().firstValue("Location").orElseThrow();
        JsonNode view;
        do {
            Thread.sleep(100);
            view = JsonMapper.shared().readTree(get(place, importer).body());
        } while (!view.path("state").asString().matches("DONE|FAILED"));
        assertThat(view.at("/rows/rejected").asInt()).as("%s", view).isEqualTo(2);

        create(importer, Map.of("idNumber", NUMBER, "name", "张三丰", "phone", PHONE));
        create(importer, Map.of("idNumber", BAD_NUMBER, "name", "李四"));
        String found = hub.ask(
                        "query($f: PersonFilter) { people(filter: $f) { edges { node { id phone idNumber } } } }",
                        Map.of("f", Map.of("idNumber", Map.of("eq", NUMBER))),
                        "Bearer " + officer)
                .at("/data/people/edges/0/node/id")
                .asString();
        assertThat(found).isNotEmpty();
        for (String wrong : List.of(
                "{ people(filter: { idNumber: { eq: \"" + NUMBER + "\" } }) { nothing } }",
                "{ people(filter: { phone: { eq: " + PHONE + " } }) { totalCount } }",
                "{ people(search: \"" + NUMBER + "\") { totalCount } }",
                "{ node(id: \"" + PHONE + "\") { id } }",
                "{ people(filter: { idNumber: { eq: \"" + NUMBER)) {
            hub.ask(wrong, Map.of(), "Bearer " + officer);
        }
        JsonNode shown = hub.ask(
                "mutation($i: RevealIdentifierInput!) { revealIdentifier(input: $i) { value refusals { code } } }",
                Map.of("i", Map.of("clientMutationId", "x", "node", found, "field", "idNumber", "reason", "核对身份所需")),
                "Bearer " + officer);
        assertThat(shown.at("/data/revealIdentifier/value").asString()).isEqualTo(NUMBER);
        get("/nothing/" + "here", importer);
    }

    private void create(String token, Map<String, Object> values) throws Exception {
        Map<String, Object> input = new HashMap<>(values);
        input.put("clientMutationId", UUID.randomUUID().toString());
        hub.ask(
                "mutation($i: CreatePersonInput!) { createPerson(input: $i) { person { id } refusals { code message } } }",
                Map.of("i", input),
                "Bearer " + token);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return get(path, null);
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
