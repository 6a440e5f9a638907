package io.lianshu.agency;

import static io.lianshu.exchange.AskedCommands.codes;
import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.platform.clock.Weeks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Supervision and its notices, agreements that only the owner confirms, and assistance that saves days. */
class SupervisionIT extends AgencyHub {

    private static final String DAY = "{ myDay { isoWeek counters { due done missed overdueDifficulties notices }"
            + " visits { score reasons { code label } suggestedChannel { code } project { id } obligation { state { code } dueOn }"
            + " lastVisit { clientId } openDifficulties overdueDifficulties openApprovals stuckDays } } }";

    private static final String SERVICE = "agencyService { id version state { code } }";

    @Autowired
    private ObligationGraph obligations;

    @Test
    void supervisionSeesWhatTheWeekLeftUndoneAndItsNoticeIsAnswered() throws Exception {
        obligations.lookAtWeek();
        write(
                "MATCH (a:Approval {id: 'apv_openopenopenopenopenopenop'}) SET a.acceptedAt = $now - duration({days: 20}), a.dueOn = $today - duration({days: 4}), a.status = '8'");
        String list =
                "{ supervisionList { isoWeek projects { project { id } visited met supervised } overdue { department { name } approvals longestDays noticesBefore } } }";
        JsonNode before = read("supervisor", list).path("supervisionList");
        assertThat(before.path("isoWeek").asString()).isEqualTo(Weeks.of(now().toLocalDate()));
        assertThat(before.at("/projects/0/supervised").isBoolean()).isTrue();
        assertThat(before.at("/projects/0/supervised").asBoolean()).isFalse();
        assertThat(before.at("/overdue/0/approvals").asInt()).isOne();
        assertThat(before.at("/overdue/0/longestDays").asInt()).isEqualTo(4);
        assertThat(codes(command(
                        "supervisor",
                        "recordSupervision",
                        "supervision { id }",
                        "project",
                        "prj_mineminemineminemineminemi",
                        "finding",
                        "已现场查看")))
                .isEmpty();
        assertThat(codes(command(
                        "supervisor",
                        "recordSupervision",
                        "supervision { id }",
                        "project",
                        "prj_mineminemineminemineminemi",
                        "finding",
                        "再看一次")))
                .isEmpty();
        assertThat(count("(:Supervision)")).isOne();
        assertThat(codes(command(
                        "supervisor",
                        "recordSupervision",
                        "supervision { id }",
                        "project",
                        "prj_barebarebarebarebarebareba")))
                .containsExactly("NOT_SERVED project");
        String shown =
                "supervisionNotice { id version noticeNo level { label } repliedAt department { name } approval { id } }";
        JsonNode issued = command(
                "supervisor",
                "issueSupervisionNotice",
                shown,
                "department",
                "dep_desk",
                "level",
                "YELLOW",
                "text",
                "请三日内办结",
                "dueOn",
                workingDay(3).toString(),
                "approval",
                "apv_openopenopenopenopenopenop",
                "project",
                "prj_mineminemineminemineminemi");
        assertThat(codes(issued)).isEmpty();
        String id = issued.at("/supervisionNotice/id").asString();
        String version = issued.at("/supervisionNotice/version").asString();
        assertThat(read("department-approver", "{ myDesk { notices { id } } }")
                        .at("/myDesk/notices/0/id")
                        .asString())
                .isEqualTo(id);
        assertThat(read("agent", DAY).at("/myDay/counters/notices").asInt()).isOne();
        assertThat(
                        count(
                                "(e:FeedEntry {kind: 'NOTICE_ISSUED'}) WHERE 'dep_desk' IN e.audience AND size(e.audience) = 2"))
                .isOne();
        assertThat(count("(e:FeedEntry) WHERE any(told IN e.audience WHERE told STARTS WITH 'com_')"))
                .as("an owner sees no notices, and is told of none")
                .isZero();
        write("MATCH (:Person)-[post:WORKS_FOR]->(:Department) SET post.from = $today + duration({days: 1})");
        assertThat(codes(command(
                        "department-approver", "replyNotice", shown, "notice", id, "version", version, "reply", "已办结")))
                .containsExactly("NOT_YOURS null");
        write("MATCH (:Person)-[post:WORKS_FOR]->(:Department) SET post.from = $today");
        assertThat(codes(command(
                        "department-approver", "replyNotice", shown, "notice", id, "version", version, "reply", "已办结")))
                .isEmpty();
        JsonNode after = read("supervisor", list).path("supervisionList");
        assertThat(after.at("/projects/0/supervised").asBoolean()).isTrue();
        assertThat(after.at("/overdue/0/noticesBefore").asInt()).isOne();
    }

    @Test
    void onlyTheOwnerConfirmsAnAgreementAndOnlyWithAllThree() throws Exception {
        write("MATCH (s:AgencyService) SET s.state = 'ENDED', s.endOn = $today");
        JsonNode opened = command(
                "agent",
                "openService",
                SERVICE,
                "agreementNo",
                "A2",
                "project",
                "prj_mineminemineminemineminemi",
                "stages",
                List.of("1", "3"));
        assertThat(codes(opened)).isEmpty();
        String id = opened.at("/agencyService/id").asString();
        assertThat(codes(command(
                        "agent",
                        "openService",
                        SERVICE,
                        "agreementNo",
                        "A3",
                        "project",
                        "prj_mineminemineminemineminemi")))
                .containsExactly("SERVED_ALREADY project");
        String version = opened.at("/agencyService/version").asString();
        assertThat(codes(move("agent", id, version, "CONFIRMING"))).containsExactly("DUTY_VACANT state");
        for (String role : List.of("LIAISON", "SUPERVISOR")) {
            JsonNode assigned = command(
                    "administrator", "assignMember", SERVICE, "service", id, "person", "per_other", "role", role);
            assertThat(codes(assigned)).isEmpty();
            version = assigned.at("/agencyService/version").asString();
        }
        String yesterday = now().toLocalDate().minusDays(1).toString();
        assertThat(codes(command(
                        "administrator",
                        "assignMember",
                        SERVICE,
                        "service",
                        id,
                        "person",
                        "per_other",
                        "role",
                        "LIAISON",
                        "to",
                        yesterday)))
                .containsExactly("BAD_VALUE to");
        JsonNode asked = move("agent", id, version, "CONFIRMING");
        assertThat(codes(asked)).isEmpty();
        version = asked.at("/agencyService/version").asString();
        assertThat(codes(move("agent", id, version, "SIGNED"))).containsExactly("NOT_YOURS null");
        JsonNode signed = move("owner", id, version, "SIGNED");
        assertThat(codes(signed)).isEmpty();
        assertThat(codes(command("owner", "rateService", SERVICE, "service", id, "score", 6)))
                .containsExactly("BAD_VALUE score");
        assertThat(codes(command("owner", "rateService", SERVICE, "service", id, "score", 5, "comment", "很周到")))
                .isEmpty();
        assertThat(codes(command("owner", "rateService", SERVICE, "service", id, "score", 4)))
                .containsExactly("RATED_TODAY null");
    }

    private JsonNode move(String viewer, String id, String version, String state) throws Exception {
        return command(viewer, "moveService", SERVICE, "service", id, "version", version, "state", state);
    }

    @Test
    void assistanceSavesDaysAgainstWhatWasPromised() throws Exception {
        write(
                "MATCH (a:Approval {id: 'apv_openopenopenopenopenopenop'}) SET a.status = '11', a.acceptedAt = datetime('2026-03-02T09:00:00+08:00'),"
                        + " a.completedAt = datetime('2026-03-05T09:00:00+08:00')");
        JsonNode assisted = command(
                "agent",
                "recordAssistance",
                "assistanceRecord { code mode { label } baselineDays daysSaved by { name } }",
                "project",
                "prj_mineminemineminemineminemi",
                "mode",
                "DOORSTEP",
                "approval",
                "apv_openopenopenopenopenopenop",
                "outcome",
                "联合上门");
        assertThat(codes(assisted)).isEmpty();
        assertThat(assisted.at("/assistanceRecord/baselineDays").asInt()).isEqualTo(8);
        assertThat(assisted.at("/assistanceRecord/daysSaved").asInt()).isEqualTo(5);
        assertThat(codes(command(
                        "agent",
                        "recordAssistance",
                        "assistanceRecord { id }",
                        "project",
                        "prj_mineminemineminemineminemi",
                        "mode",
                        "FLY")))
                .containsExactly("BAD_CODE mode");
    }
}
