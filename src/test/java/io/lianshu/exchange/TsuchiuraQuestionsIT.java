package io.lianshu.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.lianshu.engine.TestEngine;
import io.lianshu.exchange.TestImports.Heard;
import io.lianshu.exchange.mapping.ImportPlan;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

/** Real auctions, asked through GraphQL; every right answer is computed from the file by other means. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfSystemProperty(named = "lianshu.test.data", matches = ".+")
class TsuchiuraQuestionsIT {

    private static final Path FILE =
            Path.of(System.getProperty("lianshu.test.data", "."), "tsuchiura", "tsuchiura_data.csv");

    private final Map<String, Set<String>> firmsOfLot = new TreeMap<>();
    private final Map<String, BigDecimal> wonByFirm = new HashMap<>();

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
    void takeTheFileIn() throws Exception {
        TestEngine.wipe();
        ImportPlan plan =
                imports.plan("tsuchiura.yaml", Files.readString(Path.of("src/test/resources/mappings/tsuchiura.yaml")));
        imports.run(
                plan, List.of(CsvSource.of(FILE, plan.encoding(), plan.delimiter())), ImportOptions.USUAL, new Heard());
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(FILE)) {
            for (NamedCsvRecord row : rows) {
                firmsOfLot
                        .computeIfAbsent(row.getField("pid"), pid -> new TreeSet<>())
                        .add(row.getField("bidder"));
                if (row.getField("winner").equals("1")) {
                    wonByFirm.merge(row.getField("bidder"), new BigDecimal(row.getField("bid")), BigDecimal::add);
                }
            }
        }
    }

    private AskedHub hub() {
        return new AskedHub(port);
    }

    @AfterAll
    void leaveNothing() {
        TestEngine.wipe();
    }

    @Test
    void whoMetWhomMostOften() throws Exception {
        Map<String, Integer> expected = meetings();
        JsonNode pairs = hub().ask("{ coBiddingPairs(first: 100) { lotsTogether first { name } second { name } } }")
                .get("coBiddingPairs");
        Map<String, Integer> answered = new LinkedHashMap<>();
        for (JsonNode pair : pairs) {
            answered.put(
                    AskedHub.pair(
                            pair.get("first").get("name").asString(),
                            pair.get("second").get("name").asString()),
                    pair.get("lotsTogether").asInt());
        }
        List<Integer> most = expected.values().stream()
                .sorted((one, two) -> two - one)
                .limit(100)
                .toList();
        assertThat(answered).hasSize(100);
        assertThat(List.copyOf(answered.values())).isEqualTo(most);
        answered.forEach((pair, lots) -> assertThat(expected).containsEntry(pair, lots));
    }

    @Test
    void whoWonHowMuch() throws Exception {
        JsonNode groups = hub().ask("{ awards { aggregate { groups(by: [SUPPLIER], first: 1000,"
                        + " orderBy: [{ amount: { sum: DESC } }]) { supplier { name } amount { sum } } } } }")
                .get("awards")
                .get("aggregate")
                .get("groups");
        Map<String, BigDecimal> answered = new LinkedHashMap<>();
        groups.forEach(group -> answered.put(
                group.get("supplier").get("name").asString(),
                new BigDecimal(group.get("amount").get("sum").asString()).stripTrailingZeros()));
        Map<String, BigDecimal> expected = new HashMap<>();
        wonByFirm.forEach((firm, yen) -> expected.put(firm, yen.stripTrailingZeros()));
        assertThat(answered).isEqualTo(expected);
        assertThat(List.copyOf(answered.values())).isSortedAccordingTo((one, two) -> two.compareTo(one));
    }

    @Test
    void thePathBetweenTwoFirmsIsTheLotInWhichTheyMet() throws Exception {
        Map<String, String> ids = ids();
        Map<String, Integer> meetings = meetings();
        List<String> firms = ids.keySet().stream().sorted().toList();
        int met = 0;
        int apart = 0;
        for (int one = 0; one < firms.size() && met + apart < 24; one += 11) {
            for (int two = one + 1; two < firms.size() && met + apart < 24; two += 29) {
                JsonNode paths = hub().ask("{ paths(from: \"" + ids.get(firms.get(one)) + "\", to: \""
                                + ids.get(firms.get(two)) + "\", maxLength: 6) { length nodes { label { code } } } }")
                        .get("paths");
                if (meetings.containsKey(AskedHub.pair(firms.get(one), firms.get(two)))) {
                    met++;
                    assertThat(paths.get(0).get("length").asInt()).isEqualTo(4);
                    assertThat(paths.get(0)
                                    .get("nodes")
                                    .get(2)
                                    .get("label")
                                    .get("code")
                                    .asString())
                            .isEqualTo("Lot");
                } else {
                    apart++;
                    assertThat(paths.size()).isZero();
                }
            }
        }
        assertThat(met).isPositive();
        assertThat(apart).isPositive();
    }

    /** Lots in which two firms both bid, however often each did. */
    private Map<String, Integer> meetings() {
        Map<String, Integer> result = new HashMap<>();
        firmsOfLot.values().forEach(firms -> {
            List<String> names = List.copyOf(firms);
            for (int one = 0; one < names.size(); one++) {
                for (int two = one + 1; two < names.size(); two++) {
                    result.merge(AskedHub.pair(names.get(one), names.get(two)), 1, Integer::sum);
                }
            }
        });
        return result;
    }

    private Map<String, String> ids() throws Exception {
        Map<String, String> result = new HashMap<>();
        hub().eachNode(
                        "companies",
                        "id name",
                        "analyst",
                        company -> result.put(
                                company.get("name").asString(),
                                company.get("id").asString()));
        return result;
    }
}
