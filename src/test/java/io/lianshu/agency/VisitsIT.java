package io.lianshu.agency;

import static io.lianshu.exchange.AskedCommands.codes;
import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.platform.clock.Weeks;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Visits from the phone: each kept once, counted for the right week or kept with the reason why not. */
class VisitsIT extends AgencyHub {

    private static final String DAY = "{ myDay { isoWeek counters { due done missed overdueDifficulties notices }"
            + " visits { score reasons { code label } suggestedChannel { code } project { id } obligation { state { code } dueOn }"
            + " lastVisit { clientId } openDifficulties overdueDifficulties openApprovals stuckDays } } }";

    @Autowired
    private ObligationGraph obligations;

    private static Map<String, Object> visit(String project, ZonedDateTime at) {
        return new HashMap<>(Map.of(
                "clientId",
                UUID.randomUUID().toString(),
                "project",
                project,
                "channel",
                "ON_SITE",
                "occurredAt",
                at.toOffsetDateTime().toString(),
                "progress",
                "桩基施工过半",
                "location",
                Map.of("latitude", 29.81, "longitude", 121.5)));
    }

    private JsonNode record(Map<String, Object>... visits) throws Exception {
        return command(
                "agent",
                "recordVisits",
                "person { work { due done } visits(orderBy: [{ clientId: ASC }]) { edges { node { clientId state { code }"
                        + " rejection { code } location { latitude } region { name } obligation { state { code } note }"
                        + " difficulties { title } } } } }",
                "visits",
                List.of(visits));
    }

    @Test
    @SuppressWarnings("unchecked")
    void aVisitFulfilsTheWeekOnceHoweverOftenItIsSent() throws Exception {
        obligations.lookAtWeek();
        obligations.lookAtWeek();
        assertThat(count("(:VisitObligation)")).isOne();
        JsonNode before = read("agent", DAY).path("myDay");
        boolean exempt = before.at("/visits/0/obligation/state/code").asString().equals("EXEMPT");
        Map<String, Object> visit = visit("prj_mineminemineminemineminemi", now().minusMinutes(5));
        visit.put("difficulties", List.of(Map.of("title", "临时用水未接通", "kind", "UTILITY", "severity", 2)));
        JsonNode sent = record(visit);
        assertThat(codes(sent)).isEmpty();
        JsonNode kept = sent.at("/person/visits/edges/0/node");
        assertThat(kept.at("/state/code").asString()).isEqualTo("ACCEPTED");
        assertThat(kept.at("/location/latitude").asDouble()).isEqualTo(29.81);
        assertThat(kept.at("/region/name").asString()).isEqualTo("甲镇");
        assertThat(kept.at("/obligation/state/code").asString()).isEqualTo(exempt ? "EXEMPT" : "DONE");
        assertThat(kept.at("/difficulties/0/title").asString()).isEqualTo("临时用水未接通");
        assertThat(record(visit).at("/person/visits/edges").size()).isOne();
        assertThat(count("(:Difficulty)")).isOne();
        JsonNode day = read("agent", DAY).path("myDay");
        assertThat(day.at("/counters/done").asInt()).isEqualTo(exempt ? 0 : 1);
        assertThat(day.at("/visits/0/lastVisit/clientId").asString()).isEqualTo(visit.get("clientId"));
        assertThat(day.at("/visits/0/openDifficulties").asInt()).isOne();
    }

    @Test
    @SuppressWarnings("unchecked")
    void aVisitThatDoesNotCountIsKeptWithItsReasonForItsAgentOnly() throws Exception {
        Map<String, Object> channel = visit("prj_mineminemineminemineminemi", now());
        channel.put("channel", "DRONE");
        JsonNode sent = record(
                visit("prj_mineminemineminemineminemi", now().plusHours(2)),
                visit("prj_barebarebarebarebarebareba", now()),
                visit("prj_aaaaaaaaaaaaaaaaaaaaaaaaaa", now()),
                channel);
        assertThat(codes(sent)).isEmpty();
        List<String> reasons = sent.at("/person/visits/edges")
                .valueStream()
                .map(edge -> edge.at("/node/rejection/code").asString())
                .sorted()
                .toList();
        assertThat(reasons).containsExactly("BAD_CHANNEL", "IN_FUTURE", "NOT_SERVED", "PROJECT_UNKNOWN");
        assertThat(read("supervisor", "{ visits { totalCount } }")
                        .at("/visits/totalCount")
                        .asInt())
                .isEqualTo(4);
        for (String other : List.of("owner", "department-approver", "director")) {
            assertThat(read(other, "{ visits { totalCount } }")
                            .at("/visits/totalCount")
                            .asInt())
                    .as(other)
                    .isZero();
        }
        write("MATCH (:Person)-[part:MEMBER_OF]->(:AgencyService) SET part.to = $today - duration({days: 1})");
        assertThat(record(visit("prj_mineminemineminemineminemi", now()))
                        .at("/person/visits/edges")
                        .valueStream()
                        .map(edge -> edge.at("/node/rejection/code").asString()))
                .contains("NOT_A_MEMBER");
    }

    @Test
    @SuppressWarnings("unchecked")
    void whatIsNoVisitAtAllIsRefusedWhole() throws Exception {
        Map<String, Object> first = visit("prj_mineminemineminemineminemi", now());
        Map<String, Object> second = visit("prj_mineminemineminemineminemi", now());
        second.put("clientId", "not a uuid");
        assertThat(codes(record(first, second))).containsExactly("BAD_VALUE visits[1].clientId");
        second.put("clientId", first.get("clientId"));
        assertThat(codes(record(first, second))).containsExactly("BAD_VALUE visits[1].clientId");
        second.put("clientId", UUID.randomUUID().toString());
        first.put("attachments", List.of("att_aaaaaaaaaaaaaaaaaaaaaaaaaa"));
        second.put("attachments", List.of("att_aaaaaaaaaaaaaaaaaaaaaaaaaa"));
        assertThat(codes(record(first, second))).containsExactly("BAD_VALUE visits[1].attachments");
        second.put("attachments", List.of());
        second.put("progress", "桩基\u0000施工过半");
        assertThat(codes(record(first, second))).containsExactly("BAD_VALUE visits[1].progress");
        first.put("location", Map.of("latitude", 95.0, "longitude", 10.0));
        assertThat(codes(record(first))).containsExactly("BAD_VALUE visits[0].location");
        assertThat(count("(:Visit)")).isZero();
    }

    @Test
    @SuppressWarnings("unchecked")
    void aPastWeekIsFulfilledWithinThreeDaysOnly() throws Exception {
        for (int weeks : List.of(1, 3)) {
            String week = Weeks.of(now().minusWeeks(weeks).toLocalDate());
            write("MATCH (s:AgencyService) CREATE (:VisitObligation {id: '" + DueWeek.id("ags_1", week)
                    + "', isoWeek: '" + week + "', dueOn: $today - duration({weeks: " + weeks
                    + "}), state: 'DUE'})-[:DUE_UNDER]->(s)");
        }
        obligations.lookAtWeek();
        assertThat(count("(o:VisitObligation {state: 'MISSED'})")).isEqualTo(2);
        JsonNode day = read("agent", DAY).path("myDay");
        assertThat(day.at("/counters/missed").asInt()).isEqualTo(2);
        assertThat(day.at("/visits/0/score").asInt()).isEqualTo(80);
        assertThat(day.at("/visits/0/reasons/0/code").asString()).isEqualTo("MISSED_WEEK");
        JsonNode late = record(visit("prj_mineminemineminemineminemi", now().minusWeeks(3)));
        assertThat(late.at("/person/visits/edges/0/node/state/code").asString()).isEqualTo("ACCEPTED");
        assertThat(late.at("/person/visits/edges/0/node/obligation/state/code").asString())
                .isEqualTo("MISSED");
        assertThat(late.at("/person/visits/edges/0/node/obligation/note").asString())
                .contains("72");
    }

    @Test
    @SuppressWarnings("unchecked")
    void aVisitThatCameTooLateMakesNoWeekOneThatOwedAVisit() throws Exception {
        JsonNode late = record(visit("prj_mineminemineminemineminemi", now().minusWeeks(3)));
        assertThat(late.at("/person/visits/edges/0/node/state/code").asString()).isEqualTo("ACCEPTED");
        assertThat(late.at("/person/visits/edges/0/node/obligation").isNull()).isTrue();
        obligations.lookAtWeek();
        assertThat(count("(o:VisitObligation {state: 'MISSED'})")).isZero();
        assertThat(read("agent", DAY).at("/myDay/counters/missed").asInt()).isZero();
    }
}
