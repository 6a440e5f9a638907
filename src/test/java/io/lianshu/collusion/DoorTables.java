package io.lianshu.collusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code lianshu screen} makes of the bids that the graph has. */
record DoorTables(Path folder) {

    static DoorTables made(Path folder, List<String> seeds) throws Exception {
        Files.write(folder.resolve("bids.csv"), PlantedMarket.table());
        Files.writeString(folder.resolve("seeds.csv"), "bidder\n" + String.join("\n", seeds) + "\n");
        StringWriter said = new StringWriter();
        int ended = new CommandLine(new ScreenCommand())
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(
                        "--bids", folder.resolve("bids.csv").toString(),
                        "--seeds", folder.resolve("seeds.csv").toString(),
                        "--out", folder.resolve("out").toString());
        assertThat(ended).as("%s", said).isZero();
        return new DoorTables(folder.resolve("out"));
    }

    List<NamedCsvRecord> rows(String file) throws Exception {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(folder.resolve(file))) {
            return rows.stream().toList();
        }
    }

    JsonNode market() {
        return JsonMapper.builder()
                .build()
                .readTree(folder.resolve("market.json").toFile());
    }

    /** Every row has its node, and every node its row. */
    void each(
            String file,
            Function<NamedCsvRecord, String> key,
            Map<String, JsonNode> nodes,
            BiConsumer<NamedCsvRecord, JsonNode> compared)
            throws Exception {
        List<NamedCsvRecord> rows = rows(file);
        assertThat(rows).as(file).isNotEmpty().hasSize(nodes.size());
        for (NamedCsvRecord row : rows) {
            @Nullable JsonNode node = nodes.get(key.apply(row));
            if (node == null) {
                throw new AssertionError(file + ": nothing for " + row);
            }
            compared.accept(row, node);
        }
    }

    static void same(NamedCsvRecord row, JsonNode node, String... columns) {
        for (String column : columns) {
            same(row.getField(column), node.get(column));
        }
    }

    static void same(String told, JsonNode found) {
        if (told.isEmpty() || told.equals("null")) {
            assertThat(found.isNull()).as("%s", found).isTrue();
        } else {
            double expected = Double.parseDouble(told);
            assertThat(found.asDouble()).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
        }
    }
}
