package io.lianshu.platform.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lianshu.engine.TestEngine;
import io.lianshu.platform.refusal.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;

/** A graph held by another migration tells the two ways apart: the library waits for its lock, recognising does not. */
class GraphMigrationsIT {

    private static final String LOCK = "CREATE (:__Neo4jMigrationsLock {id: 'held', name: 'John Doe'})";
    private static final String NEWEST = "MATCH (m:__Neo4jMigration) WHERE NOT (m)-[:MIGRATED_TO]->() ";

    private final Driver driver = TestEngine.driver();

    @BeforeEach
    void migrate() {
        migrations().apply();
    }

    @AfterEach
    void tidy() {
        run("MATCH (lock:__Neo4jMigrationsLock) DELETE lock");
        run("MATCH (m:__Neo4jMigration {version: '999'}) DETACH DELETE m");
    }

    @Test
    void whatIsAppliedIsRecognisedWithoutTheLibrary() {
        GraphMigrations again = migrations();
        run(LOCK);
        again.apply();
        assertThat(again.applied()).isEqualTo(newest());
    }

    @Test
    void aChainThatIsNotMarkedAsOursGoesThroughTheLibraryOnce() {
        run(NEWEST + "REMOVE m.lianshuFingerprint");
        GraphMigrations first = migrations();
        first.apply();
        assertThat(first.applied()).isEqualTo(newest());
        whatIsAppliedIsRecognisedWithoutTheLibrary();
    }

    @Test
    void aChainOfOtherFilesIsNotTakenForOurs() {
        run(NEWEST + "SET m.lianshuFingerprint = 'another program'");
        run(LOCK);
        assertThatThrownBy(() -> migrations().apply()).isInstanceOf(Refusal.class);
        run("MATCH (lock:__Neo4jMigrationsLock) DELETE lock");
        migrations().apply();
    }

    @Test
    void aChangedStepIsSeenByTheLibrary() {
        run(NEWEST + "SET m.kept = m.checksum, m.checksum = '1'");
        try {
            assertThatThrownBy(() -> migrations().apply())
                    .isInstanceOfSatisfying(
                            Refusal.class, e -> assertThat(e.code()).isEqualTo("GRAPH_SCHEMA_MISMATCH"));
        } finally {
            run(NEWEST + "SET m.checksum = m.kept REMOVE m.kept");
        }
        migrations().apply();
    }

    @Test
    void aNewerGraphIsStillRefused() {
        run(NEWEST + "CREATE (m)-[:MIGRATED_TO {at: datetime({epochMillis: 0}), in: duration('PT1S'),"
                + " by: 'x', connectedAs: 'x'}]->(:__Neo4jMigration {version: '999', description: 'Newer',"
                + " type: 'CYPHER', source: 'V999__Newer.cypher', checksum: '1'})");
        assertThatThrownBy(() -> migrations().apply())
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo("GRAPH_SCHEMA_MISMATCH"));
    }

    private GraphMigrations migrations() {
        GraphSettings settings = new GraphSettings(
                TestEngine.uri(),
                TestEngine.username(),
                TestEngine.password(),
                null,
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                Duration.ofSeconds(2),
                10);
        return new GraphMigrations(driver, new ExternalServer(settings), SessionConfig.defaultConfig());
    }

    private String newest() {
        return driver.executableQuery(NEWEST + "RETURN m.version AS version")
                .execute()
                .records()
                .get(0)
                .get("version")
                .asString();
    }

    private void run(String statement) {
        driver.executableQuery(statement).execute();
    }
}
