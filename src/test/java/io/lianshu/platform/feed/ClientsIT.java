package io.lianshu.platform.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lianshu.LianshuApplication;
import io.lianshu.engine.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reference clients of both protocols. Needs Node, and {@code npm ci} in {@code src/test/clients}. */
class ClientsIT extends ListeningHub {

    private static final Path CLIENTS = Path.of("src/test/clients");
    private static final int EVENTS = 200;

    @TempDir
    private Path output;

    @BeforeEach
    void needsNode() throws Exception {
        boolean node;
        try {
            node = new ProcessBuilder("node", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            node = false;
        }
        assumeTrue(node, "SKIPPED: there is no node");
        assumeTrue(
                Files.isDirectory(CLIENTS.resolve("node_modules")), "SKIPPED: npm ci was not run in src/test/clients");
    }

    @Test
    void aSocketThatIsCutAgainAndAgainBetweenTwoHubsMissesNothing() throws Exception {
        List<String> settings = new ArrayList<>(List.of(
                "--server.port=0",
                "--lianshu.demo=true",
                "--lianshu.read.plan-at-start=false",
                "--lianshu.data=" + DATA));
        TestEngine.properties().forEach((name, value) -> settings.add("--" + name + "=" + value));
        try (ConfigurableApplicationContext second =
                new SpringApplicationBuilder(LianshuApplication.class).run(settings.toArray(String[]::new))) {
            String other = second.getEnvironment().getProperty("local.server.port");
            Process client = start("follow.mjs", token("agent"), socket(String.valueOf(port)), socket(other));
            while (client.isAlive() && !Files.readString(output.resolve("err")).contains("listening")) {
                tell(WorkKind.MEETING_HELD, PROJECT, instant(0), AGENT);
                Thread.sleep(300);
            }
            List<ZonedDateTime> told = new ArrayList<>();
            for (int i = 1; i <= EVENTS; i++) {
                told.add(instant(i));
                tell(i == EVENTS ? WorkKind.NOTICE_ISSUED : WorkKind.VISIT_DUE, PROJECT, instant(i), AGENT);
                tell(WorkKind.VISIT_DUE, PROJECT, instant(i), "per_somebody_else");
                Thread.sleep(10);
            }
            JsonNode answer = answer(client);
            List<ZonedDateTime> received = answer.path("received")
                    .valueStream()
                    .map(at -> ZonedDateTime.parse(at.asString()))
                    .dropWhile(at -> at.isEqual(instant(0)))
                    .toList();
            assertThat(received)
                    .usingElementComparator((a, b) -> a.toInstant().compareTo(b.toInstant()))
                    .isEqualTo(told);
            assertThat(answer.path("cuts").asInt()).isGreaterThan(5);
        }
    }

    @Test
    void eventsOverHttpReachTheirClient() throws Exception {
        Process client = start("events.mjs", token("agent"), "http://localhost:" + port + "/graphql");
        for (int i = 0; i < 200 && client.isAlive(); i++) {
            tell(WorkKind.VISIT_DUE, PROJECT, AGENT);
            Thread.sleep(200);
        }
        assertThat(answer(client).path("received").valueStream())
                .hasSize(3)
                .allMatch(update -> update.at("/kind/label").asString().equals("走访到期"));
    }

    private static String socket(String port) {
        return "ws://localhost:" + port + "/graphql";
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("node"));
        command.addAll(List.of(arguments));
        Files.writeString(output.resolve("err"), "");
        return new ProcessBuilder(command)
                .directory(CLIENTS.toFile())
                .redirectOutput(output.resolve("out").toFile())
                .redirectError(output.resolve("err").toFile())
                .start();
    }

    private JsonNode answer(Process client) throws Exception {
        boolean ended = client.waitFor(2, TimeUnit.MINUTES);
        client.destroyForcibly();
        assertThat(ended && client.exitValue() == 0)
                .as("the client ends well: %s", Files.readString(output.resolve("err")))
                .isTrue();
        return JsonMapper.shared().readTree(Files.readString(output.resolve("out")));
    }
}
