package io.lianshu.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.lianshu.engine.TestEngine;
import io.lianshu.exchange.ImportSummary.Count;
import io.lianshu.exchange.TestImports.Heard;
import io.lianshu.exchange.mapping.ImportPlan;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A city's auctions of nine years; what came in is compared with what the test reads out of the file itself. */
@EnabledIfSystemProperty(named = "lianshu.test.data", matches = ".+")
class TsuchiuraImportIT {

    private static final Path FILE =
            Path.of(System.getProperty("lianshu.test.data", "."), "tsuchiura", "tsuchiura_data.csv");

    @Test
    void everyAuctionBidAndAwardComesInOnceAndTwiceChangesNothing() throws Exception {
        TestImports.clean();
        ImportSummary first = run();
        Set<String> firms = new TreeSet<>();
        Set<String> auctions = new HashSet<>();
        Set<String> names = new TreeSet<>();
        Map<String, Integer> bidsOfFirm = new HashMap<>();
        Map<String, BigDecimal> wonByFirm = new HashMap<>();
        int bids = 0;
        int unpriced = 0;
        int awards = 0;
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(FILE)) {
            for (NamedCsvRecord row : rows) {
                bids++;
                firms.add(row.getField("bidder_id"));
                names.add(row.getField("bidder"));
                auctions.add(row.getField("pid"));
                bidsOfFirm.merge(row.getField("bidder"), 1, Integer::sum);
                unpriced += row.getField("bid").isEmpty() ? 1 : 0;
                if (row.getField("winner").equals("1")) {
                    awards++;
                    wonByFirm.merge(row.getField("bidder"), new BigDecimal(row.getField("bid")), BigDecimal::add);
                }
            }
        }
        assertThat(first.read()).isEqualTo(bids);
        assertThat(first.rejected()).isZero();
        assertThat(TestImports.count("MATCH (b:Bid) RETURN count(b)")).isEqualTo(bids);
        assertThat(TestImports.count("MATCH (l:Lot)<-[:FOR_LOT]-(b:Bid)<-[:SUBMITTED]-(c:Company) RETURN count(*)"))
                .isEqualTo(bids);
        assertThat(TestImports.count("MATCH (c:Company) RETURN count(c)")).isEqualTo(firms.size());
        assertThat(TestImports.count("MATCH (t:Tender)-[:HAS_LOT]->(l:Lot) RETURN count(DISTINCT l)"))
                .isEqualTo(auctions.size());
        assertThat(TestImports.count("MATCH (b:Bid) WHERE b.price IS NULL RETURN count(b)"))
                .isEqualTo(unpriced);
        assertThat(TestImports.count("MATCH (:Lot)-[:AWARDED]->(a:Award)-[:TO]->(:Company) RETURN count(*)"))
                .isEqualTo(awards);
        assertThat(byFirm("MATCH (c:Company)-[:SUBMITTED]->(b) RETURN c.name AS name, count(b) AS n"))
                .isEqualTo(longs(bidsOfFirm));
        Map<String, Long> fen = new HashMap<>();
        wonByFirm.forEach((name, yen) -> fen.put(name, yen.movePointRight(2).longValueExact()));
        assertThat(byFirm("MATCH (c:Company)<-[:TO]-(a:Award) RETURN c.name AS name, sum(a.amount) AS n"))
                .isEqualTo(fen);
        assertThat(names).hasSameSizeAs(firms);

        List<String> before = TestImports.wholeGraph(TestEngine.driver());
        ImportSummary second = run();
        assertThat(second.nodes().get("Bid")).isEqualTo(new Count(0, 0, bids));
        assertThat(second.nodes().values()).allMatch(count -> count.created() == 0);
        assertThat(second.relations().values()).allMatch(count -> count.created() == 0 && count.updated() == 0);
        assertThat(TestImports.wholeGraph(TestEngine.driver())).isEqualTo(before);
        assertThat(TestImports.count(
                        "MATCH (n) WHERE n.isCartel IS NOT NULL OR n.is_cartel IS NOT NULL RETURN count(n)"))
                .isZero();
    }

    private static ImportSummary run() throws Exception {
        Imports imports = TestImports.imports(TestImports.FIRST);
        ImportPlan plan =
                imports.plan("tsuchiura.yaml", Files.readString(Path.of("src/test/resources/mappings/tsuchiura.yaml")));
        return imports.run(
                plan, List.of(CsvSource.of(FILE, plan.encoding(), plan.delimiter())), ImportOptions.USUAL, new Heard());
    }

    private static Map<String, Long> byFirm(String query) {
        Map<String, Long> counts = new HashMap<>();
        try (var session = TestEngine.driver().session()) {
            session.run(query)
                    .forEachRemaining(row ->
                            counts.put(row.get("name").asString(), row.get("n").asLong()));
        }
        return counts;
    }

    private static Map<String, Long> longs(Map<String, Integer> counts) {
        Map<String, Long> longs = new HashMap<>();
        counts.forEach((name, count) -> longs.put(name, count.longValue()));
        return longs;
    }
}
