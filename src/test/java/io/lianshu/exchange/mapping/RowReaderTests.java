package io.lianshu.exchange.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.exchange.TestImports;
import io.lianshu.exchange.mapping.RowDraft.NodeDraft;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowReaderTests {

    private static final Vocabulary VOCABULARY = TestImports.vocabulary();
    private static final String LOT = """
            file: {nulls: ["NA", "-"]}
            nodes:
              lot:
                type: Lot
                fields:
                  bidSectionCode: code
                  round: {constant: 1}
                  controlPrice: %s
                  openedAt: %s
            """;

    private final List<RowFault> faults = new ArrayList<>();

    private RowDraft read(String yaml, String header, String... cells) {
        RowReader reader = ImportPlan.read("m.yaml", yaml, VOCABULARY)
                .bind("f.csv", Arrays.asList(header.split(",")), new Counters());
        return reader.read(0, 2, cells, faults);
    }

    private Object lot(String price, String opened, String property, String cell) {
        RowDraft draft = read(LOT.formatted(price, opened), "code,x", "L-1", cell);
        assertThat(faults).isEmpty();
        return draft.nodes().get(0).values().get(property);
    }

    @Test
    void aTextThatNobodyCanReadOrNoIndexHoldsIsRefused() {
        for (String text : List.of("甲\u0000乙", "\u202e乙", "甲\ud800", "甲".repeat(2667))) {
            faults.clear();
            assertThat(read(LOT.formatted("{constant: 1}", "{constant: \"\"}"), "code,x", text, ""))
                    .isNull();
            assertThat(faults.get(0).field()).isEqualTo("bidSectionCode");
            assertThat(faults.get(0).fault().code()).isIn("BAD_VALUE", "TEXT_TOO_LONG");
        }
        faults.clear();
        String right = "甲\t\uD83D\uDE00" + "乙".repeat(2600);
        assertThat(read(LOT.formatted("{constant: 1}", "{constant: \"\"}"), "code,x", right, "")
                        .nodes()
                        .get(0)
                        .values()
                        .get("bidSectionCode"))
                .isEqualTo(right);
    }

    private String fault(String price, String opened, String cell) {
        faults.clear();
        assertThat(read(LOT.formatted(price, opened), "code,x", "L-1", cell)).isNull();
        return faults.get(0).field() + " " + faults.get(0).fault().code();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x|1234.5|123450",
                "{column: x, factor: 10000}|12.5|12500000",
                "{column: x, grouping: ','}|1,234,567.89|123456789",
                "{column: x, map: {a: 7, b: 8}}|b|800",
                "{column: x, map: {a: 7}, otherwise: 9}|z|900",
                "{column: x, default: 5}|NA|500",
                "x|\u3000 12\u00a0|1200",
                "x|350.5万元|350500000",
                "{column: x, factor: 10000}|350.5 万元|350500000",
                "{column: x, factor: 10000}|1,250.5|1250500000",
                "x|￥1,250,000.00|125000000",
                "x|人民币１２亿元整|120000000000",
                "x|-3万|-3000000",
            })
    void amountsAreReadAsTheFileHasThem(String value, String cell, long fen) {
        assertThat(lot(value, "{constant: \"\"}", "controlPrice", cell)).isEqualTo(fen);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x|12斤|BAD_VALUE",
                "x|12,34元|BAD_VALUE",
                "x|1.234|BAD_VALUE",
                "{column: x, map: {a: 7}}|z|UNKNOWN_VALUE",
                "{column: x, min: 0}|-1|OUT_OF_RANGE",
                "{column: x, factor: 10000}|1e999999|OUT_OF_RANGE",
            })
    void amountsThatAreNoneAreFaultsOfTheirField(String value, String cell, String code) {
        assertThat(fault(value, "{constant: \"\"}", cell)).isEqualTo("controlPrice " + code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x|2025-03-01T09:30:00+08:00|2025-03-01T09:30+08:00[Asia/Shanghai]",
                "x|2025-03-01 09:30:00|2025-03-01T09:30+08:00[Asia/Shanghai]",
                "{column: x, format: yyyy/M/d H:mm}|2025/3/1 9:05|2025-03-01T09:05+08:00[Asia/Shanghai]",
                "{column: x, format: [yyyyMMdd, yyyy年M月d日], at: '10:00'}|2025年3月1日|2025-03-01T10:00+08:00[Asia/Shanghai]",
                "{column: x, zone: Asia/Tokyo, at: '09:00'}|2025-03-01|2025-03-01T08:00+08:00[Asia/Shanghai]",
            })
    void instantsAreReadInTheirZone(String value, String cell, ZonedDateTime instant) {
        assertThat(lot("{constant: \"\"}", value, "openedAt", cell)).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"x|2025-02-30 09:00|", "x|2025-03-01|", "{column: x, format: yyyy/M/d H:mm}|2025/2/30 9:05|"})
    void daysThatDoNotExistAndDaysWithoutATimeAreFaults(String value, String cell, String unused) {
        assertThat(fault("{constant: \"\"}", value, cell)).isEqualTo("openedAt BAD_VALUE");
    }

    @Test
    void anEmptyCellGivesNothingAndATemplateWithOneGivesNothingEither() {
        RowDraft draft = read(
                "nodes: {c: {type: Company, fields: {uscc: u, identifierScheme: {constant: S}, "
                        + "identifierValue: {template: \"A-{a}-{b}\"}, name: n, registeredOn: d}}}",
                "u,a,b,n,d",
                "",
                "1",
                "2",
                "甲",
                "2001-02-03");
        NodeDraft company = draft.nodes().get(0);
        assertThat(company.values())
                .containsEntry("identifierValue", "A-1-2")
                .containsEntry("registeredOn", LocalDate.of(2001, 2, 3))
                .doesNotContainKey("uscc");
        assertThat(read(
                        "nodes: {c: {type: Company, fields: {identifierScheme: {constant: S}, "
                                + "identifierValue: {template: \"A-{a}-{b}\"}}}}",
                        "a,b",
                        "1",
                        " "))
                .isNull();
        assertThat(faults.get(0).fault().code()).isEqualTo("KEY_MISSING");
    }

    @Test
    void theSameKeyGivesTheSameIdAndCountedRowsGiveDifferentOnes() {
        String yaml = """
                counters: {nth: [lot, firm]}
                nodes:
                  firm: {type: Company, fields: {identifierScheme: {constant: S}, identifierValue: firm, name: firm}}
                  lot: {type: Lot, fields: {bidSectionCode: lot, round: {constant: 1}}}
                  bid:
                    type: Bid
                    fields: {round: {constant: 1}, sequence: nth}
                    links: {lot: lot, tenderer: firm}
                """;
        RowReader reader =
                ImportPlan.read("m.yaml", yaml, VOCABULARY).bind("f.csv", List.of("lot", "firm"), new Counters());
        RowDraft first = reader.read(0, 2, new String[] {"L", "F"}, faults);
        RowDraft second = reader.read(0, 3, new String[] {"L", "F"}, faults);
        RowDraft other = reader.read(0, 4, new String[] {"L", "G"}, faults);
        assertThat(second.nodes().get(1).id()).isEqualTo(first.nodes().get(1).id());
        assertThat(List.of(first, second, other).stream()
                        .map(row -> row.nodes().get(2).id())
                        .distinct())
                .hasSize(3);
        assertThat(second.nodes().get(2).values()).containsEntry("sequence", 2L);
        assertThat(first.links()).hasSize(2);
        assertThat(faults).isEmpty();
    }

    @Test
    void aNodeUnderAConditionComesOnlyWhereItHoldsAndUnwantedRowsAreSkipped() {
        String yaml = """
                rows: {column: keep, not: ["no"]}
                nodes:
                  lot: {type: Lot, fields: {bidSectionCode: lot, round: {constant: 1}}}
                  tender:
                    type: Tender
                    when: {column: t}
                    fields: {tenderProjectCode: t, name: t}
                    links: {lots: lot}
                """;
        assertThat(read(yaml, "lot,t,keep", "L", "T", "yes").links()).hasSize(1);
        assertThat(read(yaml, "lot,t,keep", "L", "", "yes").links()).isEmpty();
        assertThat(read(yaml, "lot,t,keep", "L", "T", "no")).isNull();
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "is: 11*, 1133, true",
        "is: 11*, 9133, false",
        "is: 11*, '', false",
        "not: 11*, 9133, true",
        "not: 11*, 1133, false",
        "not: 11*, '', true",
        "'is: [a, 1*]', 10, true",
        "is: '*', x, false",
    })
    void aValueThatEndsWithAStarStandsForAllThatBeginSo(String condition, String cell, boolean there) {
        RowDraft draft = read(
                "nodes: {l: {type: Lot, when: {column: x, " + condition
                        + "}, fields: {bidSectionCode: code, round: {constant: 1}}}}",
                "code,x",
                "L-1",
                cell);
        assertThat(draft.nodes()).hasSize(there ? 1 : 0);
    }
}
