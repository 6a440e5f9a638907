package io.lianshu.platform.graph;

import static org.assertj.core.api.Assertions.assertThat;

import ac.simons.neo4j.migrations.core.MigrationsException;
import io.lianshu.platform.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.DatabaseException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.TransientException;

class FailedMigrationTests {

    @Test
    void whatTheDatabaseBrokeOffIsTriedAgain() {
        for (Neo4jException cause : new Neo4jException[] {
            new TransientException("Neo.TransientError.Transaction.DeadlockDetected", "two waited for each other"),
            new DatabaseException("Neo.DatabaseError.Statement.ExecutionFailed", "two waited for each other")
        }) {
            Refusal refusal = GraphMigrations.refusal(failed(cause));
            assertThat(refusal).isInstanceOf(GraphUnavailable.class);
            assertThat(refusal.english()).contains("008", "two waited for each other");
        }
        assertThat(GraphMigrations.refusal(failed(new ServiceUnavailableException("gone"))))
                .isInstanceOf(GraphUnavailable.class);
    }

    @Test
    void anyOtherFailureIsFinalAndNamesItsCause() {
        for (Neo4jException cause : new Neo4jException[] {
            new ClientException("Neo.ClientError.Statement.SyntaxError", "two lots are alike"),
            new DatabaseException("Neo.DatabaseError.Schema.ConstraintCreationFailed", "two lots are alike")
        }) {
            Refusal refusal = GraphMigrations.refusal(failed(cause));
            assertThat(refusal.code()).isEqualTo("GRAPH_SCHEMA_MISMATCH");
            assertThat(refusal.english()).contains("008", "two lots are alike");
        }
        assertThat(GraphMigrations.refusal(new MigrationsException("of another program"))
                        .english())
                .contains("(of another program)");
    }

    private static MigrationsException failed(Neo4jException cause) {
        return new MigrationsException("Could not apply migration: 008", new IllegalStateException(cause));
    }
}
