package io.lianshu.trading;

import static io.lianshu.exchange.AskedCommands.codes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Complaints follow objections and are accepted, declined, decided or withdrawn, each once and by those who may. */
class ComplaintsIT extends StationsHub {

    @Test
    void aComplaintFollowsAnObjectionAndIsAcceptedDecidedOrWithdrawn() throws Exception {
        Object[] about = {
            "lot",
            id("shown"),
            "stage",
            "RESULT",
            "knownOn",
            now().toLocalDate().toString(),
            "content",
            "业绩不实"
        };
        assertThat(refused("supplier", "fileComplaint", about)).containsExactly("OBJECTION_FIRST stage");
        String objection = command(
                        "supplier",
                        "fileObjection",
                        OBJECTION,
                        "lot",
                        id("shown"),
                        "stage",
                        "RESULT",
                        "content",
                        "业绩不实")
                .at("/objection/id")
                .asString();
        assertThat(refused("supplier", "fileComplaint", about)).containsExactly("OBJECTION_OPEN stage");
        assertThat(refused(
                        "trading-centre",
                        "replyObjection",
                        "objection",
                        objection,
                        "outcome",
                        "REJECTED",
                        "reply",
                        "经核实无误"))
                .isEmpty();
        assertThat(refused(
                        "supplier",
                        "fileComplaint",
                        "lot",
                        id("shown"),
                        "stage",
                        "RESULT",
                        "knownOn",
                        now().toLocalDate().minusDays(11).toString(),
                        "content",
                        "业绩不实"))
                .containsExactly("COMPLAINT_TOO_LATE knownOn");
        assertThat(refused(
                        "supplier",
                        "fileComplaint",
                        "lot",
                        id("shown"),
                        "stage",
                        "NONE",
                        "knownOn",
                        now().toLocalDate().plusDays(1).toString(),
                        "content",
                        "x"))
                .containsExactlyInAnyOrder(
                        "BAD_CODE stage", "BAD_VALUE content", "IN_FUTURE knownOn", "OBJECTION_FIRST stage");
        JsonNode filed = command("supplier", "fileComplaint", COMPLAINT, about);
        assertThat(codes(filed)).isEmpty();
        assertThat(filed.at("/complaint/objection/id").asString()).isEqualTo(objection);
        assertThat(filed.at("/complaint/due/rule/code").asString()).isEqualTo("COMPLAINT_ACCEPTANCE");
        String id = filed.at("/complaint/id").asString();
        assertThat(refused("supplier", "fileComplaint", about)).containsExactly("ALREADY_FILED lot");
        assertThat(kinds("supervisor")).containsExactly("ACCEPT_COMPLAINT");
        Object[] decision = {"complaint", id, "outcome", "UPHELD", "basis", "经查属实", "docNo", "决〔1〕号"};
        assertThat(refused("supervisor", "decideComplaint", decision))
                .containsExactly("COMPLAINT_NOT_ACCEPTED complaint");
        write(
                "MATCH (:Department {code: 'D2'})-[s:SUPERVISES]->(t) DELETE s CREATE (:Department {id: 'dep_x'})-[:SUPERVISES]->(t)");
        assertThat(refused("supervisor", "acceptComplaint", "complaint", id)).containsExactly("NOT_YOURS null");
        assertThat(kinds("supervisor")).isEmpty();
        write("MATCH (d:Department {code: 'D2'}), (t:Tender {id: '" + id("tender")
                + "'}) CREATE (d)-[:SUPERVISES {basis: 'OWN'}]->(t)");
        JsonNode accepted = command("supervisor", "acceptComplaint", COMPLAINT, "complaint", id);
        assertThat(codes(accepted)).isEmpty();
        assertThat(accepted.at("/complaint/due/rule/code").asString()).isEqualTo("COMPLAINT_DECISION");
        assertThat(refused("supervisor", "acceptComplaint", "complaint", id)).containsExactly("ALREADY_DONE complaint");
        assertThat(refused("supervisor", "declineComplaint", "complaint", id, "basis", "超期"))
                .containsExactly("ALREADY_DONE complaint");
        assertThat(kinds("supervisor")).containsExactly("DECIDE_COMPLAINT");
        assertThat(refused(
                        "supervisor",
                        "decideComplaint",
                        "complaint",
                        id,
                        "outcome",
                        "WITHDRAWN",
                        "basis",
                        "x",
                        "docNo",
                        "y"))
                .containsExactlyInAnyOrder("BAD_CODE outcome", "BAD_VALUE basis", "BAD_VALUE docNo");
        assertThat(refused("supervisor", "decideComplaint", decision)).isEmpty();
        assertThat(refused("supervisor", "decideComplaint", decision)).containsExactly("ALREADY_DONE complaint");
        assertThat(refused("supplier", "withdrawComplaint", "complaint", id, "basis", "不再投诉"))
                .containsExactly("ALREADY_DONE complaint");
        assertThat(kinds("supervisor")).isEmpty();
        assertThat(kinds("trading-centre")).contains("EVALUATE_AGAIN");
        String other = command(
                        "supplier",
                        "fileComplaint",
                        COMPLAINT,
                        "lot",
                        id("shown"),
                        "knownOn",
                        now().toLocalDate().toString(),
                        "content",
                        "评委应当回避")
                .at("/complaint/id")
                .asString();
        write("MATCH (c:Complaint {id: '" + other + "'})-[f:FILED_BY]->(), (r:Company {id: '" + RIVAL
                + "'}) DELETE f CREATE (c)-[:FILED_BY]->(r) SET c.filers = [r.id]");
        assertThat(refused("supplier", "withdrawComplaint", "complaint", other, "basis", "不再投诉"))
                .as("another's complaint")
                .containsExactly("NOT_FOUND complaint");
        write("MATCH (c:Complaint {id: '" + other + "'})-[f:FILED_BY]->(), (r:Company {id: '" + SUPPLIER
                + "'}) DELETE f CREATE (c)-[:FILED_BY]->(r) SET c.filers = [r.id]");
        assertThat(refused("supplier", "withdrawComplaint", "complaint", other, "basis", "不再投诉"))
                .isEmpty();
        assertThat(refused("supervisor", "declineComplaint", "complaint", other, "basis", "超期"))
                .containsExactly("ALREADY_DONE complaint");
        assertThat(count("(:Complaint {outcome: 'WITHDRAWN'})")).isOne();
    }

    @Test
    void daysOfWorkAreCountedByTheCalendarAndAnUnknownYearIsSaid() throws Exception {
        write("""
                MATCH (lot:Lot {bidSectionCode: 'L4'})
                CREATE (lot)<-[:AGAINST]-(:Complaint {id: 'cpt_cccccccccccccccccccccccccc', complaintNo: 'T', outcome: 'PENDING', filers: ['x'],
                    filedAt: datetime('2026-09-30T10:00:00+08:00'), updatedAt: $now})
                """);
        write("MATCH (d:CalendarDay) DETACH DELETE d");
        write(
                "UNWIND ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'] AS d CREATE (:CalendarDay {id: d, date: date(d), working: false})");
        write("CREATE (:CalendarDay {id: 'w', date: date('2026-10-10'), working: true})");
        String due =
                "query($input: ID!) { node(id: $input) { ... on Complaint { due { dueOn overdue gap { code } rule { article } } } } }";
        String id = "cpt_" + "c".repeat(26);
        assertThat(read("supervisor", due, id).at("/node/due/dueOn").asString()).isEqualTo("2026-10-10");
        write("MATCH (c:Complaint) SET c.acceptedAt = datetime('2026-12-01T10:00:00+08:00')");
        JsonNode unknown = read("supervisor", due, id).at("/node/due");
        assertThat(unknown.path("dueOn").isNull()).isTrue();
        assertThat(unknown.at("/gap/code").asString()).isEqualTo("CALENDAR");
        write("MATCH (r:TradingRule {kind: 'COMPLAINT_DECISION'}) DELETE r");
        assertThat(read("supervisor", due, id).at("/node/due/gap/code").asString())
                .isEqualTo("RULE");
    }

    @Test
    void aTenderThatNobodyOverseesLeavesNoComplaintUnheard() throws Exception {
        write("MATCH (:Department)-[s:SUPERVISES]->(:Tender) DELETE s");
        String id = command(
                        "supplier",
                        "fileComplaint",
                        COMPLAINT,
                        "lot",
                        id("shown"),
                        "knownOn",
                        now().toLocalDate().toString(),
                        "content",
                        "评委应当回避")
                .at("/complaint/id")
                .asString();
        assertThat(kinds("supervisor")).containsExactly("ACCEPT_COMPLAINT");
        assertThat(refused("supervisor", "acceptComplaint", "complaint", id)).isEmpty();
        assertThat(refused(
                        "supervisor",
                        "decideComplaint",
                        "complaint",
                        id,
                        "outcome",
                        "REJECTED",
                        "basis",
                        "不属实",
                        "docNo",
                        "决〔9〕号"))
                .isEmpty();
    }

    @Test
    void ofTwentyDecisionsAtOnceOneIsTaken() throws Exception {
        String id = command(
                        "supplier",
                        "fileComplaint",
                        COMPLAINT,
                        "lot",
                        id("shown"),
                        "knownOn",
                        now().toLocalDate().toString(),
                        "content",
                        "评委应当回避")
                .at("/complaint/id")
                .asString();
        assertThat(refused("supervisor", "acceptComplaint", "complaint", id)).isEmpty();
        List<Callable<List<String>>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String number = "决〔" + i + "〕号";
            all.add(() -> refused(
                    "supervisor",
                    "decideComplaint",
                    "complaint",
                    id,
                    "outcome",
                    "REJECTED",
                    "basis",
                    "不属实",
                    "docNo",
                    number));
        }
        List<List<String>> outcomes = atOnce(all);
        assertThat(outcomes).filteredOn(List::isEmpty).hasSize(1);
        assertThat(outcomes)
                .filteredOn(found -> !found.isEmpty())
                .hasSize(19)
                .allMatch(found -> found.equals(List.of("ALREADY_DONE complaint")));
        assertThat(count("(:Command {mutation: 'decideComplaint'})")).isOne();
    }
}
