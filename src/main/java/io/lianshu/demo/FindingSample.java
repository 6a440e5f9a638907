package io.lianshu.demo;

import io.lianshu.demo.District.Made;
import java.time.LocalDate;
import java.util.List;

/** What supervision found and published, and what banks lent on contracts. */
final class FindingSample {

    private final Table assessments = Table.of(
            "agency-assessments",
            "assessmentNo",
            "period",
            "score",
            "grade",
            "decidedOn",
            "docNo",
            "company",
            "publicityNo",
            "url",
            "kind",
            "title",
            "publishedOn");
    private final Table violations = Table.of(
            "violations",
            "docNo",
            "content",
            "penalty",
            "decidedOn",
            "barredTo",
            "company",
            "publicityNo",
            "url",
            "kind",
            "title",
            "publishedOn",
            "person");
    private final Table failures = Table.of(
            "non-performances",
            "docNo",
            "content",
            "decidedOn",
            "company",
            "publicityNo",
            "url",
            "kind",
            "title",
            "publishedOn",
            "person");
    private final Table interviews = Table.of(
            "interviews",
            "interviewNo",
            "plannedAt",
            "heldAt",
            "place",
            "subject",
            "summary",
            "cancelReason",
            "minutesKey",
            "status",
            "company",
            "person",
            "conductor",
            "minutes");
    private final Table forfeitures = Table.of(
            "forfeitures", "decisionNo", "amount", "basis", "status", "executedAt", "depositNo", "annualDeposit");
    private final Table banks = Table.of("banks", "uscc", "code", "name", "product", "productName", "rate", "maxRatio");
    private final Table loans = Table.of(
            "procurement-loans",
            "loanNo",
            "principal",
            "annualRate",
            "disbursedOn",
            "termDays",
            "contract",
            "company",
            "bank",
            "product");

    FindingSample(Scope scope, CompanySample companies, Made made) {
        LocalDate asOf = scope.asOf();
        for (int i = 0; i < companies.agencies().size(); i++) {
            assessments.add(
                    "DLKH-2025Q4-%02d".formatted(i + 1),
                    "2025Q4",
                    "%d.0".formatted(Math.max(95 - 4 * i, 60)),
                    i < 2 ? "EXCELLENT" : i < 5 ? "GOOD" : "PASS",
                    asOf.minusDays(45),
                    "望审管〔2026〕2号",
                    companies.agencies().get(i).creditCode(),
                    "TB-2026-01",
                    "https://example.invalid/wc/TB-2026-01",
                    "ASSESSMENT",
                    "2025年第四季度招标代理机构考核结果",
                    asOf.minusDays(40));
        }
        violations.add(
                "望住建罚〔2025〕7号",
                "投标时提供虚假业绩证明",
                "30000.00",
                asOf.minusDays(90),
                asOf.plusDays(275),
                companies.builders().get(8).creditCode(),
                "TB-2025-09",
                "https://example.invalid/wc/TB-2025-09",
                "VIOLATION",
                "违规查处情况通报",
                asOf.minusDays(80),
                "");
        violations.add(
                "望住建罚〔2026〕1号",
                "违法分包",
                "50000.00",
                asOf.minusDays(3),
                "",
                companies.builders().get(9).creditCode(),
                "",
                "",
                "",
                "",
                "",
                "");
        failures.add(
                "望审管通〔2025〕4号",
                "擅自更换项目经理",
                asOf.minusDays(120),
                companies.builders().get(10).creditCode(),
                "TB-2025-07",
                "https://example.invalid/wc/TB-2025-07",
                "NON_PERFORMANCE",
                "未履约行为通报",
                asOf.minusDays(110),
                "");
        interviews.add(
                "YT-2025-001",
                TradingSample.at(asOf.minusDays(95), 14, 30),
                TradingSample.at(asOf.minusDays(95), 14, 30),
                "区公共资源交易中心二楼",
                "请说明投标业绩证明的来源",
                "企业说明了业绩证明的来源，并补交合同",
                "",
                "minutes/yt-2025-001.pdf",
                "HELD",
                companies.builders().get(8).creditCode(),
                "",
                "",
                "");
        Table deposits = made.table("deposits");
        forfeitures.add(
                "望审管决〔2025〕1号",
                deposits.cell(13, "amount"),
                "REG_ART74",
                "EXECUTED",
                TradingSample.at(asOf.minusDays(90), 10, 0),
                deposits.cell(13, "depositNo"),
                "");
        String bank = Identifiers.creditCode("91", OrganisationSample.DISTRICT, "70000001");
        banks.add(bank, "WCB-01", "望潮商业银行", "ZCD-01", "政采贷", "3.85", "0.8");
        Table awards = made.table("awards");
        loans.add(
                "DK-2025-001",
                "2000000.00",
                "3.85",
                asOf.minusDays(200),
                365,
                "HT-2025-001",
                awards.cell(0, "supplier"),
                bank,
                "ZCD-01");
    }

    List<Table> tables() {
        return List.of(assessments, violations, failures, interviews, forfeitures, banks, loans);
    }
}
