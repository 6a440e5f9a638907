package io.lianshu.demo;

import io.lianshu.demo.District.Made;
import io.lianshu.demo.OrganisationSample.Human;
import io.lianshu.demo.ProjectSample.Work;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Who assists which project, and the weekly visits of the agents, who agreed that their place is recorded. */
final class AgencySample {

    private static final List<String> PROGRESS =
            List.of("现场道路已平整，等待施工许可", "桩基施工过半，业主反映临时用水不足", "设计方案正在修改，预计下周报审", "主体结构封顶，准备竣工联合验收资料", "与业主核对用地红线，资料齐全");

    private final Scope scope;
    private final Draws draws;
    private final List<Human> agents = new ArrayList<>();
    private final Table services = Table.of(
            "agency-services", "agreementNo", "state", "startOn", "endOn", "project", "member", "role", "from", "to");
    private final Table visits = Table.of(
            "visits",
            "clientId",
            "channel",
            "occurredAt",
            "recordedAt",
            "progress",
            "latitude",
            "longitude",
            "project",
            "agent",
            "region");
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
            }
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
        return List.of(services, visits, attachments, consents);
    }

    private void serve(int index, Work work, List<Human> officers) {
        String agreement = "WC-DB-%04d".formatted(index + 1);
        LocalDate start = scope.asOf().minusDays(200 - index % 60);
        member(agreement, work, start, agents.get(index % agents.size()), "AGENT");
        member(agreement, work, start, officers.get(3 + index % 6), "LIAISON");
        member(agreement, work, start, officers.get(9 + index % 3), "SUPERVISOR");
    }

    private void member(String agreement, Work work, LocalDate start, Human member, String role) {
        services.add(agreement, "SIGNED", start, "", work.code(), member.idNumber(), role, start, "");
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
                onSite ? made.find("projects", "latitude", "projectCode", work.code()) : "",
                onSite ? made.find("projects", "longitude", "projectCode", work.code()) : "",
                work.code(),
                agent.idNumber(),
                work.town());
    }
}
