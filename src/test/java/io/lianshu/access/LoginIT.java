package io.lianshu.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.access.AskedAccess.Answer;
import io.lianshu.engine.TestEngine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Logging in, staying in and being put out, over HTTP. */
class LoginIT extends EnteredHub {

    /** A new account with a password of its own; its id. */
    private String account(String username, String password) throws Exception {
        String admin = hub.login("administrator", "demo").access();
        JsonNode made = hub.command("createAccount", "id username", Map.of("username", username), admin);
        assertThat(made.path("refusals")).as("%s", made).isEmpty();
        String id = made.at("/account/id").asString();
        JsonNode set = hub.command("setPassword", "id", Map.of("account", id, "password", "first password"), admin);
        assertThat(set.path("refusals")).as("%s", set).isEmpty();
        assertThat(hub.login(username, "first password").code()).isEqualTo("PASSWORD_MUST_CHANGE");
        Answer changed = hub.auth(
                "password", Map.of("username", username, "password", "first password", "new_password", password));
        assertThat(changed.status()).as("%s", changed.body()).isEqualTo(204);
        return id;
    }

    @Test
    void aDemoAccountEntersWithTheRoleOfItsName() throws Exception {
        Answer agent = hub.login("agent", "demo");
        assertThat(agent.status()).as("%s", agent.body()).isEqualTo(200);
        assertThat(agent.body().get("token_type").asString()).isEqualTo("Bearer");
        assertThat(agent.body().get("expires_in").asLong()).isEqualTo(600);
        assertThat(hub.me(agent.access())).isEqualTo("[\"AGENT\"]");
        assertThat(hub.me(hub.login("case-officer", "demo").access())).isEqualTo("[\"CASE_OFFICER\"]");
        Answer form = hub.auth(
                "token", "grant_type=password&username=agent&password=demo", "application/x-www-form-urlencoded", null);
        assertThat(form.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agent:wrong",
                "nobody:demo",
                "аgent:demo",
                "ａｇｅｎｔ:demo",
                "AGENT:demo",
                "agent :demo",
                ":demo",
                "agent:"
            })
    void whoeverIsWrongIsToldTheSame(String given) throws Exception {
        String[] parts = given.split(":", -1);
        Answer answer = hub.login(parts[0], parts[1]);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("BAD_CREDENTIALS");
        assertThat(answer.body().toString())
                .isEqualTo(hub.login("nobody at all", "x").body().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "null",
                "{\"username\": 1, \"password\": \"x\"}",
                "{\"username\": \"agent\"}",
                "{}"
            })
    void aBodyThatSaysNothingIsRefused(String body) throws Exception {
        Answer answer = hub.auth("token", body, "application/json", null);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("BAD_BODY");
    }

    @Test
    void aRefreshTokenTurnsAndAnOldOneEndsTheSession() throws Exception {
        Answer first = hub.login("analyst", "demo");
        Answer second = hub.refresh(first.refresh());
        assertThat(second.status()).isEqualTo(200);
        assertThat(hub.me(second.access())).isEqualTo("[\"ANALYST\"]");
        Answer again = hub.refresh(first.refresh());
        assertThat(again.status())
                .as("an answer that got lost may be asked for again")
                .isEqualTo(200);
        Answer third = hub.refresh(again.refresh());
        assertThat(third.status()).isEqualTo(200);
        assertThat(hub.refresh(first.refresh()).code()).as("a replayed token").isEqualTo("BAD_REFRESH_TOKEN");
        assertThat(hub.refresh(third.refresh()).code()).as("its whole session").isEqualTo("BAD_REFRESH_TOKEN");
        assertThat(hub.me(third.access())).isEqualTo("BAD_TOKEN");
        assertThat(hub.me(hub.login("analyst", "demo").access()))
                .as("only that session")
                .isEqualTo("[\"ANALYST\"]");
    }

    @Test
    void aMadeUpRefreshTokenHarmsNobody() throws Exception {
        Answer first = hub.login("analyst", "demo");
        String token = first.refresh();
        String turned = token.substring(0, token.length() - 2) + (token.endsWith("AA") ? "BB" : "AA");
        for (String made : List.of(turned, token + "x", "x", "", "a.b.c", token.replace('.', '-'))) {
            assertThat(hub.refresh(made).code()).as(made).isIn("BAD_REFRESH_TOKEN");
        }
        assertThat(hub.refresh(token).status()).isEqualTo(200);
    }

    @Test
    void loggingOutEndsOneSessionOrAll() throws Exception {
        Answer one = hub.login("director", "demo");
        Answer two = hub.login("director", "demo");
        assertThat(hub.auth("logout", Map.of("refresh_token", one.refresh())).status())
                .isEqualTo(204);
        assertThat(hub.me(one.access())).isEqualTo("BAD_TOKEN");
        assertThat(hub.refresh(one.refresh()).code()).isEqualTo("BAD_REFRESH_TOKEN");
        assertThat(hub.me(two.access())).isEqualTo("[\"DIRECTOR\"]");
        Answer three = hub.login("director", "demo");
        assertThat(hub.auth("logout", "{\"everywhere\": true}", "application/json", two.access())
                        .status())
                .isEqualTo(204);
        assertThat(hub.me(two.access())).isEqualTo("BAD_TOKEN");
        assertThat(hub.me(three.access())).isEqualTo("BAD_TOKEN");
        assertThat(hub.auth("logout", "{\"everywhere\": true}", "application/json", null)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void afterSeveralFailuresAnAccountIsLockedForTheirAddressOnly() throws Exception {
        account("lin.lock", "correct horse 1");
        AskedAccess thief = new AskedAccess(port);
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(thief.login("lin.lock", "wrong").code()).isEqualTo("BAD_CREDENTIALS");
        }
        assertThat(thief.login("lin.lock", "correct horse 1").code()).isEqualTo("BAD_CREDENTIALS");
        assertThat(hub.login("lin.lock", "correct horse 1").status()).isEqualTo(200);
    }

    @Test
    void afterManyFailuresFromEverywhereItIsLockedForAllForAWhile() throws Exception {
        account("lin.locked", "correct horse 1");
        for (int attempt = 0; attempt < 7; attempt++) {
            assertThat(new AskedAccess(port).login("lin.locked", "wrong").code())
                    .isEqualTo("BAD_CREDENTIALS");
        }
        assertThat(hub.login("lin.locked", "correct horse 1").code()).isEqualTo("BAD_CREDENTIALS");
        run("MATCH (c:Credential) SET c.lockedUntil = c.lockedUntil - duration('PT16M')");
        assertThat(hub.login("lin.locked", "correct horse 1").status()).isEqualTo(200);
    }

    @Test
    void whatIsRefusedIsToldToTheAuditByItsCode() throws Exception {
        String admin = hub.login("administrator", "demo").access();
        String own = hub.ask("{ me { account } }", Map.of(), "Bearer " + admin)
                .at("/data/me/account")
                .asString();
        hub.command("grantRole", "id", Map.of("account", own, "role", "ANALYST", "reason", "a value"), admin);
        String director = hub.login("director", "demo").access();
        hub.command("grantRole", "id", Map.of("account", own, "role", "AGENT"), director);
        assertThat(told("e.command = 'grantRole' AND e.subject = '" + own + "' AND e.reason IS NULL"))
                .contains("OWN_ACCOUNT", "NOT_ALLOWED");
        String reveal =
                "mutation { revealIdentifier(input: { clientMutationId: \"x\", node: \"330203\", field: \"phone\","
                        + " reason: \"%s\" }) { refusals { code } } }";
        String officer = "Bearer " + hub.login("case-officer", "demo").access();
        assertThat(hub.ask(reveal.formatted("......"), Map.of(), officer)
                        .at("/data/revealIdentifier/refusals/0/code")
                        .asString())
                .isEqualTo("BAD_REASON");
        hub.ask(reveal.formatted("核对投标人身份"), Map.of(), officer);
        hub.ask(reveal.formatted("核对投标人身份"), Map.of(), "Bearer " + director);
        assertThat(told("e.command = 'revealIdentifier' AND e.subject IS NULL AND e.reason IS NULL"))
                .contains("BAD_REASON", "BAD_ID", "NOT_ALLOWED");
    }

    private static List<String> told(String condition) {
        try (var session = TestEngine.driver().session()) {
            return session.run("MATCH (e:AuditEvent {action: 'COMMAND_REFUSED'}) WHERE " + condition
                            + " RETURN e.details AS code")
                    .list(row -> row.get("code").asString());
        }
    }

    @Test
    void rolesComeAndGoByDayAndSuspensionEndsEverything() throws Exception {
        String id = account("wu.roles", "correct horse 2");
        String admin = hub.login("administrator", "demo").access();
        String token = hub.login("wu.roles", "correct horse 2").access();
        assertThat(hub.me(token)).isEqualTo("[]");
        String grants = "grants { id role from to withdrawnAt }";
        hub.command(
                "grantRole",
                grants,
                Map.of("account", id, "role", "ANALYST", "to", "2020-01-01", "from", "2019-01-01"),
                admin);
        assertThat(hub.me(token)).as("a role of long ago").isEqualTo("[]");
        JsonNode granted = hub.command("grantRole", grants, Map.of("account", id, "role", "AGENT"), admin);
        assertThat(hub.me(token)).isEqualTo("[\"AGENT\"]");
        String grant = "";
        for (JsonNode one : granted.at("/account/grants")) {
            grant = one.path("role").asString().equals("AGENT") ? one.path("id").asString() : grant;
        }
        JsonNode withdrawn = hub.command("withdrawRole", "id", Map.of("grant", grant, "reason", "gone"), admin);
        assertThat(withdrawn.path("refusals")).as("%s", withdrawn).isEmpty();
        assertThat(hub.me(token)).isEqualTo("[]");
        assertThat(hub.command("withdrawRole", "id", Map.of("grant", grant, "reason", "gone"), admin)
                        .at("/refusals/0/code")
                        .asString())
                .isEqualTo("ALREADY_WITHDRAWN");
        JsonNode version =
                hub.ask("{ node(id: \"" + id + "\") { ... on Account { version } } }", Map.of(), "Bearer " + admin);
        JsonNode suspended = hub.command(
                "correctAccount",
                "suspended",
                Map.of("id", id, "version", version.at("/data/node/version").asString(), "suspended", true),
                admin);
        assertThat(suspended.at("/account/suspended").asBoolean())
                .as("%s", suspended)
                .isTrue();
        assertThat(hub.me(token)).isEqualTo("BAD_TOKEN");
        assertThat(hub.login("wu.roles", "correct horse 2").code()).isEqualTo("BAD_CREDENTIALS");
    }

    @Test
    void nobodyGrantsToThemselvesAndOnlyAdministratorsGrant() throws Exception {
        String admin = hub.login("administrator", "demo").access();
        String own = hub.ask("{ me { account } }", Map.of(), "Bearer " + admin)
                .at("/data/me/account")
                .asString();
        assertThat(hub.command("grantRole", "id", Map.of("account", own, "role", "CASE_OFFICER"), admin)
                        .at("/refusals/0/code")
                        .asString())
                .isEqualTo("OWN_ACCOUNT");
        String director = hub.login("director", "demo").access();
        assertThat(hub.command("grantRole", "id", Map.of("account", own, "role", "AGENT"), director)
                        .at("/errors/0/extensions/code")
                        .asString())
                .isEqualTo("NOT_ALLOWED");
        assertThat(hub.ask("{ accounts { totalCount } }", Map.of(), "Bearer " + director)
                        .at("/data/accounts/totalCount")
                        .asInt())
                .isZero();
        assertThat(hub.command("createAccount", "id", Map.of("username", "Лин"), admin)
                        .at("/refusals/0/code")
                        .asString())
                .isEqualTo("BAD_USERNAME");
    }

    @Test
    void aFloodOfLoginsIsRefusedAndTheHubGoesOnAnswering() throws Exception {
        String token = hub.login("agent", "demo").access();
        ExecutorService many = Executors.newFixedThreadPool(40);
        try {
            List<Future<Integer>> flood = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                flood.add(many.submit(() -> hub.login("nobody", "x").status()));
            }
            assertThat(hub.me(token)).isEqualTo("[\"AGENT\"]");
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> one : flood) {
                statuses.add(one.get());
            }
            assertThat(statuses).containsOnly(401, 429);
            assertThat(Collections.frequency(statuses, 429)).isPositive();
        } finally {
            many.shutdownNow();
        }
    }
}
