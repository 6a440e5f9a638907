package io.lianshu.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Whose telephone and whose place is shown to whom, and what becomes of both when nobody consents any more. */
class PrivacyIT extends AgentsProject {

    private static final String PLACES =
            "{ visits(orderBy: [{ clientId: ASC }]) { edges { node { location { latitude } } } } }";

    @Autowired
    private RetentionGraph retention;

    @ParameterizedTest
    @ValueSource(strings = {"owner", "officer", "agent"})
    void anAgentSeesTheTelephonesOfItsOwnProjects(String person) throws Exception {
        String agent = token("agent");
        assertThat(phone(person, agent)).isEqualTo("13800001234");
        assertThat(phone(person, token("director"))).isEqualTo("138****1234");
        write("MATCH (:Person {id: $id.agent})-[m:MEMBER_OF]->() SET m.to = date('2021-01-01')");
        assertThat(phone(person, agent)).isEqualTo(person.equals("agent") ? "13800001234" : "138****1234");
    }

    @ParameterizedTest
    @ValueSource(strings = {"former", "stranger", "other"})
    void andOfNobodyElse(String person) throws Exception {
        assertThat(phone(person, token("agent"))).isEqualTo("138****1234");
        assertThat(phone(person, token("case-officer"))).isEqualTo("13800001234");
    }

    @Test
    void whereAnAgentStoodIsSeenByThatAgentAndBySupervisors() throws Exception {
        assertThat(places("agent")).isEqualTo("29.8 29.8 -");
        assertThat(places("supervisor")).isEqualTo("29.8 29.8 29.8");
        for (String role : List.of("director", "analyst", "department-approver", "importer", "administrator")) {
            assertThat(places(role)).as(role).isEqualTo("- - -");
        }
        for (String by : List.of(
                "filter: { location: { within: { latitude: 29.8, longitude: 121.5, metres: 100 } } }",
                "near: { latitude: 29.8, longitude: 121.5, metres: 100 }",
                "orderBy: [{ location: ASC }]")) {
            JsonNode answer =
                    hub.ask("{ visits(" + by + ") { totalCount } }", Map.of(), "Bearer " + token("supervisor"));
            assertThat(answer.at("/errors/0/extensions/code").asString()).as(by).isEqualTo("BAD_QUERY");
        }
    }

    @Test
    void aPlaceIsForgottenWhenItsTermIsOverAndWhereNobodyConsented() throws Exception {
        assertThat(retention.forgetPlaces(Duration.ofDays(365))).isEqualTo(2);
        assertThat(places("supervisor")).isEqualTo("29.8 - -");
        assertThat(retention.forgetPlaces(Duration.ofDays(365))).isZero();
        assertThat(count("(e:AuditEvent {action: 'RETENTION'}) WHERE e.details STARTS WITH '2 '"))
                .isOne();
    }

    @Test
    void whoWithdrawsConsentIsForgottenAtOnce() throws Exception {
        String agent = token("agent");
        Map<String, Object> same = Map.of("purpose", "VISIT_LOCATION", "notice", "v1");
        assertThat(command("giveConsent", same, agent).at("/refusals/0/code").asString())
                .isEqualTo("ALREADY_GIVEN");
        JsonNode done = command("withdrawConsent", Map.of("purpose", "VISIT_LOCATION"), agent);
        assertThat(done.at("/person/consents/0/withdrawnAt").asString()).isNotEmpty();
        assertThat(places("supervisor")).isEqualTo("- - 29.8");
        assertThat(command("withdrawConsent", Map.of("purpose", "VISIT_LOCATION"), agent)
                        .at("/refusals/0/code")
                        .asString())
                .isEqualTo("NOT_GIVEN");
        assertThat(command("giveConsent", same, agent).path("refusals").isEmpty())
                .isTrue();
        assertThat(count("(:Person {id: $id.agent})-[:GAVE]->(:Consent)")).isEqualTo(2);
        assertThat(command("giveConsent", Map.of("purpose", "ANYTHING", "notice", "v1"), agent)
                        .at("/refusals/0/code")
                        .asString())
                .isEqualTo("BAD_CODE");
        assertThat(command("giveConsent", same, token("director"))
                        .at("/refusals/0/code")
                        .asString())
                .isEqualTo("NO_PERSON");
    }

    @Test
    void forWhoHasLeftAnAdministratorWithdrawsOnRequest() throws Exception {
        Map<String, Object> request =
                Map.of("person", IDS.get("agent"), "purpose", "VISIT_LOCATION", "reason", "本人书面申请 2026-9 号");
        String admin = token("administrator");
        assertThat(command("withdrawConsentFor", request, admin)
                        .at("/refusals/0/code")
                        .asString())
                .isEqualTo("STILL_HAS_ACCOUNT");
        write("MATCH (a:Account)-[of:ACCOUNT_OF]->(:Person {id: $id.agent}) DELETE of");
        Map<String, Object> unreasoned = new HashMap<>(request);
        unreasoned.put("reason", "......");
        assertThat(command("withdrawConsentFor", unreasoned, admin)
                        .at("/refusals/0/code")
                        .asString())
                .isEqualTo("BAD_REASON");
        JsonNode done = command("withdrawConsentFor", request, admin);
        assertThat(done.path("refusals").isEmpty()).as("%s", done).isTrue();
        assertThat(places("supervisor")).isEqualTo("- - 29.8");
        assertThat(count("(e:AuditEvent {action: 'COMMAND', command: 'withdrawConsentFor', subject: $id.agent})"
                        + " WHERE e.reason CONTAINS '2026-9'"))
                .isOne();
    }

    private String phone(String person, String token) throws Exception {
        return ask("{ node(id: \"" + IDS.get(person) + "\") { ... on Person { phone } } }", token)
                .at("/node/phone")
                .asString();
    }

    private String places(String role) throws Exception {
        StringBuilder text = new StringBuilder();
        for (JsonNode edge : ask(PLACES, token(role)).at("/visits/edges")) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(edge.at("/node/location/latitude").asString("-"));
        }
        return text.toString();
    }
}
