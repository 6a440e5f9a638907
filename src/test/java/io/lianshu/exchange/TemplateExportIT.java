package io.lianshu.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.demo.District;
import io.lianshu.demo.DistrictImport;
import io.lianshu.engine.TestEngine;
import io.lianshu.exchange.TestImports.Heard;
import io.lianshu.exchange.mapping.ImportPlan;
import io.lianshu.platform.audit.AuditTrail;
import io.lianshu.platform.viewer.Role;
import io.lianshu.platform.viewer.Viewer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** The sample district as the templates' tables: no more than a viewer may see, and enough to build it from again. */
@SpringBootTest(
        webEnvironment = WebEnvironment.NONE,
        properties = {"spring.main.lazy-initialization=true", "lianshu.command=true", "lianshu.read.timeout=5m"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TemplateExportIT {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Viewer EVERYTHING = new Viewer("all", Set.of(Role.values()), null, null, Locale.CHINESE);
    private static final String CLOSED = "MATCH (b:Bid)-[:FOR_LOT]->(l:Lot) WHERE l.openedAt IS NULL RETURN b.%s AS id";

    @TempDir
    private Path folder;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private TemplateExport export;

    @Autowired
    private OcdsExport ocds;

    @Autowired
    private Imports imports;

    @Autowired
    private AskedOperations operations;

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) throws Exception {
        Path data = Files.createTempDirectory("lianshu-export");
        TestEngine.register(registry);
        registry.add("lianshu.data", data::toString);
    }

    @BeforeAll
    void district(@Autowired ConfigurableApplicationContext program) throws Exception {
        TestImports.clean();
        // As a command starts: nothing is there before it is used.
        program.start();
        new DistrictImport(imports).run(District.tables(DAY), new Heard());
        // What the sample does not have: texts like formulas, companies that only a foreign register knows.
        change("MATCH (c:Company) WITH c ORDER BY c.id LIMIT 1 SET c.name = '=1+1'");
        change("MATCH (c:Company) WITH c ORDER BY c.id SKIP 1 LIMIT 1 SET c.name = \"'-x, \\\"y\\\"\"");
        change("MATCH (b:Bid) WITH b ORDER BY b.id LIMIT 3 SET b.rate = 0.05");
        Heard heard = new Heard();
        imports.run(
                imports.template("companies"),
                List.of(TestImports.Rows.of("identifierScheme|identifierValue|name\nX-REG|7|外地公司")),
                ImportOptions.USUAL,
                heard);
        assertThat(heard.codes()).isEmpty();
    }

    @AfterAll
    void leaveNothing() {
        TestEngine.wipe();
    }

    private static void change(String statement) {
        try (var session = TestEngine.driver().session()) {
            session.run(statement).consume();
        }
    }

    private static List<String> texts(String statement) {
        try (var session = TestEngine.driver().session()) {
            return session.run(statement).list(row -> row.get("id").asString());
        }
    }

    private String written(String template, Viewer viewer) throws Exception {
        Path file = folder.resolve(template + "-" + viewer.rights().hashCode() + ".csv");
        long rows = export.run(template, file, viewer, false, (tables, part) -> {});
        return rows == 0 ? "" : Files.readString(file);
    }

    @Test
    @Order(1)
    void bidsInALotThatIsNotOpenedAreInNobodysExport() throws Exception {
        List<String> closed = texts(CLOSED.formatted("bidNo"));
        assertThat(closed).hasSizeGreaterThan(9);
        for (Role role : List.of(Role.SUPERVISOR, Role.DIRECTOR, Role.IMPORTER, Role.SUPPLIER, Role.ADMINISTRATOR)) {
            Viewer viewer = new Viewer(role.slug(), Set.of(role), null, null, Locale.CHINESE);
            for (String template : List.of("bids", "deposits")) {
                assertThat(written(template, viewer)).as(role + " " + template).doesNotContain(closed);
            }
        }
        assertThat(written("bids", EVERYTHING)).doesNotContain(closed).contains("WC-TB-00001");
    }

    @Test
    @Order(2)
    void whatIsMaskedOrSealedIsNotWrittenAndTheIdStandsForTheKey() throws Exception {
        Viewer importer = new Viewer("importer", Set.of(Role.IMPORTER), null, null, Locale.CHINESE);
        String people = written("people", importer);
        assertThat(people).doesNotContain("*").containsPattern("\\nper_[a-z2-7]{26},,,,");
        assertThat(written("bank-accounts", EVERYTHING)).doesNotContain("*").containsPattern("\\nacc_[a-z2-7]{26},");
        assertThat(written("companies", EVERYTHING)).contains(",'=1+1,").contains("\"''-x, \"\"y\"\"\"");
    }

    @Test
    @Order(3)
    void theCommandRefusesWhatItCannotDo() {
        String file = folder.resolve("regions.csv").toString();
        assertThat(command("--template", "regions", file, "--language", "zh")).isZero();
        assertThat(Path.of(file)).content().startsWith("\ufeff区划代码,名称,");
        assertThat(command("--template", "regions", file)).isEqualTo(2);
        assertThat(command("--template", "no-such", folder.resolve("x.csv").toString()))
                .isEqualTo(2);
        assertThat(command(
                        "--template",
                        "national/SECTION",
                        folder.resolve("x.csv").toString()))
                .isEqualTo(2);
        assertThat(command("--template", "regions")).isEqualTo(2);
        assertThat(command("--template", "regions", folder.resolve("none/x.csv").toString()))
                .isEqualTo(2);
        assertThat(command("--template", "regions", folder.resolve("x.csv").toString(), "--as", "king"))
                .isEqualTo(2);
        assertThat(folder.resolve("x.csv")).doesNotExist();
    }

    private int command(String... arguments) {
        return new CommandLine(new ExportCommand(ocds, export, audit, Clock.systemUTC()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }

    @Test
    @Order(4)
    void anEmptyGraphThatTakesTheTablesInIsTheSameAsFarAsTheViewerSees() throws Exception {
        Map<String, Map<String, Object>> before = nodes();
        Map<String, Map<String, Object>> relations = relations();
        Path all = folder.resolve("all");
        Files.createDirectories(all);
        List<String> made = new ArrayList<>();
        for (String template : Templates.inOrder()) {
            if (export.run(template, all.resolve(template + ".csv"), EVERYTHING, true, (rows, part) -> {}) > 0) {
                made.add(template);
            }
        }
        Set<String> hidden = hidden(before.keySet());
        assertThat(hidden).containsAll(texts(CLOSED.formatted("id")));
        TestImports.clean();
        Map<String, List<String>> complaints = new TreeMap<>();
        for (String template : made) {
            ImportPlan plan = imports.template(template);
            Heard heard = new Heard();
            imports.run(
                    plan, List.of(CsvSource.of(all.resolve(template + ".csv"), null, ',')), ImportOptions.USUAL, heard);
            if (!heard.issues.isEmpty()) {
                complaints.put(
                        template,
                        heard.issues.stream()
                                .map(issue -> issue.line() + " " + issue.fault())
                                .limit(3)
                                .toList());
            }
        }
        assertThat(complaints).isEmpty();
        Map<String, Map<String, Object>> visible = new TreeMap<>(before);
        visible.keySet().removeAll(hidden);
        assertThat(differences(visible, nodes())).isEmpty();
        Map<String, Map<String, Object>> kept = new TreeMap<>(relations);
        kept.keySet()
                .removeIf(
                        relation -> hidden.contains(relation.split(" ")[0]) || hidden.contains(relation.split(" ")[2]));
        assertThat(differences(kept, relations())).isEmpty();
    }

    private static List<String> differences(
            Map<String, Map<String, Object>> wanted, Map<String, Map<String, Object>> found) {
        Set<String> keys = new TreeSet<>(wanted.keySet());
        keys.addAll(found.keySet());
        return keys.stream()
                .filter(key -> !found.containsKey(key) || !found.get(key).equals(wanted.get(key)))
                .map(key -> key + ": " + wanted.get(key) + " / " + found.get(key))
                .limit(40)
                .toList();
    }

    /** Those that the viewer is not shown by their id either. */
    private Set<String> hidden(Set<String> ids) {
        Set<String> hidden = new HashSet<>(ids);
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += 100) {
            List<String> some = all.subList(from, Math.min(from + 100, all.size()));
            for (JsonNode node : operations
                    .query("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", Map.of("ids", some), EVERYTHING)
                    .path("nodes")) {
                hidden.remove(node.path("id").asString(""));
            }
        }
        return hidden;
    }

    private static Map<String, Map<String, Object>> nodes() {
        return read(
                "MATCH (n) WHERE NOT n:__Neo4jMigration|AuditEvent|AuditHead RETURN n.id AS id, properties(n) AS values");
    }

    private static Map<String, Map<String, Object>> relations() {
        return read("MATCH (a)-[r]->(b) WHERE NOT a:__Neo4jMigration "
                + "RETURN a.id + ' ' + type(r) + ' ' + b.id AS id, properties(r) AS values");
    }

    /** By id, without what an import puts down of itself and what is sealed. */
    private static Map<String, Map<String, Object>> read(String statement) {
        try (var session = TestEngine.driver().session()) {
            return session.run(statement).stream()
                    .collect(Collectors.toMap(
                            row -> row.get("id").asString(),
                            row -> {
                                Map<String, Object> values =
                                        new HashMap<>(row.get("values").asMap());
                                values.keySet()
                                        .removeIf(name -> name.matches("createdAt|updatedAt|source|.*(Enc|Hash)"));
                                return values;
                            },
                            (one, other) -> one,
                            TreeMap::new));
        }
    }
}
