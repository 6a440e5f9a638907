package io.lianshu.trading;

import static io.lianshu.exchange.AskedCommands.codes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Bids and committees of a running trade, which nobody learns of before their time. */
class TradeSecrecyIT extends TradingHub {

    @Test
    void nobodyLearnsOfBidsBeforeTheOpeningAndOfTheCommitteeBeforeTheResult() throws Exception {
        String lot = lotOf(registered("prj_readyreadyreadyreadyreadyr", "5000000.00"));
        assertThat(codes(notice(lot, "TENDER", 21))).isEmpty();
        Map<String, String> without = seen(lot);
        String bid = done("supplier", "submitBid", "bid { id }", "lot", lot, "price", "4900000.00")
                .at("/bid/id")
                .asString();
        command("supplier", "submitBid", "bid { id }", "lot", lot, "price", "4900000.00");
        otherBid(lot, OTHERS.get(0), 480_000_000L);
        Map<String, String> with = seen(lot);
        without.forEach(
                (viewer, answer) -> assertThat(with.get(viewer)).as(viewer).isEqualTo(answer));
        assertThat(audit("submitBid")).isZero();
        for (String viewer :
                List.of("supervisor", "analyst", "trading-centre", "director", "importer", "case-officer", "public")) {
            assertThat(read(viewer, "{ node(id: \"" + bid + "\") { id } }")
                            .path("node")
                            .isNull())
                    .as(viewer)
                    .isTrue();
        }
        done("trading-centre", "drawCommittee", LOT, "lot", lot, "size", 5);
        for (String viewer : List.of("analyst", "trading-centre", "town-trader", "director", "case-officer")) {
            assertThat(read(viewer, "{ committees { totalCount } }")
                            .at("/committees/totalCount")
                            .asInt())
                    .as(viewer)
                    .isZero();
        }
    }

    @Test
    void aCompanyInTwoBidsOfALotMakesBothInvalidAtTheOpening() throws Exception {
        JsonNode tender = done(
                "trading-centre",
                "registerTrade",
                TENDER,
                trade(MAIN, "prj_readyreadyreadyreadyreadyr", "5000000.00", "acceptsConsortium", true));
        String lot = lotOf(tender);
        assertThat(codes(notice(lot, "TENDER", 21))).isEmpty();
        String bid = done(
                        "supplier",
                        "submitBid",
                        "bid { id }",
                        "lot",
                        lot,
                        "price",
                        "4900000.00",
                        "members",
                        List.of(OTHERS.get(0)))
                .at("/bid/id")
                .asString();
        // A file may say that a member is in two; commands refuse the second.
        write("MATCH (b:Bid {id: '" + bid + "'}) SET b.bidders = b.bidders + b.invited");
        OTHERS.forEach(other -> otherBid(lot, other, 480_000_000L));
        passDeadline(lot);
        done("trading-centre", "openBids", LOT, "lot", lot);
        assertThat(count("(b:Bid {valid: false}) WHERE b.rejectReason CONTAINS '第三十七条'"))
                .isEqualTo(2);
    }

    /** What each role is answered about a lot, the audit's numbers included, apart from the moment. */
    private Map<String, String> seen(String lot) throws Exception {
        Map<String, String> seen = new HashMap<>();
        String document =
                "{ node(id: \"" + lot + "\") { ... on Lot { id status { code } phase openedAt bids { totalCount }"
                        + " objections { totalCount } } } bids { totalCount } companies { edges { node { id bids { totalCount } } } } neighbourhood(id: \""
                        + lot + "\", depth: 2) { nodes { id } } }";
        for (String viewer : List.of(
                "supervisor",
                "analyst",
                "trading-centre",
                "town-trader",
                "director",
                "importer",
                "case-officer",
                "administrator",
                "agent")) {
            JsonNode answer = asked(viewer, document);
            seen.put(viewer, viewer.equals("supervisor") ? answer + events() : answer.toString());
        }
        return seen;
    }

    /** Numbers of the events, but of what the trading centre did. */
    private String events() throws Exception {
        return read(
                        "supervisor",
                        "{ auditEvents(filter: {command: {in: [\"submitBid\", \"withdrawBid\"]}}) { totalCount } }")
                .toString();
    }
}
