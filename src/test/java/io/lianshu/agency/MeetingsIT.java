package io.lianshu.agency;

import static io.lianshu.exchange.AskedCommands.codes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who is called to a meeting, and its record put right after it was held. */
class MeetingsIT extends AgencyHub {

    private static final String PROJECT = "prj_mineminemineminemineminemi";
    private static final String SHOWN = "meeting { id version meetingNo place minutes template { name }"
            + " attendees { edges { node { name } } }"
            + " resolutions(orderBy: [{ seq: ASC }]) { id resolutionNo text dueOn status { code } department { name }"
            + " difficulty { id status { code } dueOn assignee { name } steps { note } } } }";

    private String raised(String title) throws Exception {
        JsonNode raised = command(
                "agent", "raiseDifficulty", "difficulty { id }", "project", PROJECT, "title", title, "kind", "UTILITY");
        assertThat(codes(raised)).isEmpty();
        return raised.at("/difficulty/id").asString();
    }

    private void assign(String difficulty, String department) {
        write("MATCH (d:Difficulty {id: '" + difficulty + "'}), (a:Department {id: '" + department
                + "'}) SET d.status = 'ASSIGNED' CREATE (d)-[:ASSIGNED_TO]->(a)");
    }

    private JsonNode held(Object... decisions) throws Exception {
        JsonNode held = command(
                "agent",
                "holdMeeting",
                SHOWN,
                "kind",
                "CONSULTATION",
                "attendees",
                List.of("per_other"),
                "decisions",
                List.of(decisions));
        assertThat(codes(held)).isEmpty();
        return held.path("meeting");
    }

    @Test
    void aTemplateSaysWhoIsCalledAndWhatIsTalkedAbout() throws Exception {
        assign(raised("临时用水未接通"), "dep_land");
        assign(raised("红线重叠"), "dep_land");
        raised("图纸缺签章");
        raised("两户尚未搬迁");
        write("CREATE (:Department {id: 'dep_far', name: '水利局'})");
        write(
                "MATCH (d:Difficulty {title: '图纸缺签章'}), (a:Department {id: 'dep_far'}) SET d.status = 'ASSIGNED' CREATE (d)-[:ASSIGNED_TO]->(a)");
        write(
                "MATCH (a:Department {id: 'dep_desk'}) CREATE (:MeetingTemplate {id: 'mtt_old', kind: 'CONSULTATION', name: '旧', extraCount: 9, validFrom: date('2020-01-01'), validTo: date('2021-01-01')}),"
                        + " (:MeetingTemplate {id: 'mtt_now', kind: 'CONSULTATION', name: '“1+1”会商', fixedCount: 1, extraCount: 1, validFrom: date('2021-01-02')})-[:CALLS]->(a)");
        String agenda = " { template { name } departments { name } items { difficulty { title } } } }";
        JsonNode consulted = read("agent", "{ meetingAgenda(kind: \"CONSULTATION\")" + agenda)
                .path("meetingAgenda");
        assertThat(consulted.at("/template/name").asString()).isEqualTo("“1+1”会商");
        assertThat(texts(consulted.path("departments"), "/name")).containsExactly("住建局", "资规局");
        assertThat(texts(consulted.path("items"), "/difficulty/title"))
                .containsExactlyInAnyOrder("临时用水未接通", "红线重叠", "两户尚未搬迁");
        JsonNode weekly = read("agent", "{ meetingAgenda" + agenda).path("meetingAgenda");
        assertThat(weekly.path("template").isNull()).isTrue();
        assertThat(texts(weekly.path("departments"), "/name")).containsExactly("资规局", "水利局");
        assertThat(texts(weekly.path("items"), "/difficulty/title")).hasSize(4);
        assertThat(refusedRead("agent", "{ meetingAgenda(kind: \"PARTY\") { isoWeek } }")
                        .at("/extensions/field")
                        .asString())
                .isEqualTo("kind");
    }

    private static List<String> texts(JsonNode list, String place) {
        return list.valueStream().map(item -> item.at(place).asString()).toList();
    }

    @Test
    void aMeetingIsPutRightAndItsDifficultyFollows() throws Exception {
        write(
                "CREATE (:MeetingTemplate {id: 'mtt_now', kind: 'CONSULTATION', name: '会商', validFrom: date('2021-01-02')})");
        String difficulty = raised("临时用水未接通");
        JsonNode held = held(
                Map.of(
                        "text",
                        "供水公司接通",
                        "difficulty",
                        difficulty,
                        "department",
                        "dep_desk",
                        "dueOn",
                        workingDay(2).toString()),
                Map.of("text", "下周再议", "project", PROJECT));
        assertThat(held.path("meetingNo").asString()).matches("HY-\\d{4}-00001");
        assertThat(held.at("/template/name").asString()).isEqualTo("会商");
        assertThat(held.at("/resolutions/0/resolutionNo").asString()).endsWith("00001-01");
        String first = held.at("/resolutions/0/id").asString();
        String day = workingDay(4).toString();
        JsonNode right = correct(
                held,
                "place",
                "三楼会议室",
                "attendees",
                List.of(),
                "decisions",
                List.of(
                        Map.of("resolution", first, "department", "dep_land", "dueOn", day),
                        Map.of("resolution", held.at("/resolutions/1/id").asString(), "text", "本周五再议")));
        assertThat(codes(right)).isEmpty();
        assertThat(right.at("/meeting/place").asString()).isEqualTo("三楼会议室");
        assertThat(right.at("/meeting/attendees/edges")).isEmpty();
        assertThat(right.at("/meeting/resolutions/0/text").asString()).isEqualTo("供水公司接通");
        assertThat(right.at("/meeting/resolutions/0/department/name").asString())
                .isEqualTo("资规局");
        assertThat(right.at("/meeting/resolutions/0/difficulty/assignee/name").asString())
                .isEqualTo("资规局");
        assertThat(right.at("/meeting/resolutions/0/difficulty/dueOn").asString())
                .isEqualTo(day);
        assertThat(right.at("/meeting/resolutions/1/text").asString()).isEqualTo("本周五再议");
        assertThat(
                        count(
                                "(e:FeedEntry {kind: 'MEETING_HELD'}) WHERE 'dep_land' IN e.audience AND 'dep_desk' IN e.audience"))
                .isOne();
        JsonNode history =
                read("supervisor", "{ history(id: \"" + first + "\") { command fields { name before after } } }");
        assertThat(history.at("/history/0/command").asString()).isEqualTo("correctMeeting");
    }

    @Test
    void whatIsDoneOrAnothersOrReadTooLongAgoIsLeftAlone() throws Exception {
        JsonNode other = held(Map.of("text", "下周再议", "project", PROJECT));
        JsonNode held = held(Map.of("text", "本周办结", "project", PROJECT), Map.of("text", "下月办结", "project", PROJECT));
        String done = held.at("/resolutions/0/id").asString();
        String open = held.at("/resolutions/1/id").asString();
        assertThat(codes(command("agent", "completeResolution", "meeting { id }", "resolution", done)))
                .isEmpty();
        assertThat(codes(correct(
                        held,
                        "decisions",
                        List.of(
                                Map.of("resolution", done, "text", "不必办"),
                                Map.of(
                                        "resolution",
                                        other.at("/resolutions/0/id").asString(),
                                        "text",
                                        "不必议")))))
                .containsExactly("ALREADY_DONE decisions[0].resolution", "NOT_FOUND decisions[1].resolution");
        assertThat(codes(correct(
                        held,
                        "attendees",
                        List.of("per_nobody"),
                        "decisions",
                        List.of(Map.of(
                                "resolution",
                                open,
                                "text",
                                "x",
                                "department",
                                "dep_nowhere",
                                "dueOn",
                                now().toLocalDate().minusDays(1).toString())))))
                .containsExactly(
                        "NOT_FOUND attendees",
                        "BAD_VALUE decisions[0].text",
                        "NOT_FOUND decisions[0].department",
                        "IN_PAST decisions[0].dueOn");
        assertThat(codes(correct(held, "minutes", "更正一次"))).isEmpty();
        JsonNode stale = correct(held, "minutes", "更正两次");
        assertThat(codes(stale)).containsExactly("VERSION_STALE version");
        assertThat(stale.at("/meeting/minutes").asString()).isEqualTo("更正一次");
    }

    private JsonNode correct(JsonNode held, Object... fields) throws Exception {
        Object[] all = Arrays.copyOf(
                new Object[] {
                    "meeting",
                    held.path("id").asString(),
                    "version",
                    held.path("version").asString()
                },
                fields.length + 4);
        System.arraycopy(fields, 0, all, 4, fields.length);
        return command("agent", "correctMeeting", SHOWN, all);
    }
}
