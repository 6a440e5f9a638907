package io.lianshu.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.AuthenticationException;

class EmbeddedEngineIT {

    @TempDir
    static Path root;

    private static EmbeddedEngine engine;

    @BeforeAll
    static void start() {
        engine = onDirectory(root, settings(0, "256m"));
        engine.start();
    }

    @AfterAll
    static void stop() {
        engine.close();
        assertThat(engine.pid()).isEqualTo(-1);
    }

    @Test
    void aKilledEngineComesBackOnItsPortWithWhatWasCommitted() {
        try (Driver driver = driver(engine.password())) {
            driver.executableQuery("CREATE (:Kept {id: 'kept_1'})").execute();
            int restarts = engine.state().restarts();
            long killed = engine.pid();
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();

            Eventually.holds(
                    "the engine is known to be down",
                    () -> engine.state().isDown() || engine.state().restarts() > restarts);
            Eventually.holds("the engine is back", () -> !engine.state().isDown() && engine.pid() != killed);

            assertThat(engine.state().restarts()).isEqualTo(restarts + 1);
            Eventually.holds(
                    "the node is there",
                    () -> driver.executableQuery("MATCH (k:Kept) RETURN k.id AS id")
                            .execute()
                            .records()
                            .get(0)
                            .get("id")
                            .asString()
                            .equals("kept_1"));
        }
    }

    @Test
    void nobodyGetsInWithoutThePasswordOfTheDataDirectory() {
        for (String guess : new String[] {"neo4j", ""}) {
            try (Driver driver = driver(guess)) {
                assertThatThrownBy(driver::verifyConnectivity).isInstanceOf(AuthenticationException.class);
            }
        }
    }

    @Test
    void aSecondHubOnTheSameDataIsRefused() {
        assertThat(DataDirectory.claim(root, "lianshu serve")).isEmpty();
        assertThat(DataDirectory.holder(root))
                .contains("pid " + ProcessHandle.current().pid());
    }

    @Test
    void aTakenPortIsRefused(@TempDir Path other) throws IOException {
        try (var taken = new ServerSocket(LoopbackPort.free(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> onDirectory(other, settings(taken.getLocalPort(), "256m")))
                    .satisfies(DataDirectoryTests.refusal(
                            "PORT_TAKEN", "lianshu.engine.port", String.valueOf(taken.getLocalPort())));
        }
        DataDirectory.claim(other, "lianshu serve").orElseThrow().close();
    }

    @Test
    void memoryThatCannotBeHadIsRefused(@TempDir Path other) {
        try (EmbeddedEngine mistaken = onDirectory(other, settings(0, "much"))) {
            assertThatThrownBy(mistaken::start)
                    .satisfies(DataDirectoryTests.refusal(
                            "ENGINE_SETTING_INVALID", "lianshu.engine.heap / lianshu.engine.page-cache", "-Xmsmuch"));
        }
    }

    @Test
    void aLostPasswordIsReplacedOnTheSameData(@TempDir Path other) throws IOException {
        try (EmbeddedEngine first = onDirectory(other, settings(0, "256m"))) {
            first.start();
        }
        Files.delete(Credentials.file(other));
        try (EmbeddedEngine second = onDirectory(other, settings(0, "256m"))) {
            second.start();
            try (Driver driver =
                    GraphDatabase.driver(second.uri(), AuthTokens.basic(second.username(), second.password()))) {
                driver.verifyConnectivity();
            }
        }
    }

    private static EmbeddedEngine onDirectory(Path directory, EngineSettings.Engine settings) {
        return EmbeddedEngine.on(DataDirectory.claim(directory, "lianshu serve").orElseThrow(), settings);
    }

    private static EngineSettings.Engine settings(int port, String heap) {
        return new EngineSettings.Engine(null, port, heap, "32m", Duration.ofMinutes(3), Duration.ofSeconds(30), false);
    }

    private static Driver driver(String password) {
        return GraphDatabase.driver(engine.uri(), AuthTokens.basic(engine.username(), password));
    }
}
