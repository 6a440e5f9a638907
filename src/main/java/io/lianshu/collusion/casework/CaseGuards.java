package io.lianshu.collusion.casework;

import io.lianshu.platform.command.CommandRefusals;
import java.util.List;

/** What must be there before a decision, when it is proposed and again when it is approved. */
final class CaseGuards {

    /** One company alone does not collude. */
    private static final int LEAST = 2;

    private CaseGuards() {}

    /** @param companies those that alone are cleared; empty for the whole case */
    static void check(
            CaseFacts facts, CaseStatus outcome, List<String> companies, String field, CommandRefusals refusals) {
        if (!companies.isEmpty()) {
            some(facts, outcome, companies, refusals);
            return;
        }
        CaseRefusals.follows(facts, outcome, field, refusals);
        if (outcome == CaseStatus.SUSPECTED) {
            suspected(facts, refusals);
        } else if (outcome == CaseStatus.TRANSFERRED || outcome == CaseStatus.CONFIRMED) {
            concluded(facts, refusals);
        }
    }

    private static void suspected(CaseFacts facts, CommandRefusals refusals) {
        if (facts.companies().size() < LEAST) {
            refusals.conflict(
                    "TOO_FEW_COMPANIES",
                    "case",
                    "case：至少涉及 " + LEAST + " 家企业方可认定，请先用 extendCase 补充",
                    "case: it must look at " + LEAST + " companies at least; add them with extendCase first");
        }
        if (facts.evidence().isEmpty()) {
            refusals.conflict(
                    "NO_EVIDENCE",
                    "case",
                    "case：尚无证据，请先用 addEvidence 固定",
                    "case: there is no evidence; collect it with addEvidence first");
        }
    }

    /** Nobody is found against unheard, nor against a statement that was accepted. */
    private static void concluded(CaseFacts facts, CommandRefusals refusals) {
        names(
                "NOT_HEARD",
                facts.unheard(),
                "尚未听取其说明，请登记约谈或说明",
                "has not been heard; record a talk or a statement",
                refusals);
        names(
                "STATEMENT_OPEN",
                facts.unassessed(),
                "的说明尚未评议，请先评议",
                "made a statement that nobody has assessed yet",
                refusals);
        names(
                "STATEMENT_ACCEPTED",
                facts.explained(),
                "的说明已采纳，请先对其排除嫌疑（CLEARED 并列明企业）",
                "made a statement that was accepted; clear it first (CLEARED with the company)",
                refusals);
    }

    private static void names(
            String code, List<String> names, String chinese, String english, CommandRefusals refusals) {
        if (!names.isEmpty()) {
            refusals.conflict(
                    code,
                    "case",
                    "case：" + String.join("、", names) + " " + chinese,
                    "case: " + String.join(", ", names) + " " + english);
        }
    }

    private static void some(CaseFacts facts, CaseStatus outcome, List<String> companies, CommandRefusals refusals) {
        if (outcome != CaseStatus.CLEARED) {
            refusals.add(
                    "BAD_VALUE",
                    "companies",
                    "companies：只有 CLEARED 可以只涉及部分企业",
                    "companies: only CLEARED may be about some of the companies alone");
        } else if (!facts.suspected().containsAll(companies)) {
            refusals.add(
                    "NOT_IN_CASE",
                    "companies",
                    "companies：含有未被认定涉嫌的企业",
                    "companies: not all of them are held to be suspected");
        } else if (facts.suspected().size() - companies.size() < LEAST) {
            refusals.conflict(
                    "TOO_FEW_COMPANIES",
                    "companies",
                    "companies：余下不足 " + LEAST + " 家，请对全案作 CLEARED",
                    "companies: fewer than " + LEAST + " would be left; clear the whole case");
        } else if (facts.status() == CaseStatus.CLOSED) {
            CaseRefusals.follows(facts, outcome, "case", refusals);
        }
    }
}
