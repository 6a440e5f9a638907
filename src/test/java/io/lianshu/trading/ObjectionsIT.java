package io.lianshu.trading;

import static io.lianshu.exchange.AskedCommands.codes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Objections come in time, by those who may, and are answered; one that is upheld brings the bids before the committee again. */
class ObjectionsIT extends StationsHub {

    @Test
    void anObjectionToTheDocumentsComesInTimeAndRestsTheOpeningUntilItIsAnswered() throws Exception {
        JsonNode filed = command(
                "supplier", "fileObjection", OBJECTION, "lot", id("docs"), "stage", "DOCUMENTS", "content", "资质要求过高");
        assertThat(codes(filed)).isEmpty();
        assertThat(filed.at("/objection/due/dueOn").asString())
                .isEqualTo(now().toLocalDate().plusDays(3).toString());
        assertThat(filed.at("/objection/due/rule/code").asString()).isEqualTo("OBJECTION_REPLY");
        assertThat(refused("supplier", "fileObjection", "lot", id("docs"), "stage", "DOCUMENTS", "content", "再提一次"))
                .containsExactly("ALREADY_FILED lot");
        assertThat(refused("supplier", "fileObjection", "lot", id("late"), "stage", "DOCUMENTS", "content", "资质要求过高"))
                .containsExactly("OBJECTION_TOO_LATE stage");
        assertThat(refused("supplier", "fileObjection", "lot", id("shown"), "stage", "DOCUMENTS", "content", "资质要求过高"))
                .containsExactly("NOT_OPEN_FOR_OBJECTIONS stage");
        String id = filed.at("/objection/id").asString();
        write("MATCH (o:Objection)-[r:AGAINST]->(), (due:Lot {id: '" + id("due")
                + "'}) DELETE r CREATE (o)-[:AGAINST]->(due)");
        assertThat(refused("trading-centre", "openBids", "lot", id("due"))).containsExactly("CHALLENGE_OPEN lot");
        assertThat(refused("town-trader", "replyObjection", "objection", id, "outcome", "REJECTED", "reply", "符合规定"))
                .containsExactly("NOT_YOURS null");
        assertThat(refused("trading-centre", "replyObjection", "objection", id, "outcome", "PENDING", "reply", "符合规定"))
                .containsExactly("BAD_CODE outcome");
        assertThat(refused("trading-centre", "replyObjection", "objection", id, "outcome", "REJECTED", "reply", "x"))
                .containsExactly("BAD_VALUE reply");
        assertThat(refused(
                        "trading-centre",
                        "replyObjection",
                        "objection",
                        "obj_" + "b".repeat(26),
                        "outcome",
                        "REJECTED",
                        "reply",
                        "符合规定"))
                .containsExactly("NOT_FOUND objection");
        write("MATCH (o:Objection) SET o.filedAt = $now - duration({days: 9})");
        JsonNode late = command(
                "trading-centre", "replyObjection", OBJECTION, "objection", id, "outcome", "REJECTED", "reply", "符合规定");
        assertThat(codes(late)).isEmpty();
        assertThat(late.at("/objection/due/overdue").asBoolean()).isTrue();
        assertThat(late.at("/objection/filedBy").isNull()).isTrue();
        assertThat(codes(command("trading-centre", "openBids", "lot { id status { code } }", "lot", id("due"))))
                .isEmpty();
        assertThat(read(
                                "trading-centre",
                                "query($input: ID!) { node(id: $input) { ... on Objection { filedBy { id } } } }",
                                id)
                        .at("/node/filedBy/id")
                        .asString())
                .as("the opening tells who filed it")
                .isEqualTo(SUPPLIER);
        assertThat(read(
                                "supervisor",
                                "query($input: String!) { auditEvents(filter: { subject: { eq: $input }, command: { eq: \"fileObjection\" } }) { totalCount } }",
                                id)
                        .at("/auditEvents/totalCount")
                        .asInt())
                .isOne();
    }

    @Test
    void badObjectionsAreRefusedWithTheirFieldAndReason() throws Exception {
        assertThat(refused(
                        "supplier",
                        "fileObjection",
                        "lot",
                        "lot_" + "b".repeat(26),
                        "stage",
                        "DOCUMENTS",
                        "content",
                        "内容"))
                .containsExactly("NOT_FOUND lot");
        assertThat(refused("supplier", "fileObjection", "lot", id("docs"), "stage", "LATER", "content", "x"))
                .containsExactlyInAnyOrder("BAD_CODE stage", "BAD_VALUE content");
        assertThat(refused(
                        "supplier",
                        "fileObjection",
                        "lot",
                        id("docs"),
                        "stage",
                        "DOCUMENTS",
                        "content",
                        "长".repeat(5_001)))
                .containsExactly("BAD_VALUE content");
        assertThat(refused(
                        "supplier",
                        "fileObjection",
                        "lot",
                        id("docs"),
                        "stage",
                        "DOCUMENTS",
                        "content",
                        "内容",
                        "award",
                        id("best")))
                .containsExactly("BAD_VALUE award");
        assertThat(refused("supplier", "fileObjection", "lot", id("docs"), "stage", "OPENING", "content", "唱标有误"))
                .containsExactly("NOT_OPENED stage");
        assertThat(refused("supplier", "fileObjection", "lot", id("shown"), "stage", "OPENING", "content", "唱标有误"))
                .containsExactly("OBJECTION_TOO_LATE stage");
        assertThat(refused("supplier", "fileObjection", "lot", id("fresh"), "stage", "OPENING", "content", "唱标有误"))
                .containsExactly("NOT_BIDDER stage");
        assertThat(refused("supplier", "fileObjection", "lot", id("docs"), "stage", "RESULT", "content", "业绩不实"))
                .containsExactly("NOT_PUBLICISED stage");
        assertThat(refused(
                        "supplier",
                        "fileObjection",
                        "lot",
                        id("shown"),
                        "stage",
                        "RESULT",
                        "content",
                        "业绩不实",
                        "award",
                        "awd_" + "b".repeat(26)))
                .containsExactly("NOT_FOUND award");
        write("MATCH (a:Award) SET a.publicityTo = $today - duration({days: 1})");
        assertThat(refused("supplier", "fileObjection", "lot", id("shown"), "stage", "RESULT", "content", "业绩不实"))
                .containsExactly("OBJECTION_TOO_LATE stage");
        write("MATCH (r:TradingRule {kind: 'OBJECTION_DOCUMENTS'}) DELETE r");
        assertThat(refused("supplier", "fileObjection", "lot", id("docs"), "stage", "DOCUMENTS", "content", "内容"))
                .containsExactly("RULE_MISSING null");
        for (String role : roles()) {
            if (!role.equals("supplier")) {
                assertThat(answer(role, "fileObjection", "", "lot", id("docs"), "stage", "DOCUMENTS", "content", "内容")
                                .at("/errors/0/extensions/code")
                                .asString())
                        .as(role)
                        .isEqualTo("NOT_ALLOWED");
            }
        }
        assertThat(count("(:Objection)")).isZero();
    }

    @Test
    void anObjectionToTheResultThatIsUpheldBringsTheBidsBeforeTheCommitteeAgain() throws Exception {
        write(
                "MATCH (b:Bid) WHERE b.bidNo STARTS WITH 'B' SET b.id = 'bid_' + left(toLower(b.bidNo) + 'aaaaaaaaaaaaaaaaaaaaaaaaaa', 26)");
        List<Map<String, Object>> report = List.of(
                Map.of("bid", "bid_b1" + "a".repeat(24), "valid", true, "rank", 1),
                Map.of("bid", "bid_b2" + "a".repeat(24), "valid", false, "rejectReason", "业绩不实"),
                Map.of("bid", "bid_b3" + "a".repeat(24), "valid", true, "rank", 2));
        assertThat(refused("trading-centre", "recordEvaluation", "lot", id("shown"), "bids", report))
                .containsExactly("RESULT_STANDS lot");
        JsonNode filed = command(
                "supplier",
                "fileObjection",
                OBJECTION,
                "lot",
                id("shown"),
                "stage",
                "RESULT",
                "award",
                id("best"),
                "content",
                "业绩不实");
        assertThat(codes(filed)).isEmpty();
        assertThat(filed.at("/objection/filedBy/id").asString()).isEqualTo(SUPPLIER);
        String objection = filed.at("/objection/id").asString();
        write("MATCH (a:Award) SET a.publicityTo = $today - duration({days: 1})");
        assertThat(refused("trading-centre", "awardLot", "award", id("best"))).containsExactly("CHALLENGE_OPEN award");
        assertThat(kinds("trading-centre")).contains("REPLY_OBJECTION").doesNotContain("AWARD");
        assertThat(refused(
                        "trading-centre",
                        "replyObjection",
                        "objection",
                        objection,
                        "outcome",
                        "UPHELD",
                        "reply",
                        "业绩确属不实"))
                .isEmpty();
        assertThat(refused("trading-centre", "awardLot", "award", id("best"))).containsExactly("EVALUATION_DUE award");
        assertThat(kinds("trading-centre")).contains("EVALUATE_AGAIN").doesNotContain("AWARD", "REPLY_OBJECTION");
        assertThat(refused("trading-centre", "recordEvaluation", "lot", id("shown"), "bids", report))
                .isEmpty();
        assertThat(count("(:Lot {status: 'EVALUATED'})")).isOne();
        assertThat(count("(:Award {status: 'DROPPED'})")).isOne();
        assertThat(kinds("trading-centre")).contains("PUBLISH_CANDIDATES").doesNotContain("EVALUATE_AGAIN");
        assertThat(refused("trading-centre", "publishNotice", "lot", id("shown"), "kind", "CANDIDATE", "title", "重新公示"))
                .isEmpty();
        write("MATCH (a:Award) WHERE a.publicityTo IS NOT NULL SET a.publicityTo = $today - duration({days: 1})");
        assertThat(kinds("trading-centre")).contains("AWARD");
        assertThat(refused("trading-centre", "awardLot", "award", id("next"))).isEmpty();
        assertThat(kinds("trading-centre")).contains("SIGN_CONTRACT");
    }
}
