package io.lianshu.trading;

import io.lianshu.platform.command.CommandCall;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A notice that opens a lot for bids or changes when they are due, judged by the periods of the law (招标公告与变更公告). */
record TenderNotice(CommandCall call, LotFacts facts, LotRefusals refusals) {

    /** What a first notice writes; nothing may be used of it when something speaks against it. */
    Map<String, @Nullable Object> judged() {
        if (facts.status() == LotStatus.NOTICED) {
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
        deadline(deadline, call.today());
        return dates(deadline);
    }

    /** What a change writes. */
    Map<String, @Nullable Object> changed() {
        refusals.follows(facts, LotStatus.NOTICED);
        ZonedDateTime before = facts.deadline();
        ZonedDateTime given = call.time("bidDeadline");
        ZonedDateTime deadline = given == null ? before : given;
        if (deadline == null || !refusals.none()) {
            return Map.of();
        }
        if (before != null && !call.now().isBefore(before)) {
            refusals.all()
                    .conflict(
                            "DEADLINE_PASSED",
                            "kind",
                            "kind：投标已截止，不能再更改",
                            "kind: the deadline has passed; nothing can be changed any more");
            return Map.of();
        }
        deadline(deadline, facts.firstNotice().map(ZonedDateTime::toLocalDate).orElse(call.today()));
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
        return dates(deadline);
    }

    private Map<String, @Nullable Object> dates(ZonedDateTime deadline) {
        ZonedDateTime until = call.time("documentsUntil");
        if (until != null) {
            documents(until, deadline);
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

    private void documents(ZonedDateTime until, ZonedDateTime deadline) {
        if (until.isAfter(deadline)) {
            refusals.all()
                    .add(
                            "OUT_OF_ORDER",
                            "documentsUntil",
                            "documentsUntil：不能晚于投标截止时间",
                            "documentsUntil: must not be later than the deadline");
        }
        LocalDate from = facts.firstNotice().map(ZonedDateTime::toLocalDate).orElse(call.today());
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
                            "lot：招标前须取得 " + names + "；重大项目可先作预招标备案",
                            "lot: these permits come before the tender: " + names.replace("、", ", ")
                                    + "; a major project may be filed for pre-tendering");
        }
    }
}
