package io.lianshu.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.platform.identifier.NodeId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a person may ask: to know what is held, and that it be erased. */
class PersonRightsIT extends AgentsProject {

    @Test
    void aRequestToKnowListsWhatIsHeldAndNoSecretOfASealedBid() throws Exception {
        write("""
                MATCH (n:Person {id: $id.nobody})
                CREATE (n)<-[:HANDLED_BY]-(:Bid {id: 'bid_1', bidNo: 'b1'})-[:FOR_LOT]->(:Lot {id: 'lot_1', bidSectionCode: 'l1', round: 1}),
                    (n)<-[:HANDLED_BY]-(:Bid {id: 'bid_2', bidNo: 'b2'})-[:FOR_LOT]->(:Lot {id: 'lot_2', bidSectionCode: 'l2', round: 1, openedAt: datetime('2020-01-01T00:00:00Z')})
                """);
        JsonNode answer = command(
                "answerAccessRequest",
                Map.of("person", IDS.get("agent"), "reason", "本人书面申请 2026-7 号"),
                token("administrator"));
        assertThat(answer.at("/person/personalData")
                        .valueStream()
                        .map(row -> row.at("/relation/code").asString()))
                .containsExactlyInAnyOrder("ACCOUNT_OF", "GAVE", "MADE", "MADE", "MEMBER_OF");
        assertThat(answer.at("/person/personalDataCount").asInt()).isEqualTo(5);
        assertThat(answer.at("/person/personalData")
                        .valueStream()
                        .filter(row -> row.path("mustStay").isNull()))
                .hasSize(1);
        JsonNode bids = command(
                "answerAccessRequest",
                Map.of("person", IDS.get("nobody"), "reason", "本人书面申请 2026-8 号"),
                token("administrator"));
        assertThat(bids.at("/person/personalData")).as("%s", bids).isEmpty();
        String own = "{ node(id: \"" + IDS.get("agent") + "\") { ... on Person { personalData { node { id } } } } }";
        assertThat(ask(own, token("agent")).at("/node/personalData")).isNotEmpty();
        assertThat(ask(own, token("director")).at("/node/personalData")).isEmpty();
        assertThat(ask(own, token("administrator")).at("/node/personalData"))
                .as("who has just answered the request")
                .isNotEmpty();
        write("MATCH (:Person {id: $id.agent})<-[c:CHANGED]-() SET c.at = c.at - duration('PT11M')");
        assertThat(ask(own, token("administrator")).at("/node/personalData")).isEmpty();
        assertThat(count("(e:AuditEvent {command: 'answerAccessRequest', subject: $id.agent})"))
                .isOne();
    }

    @Test
    void manyEntriesAreCountedThoughNotAllAreListed() throws Exception {
        write("MATCH (p:Person {id: $id.agent}) UNWIND range(1, 600) AS i"
                + " CREATE (p)-[:MADE]->(:Visit {id: 'vis_many' + i, clientId: 'many' + i})");
        JsonNode own = ask(
                "{ node(id: \"" + IDS.get("agent")
                        + "\") { ... on Person { personalDataCount personalData { node { id } } } } }",
                token("agent"));
        assertThat(own.at("/node/personalData")).hasSize(500);
        assertThat(own.at("/node/personalDataCount").asInt()).isGreaterThan(600);
    }

    @Test
    void whoIsInOfficeIsNotErased() throws Exception {
        JsonNode refused =
                command("erasePerson", Map.of("person", IDS.get("agent"), "reason", "本人申请删除"), token("administrator"));
        assertThat(refused.at("/refusals/0/code").asString()).isEqualTo("STILL_IN_OFFICE");
        assertThat(command(
                                "erasePerson",
                                Map.of("person", IDS.get("agent"), "reason", "......"),
                                token("administrator"))
                        .at("/refusals/0/code")
                        .asString())
                .isEqualTo("BAD_REASON");
        assertThat(command(
                                "erasePerson",
                                Map.of("person", NodeId.of("per", List.of("none")), "reason", "本人申请删除"),
                                token("administrator"))
                        .at("/refusals/0/code")
                        .asString())
                .isEqualTo("NOT_FOUND");
        assertThat(count("(p:Person) WHERE p.phoneEnc IS NOT NULL")).isEqualTo(7);
    }

    @Test
    void whatTheLawBidsToKeepStaysAndTheRestGoes() throws Exception {
        String leaver = token("bank");
        write("MATCH (a:Account {username: 'bank'}), (p:Person {id: $id.former}), (v:Visit {clientId: 'v1'})"
                + " SET p.emailEnc = 'sealed', p.emailHash = 'hash'"
                + " CREATE (a)-[:ACCOUNT_OF]->(p)-[:MADE]->(v), (a)<-[:LOGS_IN_TO]-(:WechatUser {id: 'wxu_former'})");
        write(
                "MATCH (p:Person {id: $id.former}) CREATE (:Command {id: 'cmd_1'})-[:CHANGED {label: 'Person', at: datetime(),"
                        + " fields: ['phone', 'name', 'email'], before: ['=old', '=a', '=old'], after: ['=new', '=b', '=new']}]->(p)");
        JsonNode done =
                command("erasePerson", Map.of("person", IDS.get("former"), "reason", "本人申请删除"), token("administrator"));
        assertThat(done.path("refusals").isEmpty()).as("%s", done).isTrue();
        assertThat(done.at("/person/phone").isNull()).isTrue();
        assertThat(count("(p:Person {id: $id.former}) WHERE p.phoneEnc IS NULL AND p.idNumberEnc IS NOT NULL"))
                .isOne();
        assertThat(count("(p:Person {id: $id.former}) WHERE p.emailEnc IS NULL AND p.emailHash IS NULL"))
                .isOne();
        assertThat(count("(:WechatUser)")).isZero();
        assertThat(count("(:Person {id: $id.former})-[:MADE]->(v:Visit) WHERE v.location IS NULL"))
                .isEqualTo(1);
        assertThat(
                        count(
                                "()-[c:CHANGED]->(:Person {id: $id.former}) WHERE c.before = ['', '=a', ''] AND c.after = ['', '=b', '']"))
                .isOne();
        assertThat(hub.me(leaver)).isEqualTo("BAD_TOKEN");
        assertThat(hub.login("bank", "demo").status()).isEqualTo(401);
        JsonNode gone =
                command("erasePerson", Map.of("person", IDS.get("nobody"), "reason", "本人申请删除"), token("administrator"));
        assertThat(gone.path("refusals").isEmpty()).as("%s", gone).isTrue();
        assertThat(gone.path("person").isNull()).isTrue();
        assertThat(count("(:Person {id: $id.nobody})")).isZero();
    }

    @Test
    void whoWasMergedIntoSomebodyIsErasedWithThem() throws Exception {
        String twin = NodeId.of("per", List.of("twin"));
        String leaver = token("applicant");
        write("MATCH (a:Account {username: 'applicant'}), (p:Person {id: $id.nobody})"
                + " CREATE (a)-[:ACCOUNT_OF]->(:Merged {id: '" + twin
                + "', phoneEnc: 'x', phoneHash: 'y', idNumberEnc: 'z'})"
                + "-[:MERGED_INTO]->(p)");
        JsonNode gone =
                command("erasePerson", Map.of("person", IDS.get("nobody"), "reason", "本人申请删除"), token("administrator"));
        assertThat(gone.path("refusals").isEmpty()).as("%s", gone).isTrue();
        assertThat(count("(n) WHERE n.id IN ['" + twin + "', $id.nobody]")).isZero();
        assertThat(count("(a:Account {username: 'applicant', suspended: true})"))
                .isOne();
        assertThat(count("(a:Account {username: 'applicant'}), (c:Credential {account: a.id})"))
                .isZero();
        assertThat(hub.me(leaver)).isEqualTo("BAD_TOKEN");
    }
}
