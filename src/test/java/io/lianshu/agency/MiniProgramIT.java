package io.lianshu.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.lianshu.engine.TestEngine;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The mini-program of mobile-docs against a hub on the sample district whose tokens soon expire. Needs Node. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "lianshu.demo=true",
            "lianshu.read.plan-at-start=false",
            "lianshu.read.timeout=2m",
            "lianshu.command.timeout=2m",
            "lianshu.access.access-life=" + MiniProgramIT.LIFE + "s",
            "lianshu.access.wechat.app-id=wx-sample",
            "lianshu.access.wechat.secret=secret",
            "lianshu.notify.sweep=60d",
            "lianshu.notify.wechat.week-visits.template=tmpl-week",
            "lianshu.notify.wechat.week-visits.fields.thing1=summary",
            "lianshu.notify.wechat.overdue.template=tmpl-overdue",
            "lianshu.notify.wechat.overdue.fields.thing1=summary"
        })
// Its sweeps must not go on in the graphs of other tests.
@DirtiesContext
class MiniProgramIT {

    static final int LIFE = 5;
    private static final Path CLIENT = Path.of("src/test/clients/miniprogram.test.mjs");

    @TempDir
    private static Path data;

    private static HttpServer weChat;

    @TempDir
    private Path output;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void hub(DynamicPropertyRegistry registry) throws IOException {
        weChat = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        weChat.createContext("/", exchange -> {
            byte[] answer = "{\"openid\": \"agent\", \"session_key\": \"key\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        weChat.start();
        TestEngine.wipe();
        TestEngine.register(registry);
        registry.add("lianshu.data", data::toString);
        registry.add("lianshu.agency.sweep", () -> "2s");
        registry.add(
                "lianshu.access.wechat.endpoint",
                () -> "http://127.0.0.1:" + weChat.getAddress().getPort() + "/");
    }

    @AfterAll
    static void end() {
        weChat.stop(0);
        TestEngine.wipe();
    }

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
    }

    @Test
    void aVisitRecordedWithoutANetworkArrivesOnce() throws Exception {
        Path said = output.resolve("said");
        ProcessBuilder command = new ProcessBuilder("node", "--test", "--test-reporter=spec", CLIENT.toString())
                .redirectErrorStream(true);
        command.environment().put("HUB", "http://localhost:" + port);
        command.environment().put("LIFE", String.valueOf(LIFE));
        command.environment().put("SWEEP", "on");
        command.environment().put("WECHAT", "on");
        Process client = command.redirectOutput(said.toFile()).start();
        boolean ended = client.waitFor(5, TimeUnit.MINUTES);
        client.destroyForcibly();
        String report = Files.readString(said);
        assertThat(ended && client.exitValue() == 0)
                .as("the sample's tests pass: %s", report)
                .isTrue();
        assertThat(report).contains("pass 13").doesNotContain("SKIPPED");
    }
}
