package io.lianshu.trading;

import static io.lianshu.exchange.AskedCommands.codes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What becomes of awards: when the lot ends, and when somebody complains of the result after the notice of award. */
class AwardsIT extends StationsHub {

    @Test
    void nothingIsLeftOfAwardsInALotThatEnded() throws Exception {
        award();
        assertThat(refused(
                        "trading-centre",
                        "endLot",
                        "lot",
                        id("shown"),
                        "status",
                        "FAILED",
                        "endReason",
                        "OTHER",
                        "note",
                        "中标人均不符合条件"))
                .isEmpty();
        assertThat(count("(:Award {status: 'DROPPED'})")).isEqualTo(2);
        assertThat(refused("trading-centre", "renounceAward", "award", id("best"), "renounceReason", "不做了"))
                .containsExactly("LOT_ENDED award");
        // A file may say that the award stands in a lot that has ended.
        write("MATCH (a:Award {id: '" + id("next") + "'}) SET a.status = 'AWARDED'");
        JsonNode late = command("supplier", "renounceAward", "", "award", id("next"), "renounceReason", "不做了");
        assertThat(codes(late)).containsExactly("LOT_ENDED award");
        assertThat(late.at("/refusals/0/message").asString()).contains("FAILED");
        assertThat(count("(:Lot {bidSectionCode: 'L4', status: 'FAILED'})-[:TRADED_AS]->(:Trade {outcome: 'FAILED'})"))
                .isOne();
    }

    @Test
    void noContractIsSignedWhileAComplaintIsPendingAndAnUpheldOneBringsTheBidsBack() throws Exception {
        write(
                "MATCH (b:Bid) WHERE b.bidNo STARTS WITH 'B' SET b.id = 'bid_' + left(toLower(b.bidNo) + 'aaaaaaaaaaaaaaaaaaaaaaaaaa', 26)");
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
        award();
        List<Map<String, Object>> report = List.of(
                Map.of("bid", "bid_b1" + "a".repeat(24), "valid", true, "rank", 1),
                Map.of("bid", "bid_b2" + "a".repeat(24), "valid", true, "rank", 2),
                Map.of("bid", "bid_b3" + "a".repeat(24), "valid", false, "rejectReason", "业绩不实"));
        assertThat(refused("trading-centre", "recordEvaluation", "lot", id("shown"), "bids", report))
                .containsExactly("RESULT_STANDS lot");
        String complaint = command(
                        "supplier",
                        "fileComplaint",
                        COMPLAINT,
                        "lot",
                        id("shown"),
                        "stage",
                        "RESULT",
                        "knownOn",
                        now().toLocalDate().toString(),
                        "content",
                        "业绩不实")
                .at("/complaint/id")
                .asString();
        assertThat(sign()).containsExactly("CHALLENGE_OPEN award");
        assertThat(kinds("trading-centre")).doesNotContain("SIGN_CONTRACT");
        assertThat(refused("supervisor", "acceptComplaint", "complaint", complaint))
                .isEmpty();
        assertThat(refused(
                        "supervisor",
                        "decideComplaint",
                        "complaint",
                        complaint,
                        "outcome",
                        "UPHELD",
                        "basis",
                        "经查属实",
                        "docNo",
                        "决〔1〕号"))
                .isEmpty();
        assertThat(sign()).containsExactly("EVALUATION_DUE award");
        assertThat(kinds("trading-centre")).contains("EVALUATE_AGAIN").doesNotContain("SIGN_CONTRACT");
        assertThat(refused("trading-centre", "recordEvaluation", "lot", id("shown"), "bids", report))
                .isEmpty();
        assertThat(count("(:Lot {status: 'EVALUATED'})-[:AWARDED]->(a:Award {status: 'CANDIDATE'})"
                        + " WHERE a.noticeAt IS NULL AND a.noticeNo IS NULL AND a.publicityFrom IS NULL"))
                .isEqualTo(2);
        assertThat(count("(t:Trade) WHERE t.outcome IS NULL AND t.completedAt IS NULL"))
                .isOne();
        assertThat(count("(:Award {rank: 1})-[:TO]->(:Company {id: '" + SUPPLIER + "'})"))
                .isOne();
    }

    /** The first candidate is awarded the lot. */
    private void award() throws Exception {
        write(
                "MATCH (a:Award) SET a.publicityFrom = $today - duration({days: 4}), a.publicityTo = $today - duration({days: 1})");
        assertThat(refused("trading-centre", "awardLot", "award", id("best"))).isEmpty();
    }

    private List<String> sign() throws Exception {
        return refused(
                "trading-centre",
                "signContract",
                "award",
                id("best"),
                "contractNo",
                "HT-1",
                "amount",
                "1.00",
                "signedOn",
                now().toLocalDate().toString());
    }
}
