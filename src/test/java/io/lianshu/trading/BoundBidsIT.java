package io.lianshu.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Until when a bid may be taken back, and that an opening which is only scheduled has not happened. */
class BoundBidsIT extends MoneyHub {

    @Test
    void aBidIsTakenBackUntilTheDeadlineAndNotAfterIt() throws Exception {
        String bid = bid("open");
        write("MATCH (lot:Lot {bidSectionCode: 'open'}) SET lot.bidDeadline = $now - duration({seconds: 1})");
        JsonNode late = command("supplier", "withdrawBid", "clientMutationId", "bid", bid, "withdrawReason", "不投了");
        assertThat(codes(late)).containsExactly("TOO_LATE bid");
        assertThat(late.at("/refusals/0/message").asString()).contains("招标投标法第二十九条");
        assertThat(refused("supplier", "withdrawBid", "bid", id("bid", "waita"), "withdrawReason", "不投了"))
                .containsExactly("TOO_LATE bid");
        JsonNode ended = command(
                "supplier", "withdrawBid", "clientMutationId", "bid", id("bid", "stopa"), "withdrawReason", "不投了");
        assertThat(codes(ended)).containsExactly("LOT_ENDED bid");
        assertThat(ended.at("/refusals/0/message").asString()).contains("TERMINATED");
        assertThat(count("(b:Bid) WHERE b.withdrawnAt IS NOT NULL")).isZero();
    }

    @Test
    void anOpeningThatIsScheduledHasNotHappened() throws Exception {
        write("MATCH (lot:Lot) WHERE lot.bidSectionCode IN ['open', 'wait', 'sign', 'stop']"
                + " SET lot.openedAt = $now + duration({days: 1})");
        assertThat(refused("trading-centre", "refundDeposit", "deposit", id("dpt", "signb")))
                .containsExactly("NOT_FOUND deposit");
        assertThat(refused(
                        "case-officer",
                        "proposeForfeiture",
                        "deposit",
                        id("dpt", "signb"),
                        "amount",
                        "1.00",
                        "basis",
                        "REG_ART74",
                        "decisionNo",
                        "决1"))
                .containsExactly("NOT_FOUND deposit");
        assertThat(refused(
                        "trading-centre",
                        "recordEvaluation",
                        "lot",
                        id("lot", "wait"),
                        "bids",
                        List.of(Map.of("bid", id("bid", "waita"), "valid", true, "rank", 1))))
                .contains("NOT_NEXT lot")
                .doesNotContain("BIDS_DIFFER bids");
        long told = count("(:AuditEvent)");
        String bid = bid("open");
        confirmed(paid(bid));
        done("supplier", "withdrawBid", "bid { id }", "bid", bid, "withdrawReason", "不投了");
        // Of a lot that ended the bank gives back what the office never learnt of.
        assertThat(read("bank", "{ depositPayments { depositNo } }").toString()).contains("stopa");
        done("bank", "confirmRefund", DEPOSIT, "depositNo", "stopa");
        assertThat(count("(:AuditEvent)")).isEqualTo(told);
    }
}
