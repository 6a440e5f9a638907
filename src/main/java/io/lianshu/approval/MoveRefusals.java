package io.lianshu.approval;

import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.NodeVersion;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.viewer.Role;
import io.lianshu.policy.WorkingCalendar;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What speaks against a step of an approval. */
record MoveRefusals(
        CommandCall call,
        MoveFacts facts,
        ApprovalStatus before,
        @Nullable ApprovalStatus wanted,
        ZonedDateTime at) {

    private static final int LONGEST_OPINION = 2_000;

    /** Empty when the step may be taken. */
    List<Refusal> found() {
        if (!NodeVersion.isCurrent(facts.stored(), call.input().get("version"))) {
            return List.of(NodeVersion.stale("version"));
        }
        if (wanted == null) {
            return List.of(Refusal.badInput(
                    "BAD_CODE",
                    "status",
                    "status：应为代码表 approval-status 中的代码",
                    "status: must be a code of the list approval-status"));
        }
        List<Refusal> refusals = new ArrayList<>();
        order(wanted, refusals);
        if (!refusals.isEmpty()) {
            return refusals;
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
        return refusals;
    }

    private static boolean accepts(ApprovalStatus status) {
        return status == ApprovalStatus.ACCEPTED_AT_WINDOW || status == ApprovalStatus.ACCEPTED_BY_DEPARTMENT;
    }

    /** The same status hands the approval over to another desk or officer. */
    private void order(ApprovalStatus status, List<Refusal> refusals) {
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

    private void desk(ApprovalStatus status, List<Refusal> refusals) {
        boolean clerk = call.viewer().roles().contains(Role.WINDOW_CLERK)
                && status.by().contains(Role.WINDOW_CLERK)
                && before != ApprovalStatus.ACCEPTED_BY_DEPARTMENT
                && before != ApprovalStatus.SPECIAL_BEGUN
                && before != ApprovalStatus.SPECIAL_ENDED;
        boolean approver = call.viewer().roles().contains(Role.DEPARTMENT_APPROVER)
                && status.by().contains(Role.DEPARTMENT_APPROVER)
                && facts.mine();
        if (!clerk && !approver) {
            refusals.add(new Refusal(
                    "NOT_YOURS",
                    Refusal.Kind.FORBIDDEN,
                    null,
                    "此步不在您的职责范围内：窗口办理受理前的环节，受理后由经办部门办理",
                    "this step is not within your duty: the window does what comes before acceptance, the department on"
                            + " whose desk it lies what comes after"));
        }
        if (!facts.deskKnown()) {
            refusals.add(unknown("desk", "department"));
        }
        if (!facts.officerKnown()) {
            refusals.add(unknown("officer", "person of that department"));
        }
    }

    private static Refusal unknown(String field, String english) {
        return Refusal.badInput("NOT_FOUND", field, field + "：没有此编号，或不在该部门", field + ": there is no such " + english);
    }

    private void time(List<Refusal> refusals) {
        if (at.isAfter(call.now())) {
            refusals.add(Refusal.badInput("IN_FUTURE", "at", "at：不能晚于现在", "at: must not be later than now"));
        }
        ZonedDateTime last = facts.lastAt();
        if (last != null && at.isBefore(last)) {
            refusals.add(Refusal.badInput(
                    "BEFORE_LAST_STEP",
                    "at",
                    "at：不能早于上一环节 " + last.toOffsetDateTime(),
                    "at: must not be earlier than the step before, " + last.toOffsetDateTime()));
        }
    }

    private void texts(ApprovalStatus status, List<Refusal> refusals) {
        String opinion = call.optionalText("opinion");
        if (status.needsOpinion() && opinion == null) {
            refusals.add(Refusal.badInput(
                    "REQUIRED_MISSING", "opinion", "opinion：此状态须写明办理意见", "opinion: say why, this status needs it"));
        }
        if (opinion != null && opinion.length() > LONGEST_OPINION) {
            refusals.add(Refusal.badInput(
                    "TEXT_TOO_LONG",
                    "opinion",
                    "opinion 最多 " + LONGEST_OPINION + " 个字符",
                    "opinion must have at most " + LONGEST_OPINION + " characters"));
        }
        if (status.grants() && call.optionalText("docNo") == null) {
            refusals.add(Refusal.badInput(
                    "REQUIRED_MISSING",
                    "docNo",
                    "docNo：办结须有批文文号",
                    "docNo: what is granted has a document with a number"));
        }
    }

    private void prerequisites(List<Refusal> refusals) {
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
