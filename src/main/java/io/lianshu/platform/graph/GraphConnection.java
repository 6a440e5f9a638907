package io.lianshu.platform.graph;

import java.util.concurrent.TimeUnit;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.SessionConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.data.neo4j.core.DatabaseSelection;
import org.springframework.data.neo4j.core.DatabaseSelectionProvider;
import org.springframework.data.neo4j.core.ReactiveDatabaseSelectionProvider;
import org.springframework.data.neo4j.core.transaction.ReactiveNeo4jTransactionManager;
import reactor.core.publisher.Mono;

/** The one driver of the program, and what Spring Data needs to use the same database. */
@Configuration(proxyBeanMethods = false)
class GraphConnection {

    @Bean
    DriverMetrics driverMetrics() {
        return new DriverMetrics();
    }

    @Bean
    Driver driver(GraphServer server, GraphSettings settings, DriverMetrics metrics) {
        Config config = Config.builder()
                .withConnectionTimeout(settings.connectionTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .withConnectionAcquisitionTimeout(settings.acquisitionTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .withMaxTransactionRetryTime(settings.retryTime().toMillis(), TimeUnit.MILLISECONDS)
                .withConnectionLivenessCheckTimeout(30, TimeUnit.SECONDS)
                .withMaxConnectionPoolSize(settings.pool())
                .withUserAgent("lianshu")
                .withObservationProvider(metrics)
                .withTelemetryDisabled(true)
                .build();
        return GraphDatabase.driver(server.uri(), token(server), config);
    }

    private static AuthToken token(GraphServer server) {
        return server.password().isEmpty() ? AuthTokens.none() : AuthTokens.basic(server.username(), server.password());
    }

    /** What every session of ours begins with: the database of the settings. */
    @Bean
    SessionConfig sessionConfig(GraphServer server) {
        String database = server.database();
        return database == null ? SessionConfig.defaultConfig() : SessionConfig.forDatabase(database);
    }

    @Bean
    DatabaseSelectionProvider databaseSelectionProvider(GraphServer server) {
        String database = server.database();
        return () -> database == null ? DatabaseSelection.undecided() : DatabaseSelection.byName(database);
    }

    @Bean
    ReactiveDatabaseSelectionProvider reactiveDatabaseSelectionProvider(DatabaseSelectionProvider selection) {
        return () -> Mono.just(selection.getDatabaseSelection());
    }

    /** Spring Data's reactive repositories look for this bean by its name. */
    @Bean
    ReactiveNeo4jTransactionManager reactiveTransactionManager(
            Driver driver, ReactiveDatabaseSelectionProvider selection) {
        return new ReactiveNeo4jTransactionManager(driver, selection);
    }

    @Bean
    GraphMigrations graphMigrations(Driver driver, GraphServer server, SessionConfig session) {
        return new GraphMigrations(driver, server, session);
    }

    /** A command starts the graph itself, once its arguments are understood. */
    @Bean
    GraphReadiness graphReadiness(
            GraphServer server,
            GraphMigrations migrations,
            Driver driver,
            SessionConfig session,
            ObjectProvider<AfterRestore> acts,
            Environment environment) {
        boolean command = environment.getProperty("lianshu.command", Boolean.class, false);
        RestoredGraph restored = new RestoredGraph(driver, session, server);
        return new GraphReadiness(
                server,
                () -> {
                    migrations.apply();
                    restored.dealWith(acts.orderedStream().toList());
                },
                !command);
    }

    /** The endpoint calls it {@code graph}. */
    @Bean
    GraphHealth graphHealthIndicator(
            Driver driver,
            SessionConfig session,
            GraphServer server,
            GraphReadiness readiness,
            GraphMigrations migrations,
            GraphSettings settings) {
        return new GraphHealth(driver, session, server, readiness, migrations::applied, settings.acquisitionTimeout());
    }

    /** Only a hub that serves sweeps; a command ends too soon. */
    @Bean(initMethod = "begin")
    @ConditionalOnWebApplication
    Sweeps sweeps(ObjectProvider<Sweep> sweeps, GraphReadiness readiness) {
        return new Sweeps(sweeps.orderedStream().toList(), readiness);
    }
}
