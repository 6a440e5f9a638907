package io.lianshu;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.Eventually;
import io.lianshu.engine.TestEngine;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LianshuApplicationIT {

    @TempDir
    Path directory;

    @Test
    void theEngineLivesAndDiesWithTheHub() throws Exception {
        try (HubProcess hub = HubProcess.start(directory)) {
            Eventually.holds("the hub is healthy", () -> hub.health().statusCode() == 200);
            HttpResponse<String> up = hub.health();
            assertThat(up.body())
                    .contains("\"graph\"", "\"embedded\"", "bolt://127.0.0.1:", "\"5.26.", "\"restarts\":0")
                    .doesNotContain(password());
            assertThat(hub.output())
                    .contains("联枢已启动", "GraphiQL", directory.resolve("data").toString());
            assertThat(hub.children()).hasSize(1);
            ProcessHandle engine = hub.children().get(0);

            try (HubProcess second = HubProcess.start(directory)) {
                assertThat(second.exitCode()).isEqualTo(1);
                assertThat(second.output()).contains("lianshu.data", "正被另一个程序使用", "in use", "lianshu serve, pid ");
            }
            assertThat(engine.isAlive()).isTrue();

            engine.destroyForcibly();
            Eventually.holds(
                    "the restart shows in health",
                    () -> hub.health().body().contains("\"restarts\":1")
                            && hub.health().statusCode() == 200);

            ProcessHandle restarted = hub.children().get(0);
            hub.kill();
            Eventually.holds("the engine is gone", () -> !restarted.isAlive());
        }
        try (HubProcess again = HubProcess.start(directory)) {
            Eventually.holds("the hub is healthy again", () -> again.health().statusCode() == 200);
            ProcessHandle engine = again.children().get(0);
            again.terminate();
            again.exitCode();
            assertThat(engine.isAlive()).isFalse();
            assertThat(Files.exists(directory.resolve("data/hub.pid"))).isFalse();
        }
    }

    @Test
    void anExternalServerNeedsNoChild() throws Exception {
        try (HubProcess hub = HubProcess.start(
                directory,
                "--lianshu.neo4j.uri=" + TestEngine.uri(),
                "--lianshu.neo4j.username=" + TestEngine.username(),
                "--lianshu.neo4j.password=" + TestEngine.password())) {
            assertThat(hub.health().body())
                    .contains("\"external\"", TestEngine.uri().toString())
                    .doesNotContain(TestEngine.password());
            Eventually.holds("the hub is healthy", () -> hub.health().statusCode() == 200);
            assertThat(hub.children()).isEmpty();
            assertThat(directory.resolve("data/engine")).doesNotExist();
        }
    }

    @Test
    void anExternalServerThatIsNotThereLeavesTheHubServingAndDown() throws Exception {
        try (HubProcess hub = HubProcess.start(directory, "--lianshu.neo4j.uri=bolt://127.0.0.1:1")) {
            long begun = System.nanoTime();
            HttpResponse<String> health = hub.health();
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body()).contains("\"DOWN\"", "图数据库暂时不可用", "the graph is unavailable");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(60));
        }
    }

    @Test
    void helpListsTheCommandsAndStartsNothing() throws Exception {
        try (HubProcess help = HubProcess.start(directory, "--help")) {
            assertThat(help.exitCode()).isZero();
            assertThat(help.output()).contains("serve", "启动服务", "联枢");
            assertThat(directory.resolve("data")).doesNotExist();
        }
        try (HubProcess unknown = HubProcess.start(directory, "fly")) {
            assertThat(unknown.exitCode()).isEqualTo(2);
            assertThat(unknown.output()).contains("no such command: fly", "serve");
        }
    }

    private String password() throws IOException {
        return Files.readString(directory.resolve("data/engine/credentials.properties"))
                .lines()
                .filter(line -> line.startsWith("password="))
                .findFirst()
                .orElseThrow()
                .substring("password=".length());
    }
}
