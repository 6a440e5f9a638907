package io.lianshu.demo;

import io.lianshu.demo.District.Made;
import io.lianshu.demo.OrganisationSample.Human;
import io.lianshu.demo.OrganisationSample.Office;
import io.lianshu.platform.clock.Weeks;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** Meetings that coordinate served projects, what they decided on difficulties, and the weekly look at projects with its notices. */
final class MeetingSample {

    private static final String SINCE = "2025-01-01";
    private static final List<String> MINUTES =
            List.of("逐项过堂，明确责任部门和办结时间", "听取项目推进情况，研究用地与水电接入问题", "通报上周走访和督办情况，布置本周任务");
    private static final List<String> FINDINGS = List.of("现场已复工，进度正常", "临时用水仍未接通，已督促供水公司", "资料已补齐，等待办结");
    /** A meeting of each kind that the office holds beside the weekly one comes every so many weeks. */
    private static final int EVERY = 4;

    private static final int MOST_DECIDED = 100;

    private final Scope scope;
    private final List<Office> offices;
    private final List<Human> officers;
    private final List<String> weekly = new ArrayList<>();
    private final Table templates = Table.of(
            "meeting-templates",
            "kind",
            "name",
            "fixedCount",
            "extraCount",
            "validFrom",
            "validTo",
            "department",
            "policy");
    private final Table meetings = Table.of(
            "meetings",
            "meetingNo",
            "kind",
            "isoWeek",
            "heldOn",
            "place",
            "minutes",
            "templateFrom",
            "person",
            "attendance");
    private final Table resolutions = Table.of(
            "resolutions",
            "resolutionNo",
            "seq",
            "text",
            "dueOn",
            "status",
            "doneAt",
            "meeting",
            "difficulty",
            "approval",
            "project",
            "department");
    private final Table supervisions = Table.of("supervisions", "isoWeek", "at", "finding", "project", "person");
    private final Table notices = Table.of(
            "supervision-notices",
            "noticeNo",
            "level",
            "text",
            "issuedAt",
            "dueOn",
            "repliedAt",
            "reply",
            "department",
            "project",
            "difficulty",
            "approval",
            "person");

    MeetingSample(Scope scope, OrganisationSample organisation, Made made) {
        this.scope = scope;
        this.offices = organisation.offices();
        this.officers = organisation.officers();
        templates();
        for (int week = scope.of(4, 40); week > 0; week--) {
            meet(week);
        }
        Table difficulties = made.table("difficulties");
        for (int row = 0; row < Math.min(difficulties.rows().size(), MOST_DECIDED); row++) {
            if (!difficulties.cell(row, "department").isEmpty()) {
                decide(row, difficulties);
            }
        }
        Table services = made.table("agency-services");
        int served = services.rows().size() / 3;
        for (int week = scope.of(2, 8); week > 0; week--) {
            for (int i = week % 3; i < served; i += 3) {
                supervise(week, services.cell(3 * i, "project"), services.cell(3 * i + 2, "member"), i);
            }
        }
        for (int row = 0; row < difficulties.rows().size(); row += 6) {
            if (!difficulties.cell(row, "department").isEmpty()) {
                issue(row, difficulties, services.cell(2, "member"));
            }
        }
    }

    List<Table> tables() {
        return List.of(templates, meetings, resolutions, supervisions, notices);
    }

    /** Weekly the office alone calls whom it needs; a consultation is of four departments and two more, a joint review of three and any. */
    private void templates() {
        template("WEEKLY", "项目推进周例会", 1, "");
        template("CONSULTATION", "“4+2”会商", 4, "2");
        template("JOINT_REVIEW", "“3+X”会审", 3, "");
    }

    private void template(String kind, String name, int fixed, String extra) {
        for (int office = 0; office < fixed; office++) {
            templates.add(
                    kind, name, fixed, extra, SINCE, "", offices.get(office).creditCode(), RouteSample.ROUTES);
        }
    }

    private void meet(int week) {
        LocalDate wednesday = scope.asOf().minusWeeks(week).with(TemporalAdjusters.nextOrSame(DayOfWeek.WEDNESDAY));
        LocalDate day = scope.workingDay(wednesday);
        weekly.add(meet("WEEKLY", day));
        if (week % EVERY == 0) {
            meet("CONSULTATION", day);
        } else if (week % EVERY == 2) {
            meet("JOINT_REVIEW", day);
        }
    }

    private String meet(String kind, LocalDate day) {
        String number = "WC-HY-%04d".formatted(meetings.rows().size() / 3 + 1);
        for (int i = 0; i < 3; i++) {
            meetings.add(
                    number,
                    kind,
                    Weeks.of(day),
                    day,
                    "区行政服务中心三楼会议室",
                    MINUTES.get(meetings.rows().size() / 3 % MINUTES.size()),
                    SINCE,
                    officers.get(3 * i).idNumber(),
                    i == 2 && kind.equals("JOINT_REVIEW") ? "EXCUSED" : "PRESENT");
        }
        return number;
    }

    /** One of the last two weekly meetings decided on a difficulty that is with a department. */
    private void decide(int row, Table difficulties) {
        String meeting = weekly.get(weekly.size() - 1 - row % 2);
        long seq = resolutions.rows().stream()
                        .filter(cells -> cells.get(0).startsWith(meeting))
                        .count()
                + 1;
        String resolved = difficulties.cell(row, "resolvedAt");
        resolutions.add(
                meeting + "-%02d".formatted(seq),
                seq,
                "责任部门按期解决：" + difficulties.cell(row, "title"),
                difficulties.cell(row, "dueOn"),
                resolved.isEmpty() ? "OPEN" : "DONE",
                resolved,
                meeting,
                difficulties.cell(row, "difficultyNo"),
                "",
                "",
                difficulties.cell(row, "department"));
    }

    private void supervise(int week, String project, String supervisor, int index) {
        LocalDate friday = scope.asOf()
                .minusWeeks(week)
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY))
                .minusDays(2);
        supervisions.add(
                Weeks.of(friday),
                friday + "T15:00:00+08:00",
                FINDINGS.get(index % FINDINGS.size()),
                project,
                supervisor);
    }

    private void issue(int row, Table difficulties, String supervisor) {
        LocalDate issued = scope.workingDay(scope.asOf().minusDays(9));
        LocalDate due = scope.nextWorkingDay(issued.plusDays(5));
        boolean answered = row % 12 == 0;
        notices.add(
                "WC-DD-%04d".formatted(notices.rows().size() + 1),
                answered ? "REMIND" : "YELLOW",
                "请按期解决：" + difficulties.cell(row, "title"),
                issued + "T09:30:00+08:00",
                due,
                answered ? due + "T11:00:00+08:00" : "",
                answered ? "已安排专人跟进，本周内落实" : "",
                difficulties.cell(row, "department"),
                difficulties.cell(row, "project"),
                difficulties.cell(row, "difficultyNo"),
                difficulties.cell(row, "approval"),
                supervisor);
    }
}
