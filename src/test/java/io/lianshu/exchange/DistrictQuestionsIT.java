package io.lianshu.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.lianshu.engine.TestEngine;
import io.lianshu.exchange.TestImports.Heard;
import io.lianshu.exchange.mapping.ImportPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Notices of a Chinese city, asked through GraphQL; every right answer is computed from the files by other means. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfSystemProperty(named = "lianshu.test.data", matches = ".+")
class DistrictQuestionsIT {

    private static final Path FOLDER = Path.of(System.getProperty("lianshu.test.data", "."), "china-district");

    private final Map<String, ImportSummary> summaries = new HashMap<>();

    @Autowired
    private Imports imports;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) {
        TestEngine.register(registry);
        registry.add("lianshu.demo", () -> true);
    }

    @BeforeAll
    void takeTheFilesIn() throws Exception {
        TestEngine.wipe();
        for (String name : List.of("candidates", "awards", "staff")) {
            ImportPlan plan = imports.plan(
                    name, Files.readString(Path.of("src/test/resources/mappings/district-" + name + ".yaml")));
            RowSource source = CsvSource.of(FOLDER.resolve(name + ".csv"), plan.encoding(), plan.delimiter());
            summaries.put(name, imports.run(plan, List.of(source), ImportOptions.USUAL, new Heard()));
        }
    }

    private AskedHub hub() {
        return new AskedHub(port);
    }

    @AfterAll
    void leaveNothing() {
        TestEngine.wipe();
    }

    private static void each(String file, Consumer<NamedCsvRecord> seen) throws Exception {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve(file + ".csv"))) {
            rows.forEach(seen);
        }
    }

    @Test
    void everyRowComesIn() throws Exception {
        Map<String, Integer> read = new TreeMap<>();
        Set<String> lots = new HashSet<>();
        Set<String> unpriced = new HashSet<>();
        Set<String> awarded = new HashSet<>();
        Set<String> opened = new HashSet<>();
        each("candidates", row -> {
            opened.add(row.getField("lot"));
            read.merge("candidates", 1, Integer::sum);
            lots.add(row.getField("lot") + " 1");
            if (row.getField("priceYuan").isEmpty()) {
                unpriced.add(row.getField("lot") + row.getField("company"));
            }
        });
        each("awards", row -> {
            read.merge("awards", 1, Integer::sum);
            lots.add(row.getField("lot") + " " + row.getField("round"));
            if (row.getField("round").equals("1")) {
                opened.add(row.getField("lot"));
            }
            awarded.add(row.getField("lot") + row.getField("round") + row.getField("winner"));
        });
        Set<String> priced = new HashSet<>();
        each("candidates", row -> priced.add(row.getField("lot") + row.getField("company")));
        each("staff", row -> {
            read.merge("staff", 1, Integer::sum);
            lots.add(row.getField("lot") + " 1");
            // A winner who is named in no candidates' notice has a bid whose price nobody published; that of a first
            // round of which no notice tells is not known to be opened, and closed.
            if (priced.add(row.getField("lot") + row.getField("winner")) && opened.contains(row.getField("lot"))) {
                unpriced.add(row.getField("lot") + row.getField("winner"));
            }
        });
        summaries.forEach((name, summary) -> {
            assertThat(summary.read()).as(name).isEqualTo(read.get(name).longValue());
            assertThat(summary.rejected()).as(name).isZero();
        });
        JsonNode data = hub().ask("{ lots { totalCount } bids(filter: { price: { isNull: true } }) { totalCount }"
                + " awards(filter: { status: { eq: \"AWARDED\" } }) { totalCount } }");
        assertThat(data.get("lots").get("totalCount").asInt()).isEqualTo(lots.size());
        assertThat(data.get("bids").get("totalCount").asInt()).isEqualTo(unpriced.size());
        assertThat(data.get("awards").get("totalCount").asInt()).isEqualTo(awarded.size());
    }

    @Test
    void whichTwoCompaniesMetMostOftenAsCandidates() throws Exception {
        Map<String, Set<String>> ofLot = new TreeMap<>();
        each(
                "candidates",
                row -> ofLot.computeIfAbsent(row.getField("lot"), lot -> new TreeSet<>())
                        .add(row.getField("company")));
        Map<String, Integer> expected = new HashMap<>();
        ofLot.values().forEach(firms -> {
            List<String> names = List.copyOf(firms);
            for (int one = 0; one < names.size(); one++) {
                for (int two = one + 1; two < names.size(); two++) {
                    expected.merge(AskedHub.pair(names.get(one), names.get(two)), 1, Integer::sum);
                }
            }
        });
        // Winners whose staff is named stand in the lot as well, candidates or not.
        Set<String> named = new HashSet<>();
        each("staff", row -> named.add(row.getField("lot") + "|" + row.getField("winner")));
        Map<String, Set<String>> added = new TreeMap<>();
        named.forEach(entry -> {
            String[] parts = entry.split("\\|");
            if (ofLot.containsKey(parts[0]) && !ofLot.get(parts[0]).contains(parts[1])) {
                added.computeIfAbsent(parts[0], lot -> new TreeSet<>()).add(parts[1]);
            }
        });
        added.forEach((lot, firms) -> firms.forEach(firm ->
                ofLot.get(lot).forEach(other -> expected.merge(AskedHub.pair(firm, other), 1, Integer::sum))));

        JsonNode pairs = hub().ask("{ coBiddingPairs(first: 20) { lotsTogether first { name } second { name } } }")
                .get("coBiddingPairs");
        Map<String, Integer> answered = new LinkedHashMap<>();
        pairs.forEach(each -> answered.put(
                AskedHub.pair(
                        each.get("first").get("name").asString(),
                        each.get("second").get("name").asString()),
                each.get("lotsTogether").asInt()));
        List<Integer> most = expected.values().stream()
                .sorted((one, two) -> two - one)
                .limit(20)
                .toList();
        assertThat(List.copyOf(answered.values())).isEqualTo(most);
        answered.forEach((pair, lots) -> assertThat(expected).containsEntry(pair, lots));
    }

    @Test
    void whoIsNamedInTheStaffOfDifferentWinners() throws Exception {
        Map<String, Set<String>> winnersOf = new TreeMap<>();
        each(
                "staff",
                row -> winnersOf
                        .computeIfAbsent(row.getField("person"), person -> new TreeSet<>())
                        .add(row.getField("winner")));
        Map<String, Set<String>> expected = new TreeMap<>(winnersOf);
        expected.values().removeIf(winners -> winners.size() < 2);
        assertThat(expected).isNotEmpty();

        Map<String, Set<String>> answered = new TreeMap<>();
        hub().eachNode("people", "name companies(first: 100) { edges { node { name } } }", "supervisor", person -> {
            Set<String> winners = new TreeSet<>();
            person.get("companies")
                    .get("edges")
                    .forEach(edge -> winners.add(edge.get("node").get("name").asString()));
            if (winners.size() > 1) {
                answered.put(person.get("name").asString(), winners);
            }
        });
        assertThat(answered).isEqualTo(expected);
    }

    @Test
    void whichAgencyServesWhichEntities() throws Exception {
        // A lot's tender has one buyer and one agency: those of the last notice.
        Map<String, String[]> ofLot = new LinkedHashMap<>();
        each(
                "awards",
                row -> ofLot.put(
                        row.getField("lot"), new String[] {row.getField("agency"), row.getField("procuringEntity")}));
        Map<String, Set<String>> expected = new TreeMap<>();
        ofLot.values()
                .forEach(ends -> expected.computeIfAbsent(ends[0], agency -> new TreeSet<>())
                        .add(ends[1]));
        Map<String, Set<String>> answered = new TreeMap<>();
        hub().eachNode("tenders", "agency { name } procuringEntity { ... on Company { name } }", "analyst", tender -> {
            if (!tender.get("agency").isNull()) {
                answered.computeIfAbsent(tender.get("agency").get("name").asString(), agency -> new TreeSet<>())
                        .add(tender.get("procuringEntity").get("name").asString());
            }
        });
        assertThat(answered).isEqualTo(expected);
    }
}
