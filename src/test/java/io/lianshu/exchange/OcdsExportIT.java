package io.lianshu.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.lianshu.demo.District;
import io.lianshu.demo.DistrictImport;
import io.lianshu.engine.TestEngine;
import io.lianshu.exchange.OcdsExport.Choice;
import io.lianshu.exchange.OcdsExport.Pages;
import io.lianshu.exchange.TestImports.Heard;
import io.lianshu.platform.audit.AuditTrail;
import io.lianshu.platform.viewer.Role;
import io.lianshu.platform.viewer.Viewer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sample district as OCDS: valid, silent about what is not opened, and enough to build the same graph from. */
@SpringBootTest(
        webEnvironment = WebEnvironment.NONE,
        properties = {"spring.main.lazy-initialization=true", "lianshu.command=true", "lianshu.read.timeout=5m"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OcdsExportIT {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Those who see bids at all. */
    private static final List<Role> SEE_MOST =
            List.of(Role.SUPERVISOR, Role.ANALYST, Role.CASE_OFFICER, Role.DIRECTOR, Role.IMPORTER, Role.SUPPLIER);

    /** What OCDS carries of nodes and relations, as far as lots are opened at {@code $now}. */
    private static final String CARRIED = """
            CALL () {
              MATCH (t:Tender) RETURN t AS n, [t.tenderProjectCode, t.identifierScheme, t.identifierValue, t.name,
                t.category, t.procurementMethod, toString(t.noticeOn)] AS values
              UNION MATCH (n:Project)-[:PROCURED_BY]->(:Tender) RETURN DISTINCT n, [n.projectCode, n.name] AS values
              UNION MATCH (n:Lot)<-[:HAS_LOT]-(:Tender) RETURN n, [n.bidSectionCode, n.round, n.name, n.category,
                n.controlPrice, coalesce(n.currency, 'CNY'), n.bidDeadline.epochMillis, n.openedAt.epochMillis] AS values
              UNION MATCH (n:Bid)-[:FOR_LOT]->(l:Lot) WHERE l.openedAt <= $now RETURN n, [n.bidNo, n.round, n.sequence,
                n.submittedAt.epochMillis, n.price, n.rank, CASE WHEN n.withdrawnAt IS NULL THEN n.valid END] AS values
              UNION MATCH (n:Award)<-[:AWARDED]-(l:Lot) WHERE l.openedAt <= $now RETURN n, [n.noticeNo, n.status, n.rank,
                n.amount, n.noticeAt.epochMillis, toString(n.publicityFrom), toString(n.publicityTo)] AS values
              UNION MATCH (n:Contract)<-[:CONTRACTED]-(:Award)<-[:AWARDED]-(l:Lot) WHERE l.openedAt <= $now
                RETURN n, [n.contractNo, n.amount, toString(n.signedOn), n.days] AS values
              UNION MATCH (n)<-[:TENDERED_BY|AGENT]-(:Tender)
                RETURN DISTINCT n, [n.uscc, n.code, n.identifierScheme, n.identifierValue, n.name] AS values
              UNION MATCH (n:Company)-[:SUBMITTED|JOINED]->(:Bid)-[:FOR_LOT]->(l:Lot) WHERE l.openedAt <= $now
                RETURN DISTINCT n, [n.uscc, null, n.identifierScheme, n.identifierValue, n.name] AS values
              UNION MATCH (n:Company)<-[:TO]-(:Award)<-[:AWARDED]-(l:Lot) WHERE l.openedAt <= $now
                RETURN DISTINCT n, [n.uscc, null, n.identifierScheme, n.identifierValue, n.name] AS values
            }
            RETURN DISTINCT labels(n)[0] + ' ' + n.id AS id, values
            """;

    private static final String RELATIONS = """
            CALL () {
              MATCH (a)-[r:PROCURED_BY|TENDERED_BY|AGENT|HAS_LOT]->(b) RETURN a, r, b
              UNION MATCH (a:Bid)-[r:FOR_LOT]->(b:Lot) WHERE b.openedAt <= $now RETURN a, r, b
              UNION MATCH (a)-[r:SUBMITTED|JOINED]->(b:Bid)-[:FOR_LOT]->(l:Lot) WHERE l.openedAt <= $now RETURN a, r, b
              UNION MATCH (a:Lot)-[r:AWARDED]->(b:Award) WHERE a.openedAt <= $now RETURN a, r, b
              UNION MATCH (l:Lot)-[:AWARDED]->(a:Award)-[r:TO|CONTRACTED]->(b) WHERE l.openedAt <= $now RETURN a, r, b
            }
            WITH a, r, b WHERE NOT b:Person
            RETURN a.id + ' ' + type(r) + ' ' + b.id AS id, [] AS values
            """;

    @TestConfiguration
    static class StandingStill {

        @Bean
        @Primary
        Clock standingClock() {
            return Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
        }
    }

    @Autowired
    private AuditTrail audit;

    @Autowired
    private OcdsExport export;

    @Autowired
    private TemplateExport templates;

    @TempDir
    private Path folder;

    private List<String> district = List.of();
    private Set<String> closedBids = Set.of();

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) {
        TestEngine.register(registry);
    }

    @BeforeAll
    void loadTheDistrict(@Autowired ConfigurableApplicationContext program) throws Exception {
        TestImports.clean();
        // As a command starts: nothing is there before it is used.
        program.start();
        Heard heard = new Heard();
        new DistrictImport(TestImports.imports(NOW)).run(District.tables(DAY), heard);
        assertThat(heard.codes()).isEmpty();
        district = carried();
        closedBids = new TreeSet<>(
                texts(
                        "MATCH (b:Bid)-[:FOR_LOT]->(l:Lot) "
                                + "WHERE l.openedAt IS NULL OR l.openedAt > $now UNWIND [b.id, b.bidNo] AS id RETURN id, [] AS values"));
        assertThat(closedBids).isNotEmpty();
    }

    @AfterAll
    static void wipe() {
        TestEngine.wipe();
    }

    private static List<String> texts(String query) {
        try (var session = TestEngine.driver().session()) {
            return session.run(query, Map.of("now", NOW.atZone(ZoneId.of("Asia/Shanghai"))))
                    .list(row -> {
                        List<Object> values = row.get("values").asList();
                        return row.get("id").asString() + (values.isEmpty() ? "" : " " + values);
                    });
        }
    }

    private static List<String> carried() {
        List<String> all = new ArrayList<>(texts(CARRIED));
        all.addAll(texts(RELATIONS));
        all.sort(null);
        return all;
    }

    private static Viewer as(Role role) {
        return new Viewer("test", Set.of(role), null, null, Locale.CHINESE);
    }

    private Path write(Choice choice) {
        Path file = folder.resolve("releases.json");
        export.run(
                choice,
                new OcdsPackage.Heading("测试", "ocds-abcdef", "https://example.org/p.json"),
                file,
                (tenders, part) -> assertThat(part).isBetween(0.0, 1.0));
        return file;
    }

    private static Choice all(Viewer viewer, Pages pages) {
        return new Choice(viewer, null, null, List.of(), pages);
    }

    private JsonNode releases(Choice choice) throws Exception {
        return JSON.readTree(Files.readString(write(choice))).get("releases");
    }

    @Test
    @Order(1)
    void nobodyLearnsOfABidInALotThatIsNotOpened() throws Exception {
        for (Role role : SEE_MOST) {
            String text = Files.readString(write(all(as(role), Pages.USUAL)));
            assertThat(closedBids).as(role.name()).noneMatch(text::contains);
        }
        JsonNode open = releases(all(Viewer.PUBLIC, Pages.USUAL));
        assertThat(open).isNotEmpty().noneMatch(release -> release.has("bids") || release.has("contracts"));
        assertThat(open).anyMatch(release -> release.has("awards"));
        assertThat(releases(all(as(Role.ANALYST), Pages.USUAL))).anyMatch(release -> release.has("bids"));
    }

    @Test
    @Order(2)
    void smallPagesGiveTheSameReleases() throws Exception {
        assertThat(releases(all(as(Role.ANALYST), new Pages(7, 1, 2, 1))))
                .isEqualTo(releases(all(as(Role.ANALYST), Pages.USUAL)));
    }

    @Test
    @Order(3)
    void aChoiceOfTendersIsKeptToAndWhatIsNotThereLeavesNoFile() throws Exception {
        String code = texts("MATCH (t:Tender) RETURN t.tenderProjectCode AS id, [] AS values ORDER BY id")
                .get(0);
        Choice one = new Choice(as(Role.ANALYST), null, null, List.of(code), Pages.USUAL);
        assertThat(releases(one)).hasSize(1);
        LocalDate first = LocalDate.parse(texts("MATCH (t:Tender) RETURN toString(min(t.noticeOn)) AS id, [] AS values")
                .get(0));
        JsonNode early = releases(new Choice(as(Role.ANALYST), first, first, List.of(), Pages.USUAL));
        assertThat(early)
                .isNotEmpty()
                .allSatisfy(release -> assertThat(
                                release.at("/tender/tenderPeriod/startDate").asString())
                        .startsWith(first.toString()));
        Files.delete(folder.resolve("releases.json"));
        assertThatThrownBy(() -> write(new Choice(as(Role.ANALYST), null, null, List.of(code, "NONE"), Pages.USUAL)))
                .hasMessageContaining("there is no tender [NONE]");
        assertThatThrownBy(() -> write(new Choice(as(Role.ANALYST), null, first.minusDays(1), List.of(), Pages.USUAL)))
                .hasMessageContaining("no tender fits");
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    @Order(4)
    void theCommandRefusesWhatItCannotDo() throws Exception {
        String file = folder.resolve("by-command.json").toString();
        assertThat(command("--ocds", file, "--as", "nobody")).isEqualTo(2);
        assertThat(command("--ocds", file, "--from", "2026-02-01", "--to", "2026-01-01"))
                .isEqualTo(2);
        assertThat(command("--ocds", file, "--ocid-prefix", "x")).isEqualTo(2);
        assertThat(command("--ocds", folder.resolve("none/x.json").toString())).isEqualTo(2);
        assertThat(command("--ocds", folder.toString())).isEqualTo(2);
        assertThat(command()).isEqualTo(2);
        assertThat(Path.of(file)).doesNotExist();
        assertThat(command("--ocds", file, "--as", "public", "--from", "2025-01-01"))
                .isZero();
        assertThat(Path.of(file)).isNotEmptyFile();
    }

    private int command(String... arguments) {
        return new CommandLine(new ExportCommand(export, templates, audit, Clock.systemUTC())).execute(arguments);
    }

    @Test
    @Order(5)
    void theStandardsSchemasFindNothingWrong() throws Exception {
        assumeThat(OcdsSchemas.FOLDER).isDirectory();
        Path file = write(all(as(Role.ANALYST), Pages.USUAL));
        assertThat(OcdsSchemas.faults(file)).isEmpty();
        Path broken = Files.writeString(
                folder.resolve("broken.json"), Files.readString(file).replace("\"initiationType\"", "\"x\""));
        assertThat(OcdsSchemas.faults(broken)).isNotEmpty();
    }

    @Test
    @Order(6)
    void anEmptyGraphThatTakesTheExportInIsTheSameAsFarAsOcdsCarriesIt() throws Exception {
        Path file = write(all(as(Role.ANALYST), Pages.USUAL));
        TestImports.clean();
        Imports imports = TestImports.imports(NOW);
        Heard heard = new Heard();
        imports.run(imports.plan("--ocds", Templates.ocds()), List.of(OcdsSource.of(file)), ImportOptions.USUAL, heard);
        assertThat(heard.issues).isEmpty();
        assertThat(carried()).isEqualTo(district);
        assertThat(
                        texts(
                                "MATCH (n) WHERE NOT n:__Neo4jMigration|AuditEvent|AuditHead RETURN count(n) + '' AS id, [] AS values"))
                .containsExactly(
                        district.stream().filter(line -> line.endsWith("]")).count() + "");
    }
}
