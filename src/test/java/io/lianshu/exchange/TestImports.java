package io.lianshu.exchange;

import io.lianshu.engine.TestEngine;
import io.lianshu.exchange.mapping.ImportPlan;
import io.lianshu.exchange.mapping.Vocabulary;
import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.read.SchemaFiles;
import io.lianshu.platform.secret.Sealer;
import io.lianshu.platform.write.RowCheck;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;

/** The pipeline on the shipped map and the shared engine, with what tests ask of it. */
public final class TestImports {

    static final Instant FIRST = Instant.parse("2025-03-01T01:00:00Z");

    private TestImports() {}

    /** Sealing that tests can read. */
    static final class PlainSealer implements Sealer {

        @Override
        public String hash(String plain) {
            return "hash-" + Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String seal(String plain) {
            return "sealed-" + System.nanoTime();
        }

        @Override
        public String open(String sealed) {
            return sealed;
        }
    }

    public static Vocabulary vocabulary() {
        return ImportConfiguration.vocabulary(SchemaFiles.load(), CodeLists.load(), new PlainSealer());
    }

    static Imports imports(Instant now, RowCheck... checks) {
        return imports(TestEngine.driver(), now, checks);
    }

    static Imports imports(Driver driver, Instant now, RowCheck... checks) {
        return new GraphImports(
                vocabulary(),
                new ImportGraph(
                        driver, SessionConfig.defaultConfig(), new ImportSettings(5_000, Duration.ofSeconds(20))),
                List.of(checks),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    /** An empty graph with all constraints. */
    static void clean() throws Exception {
        TestEngine.wipe();
        constrain(TestEngine.driver());
    }

    static void constrain(Driver driver) throws Exception {
        try (var session = driver.session();
                var folder = Files.list(Path.of("schema/graph"))) {
            for (Path file : folder.sorted().toList()) {
                for (String statement :
                        Files.readString(file).replaceAll("(?m)^//.*$", "").split(";", -1)) {
                    if (!statement.isBlank()) {
                        session.run(statement).consume();
                    }
                }
            }
            session.run("CALL db.awaitIndexes(300)").consume();
        }
    }

    static final class Heard implements ImportListener {

        final List<Issue> issues = new ArrayList<>();

        @Override
        public void issue(Issue issue) {
            issues.add(issue);
        }

        List<String> codes() {
            return issues.stream()
                    .map(issue -> issue.line() + " " + issue.fault().fault().code())
                    .toList();
        }
    }

    /** A table in memory. */
    record Rows(String name, List<String> header, List<List<String>> rows) implements RowSource {

        static Rows of(String text) {
            List<List<String>> cells =
                    text.lines().map(line -> List.of(line.split("\\|", -1))).toList();
            return new Rows("rows", cells.get(0), cells.subList(1, cells.size()));
        }

        @Override
        public void read(Sink sink) {
            long line = 2;
            for (List<String> row : rows) {
                sink.row(line++, row.toArray(String[]::new));
            }
        }
    }

    static ImportSummary run(Imports imports, String mapping, RowSource source, ImportListener listener) {
        return run(imports, mapping, source, listener, ImportOptions.USUAL);
    }

    static ImportSummary run(
            Imports imports, String mapping, RowSource source, ImportListener listener, ImportOptions options) {
        ImportPlan plan = imports.plan("test.yaml", mapping);
        return imports.run(plan, List.of(source), options, listener);
    }

    /** Every node with its labels and properties and every relation, as sorted lines; times of writing left out. */
    static List<String> wholeGraph(Driver driver) {
        try (var session = driver.session()) {
            List<String> lines = new ArrayList<>(session.run(
                            "MATCH (n) WHERE NOT n:__Neo4jMigration|AuditEvent|AuditHead RETURN labels(n) AS labels, properties(n) AS p")
                    .list(row -> row.get("labels").asList() + " "
                            + without(row.get("p").asMap())));
            lines.addAll(session.run("MATCH (a)-[r]->(b) WHERE NOT a:__Neo4jMigration "
                            + "RETURN a.id + ' ' + type(r) + ' ' + b.id AS ends, properties(r) AS p")
                    .list(row -> row.get("ends").asString() + " "
                            + without(row.get("p").asMap())));
            lines.sort(null);
            return lines;
        }
    }

    private static Map<String, Object> without(Map<String, Object> properties) {
        Map<String, Object> rest = new TreeMap<>(properties);
        rest.keySet().removeAll(List.of("createdAt", "updatedAt"));
        return rest;
    }

    static long count(String query) {
        try (var session = TestEngine.driver().session()) {
            return session.run(query).single().get(0).asLong();
        }
    }
}
