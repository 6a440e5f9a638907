package io.lianshu.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.TestEngine;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A hub on a graph of a test's own, asked over HTTP. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "lianshu.demo=true",
            "lianshu.read.plan-at-start=false",
            "lianshu.read.timeout=2m",
            "lianshu.command.timeout=2m"
        })
public abstract class CommandHub {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @LocalServerPort
    protected int port;

    @AfterAll
    static void wipe() {
        TestEngine.wipe();
    }

    /** An id of a kind that has a name in it. */
    protected static String id(String kind, String name) {
        return kind + "_" + (name.toLowerCase(Locale.ROOT) + "a".repeat(26)).substring(0, 26);
    }

    protected static ZonedDateTime now() {
        return ZonedDateTime.now(SHANGHAI).withNano(0);
    }

    protected JsonNode asked(String viewer, String document) throws Exception {
        return new AskedCommands(port).ask(viewer, "zh", document, "");
    }

    /** The data of an answer without errors. */
    protected JsonNode read(String viewer, String document) throws Exception {
        JsonNode answer = asked(viewer, document);
        assertThat(answer.path("errors").isMissingNode()).as("%s", answer).isTrue();
        return answer.path("data");
    }

    /** The payload of a command; fields and values of its input in turn. */
    protected JsonNode command(String viewer, String mutation, String selection, Object... fields) throws Exception {
        String input = mutation.substring(0, 1).toUpperCase(Locale.ROOT) + mutation.substring(1) + "Input";
        String document = "mutation($input: " + input + "!) { it: " + mutation + "(input: $input) { " + selection
                + " refusals { code field message } } }";
        JsonNode answer = new AskedCommands(port).ask(viewer, "zh", document, AskedCommands.input(fields));
        assertThat(answer.path("errors").isMissingNode()).as("%s", answer).isTrue();
        return answer.at("/data/it");
    }

    /** The same, of which nothing may be refused. */
    protected JsonNode done(String viewer, String mutation, String selection, Object... fields) throws Exception {
        JsonNode payload = command(viewer, mutation, selection, fields);
        assertThat(AskedCommands.codes(payload)).as("%s", payload).isEmpty();
        return payload;
    }

    /** What is refused: code and field of each. */
    protected List<String> refused(String viewer, String mutation, Object... fields) throws Exception {
        return AskedCommands.codes(command(viewer, mutation, "clientMutationId", fields));
    }

    protected static Object one(String statement) {
        try (var session = TestEngine.driver().session()) {
            return session.run(statement, Map.of("now", now())).single().get(0).asObject();
        }
    }

    protected static long count(String pattern) {
        return (long) one("MATCH " + pattern + " RETURN count(*)");
    }

    protected static void write(String statement, Map<String, Object> values) {
        try (var session = TestEngine.driver().session()) {
            session.run(statement, values).consume();
        }
    }
}
