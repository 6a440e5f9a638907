package io.lianshu.trading;

import io.lianshu.platform.command.CommandCall;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A notice that opens a lot for bids, gives the tender documents out after a prequalification, or changes when bids are due, judged by
 * the periods of the law (资格预审公告、招标公告与变更公告).
 */
record TenderNotice(CommandCall call, LotFacts facts, LotRefusals refusals) {

    /** What a notice of a kind writes; nothing may be used of it when something speaks against it. */
    Map<String, @Nullable Object> judged(String kind) {
        boolean noticed = facts.status() == LotStatus.NOTICED;
        if (noticed && !(kind.equals("TENDER") && facts.isOnlyPrequalified())) {
            refusals.all()
                    .conflict(
                            "ALREADY_DONE",
                            "kind",
                            "kind：招标公告已发布，更改请发 CHANGE",
                            "kind: the tender notice is out already; publish a CHANGE");
            return Map.of();
        }
        refusals.follows(facts, LotStatus.NOTICED);
        permits();
        ZonedDateTime deadline = call.time("bidDeadline");
        if (deadline == null) {
            refusals.all().missing("bidDeadline", "招标公告须写明投标截止时间", "a tender notice says when bids are due");
            return Map.of();
        }
        if (noticed && (isOver() || isEarlier(deadline))) {
            return Map.of();
        }
        deadline(deadline, call.today());
        return dates(deadline, call.today());
    }

    /** What a change writes; there is something to change once a notice that was held against the permits is out. */
    Map<String, @Nullable Object> changed() {
        refusals.follows(facts, LotStatus.NOTICED);
        if (facts.status() == LotStatus.REGISTERED) {
            refusals.all()
                    .conflict(
                            "NOTICE_MISSING",
                            "kind",
                            "kind：招标公告或资格预审公告尚未发布，请先发 TENDER 或 PREQUAL",
                            "kind: no tender or prequalification notice is out; publish a TENDER or PREQUAL first");
        }
        ZonedDateTime before = facts.deadline();
        ZonedDateTime given = call.time("bidDeadline");
        ZonedDateTime deadline = given == null ? before : given;
        if (deadline == null || !refusals.none() || isOver()) {
            return Map.of();
        }
        isEarlier(deadline);
        LocalDate issued = facts.firstNotice().map(ZonedDateTime::toLocalDate).orElse(call.today());
        deadline(deadline, issued);
        facts.rules()
                .find(RuleKind.CLARIFICATION, refusals.all())
                .filter(rule -> deadline.toLocalDate().isBefore(call.today().plusDays(rule.count())))
                .ifPresent(rule -> refusals.broken(
                        "CHANGE_TOO_LATE",
                        "bidDeadline",
                        rule,
                        "更改距投标截止不足 " + rule.days() + "，须顺延至 " + call.today().plusDays(rule.count()) + " 或以后",
                        "a change comes at least " + rule.daysEnglish() + " before the deadline; move it to "
                                + call.today().plusDays(rule.count()) + " or later"));
        return dates(deadline, issued);
    }

    private boolean isOver() {
        boolean over = facts.deadline() != null && !call.now().isBefore(facts.deadline());
        if (over) {
            refusals.all()
                    .conflict(
                            "DEADLINE_PASSED",
                            "kind",
                            "kind：投标已截止，不能再更改",
                            "kind: the deadline has passed; nothing can be changed any more");
        }
        return over;
    }

    /** 招标投标法实施条例第二十一条: a deadline is put off, never brought forward, or who relied on it would lose its days. */
    private boolean isEarlier(ZonedDateTime deadline) {
        ZonedDateTime before = facts.deadline();
        if (before == null || !deadline.isBefore(before)) {
            return false;
        }
        refusals.all()
                .add(
                        "DEADLINE_EARLIER",
                        "bidDeadline",
                        "bidDeadline：投标截止时间只能顺延，不能早于已公告的 " + before.toOffsetDateTime() + "（招标投标法实施条例第二十一条）",
                        "bidDeadline: a deadline is only put off; it must not be earlier than the one that is out, "
                                + before.toOffsetDateTime() + " (Implementing Regulation, article 21)");
        return true;
    }

    private Map<String, @Nullable Object> dates(ZonedDateTime deadline, LocalDate issued) {
        ZonedDateTime until = call.time("documentsUntil");
        if (until != null) {
            documents(until, deadline, issued);
        }
        Map<String, @Nullable Object> changes = new HashMap<>();
        changes.put("status", LotStatus.NOTICED.name());
        changes.put("bidDeadline", deadline);
        if (until != null) {
            changes.put("documentsUntil", until);
        }
        return changes;
    }

    private void deadline(ZonedDateTime deadline, LocalDate from) {
        if (!deadline.isAfter(call.now())) {
            refusals.all().add("IN_PAST", "bidDeadline", "bidDeadline：应晚于现在", "bidDeadline: must be later than now");
            return;
        }
        facts.rules()
                .find(RuleKind.BID_PERIOD, refusals.all())
                .filter(rule -> deadline.toLocalDate().isBefore(from.plusDays(rule.count())))
                .ifPresent(rule -> refusals.broken(
                        "BID_PERIOD_TOO_SHORT",
                        "bidDeadline",
                        rule,
                        "自发出招标文件起不得少于 " + rule.days() + "，最早为 " + from.plusDays(rule.count()),
                        "at least " + rule.daysEnglish() + " from the issue of the documents, which is "
                                + from.plusDays(rule.count())));
    }

    private void documents(ZonedDateTime until, ZonedDateTime deadline, LocalDate from) {
        if (until.isAfter(deadline)) {
            refusals.all()
                    .add(
                            "OUT_OF_ORDER",
                            "documentsUntil",
                            "documentsUntil：不能晚于投标截止时间",
                            "documentsUntil: must not be later than the deadline");
        }
        facts.rules()
                .find(RuleKind.DOCUMENT_SALE, refusals.all())
                .filter(rule -> until.toLocalDate().isBefore(from.plusDays(rule.count())))
                .ifPresent(rule -> refusals.broken(
                        "DOCUMENT_SALE_TOO_SHORT",
                        "documentsUntil",
                        rule,
                        "招标文件发售期不得少于 " + rule.days(),
                        "documents are given out for at least " + rule.daysEnglish()));
    }

    private void permits() {
        List<String> missing = facts.missingPermits();
        if (!missing.isEmpty() && facts.filing().isEmpty() && facts.project() != null) {
            String names = String.join("、", missing);
            refusals.all()
                    .conflict(
                            "PERMIT_MISSING",
                            "lot",
                            "lot：招标前须取得 " + names + facts.permitArticles(false) + "；重大项目可先作预招标备案",
                            "lot: these permits come before the tender: " + names.replace("、", ", ")
                                    + facts.permitArticles(true) + "; a major project may be filed for pre-tendering");
        }
    }
}
