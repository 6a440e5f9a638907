package io.lianshu.agency;

import static io.lianshu.exchange.AskedCommands.codes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Difficulties from the site to the department and back, and the meetings that decide on them. */
class DifficultiesIT extends AgencyHub {

    private static final String DIFFICULTY =
            "difficulty { id version difficultyNo status { code } dueOn daysOverdue assignee { name } steps { status { code } note } }";

    @Test
    void aDifficultyGoesFromTheSiteToTheDepartmentAndBack() throws Exception {
        JsonNode raised = command(
                "agent",
                "raiseDifficulty",
                DIFFICULTY,
                "project",
                "prj_mineminemineminemineminemi",
                "title",
                "红线重叠",
                "kind",
                "LAND",
                "severity",
                3,
                "approval",
                "apv_openopenopenopenopenopenop");
        assertThat(codes(raised)).isEmpty();
        String id = raised.at("/difficulty/id").asString();
        JsonNode assigned = command(
                "agent",
                "assignDifficulty",
                DIFFICULTY,
                "difficulty",
                id,
                "version",
                raised.at("/difficulty/version").asString(),
                "department",
                "dep_desk",
                "dueOn",
                workingDay(3).toString(),
                "note",
                "请核对红线");
        assertThat(codes(assigned)).isEmpty();
        assertThat(assigned.at("/difficulty/assignee/name").asString()).isEqualTo("住建局");
        String version = assigned.at("/difficulty/version").asString();
        assertThat(read(
                                "department-approver",
                                "{ myDesk { departments { name } difficulties { id } approvals { id } } }")
                        .at("/myDesk/difficulties/0/id")
                        .asString())
                .isEqualTo(id);
        assertThat(codes(command(
                        "agent",
                        "replyDifficulty",
                        DIFFICULTY,
                        "difficulty",
                        id,
                        "version",
                        version,
                        "status",
                        "REJECTED",
                        "resolution",
                        "不归我管")))
                .containsExactly("NOT_YOURS null");
        for (String status : List.of("IN_PROGRESS", "RESOLVED")) {
            assertThat(codes(command(
                            "department-approver",
                            "replyDifficulty",
                            DIFFICULTY,
                            "difficulty",
                            id,
                            "version",
                            version,
                            "status",
                            status,
                            "resolution",
                            "长".repeat(2_001))))
                    .as(status)
                    .hasSize(1);
        }
        JsonNode resolved = command(
                "department-approver",
                "replyDifficulty",
                DIFFICULTY,
                "difficulty",
                id,
                "version",
                version,
                "status",
                "RESOLVED",
                "resolution",
                "红线已核定");
        assertThat(codes(resolved)).isEmpty();
        assertThat(resolved.at("/difficulty/steps").size()).isEqualTo(3);
        assertThat(codes(command(
                        "agent",
                        "assignDifficulty",
                        DIFFICULTY,
                        "difficulty",
                        id,
                        "version",
                        resolved.at("/difficulty/version").asString(),
                        "department",
                        "dep_land",
                        "dueOn",
                        workingDay(3).toString())))
                .containsExactly("NOT_NEXT null");
        assertThat(read("owner", "{ difficulties { totalCount } }")
                        .at("/difficulties/totalCount")
                        .asInt())
                .isOne();
        assertThat(read("supplier", "{ difficulties { totalCount } }")
                        .at("/difficulties/totalCount")
                        .asInt())
                .isZero();
    }

    @Test
    void wrongDifficultiesAreRefused() throws Exception {
        assertThat(codes(command(
                        "owner",
                        "raiseDifficulty",
                        DIFFICULTY,
                        "project",
                        "prj_barebarebarebarebarebareba",
                        "title",
                        "不是我的",
                        "kind",
                        "LAND")))
                .containsExactly("NOT_FOUND project");
        assertThat(codes(command(
                        "agent",
                        "raiseDifficulty",
                        DIFFICULTY,
                        "project",
                        "prj_mineminemineminemineminemi",
                        "title",
                        "x",
                        "kind",
                        "NONE",
                        "severity",
                        9)))
                .containsExactly("BAD_VALUE title", "BAD_CODE kind", "BAD_VALUE severity");
        JsonNode raised = command(
                "agent",
                "raiseDifficulty",
                DIFFICULTY,
                "project",
                "prj_mineminemineminemineminemi",
                "title",
                "红线重叠",
                "kind",
                "LAND");
        String id = raised.at("/difficulty/id").asString();
        String version = raised.at("/difficulty/version").asString();
        assertThat(codes(command(
                        "agent",
                        "assignDifficulty",
                        DIFFICULTY,
                        "difficulty",
                        id,
                        "version",
                        version,
                        "department",
                        "dep_desk",
                        "dueOn",
                        "2020-01-02")))
                .containsExactly("IN_PAST dueOn");
        assertThat(codes(command(
                        "agent",
                        "assignDifficulty",
                        DIFFICULTY,
                        "difficulty",
                        id,
                        "version",
                        version,
                        "department",
                        "dep_desk",
                        "dueOn",
                        now().plusYears(9).toLocalDate().toString())))
                .containsExactly("OUTSIDE_CALENDAR dueOn");
    }

    @Test
    void theMeetingsAgendaBuildsItselfAndItsDecisionsMoveDays() throws Exception {
        JsonNode raised = command(
                "agent",
                "raiseDifficulty",
                DIFFICULTY,
                "project",
                "prj_mineminemineminemineminemi",
                "title",
                "红线重叠",
                "kind",
                "LAND",
                "severity",
                3);
        String id = raised.at("/difficulty/id").asString();
        JsonNode agenda = read(
                "agent",
                "{ meetingAgenda { isoWeek items { reason { code } difficulty { id } project { id } daysOverdue previous { text } } departments { name } } }");
        assertThat(agenda.at("/meetingAgenda/items/0/difficulty/id").asString()).isEqualTo(id);
        String due = workingDay(5).toString();
        JsonNode held = command(
                "agent",
                "holdMeeting",
                "meeting { id isoWeek resolutions { id seq text status { code } department { name } difficulty { status { code } dueOn assignee { name } } } }",
                "kind",
                "WEEKLY",
                "place",
                "三楼会议室",
                "decisions",
                List.of(Map.of("text", "资规局五日内核定红线", "difficulty", id, "department", "dep_land", "dueOn", due)));
        assertThat(codes(held)).isEmpty();
        JsonNode decided = held.at("/meeting/resolutions/0");
        assertThat(decided.at("/difficulty/status/code").asString()).isEqualTo("ASSIGNED");
        assertThat(decided.at("/difficulty/dueOn").asString()).isEqualTo(due);
        assertThat(decided.at("/difficulty/assignee/name").asString()).isEqualTo("资规局");
        assertThat(read("agent", "{ meetingAgenda { items { previous { text } } } }")
                        .at("/meetingAgenda/items/0/previous/text")
                        .asString())
                .startsWith("资规局");
        assertThat(codes(command(
                        "department-approver",
                        "completeResolution",
                        "meeting { id }",
                        "resolution",
                        decided.path("id").asString())))
                .containsExactly("NOT_YOURS null");
        assertThat(codes(command(
                        "agent",
                        "completeResolution",
                        "meeting { id }",
                        "resolution",
                        decided.path("id").asString())))
                .isEmpty();
        assertThat(codes(command(
                        "agent",
                        "holdMeeting",
                        "meeting { id }",
                        "kind",
                        "WEEKLY",
                        "decisions",
                        List.of(Map.of(
                                "text",
                                "x",
                                "project",
                                "prj_mineminemineminemineminemi",
                                "difficulty",
                                "dif_nothing")))))
                .containsExactly(
                        "BAD_VALUE decisions[0].text",
                        "BAD_VALUE decisions[0].difficulty",
                        "NOT_FOUND decisions[0].difficulty");
        assertThat(refusedRead("agent", "{ meetingAgenda(isoWeek: \"2026-W54\") { isoWeek } }")
                        .at("/extensions/field")
                        .asString())
                .isEqualTo("isoWeek");
    }
}
