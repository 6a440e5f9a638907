package io.lianshu.trading;

import static io.lianshu.exchange.AskedCommands.codes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A trade from its registration to its performance, and what the law refuses on the way. */
class TradeLifeIT extends TradingHub {

    @Test
    void oneGoesFromRegistrationToPerformance() throws Exception {
        JsonNode tender =
                registered("prj_readyreadyreadyreadyreadyr", "5000000.00").path("tender");
        assertThat(tender.path("mandatory").asBoolean()).isTrue();
        assertThat(tender.at("/supervisors/edges/0/basis/code").asString()).isEqualTo("ENTRUSTED");
        assertThat(tender.at("/supervisors/edges/0/node/name").asString()).isEqualTo("监管中心");
        String lot = tender.at("/lots/edges/0/node/id").asString();
        assertThat(tender.at("/lots/edges/0/node/status/code").asString()).isEqualTo("REGISTERED");
        done(
                "trading-centre",
                "publishNotice",
                "notice { noticeNo place { code } }",
                "lot",
                lot,
                "kind",
                "TENDER",
                "title",
                "招标公告",
                "bidDeadline",
                inDays(21));
        JsonNode bid = done(
                "supplier",
                "submitBid",
                "bid { id bidNo price lot { id } }",
                "lot",
                lot,
                "price",
                "4800000.00",
                "durationDays",
                200);
        assertThat(bid.at("/bid/price").asString()).isEqualTo("4800000.00");
        String own = bid.at("/bid/id").asString();
        List<String> bids = new ArrayList<>(List.of(own));
        for (String other : OTHERS) {
            bids.add(otherBid(lot, other, 470_000_000L + bids.size() * 1_000_000L));
        }
        done("trading-centre", "drawCommittee", LOT, "lot", lot, "size", 5);
        assertThat(count("(:Committee)<-[:SAT_ON]-(:Person {kind: 'EXPERT'})")).isEqualTo(5);
        assertThat(read("trading-centre", "{ committees { totalCount } }")
                        .at("/committees/totalCount")
                        .asInt())
                .isZero();
        passDeadline(lot);
        JsonNode opened = done(
                "trading-centre",
                "openBids",
                "lot { status { code } openedAt openingRecord { bidderCount } bids { totalCount } }",
                "lot",
                lot,
                "place",
                "一号开标室");
        assertThat(opened.at("/lot/status/code").asString()).isEqualTo("OPENED");
        assertThat(opened.at("/lot/openingRecord/bidderCount").asInt()).isEqualTo(4);
        assertThat(opened.at("/lot/bids/totalCount").asInt()).isEqualTo(4);
        done("trading-centre", "recordEvaluation", LOT, "lot", lot, "bids", ranked(bids));
        assertThat(read("public", "{ awards { totalCount } }")
                        .at("/awards/totalCount")
                        .asInt())
                .isZero();
        done(
                "trading-centre",
                "publishNotice",
                "notice { periodDays }",
                "lot",
                lot,
                "kind",
                "CANDIDATE",
                "title",
                "候选人公示");
        JsonNode awards = read(
                "public",
                "{ awards(orderBy: [{rank: ASC}]) { edges { node { id rank supplier { id } status { code } } } } }");
        assertThat(awards.at("/awards/edges").size()).isEqualTo(3);
        String first = awards.at("/awards/edges/0/node/id").asString();
        String second = awards.at("/awards/edges/1/node/id").asString();
        assertThat(codes(command("trading-centre", "awardLot", "award { id }", "award", first)))
                .containsExactly("PUBLICITY_RUNS award");
        write(
                "MATCH (a:Award) SET a.publicityFrom = $today - duration({days: 4}), a.publicityTo = $today - duration({days: 1})");
        assertThat(codes(command("trading-centre", "awardLot", "award { id }", "award", second)))
                .containsExactly("NOT_FIRST award");
        done("trading-centre", "awardLot", "award { noticeNo status { code } }", "award", first);
        assertThat(
                        count(
                                "(:Trade {outcome: 'SUCCESS', dealAmount: 480000000})-[:AT]->(:TradingPlatform {code: 'JY-01'})"))
                .isOne();
        done("supplier", "renounceAward", "award { status { code } }", "award", first, "renounceReason", "项目经理另有在建工程");
        assertThat(count("(:Trade) WHERE NOT EXISTS { (:Trade {outcome: 'SUCCESS'}) }"))
                .isOne();
        done("trading-centre", "awardLot", "award { id }", "award", second);
        String today = now().toLocalDate().toString();
        assertThat(codes(command(
                        "trading-centre",
                        "signContract",
                        "contract { id }",
                        "award",
                        second,
                        "contractNo",
                        "HT-1",
                        "amount",
                        "4800000.01",
                        "signedOn",
                        today,
                        "performanceBond",
                        "1000000.00")))
                .containsExactlyInAnyOrder("ABOVE_AWARD amount", "BOND_TOO_HIGH performanceBond");
        JsonNode contract = done(
                "trading-centre",
                "signContract",
                "contract { id amount }",
                "award",
                second,
                "contractNo",
                "HT-1",
                "amount",
                "4700000.00",
                "signedOn",
                today,
                "days",
                300,
                "performanceBond",
                "470000.00");
        String id = contract.at("/contract/id").asString();
        assertThat(codes(command(
                        "trading-centre",
                        "completeContract",
                        "contract { id }",
                        "contract",
                        id,
                        "performedOn",
                        now().toLocalDate().minusDays(1).toString())))
                .containsExactly("OUT_OF_ORDER performedOn");
        done(
                "trading-centre",
                "completeContract",
                "contract { performedOn bondReturnedAt }",
                "contract",
                id,
                "performedOn",
                today,
                "bondReturnedAt",
                inDays(0));
        assertThat(read("trading-centre", "{ lots { edges { node { status { code } } } } }")
                        .at("/lots/edges/0/node/status/code")
                        .asString())
                .isEqualTo("PERFORMED");
        // The audit knows all of it now, the bid with the moment at which it was handed in.
        assertThat(audit("submitBid")).isOne();
        assertThat(read("supervisor", "{ history(id: \"" + own + "\") { command } }")
                        .path("history")
                        .size())
                .isPositive();
    }

    @Test
    void whatGoesAgainstTheLawIsRefusedWithItsArticle() throws Exception {
        JsonNode dear = command(
                "trading-centre",
                "registerTrade",
                TENDER,
                trade(
                        MAIN,
                        "prj_readyreadyreadyreadyreadyr",
                        "5000000.00",
                        "requiredDeposit",
                        "100000.01",
                        "controlPrice",
                        "5000000.01"));
        assertThat(codes(dear))
                .containsExactlyInAnyOrder("DEPOSIT_TOO_HIGH requiredDeposit", "ABOVE_ESTIMATE controlPrice");
        assertThat(dear.at("/refusals").toString()).contains("招标投标法实施条例第二十六条");
        assertThat(codes(command("town-trader", "registerTrade", TENDER, trade(TOWN, null, "600000.00"))))
                .containsExactly("WRONG_PLATFORM platform");
        assertThat(codes(command(
                        "town-trader",
                        "registerTrade",
                        TENDER,
                        trade("plt_barebarebarebarebarebareba", null, "500000.00"))))
                .containsExactly("PLATFORM_NOT_LICENSED platform");
        assertThat(codes(command("town-trader", "registerTrade", TENDER, trade(MAIN, null, "500000.00"))))
                .containsExactly("NOT_YOURS null");
        assertThat(codes(command(
                        "trading-centre",
                        "registerTrade",
                        TENDER,
                        trade(MAIN, null, "4000000.00", "phase", null, "industryDepartment", null))))
                .containsExactlyInAnyOrder(
                        "REQUIRED_MISSING project", "REQUIRED_MISSING phase", "REQUIRED_MISSING industryDepartment");
        String plain = lotOf(registered("prj_plainplainplainplainplainp", "5000000.00"));
        assertThat(codes(notice(plain, "TENDER", 30))).containsExactly("PERMIT_MISSING lot");
        assertThat(codes(command("trading-centre", "filePreTender", "tender { id }", "lot", plain)))
                .containsExactly("NOT_MAJOR lot");
        String lot = lotOf(registered("prj_readyreadyreadyreadyreadyr", "5000000.00"));
        JsonNode soon = notice(lot, "TENDER", 19);
        assertThat(codes(soon)).containsExactly("BID_PERIOD_TOO_SHORT bidDeadline");
        assertThat(soon.at("/refusals/0/message").asString()).contains("招标投标法第二十四条");
        assertThat(codes(notice(lot, "CANDIDATE", 0))).containsExactly("NOT_NEXT lot");
        assertThat(codes(command("supplier", "submitBid", "bid { id }", "lot", lot, "price", "1.00")))
                .containsExactly("NOT_OPEN_FOR_BIDS lot");
        assertThat(codes(notice(lot, "TENDER", 21))).isEmpty();
        assertThat(codes(notice(lot, "CHANGE", 10))).contains("CHANGE_TOO_LATE bidDeadline");
        assertThat(codes(notice(lot, "CHANGE", 25))).isEmpty();
        assertThat(codes(command("trading-centre", "openBids", LOT, "lot", lot)))
                .containsExactly("BEFORE_DEADLINE lot");
        assertThat(codes(command("town-trader", "openBids", LOT, "lot", lot))).contains("NOT_YOURS null");
        assertThat(codes(command(
                        "supplier",
                        "submitBid",
                        "bid { id }",
                        "lot",
                        lot,
                        "price",
                        "5000000.01",
                        "rate",
                        3.5,
                        "fileHash",
                        "x",
                        "members",
                        List.of(OTHERS.get(0)))))
                .containsExactlyInAnyOrder(
                        "REQUIRED_MISSING price",
                        "BID_ABOVE_CONTROL_PRICE price",
                        "BAD_VALUE fileHash",
                        "NO_CONSORTIUM members");
        done("supplier", "submitBid", "bid { id }", "lot", lot, "price", "4900000.00");
        assertThat(codes(command("supplier", "submitBid", "bid { id }", "lot", lot, "price", "4900000.00")))
                .containsExactly("BID_EXISTS lot");
        passDeadline(lot);
        assertThat(codes(command("supplier", "submitBid", "bid { id }", "lot", lot, "price", "4900000.00")))
                .contains("BID_AFTER_DEADLINE lot");
        assertThat(codes(command("trading-centre", "drawCommittee", LOT, "lot", lot, "size", 4)))
                .containsExactlyInAnyOrder("BAD_VALUE size", "COMMITTEE_TOO_SMALL size");
        JsonNode few = done("trading-centre", "openBids", LOT, "lot", lot);
        assertThat(few.at("/lot/status/code").asString()).isEqualTo("FAILED");
        assertThat(few.at("/lot/endReason/code").asString()).isEqualTo("TOO_FEW_BIDDERS");
        assertThat(few.at("/lot/openedAt").isNull()).isTrue();
        JsonNode again = done(
                "trading-centre",
                "retenderLot",
                "lot { id round status { code } retenders { status { code } } }",
                "lot",
                lot);
        assertThat(again.at("/lot/round").asInt()).isEqualTo(2);
        assertThat(again.at("/lot/retenders/status/code").asString()).isEqualTo("RETENDERED");
    }

    @Test
    void aMajorProjectIsTenderedBeforeItsPermitsAndTheDaysSavedAreCounted() throws Exception {
        JsonNode tender = registered("prj_earlyearlyearlyearlyearlye", "5000000.00");
        String lot = lotOf(tender);
        assertThat(codes(notice(lot, "TENDER", 30))).containsExactly("PERMIT_MISSING lot");
        JsonNode filed = done(
                "trading-centre", "filePreTender", "tender { preTender { missingPermits daysSaved } }", "lot", lot);
        assertThat(filed.at("/tender/preTender/missingPermits/0").asString()).isEqualTo("建设工程规划许可证");
        assertThat(codes(notice(lot, "TENDER", 30))).isEmpty();
        write(
                "MATCH (p:Project {id: 'prj_earlyearlyearlyearlyearlye'}), (i:ApprovalItem {id: 'api_permit'}), (f:PreTender) SET f.noticeAt = $now - duration({days: 40}) "
                        + "CREATE (p)-[:HAS_APPROVAL]->(:Approval {id: 'apv_2', status: '11', completedAt: $now - duration({days: 5})})-[:OF_ITEM]->(i)");
        JsonNode saved = read("trading-centre", "{ tenders { edges { node { preTender { daysSaved } } } } }");
        assertThat(saved.at("/tenders/edges/0/node/preTender/daysSaved").asInt())
                .isEqualTo(35);
    }

    private static List<Map<String, Object>> ranked(List<String> bids) {
        List<Map<String, Object>> found = new ArrayList<>();
        for (int i = 0; i < bids.size(); i++) {
            found.add(Map.of("bid", bids.get(i), "valid", true, "rank", i + 1, "score", 95.0 - i));
        }
        return found;
    }
}
