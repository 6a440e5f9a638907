package io.lianshu.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.access.AskedAccess.Answer;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.viewer.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Ways in that were tried, each closed. */
class AttackedAccessIT extends EnteredHub {

    private static final String FORM = "application/x-www-form-urlencoded";

    private String created(String admin, Map<String, Object> more) throws Exception {
        Map<String, Object> input = new HashMap<>(more);
        input.put("username", "made-" + UUID.randomUUID());
        JsonNode made = hub.command("createAccount", "id", input, admin);
        assertThat(made.path("refusals")).as("%s", made).isEmpty();
        return made.at("/account/id").asString();
    }

    private static String code(JsonNode payload) {
        return payload.at("/refusals/0/code").asString("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..eHh4eHh4eHh4eHh4.eQ.enp6enp6enp6enp6enp6eg",
                "a.b.c",
                "..",
                "eyJhbGciOiJub25lIn0.e30."
            })
    void whatIsNoSignedTokenIsRefused(String token) throws Exception {
        assertThat(hub.me(token)).isEqualTo("BAD_TOKEN");
        assertThat(hub.auth("logout", "{\"everywhere\": true}", "application/json", token)
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"text/plain, 400, UNSUPPORTED_MEDIA_TYPE", "///, 400, UNSUPPORTED_MEDIA_TYPE"})
    void aBodyThatAPageOfAnotherSiteCouldSendIsNotRead(String type, int status, String code) throws Exception {
        Answer answer = hub.auth("token", "{\"username\": \"agent\", \"password\": \"demo\"}", type, null);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"https://elsewhere.example, 403", "'http://localhost:', 200", "null, 403"})
    void aFormComesFromOurOwnPagesOnly(String origin, int status) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/auth/token"))
                .header("Content-Type", FORM)
                .header("Origin", origin.endsWith(":") ? origin + port : origin)
                .POST(BodyPublishers.ofString("username=agent&password=demo"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\\ud800demo-demo"})
    void whatCanBeNobodysPasswordIsWrongAndNoMore(String password) throws Exception {
        Answer answer = hub.auth(
                "token", "{\"username\": \"agent\", \"password\": \"" + password + "\"}", "application/json", null);
        assertThat(answer.code()).isEqualTo("BAD_CREDENTIALS");
    }

    @Test
    void aPasswordOfOneLetterIsNone() throws Exception {
        String admin = hub.login("administrator", "demo").access();
        String id = created(admin, Map.of());
        for (String weak : List.of("aaaaaaaaaa", "1212121212", "short")) {
            assertThat(code(hub.command("setPassword", "id", Map.of("account", id, "password", weak), admin)))
                    .isEqualTo("BAD_PASSWORD");
        }
    }

    @Test
    void anAccountHasARoleOnceAndNoMoreGrantsThanAreShown() throws Exception {
        String admin = hub.login("administrator", "demo").access();
        String id = created(admin, Map.of());
        assertThat(code(grant(id, Map.of("role", "AGENT", "to", "2090-01-01"), admin)))
                .isEmpty();
        assertThat(code(grant(id, Map.of("role", "AGENT"), admin))).isEqualTo("ALREADY_GRANTED");
        assertThat(code(grant(id, Map.of("role", "AGENT", "from", "2090-01-02"), admin)))
                .isEmpty();
        assertThat(code(grant(id, Map.of("role", "DIRECTOR"), admin))).isEmpty();
        run(
                "MATCH (a:Account {id: '" + id + "'}) UNWIND range(1, 47) AS i"
                        + " CREATE (:RoleGrant {id: 'grt_' + a.id + i, role: 'BANK', from: date('2000-01-01')})-[:GRANTED_TO]->(a)");
        assertThat(code(grant(id, Map.of("role", "SUPERVISOR"), admin))).isEqualTo("TOO_MANY_GRANTS");
    }

    private JsonNode grant(String id, Map<String, Object> input, String admin) throws Exception {
        Map<String, Object> all = new HashMap<>(input);
        all.put("account", id);
        return hub.command("grantRole", "id", all, admin);
    }

    @Test
    void nobodyDecidesWhomTheyStandForThemselves() throws Exception {
        String admin = hub.login("administrator", "demo").access();
        String own = hub.ask("{ me { account } }", Map.of(), "Bearer " + admin)
                .at("/data/me/account")
                .asString();
        String company = NodeId.of("com", List.of("attacked"));
        run("MERGE (:Company {id: '" + company + "', name: '某公司'})");
        assertThat(code(hub.command(
                        "correctAccount",
                        "id",
                        Map.of("id", own, "version", version(own, admin), "company", company),
                        admin)))
                .isEqualTo("NOT_YOURS");
        assertThat(code(hub.command("setPassword", "id", Map.of("account", own, "password", "correct horse 9"), admin)))
                .isEqualTo("OWN_ACCOUNT");
        assertThat(code(hub.command(
                        "createAccount", "id", Map.of("username", "blank-subject", "externalSubject", "a b"), admin)))
                .isEqualTo("BAD_SUBJECT");
    }

    private String version(String account, String admin) throws Exception {
        return hub.ask("{ node(id: \"" + account + "\") { ... on Account { version } } }", Map.of(), "Bearer " + admin)
                .at("/data/node/version")
                .asString();
    }

    @Test
    void aSuspendedAccountComesBackWithoutItsSessions() throws Exception {
        String admin = hub.login("administrator", "demo").access();
        Answer before = hub.login("applicant", "demo");
        String id = hub.ask("{ me { account } }", Map.of(), "Bearer " + before.access())
                .at("/data/me/account")
                .asString();
        for (boolean suspended : List.of(true, false)) {
            JsonNode done = hub.command(
                    "correctAccount",
                    "id",
                    Map.of("id", id, "version", version(id, admin), "suspended", suspended),
                    admin);
            assertThat(done.path("refusals")).as("%s", done).isEmpty();
        }
        assertThat(hub.me(before.access())).isEqualTo("BAD_TOKEN");
        assertThat(hub.refresh(before.refresh()).code()).isEqualTo("BAD_REFRESH_TOKEN");
        assertThat(hub.me(hub.login("applicant", "demo").access())).isEqualTo("[\"APPLICANT\"]");
    }

    @Test
    void theSameKeyWithAnotherPasswordIsRefused() throws Exception {
        String admin = hub.login("administrator", "demo").access();
        String id = created(admin, Map.of());
        String key = UUID.randomUUID().toString();
        String document = "mutation($input: SetPasswordInput!) { setPassword(input: $input) { refusals { code } } }";
        for (String password : List.of("correct horse 7", "correct horse 8")) {
            JsonNode answer = hub.ask(
                    document,
                    Map.of("input", Map.of("clientMutationId", key, "account", id, "password", password)),
                    "Bearer " + admin);
            assertThat(answer.at("/data/setPassword/refusals/0/code").asString(""))
                    .isEqualTo(password.endsWith("7") ? "" : "CLIENT_MUTATION_ID_REUSED");
        }
    }

    @Test
    void aMergeGivesNoAccountToAnotherCompany() throws Exception {
        String admin = hub.login("administrator", "demo").access();
        String victim = NodeId.of("com", List.of("victim"));
        String rival = NodeId.of("com", List.of("rival"));
        run("CREATE (:Company {id: '" + victim + "', name: '甲', updatedAt: datetime('2026-01-01T00:00:00Z')}),"
                + " (c:Company {id: '" + rival + "', name: '乙', updatedAt: datetime('2026-01-01T00:00:00Z')})"
                + " WITH c MATCH (a:Account {username: 'supplier'}) OPTIONAL MATCH (a)-[old:ACTS_FOR]->() DELETE old"
                + " CREATE (a)-[:ACTS_FOR]->(c)");
        String supplier = hub.login("supplier", "demo").access();
        assertThat(company(supplier)).isEqualTo(rival);
        String importer = hub.login("importer", "demo").access();
        JsonNode merged = hub.ask(
                "mutation($i: MergeCompanyInput!) { mergeCompany(input: $i) { company { version } refusals { code } } }",
                Map.of(
                        "i",
                        Map.of(
                                "clientMutationId",
                                UUID.randomUUID().toString(),
                                "id",
                                victim,
                                "version",
                                "2026-01-01T00:00:00Z",
                                "duplicate",
                                rival,
                                "duplicateVersion",
                                "2026-01-01T00:00:00Z",
                                "reason",
                                "同一家")),
                "Bearer " + importer);
        assertThat(merged.at("/data/mergeCompany/refusals")).as("%s", merged).isEmpty();
        assertThat(company(supplier))
                .as("for nobody until an administrator says so")
                .isEmpty();
        assertThat(hub.me(admin)).isEqualTo("[\"" + Role.ADMINISTRATOR + "\"]");
    }

    private String company(String token) throws Exception {
        return hub.ask("{ me { company } }", Map.of(), "Bearer " + token)
                .at("/data/me/company")
                .asString("");
    }
}
