package io.lianshu.approval;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandRefusals;
import io.lianshu.platform.command.NodeVersion;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.viewer.Role;
import io.lianshu.policy.WorkingCalendar;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What speaks against a step of an approval. */
record MoveRefusals(
        CommandCall call,
        CodeLists codes,
        MoveFacts facts,
        ApprovalStatus before,
        @Nullable ApprovalStatus wanted,
        ZonedDateTime at) {

    private static final int LONGEST_OPINION = 2_000;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_TITLE = 500;

    /** Empty when the step may be taken. */
    List<Refusal> found() {
        if (!NodeVersion.isCurrent(facts.stored(), call.input().get("version"))) {
            return List.of(NodeVersion.stale("version"));
        }
        CommandRefusals refusals = new CommandRefusals(call, codes);
        refusals.code("status", "approval-status");
        if (wanted != null) {
            order(wanted, refusals);
        }
        if (wanted == null || !refusals.none()) {
            return refusals.found();
        }
        desk(wanted, refusals);
        time(refusals);
        texts(wanted, refusals);
        if (accepts(wanted)) {
            prerequisites(refusals);
        }
        if (!facts.calendar().knows(at.toLocalDate())) {
            refusals.add(WorkingCalendar.unknown("at", at.toLocalDate()));
        }
        return refusals.found();
    }

    private static boolean accepts(ApprovalStatus status) {
        return status == ApprovalStatus.ACCEPTED_AT_WINDOW || status == ApprovalStatus.ACCEPTED_BY_DEPARTMENT;
    }

    /** The same status hands the approval over to another desk or officer. */
    private void order(ApprovalStatus status, CommandRefusals refusals) {
        if (before.next().isEmpty()) {
            refusals.add(new Refusal(
                    "APPROVAL_CLOSED",
                    Refusal.Kind.CONFLICT,
                    "status",
                    "办件已办结，不能再办理",
                    "the approval is over; nothing more can be done with it"));
        } else if (!before.next().contains(status) && !handsOver(status)) {
            String next = before.next().stream().map(ApprovalStatus::code).collect(Collectors.joining("、"));
            refusals.add(Refusal.badInput(
                    "NOT_NEXT",
                    "status",
                    "status：当前状态 " + before.code() + " 之后只能是 " + next,
                    "status: after " + before.code() + " only these may follow: " + next.replace("、", ", ")));
        }
    }

    private boolean handsOver(ApprovalStatus status) {
        return status == before
                && !status.grants()
                && (call.optionalText("desk") != null || call.optionalText("officer") != null);
    }

    private void desk(ApprovalStatus status, CommandRefusals refusals) {
        boolean clerk = call.viewer().roles().contains(Role.WINDOW_CLERK)
                && status.by().contains(Role.WINDOW_CLERK)
                && before != ApprovalStatus.ACCEPTED_BY_DEPARTMENT
                && before != ApprovalStatus.SPECIAL_BEGUN
                && before != ApprovalStatus.SPECIAL_ENDED;
        boolean approver = call.viewer().roles().contains(Role.DEPARTMENT_APPROVER)
                && status.by().contains(Role.DEPARTMENT_APPROVER)
                && facts.mine();
        if (!clerk && !approver) {
            refusals.notYours(
                    "此步不在您的职责范围内：窗口办理受理前的环节，受理后由经办部门办理",
                    "this step is not within your duty: the window does what comes before acceptance, the department on"
                            + " whose desk it lies what comes after");
        }
        if (!facts.deskKnown()) {
            refusals.unknown("desk");
        }
        if (!facts.officerKnown()) {
            refusals.add(Refusal.badInput(
                    "NOT_FOUND", "officer", "officer：该部门没有此人", "officer: there is no such person of that department"));
        }
    }

    private void time(CommandRefusals refusals) {
        refusals.pastTime("at");
        ZonedDateTime last = facts.lastAt();
        if (last != null && at.isBefore(last)) {
            refusals.add(Refusal.badInput(
                    "BEFORE_LAST_STEP",
                    "at",
                    "at：不能早于上一环节 " + last.toOffsetDateTime(),
                    "at: must not be earlier than the step before, " + last.toOffsetDateTime()));
        }
    }

    private void texts(ApprovalStatus status, CommandRefusals refusals) {
        String opinion = refusals.optional("opinion", LONGEST_OPINION);
        if (status.needsOpinion() && opinion == null) {
            refusals.missing("opinion", "此状态须写明办理意见", "say why, this status needs it");
        }
        if (status.grants() && refusals.optional("docNo", LONGEST_NUMBER) == null) {
            refusals.missing("docNo", "办结须有批文文号", "what is granted has a document with a number");
        }
        refusals.optional("docTitle", LONGEST_TITLE);
        LocalDate validTo = call.day("validTo");
        if (status.grants() && validTo != null && validTo.isBefore(at.toLocalDate())) {
            refusals.add(
                    "BAD_VALUE", "validTo", "validTo：不能早于办结之日", "validTo: must not be before the day of the decision");
        }
    }

    private void prerequisites(CommandRefusals refusals) {
        List<String> missing = facts.before();
        boolean simulated = Boolean.TRUE.equals(facts.stored().get("simulated"));
        boolean promised = Boolean.TRUE.equals(call.input().get("onCommitment")) && facts.commitment();
        if (!missing.isEmpty() && !simulated && !promised) {
            String names = String.join("、", missing);
            refusals.add(new Refusal(
                    "PREREQUISITE_OPEN",
                    Refusal.Kind.CONFLICT,
                    "status",
                    "前置事项尚未办结：" + names + "；可先模拟审批，或对允许的事项采用告知承诺",
                    "items that come before are not granted: " + names.replace("、", ", ")
                            + "; run it as simulated, or on commitment where the item allows it"));
        }
    }
}
