package io.lianshu.trading;

import static io.lianshu.exchange.AskedCommands.codes;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Which notice may follow which, when bids may be due, and what a lot may ask for. */
class NoticesIT extends TradingHub {

    private static final String READY = "prj_readyreadyreadyreadyreadyr";

    @Test
    void aChangeIsNoWayAroundThePermits() throws Exception {
        String lot = lotOf(registered("prj_plainplainplainplainplainp", "5000000.00"));
        JsonNode change = notice(lot, "CHANGE", 30);
        assertThat(codes(change)).containsExactly("NOTICE_MISSING kind");
        assertThat(change.at("/refusals/0/message").asString()).contains("TENDER");
        assertThat(count("(:Lot {status: 'REGISTERED'}) WHERE NOT EXISTS { (:Notice) }"))
                .isOne();
        assertThat(codes(notice(lot, "TENDER", 30))).containsExactly("PERMIT_MISSING lot");
    }

    @Test
    void aTenderFollowsAPrequalificationOnceAndNoDeadlineIsBroughtForward() throws Exception {
        String lot = lotOf(registered(READY, "5000000.00"));
        assertThat(codes(notice(lot, "PREQUAL", 25))).isEmpty();
        assertThat(codes(notice(lot, "PREQUAL", 40))).containsExactly("ALREADY_DONE kind");
        assertThat(codes(notice(lot, "TENDER", 24))).containsExactly("DEADLINE_EARLIER bidDeadline");
        assertThat(codes(notice(lot, "TENDER", 30))).isEmpty();
        assertThat(codes(notice(lot, "TENDER", 40))).containsExactly("ALREADY_DONE kind");
        assertThat(codes(notice(lot, "PREQUAL", 40))).containsExactly("ALREADY_DONE kind");
        JsonNode earlier = notice(lot, "CHANGE", 28);
        assertThat(codes(earlier)).containsExactly("DEADLINE_EARLIER bidDeadline");
        assertThat(earlier.at("/refusals/0/message").asString()).contains("招标投标法实施条例第二十一条");
        assertThat(codes(notice(lot, "CHANGE", 31))).isEmpty();
        assertThat(deadline(lot).toString())
                .startsWith(now().plusDays(31).toLocalDate().toString());
        assertThat(count("(:Notice {kind: 'TENDER'})-[:ABOUT]->(:Lot)")).isOne();
    }

    @Test
    void afterThePrequalificationsDeadlineNoTenderMovesIt() throws Exception {
        String lot = lotOf(registered(READY, "5000000.00"));
        assertThat(codes(notice(lot, "PREQUAL", 25))).isEmpty();
        passDeadline(lot);
        assertThat(codes(notice(lot, "TENDER", 30))).containsExactly("DEADLINE_PASSED kind");
    }

    @Test
    void aLotPutOutAgainIsHeldAgainstItsEstimate() throws Exception {
        String lot = lotOf(registered(READY, "5000000.00"));
        assertThat(codes(notice(lot, "TENDER", 21))).isEmpty();
        passDeadline(lot);
        done("trading-centre", "openBids", LOT, "lot", lot);
        assertThat(codes(command(
                        "trading-centre",
                        "retenderLot",
                        LOT,
                        "lot",
                        lot,
                        "controlPrice",
                        "5000000.01",
                        "requiredDeposit",
                        "100000.01")))
                .containsExactlyInAnyOrder("ABOVE_ESTIMATE controlPrice", "DEPOSIT_TOO_HIGH requiredDeposit");
        assertThat(codes(command(
                        "trading-centre",
                        "retenderLot",
                        LOT,
                        "lot",
                        lot,
                        "controlPrice",
                        "5000000.00",
                        "requiredDeposit",
                        "100000.00")))
                .isEmpty();
    }

    @Test
    void aRefusalQuotesTheRuleThatItUsesAndSaysWhatToDo() throws Exception {
        String lot = lotOf(registered("prj_plainplainplainplainplainp", "5000000.00"));
        assertThat(message(notice(lot, "TENDER", 30))).contains("建设工程规划许可证（本区办法）");
        assertThat(message(command("trading-centre", "filePreTender", "tender { id }", "lot", lot)))
                .contains("重点项目", "（本区办法）");
        JsonNode unknown =
                command("supplier", "submitBid", "bid { id }", "lot", "lot_" + "z".repeat(26), "price", "1.00");
        assertThat(codes(unknown)).containsExactly("NOT_FOUND lot");
        assertThat(message(unknown)).contains("请核对编号");
        String ready = lotOf(registered(READY, "5000000.00"));
        assertThat(codes(notice(ready, "TENDER", 21))).isEmpty();
        write(
                "MATCH (c:Company {id: '" + OWN
                        + "'}) CREATE (c)<-[:BY]-(:Violation {id: 'vio_1', docNo: 'V1', barredTo: $today + duration({days: 9})})");
        JsonNode barred = command("supplier", "submitBid", "bid { id }", "lot", ready, "price", "4900000.00");
        assertThat(codes(barred)).containsExactly("BARRED lot");
        assertThat(message(barred))
                .contains("第五十三条", now().toLocalDate().plusDays(9).toString());
    }

    private static String message(JsonNode payload) {
        return payload.at("/refusals/0/message").asString();
    }

    @Test
    void anAddressOfANoticeIsOneOfTheWeb() throws Exception {
        String lot = lotOf(registered(READY, "5000000.00"));
        for (String url : new String[] {"javascript:alert(1)", "ftp://x.cn/a", "www.x.cn", "https://x.cn/a b"}) {
            assertThat(codes(noticed(lot, url))).as(url).containsExactly("BAD_VALUE url");
        }
        assertThat(codes(noticed(lot, "https://ggzy.example.cn/notice/1?id=2"))).isEmpty();
    }

    private JsonNode noticed(String lot, String url) throws Exception {
        return command(
                "trading-centre",
                "publishNotice",
                "notice { id }",
                "lot",
                lot,
                "kind",
                "TENDER",
                "title",
                "公告",
                "url",
                url,
                "bidDeadline",
                inDays(21));
    }

    @Test
    void anEstimateThatIsNoAmountIsSaidOnceAndNothingIsDrawnFromIt() throws Exception {
        assertThat(codes(command(
                        "trading-centre",
                        "registerTrade",
                        TENDER,
                        trade(MAIN, READY, "-5000000.00", "controlPrice", "4000000.00", "requiredDeposit", "1000.00"))))
                .containsExactly("BAD_VALUE estimate");
    }
}
