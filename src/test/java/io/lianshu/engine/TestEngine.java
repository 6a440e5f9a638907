package io.lianshu.engine;

import io.lianshu.platform.graph.GraphServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * One real engine for the whole test run, started when it is first asked for. A test class that boots the application
 * points it here:
 *
 * <pre>
 * {@literal @}DynamicPropertySource
 * static void graph(DynamicPropertyRegistry registry) {
 *     TestEngine.register(registry);
 * }
 * </pre>
 */
public final class TestEngine {

    /** Hubs of other tests live on beside the one under test, and must not tidy up in its graph. */
    private static final List<String> SWEEPS = List.of(
            "lianshu.privacy.sweep",
            "lianshu.attachment.sweep",
            "lianshu.feed.sweep",
            "lianshu.agency.sweep",
            "lianshu.approval.sweep",
            "lianshu.collusion.sweep",
            "lianshu.rules.sweep");

    private static final String NEVER = "60d";

    private static final TestEngine SHARED = new TestEngine();

    private final GraphServer server;
    private final Driver driver;

    private TestEngine() {
        try {
            Path data = Files.createTempDirectory("lianshu-test-engine");
            var settings = new EngineSettings.Engine(
                    null, 0, "512m", "64m", Duration.ofMinutes(3), Duration.ofSeconds(20), false);
            server = EmbeddedEngine.on(DataDirectory.claim(data, "tests").orElseThrow(), settings);
            server.start();
            driver = GraphDatabase.driver(server.uri(), AuthTokens.basic(server.username(), server.password()));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                driver.close();
                server.close();
                delete(data);
            }));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Another engine that no test has used: plans that cost alike are chosen by the order in which names first came into a
     * graph, so that what is counted to the hit is counted here.
     */
    public static TestEngine own() {
        return new TestEngine();
    }

    /** A driver that all tests share; it is never closed by a test. */
    public static Driver driver() {
        return SHARED.driver;
    }

    public static URI uri() {
        return SHARED.server.uri();
    }

    public static String username() {
        return SHARED.server.username();
    }

    public static String password() {
        return SHARED.server.password();
    }

    /** Makes an application under test use this engine as an external one. */
    public static void register(DynamicPropertyRegistry registry) {
        SHARED.registerIn(registry);
    }

    /** Makes an application under test use this engine. */
    public void registerIn(DynamicPropertyRegistry registry) {
        registry.add("lianshu.neo4j.uri", () -> server.uri().toString());
        registry.add("lianshu.neo4j.username", server::username);
        registry.add("lianshu.neo4j.password", server::password);
        SWEEPS.forEach(sweep -> registry.add(sweep, () -> NEVER));
    }

    /** The same as {@link #register}, for an application that is started by hand. */
    public static Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "lianshu.neo4j.uri", uri().toString(),
                "lianshu.neo4j.username", username(),
                "lianshu.neo4j.password", password()));
        SWEEPS.forEach(sweep -> properties.put(sweep, NEVER));
        return properties;
    }

    /** Removes every node and relationship but the records of the migrations; constraints and indexes stay. */
    public static void wipe() {
        try (var session = driver().session()) {
            session.run("MATCH (n) WHERE NOT n:__Neo4jMigration "
                            + "CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")
                    .consume();
        }
    }

    static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            // A temporary directory that stays behind harms nobody.
        }
    }
}
