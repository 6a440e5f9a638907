package io.lianshu.platform.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.platform.live.SocketClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who hears of what, over a WebSocket as real clients use it. */
class WorkIT extends ListeningHub {

    @Test
    void eachHearsOfItsOwnPersonDepartmentOrCompanyAndOfNothingElse() throws Exception {
        try (SocketClient agent = listening("agent", AGENT);
                SocketClient approver = listening("department-approver", DEPARTMENT);
                SocketClient supplier = listening("supplier", SUPPLIER)) {
            tell(WorkKind.APPROVAL_MOVED, PROJECT, AGENT, DEPARTMENT);
            tell(WorkKind.VISIT_DUE, PROJECT, "per_somebody_else");
            tell(WorkKind.SERVICE_CHANGED, PROJECT, SUPPLIER);
            JsonNode told = next(agent);
            assertThat(told.path("kind").toString())
                    .isEqualTo("{\"code\":\"APPROVAL_MOVED\",\"label\":\"approval moved\"}");
            assertThat(told.path("at").asString()).startsWith("2026-03-02T10:00");
            assertThat(told.path("subject").toString())
                    .isEqualTo("{\"__typename\":\"Project\",\"id\":\"" + PROJECT + "\"}");
            assertThat(told.at("/viewer/id").asString()).isEqualTo(AGENT);
            assertThat(next(approver).at("/kind/code").asString()).isEqualTo("APPROVAL_MOVED");
            JsonNode own = next(supplier);
            assertThat(own.at("/kind/code").asString()).isEqualTo("SERVICE_CHANGED");
            assertThat(own.path("viewer").isNull()).isTrue();
            assertThat(isSilent(agent)).isTrue();
            assertThat(isSilent(approver)).isTrue();
            assertThat(isSilent(supplier)).isTrue();
        }
    }

    @Test
    void whatTheViewerMayNotSeeIsNull() throws Exception {
        try (SocketClient agent = listening("agent", AGENT)) {
            tell(WorkKind.APPROVAL_MOVED, BID, AGENT);
            tell(WorkKind.APPROVAL_MOVED, "prj_not_an_id", AGENT);
            for (int i = 0; i < 2; i++) {
                JsonNode told = next(agent);
                assertThat(told.at("/kind/code").asString()).isEqualTo("APPROVAL_MOVED");
                assertThat(told.path("subject").isNull()).as("%s", told).isTrue();
            }
        }
    }

    @Test
    void aPostThatEndsIsNoticed() throws Exception {
        try (SocketClient approver = listening("department-approver", DEPARTMENT)) {
            run("MATCH (:Person {id: '" + APPROVER + "'})-[post:WORKS_FOR]->() SET post.to = date('2020-01-01')");
            Thread.sleep(3_000);
            tell(WorkKind.APPROVAL_MOVED, PROJECT, DEPARTMENT);
            assertThat(isSilent(approver)).isTrue();
        }
    }

    @Test
    void whoIsSuspendedOrLoggedOutIsClosedAndWhoHasNoRoleAnyMoreIsRefused() throws Exception {
        try (SocketClient agent = listening("agent", AGENT)) {
            run("MATCH (account:Account {username: 'agent'}) SET account.suspended = true");
            assertThat(agent.closed()).startsWith("4403 Forbidden");
        }
        run("MATCH (account:Account {username: 'agent'}) SET account.suspended = false");
        try (SocketClient agent = listening("agent", AGENT)) {
            run("MATCH (session:LoginSession) SET session.endedAt = datetime()");
            assertThat(agent.closed()).startsWith("4403 Forbidden");
        }
        try (SocketClient agent = listening("agent", AGENT)) {
            run("MATCH (grant:RoleGrant) SET grant.withdrawnAt = datetime()");
            JsonNode said = next(agent);
            assertThat(said.path("type").asString()).as("%s", said).isEqualTo("error");
            assertThat(said.at("/payload/0/extensions/code").asString()).isEqualTo("NOT_ALLOWED");
        }
    }

    @Test
    void aPositionGoesOnFromWhereTheClientWas() throws Exception {
        String position;
        try (SocketClient agent = listening("agent", AGENT)) {
            tell(WorkKind.VISIT_DUE, PROJECT, instant(1), AGENT);
            position = next(agent).path("position").asString();
            agent.cut();
        }
        for (int i = 2; i < 5; i++) {
            tell(WorkKind.VISIT_DUE, PROJECT, instant(i), AGENT);
        }
        try (SocketClient agent = entered("agent")) {
            agent.subscribe(
                    "work",
                    MY_WORK.formatted("(after: \\\"" + position + "\\\")").replace("\\\"", "\""));
            List<String> at = new ArrayList<>();
            for (int i = 2; i < 5; i++) {
                at.add(next(agent).path("at").asString().substring(17, 19));
            }
            assertThat(at).containsExactly("02", "03", "04");
            agent.subscribe("bad", MY_WORK.formatted("(after: \"" + position + "x\")"));
            assertThat(agent.hear().at("/payload/0/extensions/code").asString()).isEqualTo("BAD_POSITION");
        }
    }

    @Test
    void thePublicHasNoWorkAndAnAccountOnlySoManyStreams() throws Exception {
        try (SocketClient nobody = SocketClient.entered(port, "{}")) {
            nobody.subscribe("work", MY_WORK.formatted(""));
            assertThat(nobody.hear().at("/payload/0/extensions/code").asString())
                    .isEqualTo("NOT_ALLOWED");
        }
        try (SocketClient agent = entered("agent")) {
            for (String id : List.of("a", "b", "c", "d")) {
                agent.subscribe(id, MY_WORK.formatted(""));
            }
            JsonNode said = agent.hear();
            assertThat(said.at("/payload/0/extensions/code").asString()).isEqualTo("TOO_MANY_STREAMS");
            String other = said.path("id").asString().equals("a") ? "b" : "a";
            agent.say("{\"id\":\"" + other + "\",\"type\":\"complete\"}");
            Thread.sleep(500);
            agent.subscribe("e", MY_WORK.formatted(""));
            assertThat(agent.hear(1_000)).isNull();
        }
    }

    @Test
    void aSelectionThatCouldNotBeReadIsRefusedBeforeTheFirstEvent() throws Exception {
        try (SocketClient agent = entered("agent")) {
            agent.subscribe(
                    "work",
                    "subscription { myWork { subject { ... on Project { approvals(first: 100) { edges { node { project {"
                            + " approvals(first: 100) { edges { node { project { approvals(first: 100) { edges { node {"
                            + " id } } } } } } } } } } } } } } }");
            JsonNode said = agent.hear();
            assertThat(said.path("type").asString()).as("%s", said).isEqualTo("error");
            assertThat(said.at("/payload/0/extensions/code").asString()).isEqualTo("TOO_COSTLY");
        }
    }

    @Test
    void aSubscriptionIsNotAnsweredOverPlainHttp() throws Exception {
        JsonNode answer = hub.ask("subscription { myWork { position } }", Map.of(), "Bearer " + token("agent"));
        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("OPERATION_NOT_SUPPORTED");
    }
}
