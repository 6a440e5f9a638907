package io.lianshu;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.Neo4jException;

/** One hub that serves while it is backed up, in spite of faults too, and one that starts on what was restored. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackupIT {

    private static final Pattern CODE = Pattern.compile("\"code\":\"(\\w+)\"");
    private static final Set<String> ENDINGS = Set.of("", "GRAPH_UNAVAILABLE");

    @TempDir
    static Path folder;

    private static HubProcess hub;
    private static Driver driver;
    private static String migration = "";

    @BeforeAll
    static void aHubOnDataOfAnOlderProgram() throws Exception {
        hub = HubProcess.start(folder);
        Eventually.holds("the hub is healthy", () -> hub.health().statusCode() == 200);
        migration = migration();
        driver = driver(data("data"));
        run("MATCH (m:__Neo4jMigration) WHERE m.version >= '013' AND m.version <> 'BASELINE' DETACH DELETE m");
        run("UNWIND range(1, 50) AS i CREATE (:Company {id: 'com_' + i})-[:SUBMITTED]->(:Bid {id: 'bid_' + i})");
        run("CREATE (:LoginSession {id: 'ses_before'}), (:Person {id: 'per_back'}), (:Person {id: 'per_stays'})");
        run("CREATE CONSTRAINT kept_id FOR (k:Kept) REQUIRE k.id IS UNIQUE");
    }

    @AfterAll
    static void stop() {
        driver.close();
        hub.close();
    }

    @Test
    @Order(1)
    void aCopyThatFailsLeavesTheHubServing() throws Exception {
        // A file that cannot be read, not even by root: its first page is never there.
        Path fault = data("data").resolve("engine/store/databases/neo4j/fault");
        Files.createSymbolicLink(fault, Path.of("/proc/self/mem"));
        try {
            assertThat(backup("failed.zip")).isEqualTo(1);
        } finally {
            Files.delete(fault);
        }
        Eventually.holds("the graph answers", () -> code(ask()).isEmpty());
        assertThat(left()).isEmpty();
    }

    @Test
    @Order(2)
    void aBackupWithoutTheKeysOfTheHubIsRefusedAndMakesNone() throws Exception {
        Path elsewhere = folder.resolve("no-such-keys");
        assertThat(program("backup", "keyless.zip", "data", "--lianshu.keys.file=" + elsewhere))
                .isEqualTo(1);
        assertThat(elsewhere).doesNotExist();
        assertThat(left()).isEmpty();
    }

    @Test
    @Order(3)
    void aKilledBackupLeavesTheHubServing() throws Exception {
        try (HubProcess command = HubProcess.start(folder, "backup", "killed.zip")) {
            Path request = data("data").resolve("engine/backup.request");
            await(request);
            command.kill();
        }
        Eventually.holds("nothing of it is left in the data", () -> copies().isEmpty());
        Eventually.holds("the graph answers", () -> code(ask()).isEmpty());
        assertThat(folder.resolve("killed.zip")).doesNotExist();
    }

    @Test
    @Order(4)
    void whatWasWrittenBeforeIsInTheBackupAndTheHubGoesOn() throws Exception {
        ConcurrentLinkedQueue<Long> written = new ConcurrentLinkedQueue<>();
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Set<String>> writer = CompletableFuture.supplyAsync(() -> writes(written, over));
        CompletableFuture<Set<String>> reader = CompletableFuture.supplyAsync(() -> reads(over));
        Eventually.holds("much is written", () -> written.size() > 200);
        List<Long> before = List.copyOf(written);

        Path photo = Path.of("attachments/ab/cd/abcd" + "0".repeat(28));
        Files.createDirectories(data("data").resolve(photo).resolveSibling("."));
        Files.writeString(data("data").resolve(photo), "a photo");
        Files.createDirectories(data("data").resolve("attachments/incoming"));
        Files.writeString(data("data").resolve("attachments/incoming/half"), "half a photo");
        assertThat(backup("backup.zip")).isZero();
        int during = written.size();
        Eventually.holds("writing goes on", () -> written.size() > during + 50);
        over.set(true);
        assertThat(writer.get()).isSubsetOf("Neo.TransientError.General.DatabaseUnavailable");
        assertThat(reader.get()).isSubsetOf(ENDINGS);
        assertThat(run("MATCH (k:Kept) RETURN count(k) AS n").get("n").asInt()).isGreaterThanOrEqualTo(written.size());
        assertThat(hub.health().body()).contains("\"UP\"", "\"restarts\":0");
        assertThat(run("MATCH (e:AuditEvent {action: 'BACKUP'}) RETURN e.by + ' ' + e.details AS it")
                        .get("it")
                        .asString())
                .matches("command line .*to backup.zip");
        assertThat(left()).containsExactly("backup.zip");
        assertThat(backup("backup.zip")).isEqualTo(1);
        assertThat(program("restore", "backup.zip", "data", "--replace")).isEqualTo(1);
        assertThat(hub.health().statusCode()).isEqualTo(200);
        assertThat(program("restore", "backup.zip", "restored")).isEqualTo(1);
        Files.copy(data("data").resolve("keys"), data("restored").resolve("keys"));
        assertThat(program("restore", "backup.zip", "restored")).isZero();
        assertThat(data("restored").resolve(photo)).hasContent("a photo");
        assertThat(data("restored").resolve("attachments/incoming")).doesNotExist();
        Files.writeString(
                data("restored").resolve("erased"), "2020-01-01T00:00:00Z per_stays\n" + Instant.now() + " per_back\n");
        driver.close();
        hub.close();
        startsOnWhatWasRestored(before);
    }

    /** The last migration that the hub's graph has, as its health tells it. */
    private static String migration() throws Exception {
        return Pattern.compile("\"migration\":\"(\\d{3})\"")
                .matcher(hub.health().body())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }

    private static void startsOnWhatWasRestored(List<Long> before) throws Exception {
        hub = HubProcess.start(folder, "--lianshu.data=" + data("restored"));
        Eventually.holds("the hub is healthy", () -> hub.health().statusCode() == 200);
        assertThat(migration()).isEqualTo(migration).isNotEmpty();
        driver = driver(data("restored"));
        assertThat(run("MATCH (k:Kept) WHERE k.id IN $ids RETURN count(k) AS n", "ids", before)
                        .get("n")
                        .asInt())
                .isEqualTo(before.size());
        Record kept = run("MATCH (k:Kept) RETURN count(k) AS n, count(DISTINCT k.id) AS ids, max(k.id) AS last");
        assertThat(kept.get("n").asInt()).isEqualTo(kept.get("ids").asInt());
        // One writer, one after the other: nothing is missing in between.
        assertThat(kept.get("n").asInt()).isEqualTo(kept.get("last").asInt() + 1);
        assertThat(run("SHOW CONSTRAINTS YIELD name WHERE name = 'kept_id' RETURN count(*) AS n")
                        .get("n")
                        .asInt())
                .isEqualTo(1);
        assertThat(list("MATCH (b:Bid)<-[:SUBMITTED]-(c:Company) WHERE b.bidders = [c.id] RETURN collect(b.id) AS it"))
                .hasSize(50);
        assertThat(code(ask())).isEmpty();
        isDealtWith();
    }

    /** Sessions are over, who was erased since is gone, and the audit tells both. */
    private static void isDealtWith() {
        assertThat(list("MATCH (n:Person|LoginSession) WHERE n.endedAt IS NULL RETURN collect(n.id) AS it"))
                .containsExactly("per_stays");
        assertThat(list("MATCH (e:AuditEvent) WHERE e.action = 'RESTORE' OR e.command = 'erasePerson'"
                        + " RETURN collect(e.action + ' ' + e.details) AS it"))
                .anyMatch("COMMAND again after a restore"::equals)
                .anyMatch(it -> it.matches("RESTORE from backup.zip, taken .*, manifest \\w{64}, .*ended: 1"))
                .hasSize(2);
    }

    private static List<String> list(String statement) {
        return run(statement).get("it").asList(Value::asString);
    }

    /** Writes until it is over, each number again until it is acknowledged; the codes of failures. */
    private static Set<String> writes(ConcurrentLinkedQueue<Long> written, AtomicBoolean over) {
        Set<String> codes = new TreeSet<>();
        for (long id = 0; !over.get(); ) {
            try (var session = driver.session()) {
                session.run("MERGE (:Kept {id: $id})", Map.of("id", id)).consume();
                written.add(id++);
            } catch (Neo4jException e) {
                codes.add(e.code());
            }
        }
        return codes;
    }

    private static Set<String> reads(AtomicBoolean over) {
        Set<String> codes = new TreeSet<>();
        while (!over.get()) {
            codes.add(code(ask()));
        }
        return codes;
    }

    /** Looks so often that a moment is not missed. */
    private static void await(Path request) {
        long begun = System.nanoTime();
        while (!Files.exists(request)) {
            assertThat(System.nanoTime() - begun)
                    .isLessThan(Duration.ofMinutes(2).toNanos());
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
    }

    private static int backup(String file) {
        return program("backup", file, "data");
    }

    private static int program(String command, String file, String data, String... options) {
        List<String> arguments =
                new ArrayList<>(List.of(command, folder.resolve(file).toString(), "--lianshu.data=" + data(data)));
        arguments.addAll(List.of(options));
        return new Program(LianshuApplication.class).run(arguments.toArray(String[]::new));
    }

    private static Path data(String name) {
        return folder.resolve(name);
    }

    /** What is left of backups outside of the data. */
    private static List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains(".zip") && !name.startsWith("killed"))
                    .toList();
        }
    }

    private static List<Path> copies() throws IOException {
        try (Stream<Path> files = Files.list(data("data").resolve("engine"))) {
            return files.filter(file -> file.getFileName().toString().matches("backup[.-].*"))
                    .filter(file -> !file.endsWith("backup.lock"))
                    .toList();
        }
    }

    private static Driver driver(Path data) throws IOException {
        Properties credentials = new Properties();
        try (var reader = Files.newBufferedReader(data.resolve("engine/credentials.properties"))) {
            credentials.load(reader);
        }
        return GraphDatabase.driver(
                credentials.getProperty("uri"), AuthTokens.basic("neo4j", credentials.getProperty("password")));
    }

    private static Record run(String statement, Object... parameters) {
        Map<String, Object> map = parameters.length == 0 ? Map.of() : Map.of((String) parameters[0], parameters[1]);
        List<Record> records =
                driver.executableQuery(statement).withParameters(map).execute().records();
        return records.isEmpty() ? null : records.get(0);
    }

    private static String ask() {
        URI uri = URI.create(hub.address() + "/graphql");
        return HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(uri)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{ lots { totalCount } }\"}"))
                                .build(),
                        BodyHandlers.ofString())
                .join()
                .body();
    }

    /** The first error's code, empty without an error. */
    private static String code(String answer) {
        var code = CODE.matcher(answer);
        return code.find() ? code.group(1) : answer.contains("\"errors\"") ? "(none)" : "";
    }
}
