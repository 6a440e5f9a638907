package io.lianshu.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lianshu.exchange.mapping.Fault;
import io.lianshu.platform.refusal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OcdsSourceTests {

    private static final String PACKAGE = """
            {"uri": "urn:x", "version": "1.1", "publishedDate": "2025-01-01T00:00:00Z", "publisher": {"name": "x"},
             "releases": [%s]}
            """;

    @TempDir
    private Path folder;

    private OcdsSource source(String text) {
        try {
            return OcdsSource.of(Files.writeString(folder.resolve("test.json"), text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a package of these releases becomes. */
    private List<Map<String, String>> rows(String releases) {
        return read(source(PACKAGE.formatted(releases.replace('\'', '"'))));
    }

    /** Rows with the cells that are not empty, under {@code place} where each stands; broken ones with their code. */
    private static List<Map<String, String>> read(OcdsSource source) {
        List<Map<String, String>> rows = new ArrayList<>();
        source.read(new RowSource.Sink() {
            @Override
            public void row(long line, String[] cells) {
                Map<String, String> row = new LinkedHashMap<>();
                row.put("place", source.place(line));
                for (int column = 0; column < cells.length; column++) {
                    if (!cells[column].isEmpty()) {
                        row.put(source.header().get(column), cells[column]);
                    }
                }
                rows.add(row);
            }

            @Override
            public void broken(long line, Fault fault) {
                rows.add(Map.of("place", source.place(line), "broken", fault.code()));
            }

            @Override
            public void progress(double part) {
                assertThat(part).isBetween(0.0, 1.0);
            }
        });
        return rows;
    }

    private static List<String> broken(List<Map<String, String>> rows) {
        return rows.stream()
                .filter(row -> row.containsKey("broken"))
                .map(row -> row.get("place") + " " + row.get("broken"))
                .toList();
    }

    private static Map<String, String> only(List<Map<String, String>> rows, String table) {
        List<Map<String, String>> found =
                rows.stream().filter(row -> table.equals(row.get("table"))).toList();
        assertThat(found).as(table).hasSize(1);
        return found.get(0);
    }

    @Test
    void everyPartOfAReleaseIsARowThatFindsItsLotAndItsFirm() {
        List<Map<String, String>> rows = rows("""
                {'ocid': 'ocds-abcdef-1',
                 'parties': [{'id': 'A', 'name': 'One', 'identifier': {'scheme': 'XX-REG', 'id': 7}},
                             {'id': 'B', 'identifier': {'legalName': 'Two'}}],
                 'tender': {'id': 't', 'title': 'T', 'tenderPeriod': {'endDate': '2025-02-01T01:00:00Z'},
                            'lots': [{'id': 'L', 'title': 'lot', 'value': {'amount': 1.5E6, 'currency': 'EUR'}}]},
                 'bids': {'details': [{'id': 'b1', 'tenderers': [{'id': 'A'}, {'id': 'B'}], 'relatedLots': ['L'],
                                       'value': {'amount': 12.50, 'currency': 'EUR'}}]},
                 'awards': [{'id': 'a1', 'status': 'active', 'suppliers': [{'id': 'B'}], 'relatedBids': ['b1'],
                             'value': {'amount': 5}}],
                 'contracts': [{'id': 'c1', 'awardID': 'a1'}]}""");
        assertThat(broken(rows)).isEmpty();
        assertThat(only(rows, "tender"))
                .containsEntry("place", "ocds-abcdef-1 tender")
                .containsEntry("identifierScheme", "ocid")
                .containsEntry("identifierValue", "ocds-abcdef-1");
        assertThat(only(rows, "tender/lots"))
                .containsEntry("place", "ocds-abcdef-1 tender/lots/0")
                .containsEntry("bidSectionCode", "ocds-abcdef-1/L")
                .containsEntry("value/amount", "1500000")
                .containsEntry("tenderPeriod/endDate", "2025-02-01T01:00:00Z");
        List<Map<String, String>> bids = rows.stream()
                .filter(row -> "bids/details".equals(row.get("table")))
                .toList();
        assertThat(bids)
                .hasSize(2)
                .allSatisfy(bid -> assertThat(bid)
                        .containsEntry("place", "ocds-abcdef-1 bids/details/0")
                        .containsEntry("bidNo", "ocds-abcdef-1/b1")
                        .containsEntry("bidSectionCode", "ocds-abcdef-1/L")
                        .containsEntry("tenderer/identifierScheme", "XX-REG")
                        .containsEntry("tenderer/identifierValue", "7")
                        .containsEntry("value/amount", "12.50"));
        // A party without identifier is the publisher's own.
        assertThat(bids.get(1))
                .containsEntry("member/identifierScheme", "ocds-abcdef")
                .containsEntry("member/identifierValue", "B");
        assertThat(only(rows, "awards"))
                .containsEntry("bidSectionCode", "ocds-abcdef-1/L")
                .containsEntry("supplier/identifierValue", "B");
        assertThat(only(rows, "contracts"))
                .containsEntry("contractNo", "ocds-abcdef-1/c1")
                .containsEntry("supplier/identifierValue", "B");
    }

    @Test
    void aTenderThatIsNotDividedIsItsOwnLot() {
        List<Map<String, String>> rows = rows("""
                {'ocid': 'o-1-1', 'parties': [{'id': 'A'}],
                 'tender': {'title': 'T', 'value': {'amount': 9}, 'mainProcurementCategory': 'goods'},
                 'bids': {'details': [{'id': 'b', 'tenderers': [{'id': 'A'}]}]}}""");
        assertThat(broken(rows)).isEmpty();
        assertThat(only(rows, "tender/lots"))
                .containsEntry("place", "o-1-1 tender")
                .containsEntry("bidSectionCode", "o-1-1")
                .containsEntry("value/amount", "9")
                .containsEntry("mainProcurementCategory", "goods");
        assertThat(only(rows, "bids/details")).containsEntry("bidSectionCode", "o-1-1");
        // An empty list says that there are no lots yet.
        assertThat(rows("{'ocid': 'o-1-1', 'tender': {'lots': []}}"))
                .noneMatch(row -> "tender/lots".equals(row.get("table")));
    }

    @Test
    void creditCodesAreKnownByTheirListOrTheirCheckDigitAndTellOfficesFromFirms() {
        List<Map<String, String>> rows = rows("""
                {'ocid': 'o-1-1', 'parties': [
                  {'id': '1', 'identifier': {'scheme': 'CN-USCC', 'id': '91350100M000100Y43'}},
                  {'id': '2', 'identifier': {'id': '91350100M000100Y43'}},
                  {'id': '3', 'identifier': {'id': '91350100M000100Y4Z'}},
                  {'id': '4', 'identifier': {'scheme': 'CN-SAIC', 'id': '11330203002972911H'}},
                  {'id': '5', 'identifier': {'scheme': 'GB-COH', 'id': '12'},
                   'additionalIdentifiers': [{'scheme': 'CN-USCC', 'id': '91350100M000100Y43'}]}]}""");
        assertThat(rows)
                .extracting(row -> row.get("uscc"))
                .containsExactly(
                        "91350100M000100Y43", "91350100M000100Y43", null, "11330203002972911H", "91350100M000100Y43");
        assertThat(rows)
                .extracting(row -> row.get("kind"))
                .containsExactly("Company", "Company", "Company", "Department", "Company");
        assertThat(rows.get(2)).containsEntry("identifierValue", "91350100M000100Y4Z");
        assertThat(rows.get(4)).containsEntry("identifierScheme", "GB-COH");
    }

    @Test
    void theAmountOfSeveralWinnersIsCountedOnce() {
        List<Map<String, String>> rows = rows("""
                {'ocid': 'o-1-1', 'parties': [{'id': 'A'}, {'id': 'B'}],
                 'awards': [{'id': 'a', 'suppliers': [{'id': 'A'}, {'id': 'B'}], 'value': {'amount': 5}},
                            {'id': 'failed', 'status': 'unsuccessful'}]}""");
        assertThat(rows.stream()
                        .filter(row -> "awards".equals(row.get("table")))
                        .map(row -> row.get("value/amount")))
                .containsExactly("5", null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'tag': ['tender']}                                                         | #1 ocid OCID_MISSING
            {'ocid': ' '}                                                               | #1 ocid OCID_MISSING
            {'ocid': {}}                                                                | #1 ocid OCDS_BAD_SHAPE
            null                                                                        | #1 OCDS_BAD_SHAPE
            {'ocid': 'o-1-1', 'parties': {}}                                            | o-1-1 parties OCDS_BAD_SHAPE
            {'ocid': 'o-1-1', 'parties': ['x']}                                         | o-1-1 parties/0 OCDS_BAD_SHAPE
            {'ocid': 'o-1-1', 'parties': [{'id': 'A', 'name': []}]}                     | o-1-1 parties/0/name OCDS_BAD_SHAPE
            {'ocid': 'o-1-1', 'tender': {'lots': [], 'procuringEntity': {'id': 'Z'}}}   | o-1-1 tender/procuringEntity/id PARTY_UNKNOWN
            {'ocid': 'o-1-1', 'bids': {'details': [{'id': 'b', 'tenderers': [{'id': 'Z'}]}]}} | o-1-1 bids/details/0/tenderers/0/id PARTY_UNKNOWN
            {'ocid': 'o-1-1', 'bids': {'details': [{'id': 'b'}]}}                       | o-1-1 bids/details/0/tenderers PARTY_UNKNOWN
            {'ocid': 'o-1-1', 'tender': {'lots': [{'id': 'L'}]}, 'bids': {'details': [{'id': 'b'}]}} | o-1-1 bids/details/0/relatedLots LOT_MISSING
            {'ocid': 'o-1-1', 'tender': {'lots': [{'id': 'L'}]}, 'bids': {'details': [{'id': 'b', 'relatedLots': ['M']}]}} | o-1-1 bids/details/0/relatedLots/0 LOT_UNKNOWN
            {'ocid': 'o-1-1', 'bids': {'details': [{'id': 'b', 'relatedLots': ['L', 'M']}]}} | o-1-1 bids/details/0/relatedLots SEVERAL_LOTS
            {'ocid': 'o-1-1', 'contracts': [{'id': 'c', 'awardID': 'a'}]}               | o-1-1 contracts/0/awardID AWARD_UNKNOWN
            {'ocid': 'o-1-1', 'tender': {'value': {'currency': 'CNY'}}, 'bids': {'details': [{'id': 'b', 'value': {'currency': 'EUR'}}]}} | o-1-1 bids/details/0/value/currency CURRENCY_DIFFERS
            """)
    void whatIsWrongIsToldOnceAndWhereItStands(String release, String told) {
        assertThat(broken(rows(release))).containsExactly(told);
    }

    @Test
    void oneBadEntryDoesNotStopTheOthers() {
        List<Map<String, String>> rows =
                rows("{'ocid': 'o-1-1', 'parties': [7, {'id': 'A'}]}, 8, {'ocid': 'o-1-2', 'parties': [{'id': 'B'}]}");
        assertThat(broken(rows)).containsExactly("o-1-1 parties/0 OCDS_BAD_SHAPE", "#2 OCDS_BAD_SHAPE");
        assertThat(rows.stream().filter(row -> row.containsKey("table")).map(row -> row.get("place")))
                .containsExactly("o-1-1 parties/1", "o-1-2 parties/0");
    }

    @Test
    void aReleaseAloneAndReleasesLineByLineAreRead() {
        String one = "{\"ocid\": \"o-1-1\", \"parties\": [{\"id\": \"A\"}]}";
        String other = PACKAGE.formatted("{\"ocid\": \"o-1-2\", \"parties\": [{\"id\": \"B\"}]}")
                .replace("\n", " ");
        assertThat(read(source(one))).extracting(row -> row.get("place")).containsExactly("o-1-1 parties/0");
        assertThat(read(source("\ufeff" + one + "\n" + other + "\n")))
                .extracting(row -> row.get("place"))
                .containsExactly("o-1-1 parties/0", "o-1-2 parties/0");
        assertThat(read(source(one + one.replace("o-1-1", "o-1-3"))))
                .extracting(row -> row.get("place"))
                .containsExactly("o-1-1 parties/0", "o-1-3 parties/0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ocid,title                                            | line 1, column
            ""                                                    | contains no OCDS release
            []                                                    | no OCDS release package
            {'a': 1}                                              | neither releases nor an ocid
            {'version': '1.1', 'releases': []}                    | contains no OCDS release
            {'version': '1.1', 'releases': {}}                    | must be an array
            {'version': '1.1', 'releases': [{'ocid': 'o-1-1'}     | no JSON from here on
            {'version': '1.1', 'releases': [{'ocid': 'o-1-1'}]} x | no JSON from here on
            {'releases': [{'ocid': 'o-1-1'}]}                     | has no version
            {'version': '1.0', 'releases': [{'ocid': 'o-1-1'}]}   | only OCDS 1.1 is read
            {'version': '1.10', 'releases': [{'ocid': 'o-1-1'}]}  | only OCDS 1.1 is read
            {'releases': [{'ocid': 'o-1-1'}], 'version': '1.2'}   | only OCDS 1.1 is read
            {'version': '1.1', 'records': [{'ocid': 'o-1-1'}]}    | is a record package
            """)
    void aFileThatIsNoneIsRefusedWhole(String text, String says) {
        assertThatThrownBy(() -> source(text.replace('\'', '"'))).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.english()).startsWith("test.json: ").contains(says);
            assertThat(refusal.message(false)).startsWith("test.json：");
        });
    }

    @Test
    void whatWouldFillTheMemoryIsRefused() {
        assertThatThrownBy(() -> source("[".repeat(50_000))).isInstanceOf(Refusal.class);
        String deep = "{\"ocid\": \"o-1-1\", \"x\": " + "[".repeat(200) + "]".repeat(200) + "}";
        assertThatThrownBy(() -> source(deep)).hasMessageContaining("nested too deeply");
        String large = "{\"ocid\": \"o-1-1\", \"x\": [" + "\"0123456789\",".repeat(1_300_000) + "0]}";
        assertThatThrownBy(() -> source(large)).hasMessageContaining("larger than 16 MB");
        String exponent = PACKAGE.formatted(
                "{\"ocid\": \"o-1-1\", \"tender\": {\"lots\": [{\"id\": \"L\", \"value\": {\"amount\": 1E999999999}}]}}");
        assertThat(only(read(source(exponent)), "tender/lots")).containsEntry("value/amount", "1E+999999999");
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> OcdsSource.of(folder.resolve("none.json"))).hasMessageContaining("no such file");
        assertThatThrownBy(() -> OcdsSource.of(folder)).hasMessageContaining("no such file");
    }
}
