package io.lianshu.collusion.casework;

import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandRefusals;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What speaks against a step of a case, in the words that several commands have in common. */
final class CaseRefusals {

    static final int MOST = 20;
    /** As many of a kind as the operation CaseDossier asks for, so that a dossier has all of them. */
    static final int MOST_ON_PAPER = 100;

    private static final int LONGEST_ID = 40;

    private CaseRefusals() {}

    static void follows(CaseFacts facts, CaseStatus wanted, String field, CommandRefusals refusals) {
        Set<CaseStatus> next = facts.status().next();
        if (!next.contains(wanted)) {
            String names = next.isEmpty()
                    ? "（无，已结案；另有情况请另行立卷）"
                    : next.stream().map(Enum::name).collect(Collectors.joining("、"));
            refusals.conflict(
                    "NOT_NEXT",
                    field,
                    field + "：案件当前状态 " + facts.status() + " 之后只能是 " + names,
                    field + ": after " + facts.status() + " only these may follow: "
                            + (next.isEmpty()
                                    ? "none, it is closed; open another case for what is new"
                                    : names.replace("、", ", ")));
        }
    }

    /** Nothing is added to a case in which a conclusion was reached. */
    static void open(CaseFacts facts, CommandRefusals refusals) {
        if (!facts.status().isOpen()) {
            refusals.conflict(
                    "CASE_CONCLUDED",
                    "case",
                    "case：案件已有结论（" + facts.status() + "），不再补充；另有情况请另行立卷",
                    "case: a conclusion was reached (" + facts.status()
                            + ") and nothing is added; open another case for what is new");
        }
    }

    /** What a decision that waits is about may not change under those who approve it. */
    static void still(CaseFacts facts, CommandRefusals refusals) {
        open(facts, refusals);
        if (!facts.proposed().isEmpty()) {
            refusals.conflict(
                    "DECISION_OPEN",
                    "case",
                    "case：有决定待批准，批准或不予批准后再补充",
                    "case: a decision waits to be approved; add to the case once it is approved or rejected");
        }
    }

    /** Ids of the input, each once; too many are refused. */
    static List<String> ids(String field, int most, CommandCall call, CommandRefusals refusals) {
        List<String> ids = call.ids(field);
        refusals.atMost(field, ids.size(), most);
        return ids;
    }

    /** Refused when a field names something that is not there, or not for the caller. */
    static void known(String field, List<String> wanted, List<String> found, CommandRefusals refusals) {
        List<String> missing = wanted.stream()
                .filter(id -> !found.contains(id))
                .limit(3)
                .map(CaseRefusals::shown)
                .toList();
        if (!missing.isEmpty()) {
            boolean files = Set.of("files", "minutes").contains(field);
            refusals.add(
                    "NOT_FOUND",
                    field,
                    field + "：没有 " + String.join("、", missing) + (files ? "，或该文件不是您可用的" : "，或其标段尚未开标") + "，请核对编号",
                    field + ": there is no " + String.join(", ", missing)
                            + (files ? ", or the file is not yours to use" : ", or its lot is not opened")
                            + "; check the id");
        }
    }

    /** An id as it was given, as far as an id is long. */
    static String shown(String id) {
        return id.isBlank() ? "\"\"" : id.length() > LONGEST_ID ? id.substring(0, LONGEST_ID) + "…" : id;
    }
}
