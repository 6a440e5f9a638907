package io.lianshu.demo;

import io.lianshu.demo.District.Made;
import io.lianshu.demo.OrganisationSample.Human;
import io.lianshu.demo.ProjectSample.Work;
import java.time.LocalDate;
import java.util.List;

/** What holds served projects up, at every stage of being resolved, and what the office did for them. */
final class DifficultySample {

    /** A difficulty; {@code office} is the department that is to resolve it, by its place among the sample's. */
    private record Kind(String code, String title, int severity, int office, String resolution) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("UTILITY", "施工现场临时用水接入未落实", 2, 4, "已协调供水公司接通临时用水"),
            new Kind("LAND", "用地红线与现状道路重叠", 3, 2, "红线已重新核定"),
            new Kind("APPROVAL", "施工图审查意见多次往返", 2, 3, "审查意见已一次性告知"),
            new Kind("RELOCATION", "地块内两户尚未搬迁", 3, 1, "搬迁协议已签订"),
            new Kind("DESIGN", "设计单位变更后图纸缺签章", 1, 3, "图纸已补签"),
            new Kind("FINANCE", "建设资金拨付进度滞后", 2, 1, "资金已到位"));
    private static final List<String> STATES = List.of("OPEN", "ASSIGNED", "IN_PROGRESS", "RESOLVED", "ESCALATED");
    private static final List<String> MODES = List.of("FULL_FOLLOW", "FAST_INNOVATE", "DOORSTEP", "WARM_PACKAGE");
    private static final List<String> OUTCOMES = List.of("全程跟办至取得施工许可", "并联审查，一次出具意见", "住建、规划、消防联合上门", "协调解决临时用水与工人住宿");

    private final Scope scope;
    private final OrganisationSample organisation;
    private final Table difficulties = Table.of(
            "difficulties",
            "difficultyNo",
            "title",
            "kind",
            "severity",
            "status",
            "raisedAt",
            "dueOn",
            "resolvedAt",
            "resolution",
            "project",
            "approval",
            "department",
            "person",
            "visit");
    private final Table assistance = Table.of(
            "assistance", "code", "mode", "assistedOn", "outcome", "baselineDays", "project", "approval", "person");

    DifficultySample(Scope scope, OrganisationSample organisation, ProjectSample projects, Made made) {
        this.scope = scope;
        this.organisation = organisation;
        Table approvals = made.table("approvals");
        List<Work> served = projects.works().subList(0, scope.of(24, 160));
        for (int i = 0; i < served.size(); i++) {
            Human agent = agentOf(made, i);
            if (i % 2 == 0) {
                difficulty(i / 2, served.get(i), agent, openApproval(approvals, served.get(i)), made, i);
            }
            if (i % 4 == 1) {
                assist(i / 4, served.get(i), agent, doneApproval(approvals, served.get(i)));
            }
        }
    }

    List<Table> tables() {
        return List.of(difficulties, assistance);
    }

    private static Human agentOf(Made made, int index) {
        Table services = made.table("agency-services");
        return new Human(services.cell(index * 3, "member"), "");
    }

    private static String openApproval(Table approvals, Work work) {
        return approval(approvals, work, true);
    }

    private static String doneApproval(Table approvals, Work work) {
        return approval(approvals, work, false);
    }

    /** Number of one of the work's approvals, open or decided; empty when it has none. */
    private static String approval(Table approvals, Work work, boolean open) {
        for (int row = 0; row < approvals.rows().size(); row++) {
            if (approvals.cell(row, "project").equals(work.code())
                    && approvals.cell(row, "completedAt").isEmpty() == open) {
                return approvals.cell(row, "instanceNo");
            }
        }
        return "";
    }

    private void difficulty(int number, Work work, Human agent, String approval, Made made, int index) {
        Kind kind = KINDS.get(number % KINDS.size());
        String state = STATES.get(number % STATES.size());
        LocalDate raised = scope.workingDay(scope.asOf().minusDays(20 + number % 9));
        boolean resolved = state.equals("RESOLVED");
        boolean assigned = !state.equals("OPEN");
        LocalDate due = scope.nextWorkingDay(scope.asOf().plusDays(number % 3 == 0 ? 6 : -4));
        difficulties.add(
                "WC-KN-%04d".formatted(number + 1),
                kind.title(),
                kind.code(),
                kind.severity(),
                state,
                raised + "T10:00:00+08:00",
                assigned ? due : "",
                resolved ? scope.workingDay(scope.asOf().minusDays(6)) + "T16:00:00+08:00" : "",
                resolved ? kind.resolution() : "",
                work.code(),
                approval,
                assigned ? organisation.offices().get(kind.office()).creditCode() : "",
                agent.idNumber(),
                made.table("visits").cell(index, "clientId"));
    }

    private void assist(int number, Work work, Human agent, String approval) {
        int mode = number % MODES.size();
        assistance.add(
                "WC-SB-%04d".formatted(number + 1),
                MODES.get(mode),
                scope.workingDay(scope.asOf().minusDays(10L + number % 60)),
                OUTCOMES.get(mode),
                approval.isEmpty() ? "" : "15",
                work.code(),
                approval,
                agent.idNumber());
    }
}
