package io.lianshu.platform.graph;

import ac.simons.neo4j.migrations.core.MigrationVersion;
import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import ac.simons.neo4j.migrations.core.MigrationsException;
import io.lianshu.platform.refusal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.exceptions.DatabaseException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Brings the graph's own schema (constraints, indexes, search) up to what this program knows. */
@OwnsItsThread
final class GraphMigrations {

    private static final String FOLDER = "schema/graph";

    private final Driver driver;
    private final GraphServer server;
    private final SessionConfig session;
    private volatile @Nullable String applied;

    GraphMigrations(Driver driver, GraphServer server, SessionConfig session) {
        this.driver = driver;
        this.server = server;
        this.session = session;
    }

    /**
     * Applies what is missing; safe to call again.
     *
     * @throws Refusal when the graph cannot be reached, or holds more than this program knows
     */
    void apply() {
        try {
            List<URL> scripts = scripts();
            Optional<String> known = MigrationChain.read(driver, session).madeOf(scripts);
            if (known.isPresent()) {
                applied = known.get();
                return;
            }
            if (server.exclusive()) {
                try (var open = driver.session(session)) {
                    open.run(CypherCatalog.statement("platform", "release-migration-lock"))
                            .consume();
                }
            }
            // An empty folder is no error here: there is nothing to apply.
            String newest = migrations(scripts)
                    .apply(true)
                    .map(MigrationVersion::getValue)
                    .orElse("0");
            MigrationChain.read(driver, session).remember(driver, session, scripts);
            applied = newest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MigrationsException e) {
            throw refusal(e);
        } catch (RuntimeException e) {
            throw GraphUnavailable.of(e)
                    .<RuntimeException>map(unavailable -> unavailable)
                    .orElse(e);
        }
    }

    /** The newest migration that the graph has, or null before it is known. */
    @Nullable
    String applied() {
        return applied;
    }

    private Migrations migrations(List<URL> scripts) {
        var config = MigrationsConfig.builder()
                .withLocationsToScan("classpath:" + FOLDER)
                .withResourceScanner(locations -> scripts)
                .withAutocrlf(true)
                .withInstalledBy("lianshu");
        String database = server.database();
        return new Migrations((database == null ? config : config.withDatabase(database)).build(), driver);
    }

    /** Spring's way of listing also sees into the jar inside the jar. */
    private static List<URL> scripts() throws IOException {
        List<URL> scripts = new ArrayList<>();
        var resolver = new PathMatchingResourcePatternResolver();
        for (Resource script : resolver.getResources("classpath*:" + FOLDER + "/**/*.*")) {
            scripts.add(script.getURL());
        }
        return scripts;
    }

    /**
     * What a failed migration means. One that the database broke off for reasons of its own is tried again: every script
     * leaves alone what is there already.
     */
    static Refusal refusal(MigrationsException e) {
        Optional<GraphUnavailable> unreachable = GraphUnavailable.of(e);
        if (unreachable.isPresent()) {
            return unreachable.get();
        }
        Throwable cause = e;
        while (cause.getCause() != null && !(cause instanceof Neo4jException)) {
            cause = cause.getCause();
        }
        String problem = cause == e ? String.valueOf(e.getMessage()) : e.getMessage() + " " + cause;
        if (cause instanceof Neo4jException answered && isOfItsOwn(answered)) {
            return new GraphUnavailable("结构升级被数据库中断（" + problem + "）", "it broke off a migration (" + problem + ")");
        }
        return new Refusal(
                "GRAPH_SCHEMA_MISMATCH",
                Refusal.Kind.CONFLICT,
                null,
                "图的结构与本程序不符（" + problem + "）。若数据由较新的程序写成，请用较新的程序；数据未被改动。",
                "the graph's schema does not fit this program (" + problem
                        + "). If a newer program wrote the data, use that one; nothing was changed.");
    }

    private static boolean isOfItsOwn(Neo4jException e) {
        boolean dataAreInTheWay = e.code().equals("Neo.DatabaseError.Schema.ConstraintCreationFailed");
        return !dataAreInTheWay && (e instanceof RetryableException || e instanceof DatabaseException);
    }
}
