package io.lianshu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** The database that the hub under test runs, as others reach it. */
record Engine(Path data, String uri, String username, String password) {

    private static final int POOL = 100;

    /** Reads where the hub has written it down. */
    static Engine of(Path data) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(data.resolve("engine").resolve("credentials.properties"))) {
            properties.load(reader);
        }
        return new Engine(
                data,
                properties.getProperty("uri"),
                properties.getProperty("username"),
                properties.getProperty("password"));
    }

    /** A driver with a pool like the hub's, and nothing else. */
    Driver driver() {
        return GraphDatabase.driver(
                uri,
                AuthTokens.basic(username, password),
                Config.builder()
                        .withMaxConnectionPoolSize(POOL)
                        .withTelemetryDisabled(true)
                        .build());
    }

    /** A hub's arguments for working on this database as on an external one, without a word. */
    String[] asArguments() {
        return new String[] {
            "--server.port=0",
            "--lianshu.demo=true",
            "--lianshu.data=" + data,
            "--lianshu.neo4j.uri=" + uri,
            "--lianshu.neo4j.username=" + username,
            "--lianshu.neo4j.password=" + password,
            "--logging.level.root=off",
            "--logging.level.io.lianshu=off",
            "--logging.level.lianshu=off"
        };
    }
}
