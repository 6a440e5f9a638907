package io.lianshu.demo;

import io.lianshu.demo.District.Made;
import io.lianshu.demo.OrganisationSample.Human;
import io.lianshu.demo.ProjectSample.Work;
import io.lianshu.platform.clock.Weeks;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who assists which project, and the weekly visits of the agents, who agreed that their place is recorded. */
final class AgencySample {

    private static final List<String> PROGRESS =
            List.of("现场道路已平整，等待施工许可", "桩基施工过半，业主反映临时用水不足", "设计方案正在修改，预计下周报审", "主体结构封顶，准备竣工联合验收资料", "与业主核对用地红线，资料齐全");

    private final Scope scope;
    private final Draws draws;
    private final List<Human> agents = new ArrayList<>();
    private final Set<String> weeks = new HashSet<>();
    private final Table services = Table.of(
            "agency-services",
            "agreementNo",
            "state",
            "startOn",
            "endOn",
            "stages",
            "project",
            "member",
            "role",
            "from",
            "to");
    private final Table visits = Table.of(
            "visits",
            "clientId",
            "channel",
            "occurredAt",
            "recordedAt",
            "progress",
            "state",
            "rejection",
            "latitude",
            "longitude",
            "project",
            "agent",
            "region");
    private final Table obligations =
            Table.of("visit-obligations", "isoWeek", "dueOn", "state", "note", "service", "visit");
    private final Table attachments = Table.of(
            "attachments",
            "objectKey",
            "name",
            "mime",
            "size",
            "sha256",
            "width",
            "height",
            "takenAt",
            "uploadedAt",
            "person",
            "visit");
    private final Table consents =
            Table.of("consents", "code", "person", "purpose", "notice", "givenAt", "withdrawnAt");

    AgencySample(Scope scope, OrganisationSample organisation, ProjectSample projects, Made made) {
        this.scope = scope;
        this.draws = scope.draws("agency");
        agents.addAll(organisation.officers().subList(0, 3));
        for (int i = 3; i < scope.of(3, 24); i++) {
            agents.add(organisation.servant("AGENT", organisation.offices().get(0), "项目代办员", "2021-03-01", draws));
        }
        LocalDate agreed = scope.asOf().minusYears(1);
        agents.forEach(agent -> consents.add(
                "WC-TY-%04d".formatted(consents.rows().size() + 1),
                agent.idNumber(),
                "VISIT_LOCATION",
                "走访定位告知书（2025版）",
                agreed + "T09:00:00+08:00",
                ""));
        List<Work> served = projects.works().subList(0, scope.of(24, 160));
        for (int i = 0; i < served.size(); i++) {
            serve(i, served.get(i), organisation.officers());
        }
        int weeks = scope.of(6, 40);
        for (int week = weeks; week > 0; week--) {
            for (int i = 0; i < served.size(); i++) {
                visit(week, served.get(i), agents.get(i % agents.size()), made);
                due(i, visits.rows().size() - 1);
            }
        }
        for (int i = 3; i < served.size(); i += 8) {
            missed(i, weeks);
        }
        attachments.add(
                "photos/wc-0001.jpg",
                "施工现场.jpg",
                "image/jpeg",
                2_481_920,
                "5f".repeat(32),
                4032,
                3024,
                visits.cell(0, "occurredAt"),
                visits.cell(0, "recordedAt"),
                visits.cell(0, "agent"),
                visits.cell(0, "clientId"));
    }

    List<Table> tables() {
        return List.of(services, visits, obligations, attachments, consents);
    }

    private void serve(int index, Work work, List<Human> officers) {
        String agreement = "WC-DB-%04d".formatted(index + 1);
        LocalDate start = scope.asOf().minusDays(200 - index % 60);
        member(agreement, work, start, agents.get(index % agents.size()), "AGENT");
        member(agreement, work, start, officers.get(3 + index % 6), "LIAISON");
        member(agreement, work, start, officers.get(9 + index % 3), "SUPERVISOR");
    }

    private void member(String agreement, Work work, LocalDate start, Human member, String role) {
        services.add(agreement, "SIGNED", start, "", "1;2;3;4", work.code(), member.idNumber(), role, start, "");
    }

    /** The visit due in the week of a visit, which fulfils it; once a week, when two fall into one. */
    private void due(int index, int visit) {
        LocalDate on = LocalDate.parse(visits.cell(visit, "occurredAt").substring(0, 10));
        LocalDate friday =
                on.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)).minusDays(2);
        if (friday.isBefore(scope.asOf()) && weeks.add(index + " " + friday)) {
            due(index, friday, "DONE", visits.cell(visit, "clientId"));
        }
    }

    /** A week before the visits began, in which nobody came, and which is not so long ago. */
    private void missed(int index, int weeks) {
        LocalDate friday = scope.asOf()
                .minusWeeks(Math.min(weeks, 6) + 1L)
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY))
                .minusDays(2);
        if (this.weeks.add(index + " " + friday)) {
            due(index, friday, "MISSED", "");
        }
    }

    private void due(int index, LocalDate friday, String state, String visit) {
        obligations.add(Weeks.of(friday), friday, state, "", "WC-DB-%04d".formatted(index + 1), visit);
    }

    private void visit(int week, Work work, Human agent, Made made) {
        String channel = draws.one(List.of("ON_SITE", "ON_SITE", "PHONE", "WECHAT"));
        boolean onSite = channel.equals("ON_SITE");
        LocalDate day = scope.workingDay(scope.asOf().minusDays(7L * week - draws.between(0, 4)));
        String hour = "T%02d:%02d".formatted(draws.between(9, 16), draws.between(0, 59));
        visits.add(
                "wc-visit-%05d".formatted(visits.rows().size() + 1),
                channel,
                day + hour + ":00+08:00",
                day + hour + ":40+08:00",
                draws.one(PROGRESS),
                "ACCEPTED",
                "",
                onSite ? made.find("projects", "latitude", "projectCode", work.code()) : "",
                onSite ? made.find("projects", "longitude", "projectCode", work.code()) : "",
                work.code(),
                agent.idNumber(),
                work.town());
    }
}
