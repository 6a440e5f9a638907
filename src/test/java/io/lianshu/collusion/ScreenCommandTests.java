package io.lianshu.collusion;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScreenCommandTests {

    private static final Path SAMPLE = Path.of("src/docs/collusion/bids.csv");

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();
    private final StringWriter refused = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new ScreenCommand())
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(refused))
                .execute(arguments);
    }

    private int screen(Path bids) {
        return run("--bids", bids.toString(), "--out", folder.resolve("out").toString());
    }

    private Path bids(String... lines) throws IOException {
        return Files.writeString(folder.resolve("bids.csv"), String.join("\n", lines) + "\n");
    }

    private List<NamedCsvRecord> rows(String name) throws IOException {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(folder.resolve("out").resolve(name))) {
            return rows.stream().toList();
        }
    }

    private Map<Long, String> issues() throws IOException {
        Map<Long, String> issues = new HashMap<>();
        rows("issues.csv").forEach(row -> issues.put(Long.valueOf(row.getField("line")), row.getField("code")));
        return issues;
    }

    private JsonNode market() throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(Files.readString(folder.resolve("out").resolve("market.json")));
    }

    @Test
    void theSampleGivesItsRingsAndItsReasons() throws IOException {
        assertThat(screen(SAMPLE)).as(refused.toString()).isZero();
        assertThat(market().path("usable").asBoolean()).isTrue();
        assertThat(rows("groups.csv").get(0).getField("members").split(" \\| "))
                .containsExactlyInAnyOrder("甲一建设", "甲二建设", "甲三建设", "甲四建设");
        assertThat(rows("lots.csv")).hasSize(60).allSatisfy(row -> {
            assertThat(Double.parseDouble(row.getField("score"))).isBetween(0.0, 1.0);
            assertThat(row.getField("explanation_zh")).contains("变异系数").endsWith("。");
            assertThat(row.getField("explanation_en")).contains("coefficient of variation");
        });
        assertThat(rows("firms.csv")).hasSize(25);
        assertThat(rows("pairs.csv")).isNotEmpty();
        assertThat(rows("issues.csv")).isEmpty();
        assertThat(Files.exists(folder.resolve("out/expansion.csv"))).isFalse();
        assertThat(said.toString()).contains("319 个投标", "a lead here");
    }

    @Test
    void knownMembersLeadToTheOthersAndUnknownOnesAreTold() throws IOException {
        Path seeds = Files.writeString(folder.resolve("seeds.csv"), "bidder\n甲一建设\n甲三建设\n没有此企业\n");
        int code = run(
                "--bids", SAMPLE.toString(), "--out", folder.resolve("out").toString(), "--seeds", seeds.toString());
        assertThat(code).as(refused.toString()).isZero();
        assertThat(rows("expansion.csv").stream().limit(2).map(row -> row.getField("bidder")))
                .containsExactlyInAnyOrder("甲二建设", "甲四建设");
        assertThat(issues()).containsExactlyEntriesOf(Map.of(4L, "SEED_UNKNOWN"));
    }

    @Test
    void twiceTheSameTableGivesTheSameFilesToTheByte() throws IOException {
        assertThat(screen(SAMPLE)).isZero();
        Map<String, String> first = contents();
        assertThat(screen(SAMPLE)).isZero();
        assertThat(contents()).isEqualTo(first);
        assertThat(first)
                .containsOnlyKeys("lots.csv", "firms.csv", "pairs.csv", "groups.csv", "market.json", "issues.csv");
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new HashMap<>();
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            for (Path file : files.toList()) {
                contents.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
        return contents;
    }

    @Test
    void everyOddRowIsToldByItsLineAndNothingIsGuessed() throws IOException {
        Path table = bids(
                "lot,bidder,price,currency,date,winner,valid",
                "A,x,100,CNY,2026-03-02,1,1",
                "A,y,-5,CNY,2026/3/2,0,1",
                "A,z,0,CNY,20260302,0,1",
                "A,w,一百,CNY,2026年3月2日,0,1",
                "A,v,\"1,200\",CNY,2026.3.2,0,1",
                "A,x,90,CNY,2026-03-02,0,1",
                ",x,90,CNY,2026-03-02,0,1",
                "B,x,90,CNY,2.3.2026,0,1",
                "C,x,90,CNY,2026-03-02,1,1",
                "C,y,91,CNY,2026-03-02,1,1",
                "D,x,90,CNY,2026-02-30,0,1",
                "D,y,1e999,CNY,2026315,maybe,1",
                "D,,95,CNY,,0,0",
                "E,x,90,CNY",
                "F,x,90,CNY,2026-03-02,0,1",
                "F,y,90,EUR,2026-03-02,1,1");
        assertThat(screen(table)).as(refused.toString()).isZero();
        List<String> told = rows("issues.csv").stream()
                .map(row -> row.getField("line") + " " + row.getField("code"))
                .toList();
        assertThat(told)
                .contains(
                        "3 PRICE_OUT_OF_RANGE",
                        "4 PRICE_OUT_OF_RANGE",
                        "5 PRICE_NOT_A_NUMBER",
                        "6 PRICE_NOT_A_NUMBER",
                        "7 REPEATED_BIDDER",
                        "8 NO_LOT",
                        "9 DATE_UNREADABLE",
                        "9 ONE_BID",
                        "10 SEVERAL_WINNERS",
                        "12 DATE_UNREADABLE",
                        "13 PRICE_OUT_OF_RANGE",
                        "13 DATE_UNREADABLE",
                        "13 FLAG_UNREADABLE",
                        "14 INVALID_BID",
                        "15 WRONG_COLUMN_COUNT",
                        "17 SEVERAL_CURRENCIES")
                .doesNotContain("3 DATE_UNREADABLE", "4 DATE_UNREADABLE", "5 DATE_UNREADABLE", "6 DATE_UNREADABLE");
        assertThat(market().path("issues").path("PRICE_OUT_OF_RANGE").asInt()).isEqualTo(3);
        assertThat(rows("lots.csv").stream().map(row -> row.getField("lot"))).containsExactly("A", "B", "C", "D", "F");
        assertThat(rows("lots.csv"))
                .allSatisfy(row -> assertThat(row.getField("usable")).isEqualTo("false"));
    }

    @Test
    void anotherEncodingIsReadWhenNamedAndRefusedWhenNot() throws IOException {
        String text = Files.readString(SAMPLE);
        Path table = Files.write(folder.resolve("gbk.csv"), text.getBytes(Charset.forName("GB18030")));
        assertThat(run(
                        "--bids",
                        table.toString(),
                        "--out",
                        folder.resolve("out").toString(),
                        "--encoding",
                        "GB18030"))
                .isZero();
        assertThat(rows("firms.csv").stream().map(row -> row.getField("bidder")))
                .contains("甲一建设");
        assertThat(screen(table)).isZero();
        assertThat(rows("issues.csv"))
                .hasSizeGreaterThan(100)
                .allSatisfy(row -> assertThat(row.getField("code")).isEqualTo("WRONG_ENCODING"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            'A,x,100',                          lot
            'lot;bidder;price',                 lot
            'lot,bidder',                       price
            'lot,bidder,price,price',           price
            """)
    void aTableWithoutItsColumnsIsRefusedByName(String header, String column) throws IOException {
        assertThat(screen(bids(header, "A,x,100"))).isEqualTo(2);
        assertThat(refused.toString()).contains(column);
        assertThat(folder.resolve("out")).isEmptyDirectory();
    }

    @Test
    void anEmptyFileAFolderAndNoFileAreRefused() throws IOException {
        assertThat(screen(Files.createFile(folder.resolve("empty.csv")))).isEqualTo(2);
        assertThat(screen(folder)).isEqualTo(2);
        assertThat(screen(folder.resolve("nothing.csv"))).isEqualTo(2);
        assertThat(run("--bids", SAMPLE.toString(), "--out", SAMPLE.toString())).isEqualTo(2);
        assertThat(refused.toString()).contains("nothing.csv", "bids.csv");
        assertThat(run("--bids", SAMPLE.toString(), "--out", folder.toString(), "--pairs", "0"))
                .isEqualTo(2);
    }

    @Test
    void aRefusedRunLeavesTheResultsOfTheLastOne() throws IOException {
        assertThat(screen(SAMPLE)).isZero();
        Map<String, String> first = contents();
        assertThat(screen(bids("lot,price", "A,1"))).isEqualTo(2);
        assertThat(contents()).isEqualTo(first);
    }

    @Test
    void namesGoOutAsTheyCame() throws IOException {
        Path table = Files.write(
                folder.resolve("bids.csv"),
                List.of("lot,bidder,price", "=A,\"甲,\"\"乙\"\"\",100", "=A,-b,101", "=B,\"甲,\"\"乙\"\"\",7", "=B,-b,8"),
                StandardCharsets.UTF_8);
        assertThat(screen(table)).isZero();
        assertThat(rows("pairs.csv").get(0).getField("a")).isEqualTo("-b");
        assertThat(rows("pairs.csv").get(0).getField("b")).isEqualTo("甲,\"乙\"");
        assertThat(rows("lots.csv").get(0).getField("lot")).isEqualTo("=A");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsToldInItsOwnWordsAndLeavesNoDrafts() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.createSymbolicLink(out.resolve("issues.csv.part"), Path.of("/dev/full"));
        List<String> lines = new ArrayList<>(List.of("lot,bidder,price"));
        for (int i = 0; i < 2_000; i++) {
            lines.add("A,甲" + i + ",?");
        }
        assertThat(screen(bids(lines.toArray(String[]::new)))).isEqualTo(2);
        assertThat(refused.toString()).contains(out.toString(), "cannot be written", "No space left");
        try (Stream<Path> left = Files.list(out)) {
            assertThat(left).isEmpty();
        }
    }
}
