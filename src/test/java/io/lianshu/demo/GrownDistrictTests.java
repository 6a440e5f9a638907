package io.lianshu.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lianshu.demo.Plant.Verdict;
import io.lianshu.platform.identifier.IdentityNumber;
import io.lianshu.platform.identifier.UnifiedSocialCreditCode;
import io.lianshu.platform.refusal.Refusal;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Districts of every size: the same for the same seed and day, sound in themselves, and with the wanted magnitudes. */
class GrownDistrictTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final District SMALL = District.grown(0.1, 7, DAY);
    private static final District WHOLE = District.grown(1, 7, DAY);

    @TempDir
    private Path folder;

    @Test
    void theSameSeedAndDayWriteTheSameBytes() throws Exception {
        assertThat(demo(
                        "--scale",
                        "0.1",
                        "--seed",
                        "7",
                        "--until",
                        "2026-03-01",
                        "--write",
                        at("a"),
                        "--truth",
                        at("a.csv")))
                .isZero();
        assertThat(demo(
                        "--scale",
                        "0.1",
                        "--seed",
                        "7",
                        "--until",
                        "2026-03-01",
                        "--write",
                        at("b"),
                        "--truth",
                        at("b.csv")))
                .isZero();
        for (Table table : SMALL.tables()) {
            assertThat(folder.resolve("a/" + table.name() + ".csv"))
                    .hasSameBinaryContentAs(folder.resolve("b/" + table.name() + ".csv"));
        }
        assertThat(folder.resolve("a.csv")).hasSameBinaryContentAs(folder.resolve("b.csv"));
        assertThat(Files.readAllLines(folder.resolve("a.csv")))
                .hasSize(SMALL.truth().size() + 1);
        assertThat(District.grown(0.1, 8, DAY)).isNotEqualTo(SMALL);
    }

    @Test
    void theCommandRefusesWhatItCannotMake() {
        assertThat(demo("--scale", "0.05", "--write", at("a"))).isEqualTo(2);
        assertThat(demo("--scale", "11", "--write", at("a"))).isEqualTo(2);
        assertThat(demo("--scale", "NaN", "--write", at("a"))).isEqualTo(2);
        assertThat(demo("--scale", "many", "--write", at("a"))).isEqualTo(2);
        assertThat(demo("--until", "2999-01-01", "--write", at("a"))).isEqualTo(2);
        assertThat(demo("--until", "1999-01-01", "--write", at("a"))).isEqualTo(2);
        assertThat(folder.resolve("a")).doesNotExist();
        assertThat(demo("--scale", "0", "--write", at("a"))).isZero();
        assertThat(demo("--scale", "0.1", "--write", at("a"))).isEqualTo(2);
        assertThat(demo("--scale", "0", "--write", at("b"), "--truth", at("a/bids.csv")))
                .isEqualTo(2);
        assertThat(folder.resolve("b")).doesNotExist();
        assertThatThrownBy(() -> new DemoSettings(-1)).isInstanceOf(Refusal.class);
    }

    @Test
    void whatIsRefusedWaitsForNoGraph() {
        assertThat(needsNoGraph("--scale", "11")).isTrue();
        assertThat(needsNoGraph("--until", "2999-01-01")).isTrue();
        assertThat(needsNoGraph("--truth", folder.toString())).isTrue();
        assertThat(needsNoGraph("--write", at("a"))).isTrue();
        assertThat(needsNoGraph("--scale", "10", "--until", "2026-03-01", "--truth", at("a.csv")))
                .isFalse();
    }

    private static boolean needsNoGraph(String... arguments) {
        DemoCommand command = new DemoCommand(null, null, null);
        new CommandLine(command).parseArgs(arguments);
        return command.standsAlone();
    }

    /** Draws more from one stream than before, as a new noun of that part would; what others write stays as it was. */
    @ParameterizedTest
    @CsvSource({
        "approval, approvals clock-intervals parallel-reviews land-deals difficulties assistance supervision-notices",
        "hardware, bid-devices bid-documents",
        "counters, people windows",
        "teams, people social-insurance bid-managers",
        "traces, similar-bids",
        "evaluations, people committees scores company-people",
        "trades, trades rural-trades",
        "results, people committees scores contracts",
        "agency, people agency-services visits visit-obligations attachments consents difficulties assistance",
        "ties, people social-insurance bid-managers",
    })
    void moreDrawsFromOneStreamMoveNobodyElse(String stream, String moves) {
        Scope.Streams usual = Scope.Streams.seeded(7);
        Scope more = new Scope(0.1, WorkingDays.onOrBefore(DAY), name -> {
            Draws draws = usual.of(name);
            if (name.equals(stream)) {
                draws.digits(3);
            }
            return draws;
        });
        Map<String, Table> moved = byName(plain(more));
        Map<String, Table> before = byName(plain(new Scope(0.1, WorkingDays.onOrBefore(DAY), usual)));
        Set<String> different = before.keySet().stream()
                .filter(name -> !before.get(name).equals(moved.get(name)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(different).isNotEmpty().isSubsetOf(moves.split(" "));
    }

    /** The district before anything is planted: what plots choose follows from everything else. */
    private static List<Table> plain(Scope scope) {
        return District.make(scope, false).tables();
    }

    @Test
    void aYearOfTheWholeDistrictHasTheWantedTradesAndVolume() {
        Table trades = byName(WHOLE.tables()).get("trades");
        List<Integer> lastYear = rows(trades)
                .filter(row -> trades.cell(row, "outcome").equals("SUCCESS")
                        && trades.cell(row, "completedAt").startsWith("2025"))
                .boxed()
                .toList();
        assertThat(lastYear).hasSize(OtherTrades.TRADES);
        assertThat(lastYear.stream()
                        .map(row -> new BigDecimal(trades.cell(row, "dealAmount")))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(BigDecimal.valueOf(OtherTrades.VOLUME));
        assertThat(column(trades, "dealAmount")).noneMatch(amount -> amount.startsWith("-"));
    }

    @Test
    void theWholeDistrictHasTheMagnitudesOfADistrict() {
        Map<String, Table> tables = byName(WHOLE.tables());
        assertThat(tables.get("departments").rows()).hasSize(43);
        Table windows = tables.get("windows");
        assertThat(rows(windows)
                        .filter(row -> windows.cell(row, "openedOn").equals("2018-03-01"))
                        .count())
                .isEqualTo(106);
        assertThat(rows(windows)
                        .filter(row -> windows.cell(row, "closedOn").equals("2018-02-28"))
                        .count())
                .isEqualTo(212);
        assertThat(rows(windows)
                        .filter(row -> windows.cell(row, "openedOn").isEmpty())
                        .count())
                .as("people at counters")
                .isEqualTo(450);
        assertThat(WHOLE.tables().stream()
                        .mapToInt(table -> table.rows().size())
                        .sum())
                .isBetween(90_000, 116_000);
    }

    @Test
    void keysAreUniqueAndCheckDigitsHold() {
        Map<String, Table> tables = byName(WHOLE.tables());
        for (String key : List.of(
                "people.idNumber",
                "people.phone",
                "companies.uscc",
                "companies.name",
                "projects.projectCode",
                "approvals.instanceNo",
                "lots.bidSectionCode",
                "bids.bidNo",
                "bid-documents.documentNo",
                "deposits.depositNo",
                "annual-deposits.depositNo",
                "guarantee-premiums.guaranteeNo",
                "trades.unifiedDealCode",
                "scores.scoreNo",
                "access-records.accessNo",
                "contracts.contractNo")) {
            String[] place = key.split("\\.");
            assertThat(column(tables.get(place[0]), place[1])).as(key).doesNotHaveDuplicates();
        }
        assertThat(column(tables.get("people"), "idNumber")).allMatch(IdentityNumber::isValid);
        assertThat(column(tables.get("companies"), "uscc")).allMatch(UnifiedSocialCreditCode::isValid);
    }

    @Test
    void nothingHasHappenedAfterTheLastDayOrOnADayWithoutOffices() {
        Map<String, Table> tables = byName(WHOLE.tables());
        LocalDate last = WorkingDays.onOrBefore(DAY);
        for (String place : List.of(
                "lots.openedAt",
                "approvals.submittedAt",
                "approvals.acceptedAt",
                "approvals.completedAt",
                "awards.publicityFrom",
                "awards.noticeAt",
                "tenders.noticeOn",
                "trades.completedAt",
                "opening-records.openedAt",
                "access-records.at",
                "deposits.refundedAt",
                "contracts.signedOn")) {
            String[] parts = place.split("\\.");
            assertThat(column(tables.get(parts[0]), parts[1]).stream().filter(cell -> !cell.isEmpty()))
                    .as(place)
                    .isNotEmpty()
                    .allSatisfy(cell ->
                            assertThat(LocalDate.parse(cell.substring(0, 10))).isBeforeOrEqualTo(last));
        }
        assertThat(column(tables.get("lots"), "openedAt").stream().filter(cell -> !cell.isEmpty()))
                .noneMatch(cell -> WorkingDays.isFree(LocalDate.parse(cell.substring(0, 10))));
        assertThat(column(tables.get("lots"), "openedAt").stream().filter(String::isEmpty))
                .hasSizeBetween(5, 40);
    }

    @Test
    void whatIsToldIsInTheTablesAndNoTableTellsThatItWasPlanted() {
        Set<String> cells = new HashSet<>();
        WHOLE.tables().forEach(table -> table.rows().forEach(cells::addAll));
        assertThat(WHOLE.truth()).extracting(Plant::number).doesNotHaveDuplicates();
        for (Plant plant : WHOLE.truth()) {
            assertThat(cells).as(plant.toString()).containsAll(plant.lots()).containsAll(plant.companies());
            assertThat(plant.evidence())
                    .as(plant.toString())
                    .isNotEmpty()
                    .allSatisfy(node -> assertThat(cells).contains(node.substring(node.lastIndexOf(' ') + 1)));
            assertThat(cells).doesNotContain(plant.number(), plant.kind(), plant.chinese());
        }
        assertThat(WHOLE.truth().stream().map(Plant::verdict).distinct()).containsExactlyInAnyOrder(Verdict.values());
    }

    private int demo(String... arguments) {
        return new CommandLine(new DemoCommand(null, null, null))
                .setErr(new java.io.PrintWriter(java.io.Writer.nullWriter()))
                .execute(arguments);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    static Map<String, Table> byName(List<Table> tables) {
        return tables.stream().collect(Collectors.toMap(Table::name, table -> table));
    }

    private static List<String> column(Table table, String column) {
        return rows(table).mapToObj(row -> table.cell(row, column)).toList();
    }

    private static IntStream rows(Table table) {
        return IntStream.range(0, table.rows().size());
    }
}
