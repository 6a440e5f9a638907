package io.lianshu.exchange.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lianshu.exchange.TestImports;
import io.lianshu.exchange.mapping.RowDraft.NodeDraft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filled templates as people bring them: other headers, other ways of writing, and what spreadsheets make of cells. */
class TemplateRowsTests {

    private static final Vocabulary VOCABULARY = TestImports.vocabulary();

    private final List<RowFault> faults = new ArrayList<>();

    private static RowReader reader(String template, String header) {
        try {
            String yaml = Files.readString(Path.of("schema/import/" + template + ".yaml"));
            return ImportPlan.template(template, yaml, VOCABULARY)
                    .bind("f.csv", Arrays.asList(header.split(",", -1)), new Counters());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RowDraft read(String template, String header, String cells) {
        return reader(template, header).read(0, 2, cells.split("[|]", -1), faults);
    }

    private Map<String, Object> lot(String header, String cells) {
        RowDraft draft = read("lots", header, cells);
        assertThat(faults).isEmpty();
        return draft.nodes().stream()
                .filter(node -> !node.values().isEmpty())
                .map(NodeDraft::values)
                .findFirst()
                .orElseThrow();
    }

    /** The fault's code; its remedy must be one that somebody without the mapping can follow. */
    private String fault(String template, String header, String cells) {
        faults.clear();
        assertThat(read(template, header, cells)).isNull();
        Fault fault = faults.get(0).fault();
        assertThat(fault.chineseRemedy()).isNotEmpty().doesNotContain("映射", "lookup", "map");
        assertThat(fault.englishRemedy()).isNotEmpty().doesNotContain("mapping", "lookup", "map ");
        return fault.code();
    }

    @Test
    void columnsGoByTheirNamesOrTheirTitlesInAnyOrderAndMayBeLeftOut() {
        assertThat(lot("招标次数,bidSectionCode,招标控制价", "1|L-1|12.50"))
                .containsEntry("round", 1L)
                .containsEntry("bidSectionCode", "L-1")
                .containsEntry("controlPrice", 1250L);
        assertThat(lot(" 标段编号,ROUND,", "L-1|2|")).containsEntry("round", 2L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "标段编号,招标次数,控制价;没有列“控制价”；可用：招标控制价",
                "bidSectionCode,round,contolPrice;no column \"contolPrice\"; use one of: controlPrice",
                "标段编号,bidSectionCode,round;“bidSectionCode”重复，标段编号 (bidSectionCode) 只能有一列",
                "标段名称,招标控制价;缺少列 标段编号 (bidSectionCode)、招标次数 (round)",
                "甲,乙;首行没有一个模板 lots 的列",
                "标段编号,招标次数,标段名称（万元）;没有列“标段名称（万元）”",
            })
    void aHeaderThatIsNoneIsRefusedWithTheNearestNames(String header, String words) {
        assertThatThrownBy(() -> reader("lots", header))
                .isInstanceOfSatisfying(
                        HeaderRefused.class,
                        refused -> assertThat(refused.message(false) + refused.english())
                                .contains(words));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "招标控制价|1,234.00元|123400",
                "招标控制价|12.5万元|12500000",
                "招标控制价（万元）|12.5|12500000",
                "controlPrice(亿元)|0.1|1000000000",
                "招标控制价（万元）|12.5元|1250",
                "招标控制价(元)|12.5|1250",
            })
    void amountsMayBearTheirUnitInTheCellOrInTheHeader(String title, String cell, long fen) {
        assertThat(lot("标段编号,招标次数," + title, "L|1|" + cell)).containsEntry("controlPrice", fen);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-03-01T09:30:00+08:00",
                "2025-03-01 09:30",
                "2025-3-1 9:30:00",
                "2025/3/1 9:30",
                "2025年3月1日 9:30",
                "2025.3.1 09:30",
            })
    void timesMayBeWrittenAsSpreadsheetsShowThem(String cell) {
        assertThat(lot("标段编号,招标次数,开标时间", "L|1|" + cell).get("openedAt"))
                .hasToString("2025-03-01T09:30+08:00[Asia/Shanghai]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-03-01",
                "2025/3/1",
                "2025年3月1日",
                "2025.3.1",
                "2025-03-01 00:00:00",
            })
    void daysMayBeWrittenAsSpreadsheetsShowThem(String cell) {
        RowDraft draft = read("companies", "uscc,成立日期", "91350100M000100Y43|" + cell);
        assertThat(faults).isEmpty();
        assertThat(draft.nodes().get(0).values().get("registeredOn")).hasToString("2025-03-01");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "registeredOn|45717|BAD_VALUE",
                "registeredOn|2025-03-01 09:30|BAD_VALUE",
                "registeredOn|2025/2/30|BAD_VALUE",
                "registeredOn|1/3/2025|BAD_VALUE",
                "status|NO_SUCH|UNKNOWN_CODE",
                "name|9.13501E+17|NUMBER_SHORTENED",
            })
    void whatCannotBeReadIsRefusedWithARemedyThatNeedsNoMapping(String column, String cell, String code) {
        assertThat(fault("companies", "uscc," + column, "91350100M000100Y43|" + cell))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "people|idNumber,name|330***********0014:张三|MASKED_VALUE",
                "people|idNumber,name|11010519491231002X:张*三|MASKED_VALUE",
                "bank-accounts|number,bank|****4006:甲行|MASKED_VALUE",
                "bid-devices|documentNo,kind,value|W-1:MAC:设备#a91c|MASKED_VALUE",
                "people|idNumber,name|3.30203E+17:张三|NUMBER_SHORTENED",
                "lots|标段编号,招标次数|:1|KEY_MISSING",
                "lots|标段编号,招标次数,|L:1:x|CELL_WITHOUT_COLUMN",
                "company-people|company,person,role|91350100M000100Y43:11010519491231002X:BOSS|ROW_SAYS_NOTHING",
                "document-uploads|documentNo,address|W-1:|ROW_SAYS_NOTHING",
            })
    void whatWouldBeStoredWronglyIsRefused(String template, String header, String cells, String code) {
        assertThat(fault(template, header, cells.replace(':', '|'))).isEqualTo(code);
    }

    @Test
    void codesGoByTheirLabelsAndTruthByItsChineseWord() {
        assertThat(lot("标段编号,招标次数,标的类别", "L|1|" + VOCABULARY.codes().label("lot-category", "WORKS", false)))
                .containsEntry("category", "WORKS");
        RowDraft draft = read("tenders", "招标项目编号,依法必须招标,接受联合体", "T|是|FALSE");
        assertThat(draft.nodes().get(0).values())
                .containsEntry("mandatory", true)
                .containsEntry("acceptsConsortium", false);
    }

    @Test
    void aReferenceThatIsLeftOutIsNoFault() {
        RowDraft draft = read("companies", "uscc,name,legalRepresentative", "91350100M000100Y43|甲公司|");
        assertThat(faults).isEmpty();
        assertThat(draft.links()).isEmpty();
    }

    @Test
    void aNodeThatIsLookedUpSaysHowTheRowNamesIt() {
        RowDraft draft = read("people", "idNumber,name,department", "11010519491231002X|张三|11330203MA2A100211");
        assertThat(faults).extracting(fault -> fault.fault().code()).containsExactly("BAD_IDENTIFIER");
        faults.clear();
        draft = read("contracts", "合同编号,标段编号,lotRound,company", "HT|L-1|1|91350100M000100Y43");
        assertThat(draft.nodes()).extracting(NodeDraft::said).contains("L-1 1", "91350100M000100Y43");
    }
}
