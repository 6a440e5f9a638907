package io.lianshu.collusion.casework;

import io.lianshu.platform.command.CommandRefusals;
import java.util.Collection;
import java.util.List;

/** What must be there before a decision, when it is proposed and again when it is approved. */
final class CaseGuards {

    private CaseGuards() {}

    /** @param companies those that alone are suspected or cleared; empty for all of the case */
    static void check(
            CaseFacts facts, CaseStatus outcome, List<String> companies, String field, CommandRefusals refusals) {
        if (outcome == CaseStatus.CLEARED && facts.forfeits()) {
            refusals.conflict(
                    "FORFEITURE_OPEN",
                    field,
                    field + "：有保证金不予退还的决定尚未执行或撤销，请先用 revokeForfeiture 撤销或等待执行",
                    field
                            + ": a decision to keep a security is pending; revoke it with revokeForfeiture or wait until it is carried out");
        }
        if (!companies.isEmpty()) {
            some(facts, outcome, companies, field, refusals);
            return;
        }
        CaseRefusals.follows(facts, outcome, field, refusals);
        if (outcome == CaseStatus.SUSPECTED) {
            suspected(facts, facts.companyIds(), refusals);
        } else if (outcome == CaseStatus.TRANSFERRED || outcome == CaseStatus.CONFIRMED) {
            concluded(facts, refusals);
        }
    }

    private static void suspected(CaseFacts facts, Collection<String> companies, CommandRefusals refusals) {
        if (!facts.enough(companies)) {
            refusals.conflict(
                    "TOO_FEW_COMPANIES",
                    "case",
                    "case：至少涉及两家企业方可认定（线索为与招标人、代理、专家勾连或弄虚作假的除外），请先用 extendCase 补充",
                    "case: it must look at two companies at least, unless a lead says that one is in league with the buyer's side; add them with extendCase first");
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
                "尚未听取其说明，请在立卷后约谈（scheduleCaseInterview）或登记其说明（recordStatement）",
                "has not been heard since the case was opened; record a talk (scheduleCaseInterview) or its statement (recordStatement)",
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

    private static void some(
            CaseFacts facts, CaseStatus outcome, List<String> companies, String field, CommandRefusals refusals) {
        if (outcome == CaseStatus.SUSPECTED) {
            someSuspected(facts, companies, field, refusals);
        } else if (outcome != CaseStatus.CLEARED) {
            refusals.add(
                    "BAD_VALUE",
                    "companies",
                    "companies：只有 SUSPECTED 与 CLEARED 可以只涉及部分企业",
                    "companies: only SUSPECTED and CLEARED may be about some of the companies alone");
        } else if (!facts.suspected().containsAll(companies)) {
            refusals.add(
                    "NOT_IN_CASE",
                    "companies",
                    "companies：含有未被认定涉嫌的企业",
                    "companies: not all of them are held to be suspected");
        } else if (!facts.enough(left(facts, companies))) {
            refusals.conflict(
                    "TOO_FEW_COMPANIES",
                    "companies",
                    "companies：余下企业不足以认定，请对全案作 CLEARED",
                    "companies: too few would be left; clear the whole case");
        } else if (facts.status() == CaseStatus.CLOSED) {
            CaseRefusals.follows(facts, outcome, "case", refusals);
        }
    }

    /** Some of those that the case looks at; later on, companies that were added since. */
    private static void someSuspected(CaseFacts facts, List<String> companies, String field, CommandRefusals refusals) {
        if (!facts.looksAt(companies)) {
            refusals.add(
                    "NOT_IN_CASE",
                    "companies",
                    "companies：含有本案不涉及的企业，请先用 extendCase 补充",
                    "companies: the case does not look at all of them; add them with extendCase first");
        } else if (companies.stream().anyMatch(facts.suspected()::contains)) {
            refusals.conflict(
                    "ALREADY_DONE",
                    "companies",
                    "companies：含有已认定涉嫌的企业，请只列其余企业",
                    "companies: some of them are held to be suspected already; name the others only");
        }
        boolean first = facts.suspected().isEmpty();
        if (first) {
            CaseRefusals.follows(facts, CaseStatus.SUSPECTED, field, refusals);
        } else {
            CaseRefusals.open(facts, refusals);
        }
        if (first) {
            suspected(facts, companies, refusals);
        }
    }

    private static List<String> left(CaseFacts facts, List<String> cleared) {
        return facts.suspected().stream()
                .filter(company -> !cleared.contains(company))
                .toList();
    }
}
