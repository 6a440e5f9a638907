package io.lianshu.trading;

import static io.lianshu.exchange.AskedCommands.codes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Consortia: who is invited is bound by its own word only, and nobody learns of an answer before the opening. */
class ConsortiumIT extends TradingHub {

    private static final String INVITATIONS =
            "{ bidInvitations { bid lot { id } leader { id } company { id } joined } }";

    @Test
    void whoIsOnlyInvitedIsNoBidderAndItsOwnBidStands() throws Exception {
        String lot = noticed();
        String bid = done(
                        "supplier",
                        "submitBid",
                        "bid { id consortiumMembers { id } }",
                        "lot",
                        lot,
                        "price",
                        "4900000.00",
                        "members",
                        List.of(OTHERS.get(0)))
                .at("/bid/id")
                .asString();
        JsonNode sent = read("supplier", INVITATIONS).at("/bidInvitations/0");
        assertThat(sent.at("/company/id").asString()).isEqualTo(OTHERS.get(0));
        assertThat(sent.path("joined").isNull()).isTrue();
        assertThat(count("(:Company)-[:JOINED]->(:Bid)")).isZero();
        OTHERS.forEach(other -> otherBid(lot, other, 480_000_000L));
        passDeadline(lot);
        done("trading-centre", "openBids", LOT, "lot", lot);
        assertThat(count("(b:Bid {id: '" + bid + "', valid: false}) WHERE b.rejectReason CONTAINS '第三十一条'"))
                .isOne();
        assertThat(count("(b:Bid) WHERE b.valid IS NULL")).isEqualTo(3);
    }

    @Test
    void anInvitedCompanyJoinsByItsOwnAccountAndNobodyLearnsOfIt() throws Exception {
        String lot = noticed();
        String bid = invitation(lot, OTHERS.get(0));
        String second = invitation(lot, OTHERS.get(1));
        JsonNode received = read("supplier", INVITATIONS).path("bidInvitations");
        assertThat(received.size()).isEqualTo(2);
        assertThat(received.toString()).contains(OTHERS.get(0), lot, OWN).doesNotContain(OTHERS.get(2));
        assertThat(read("supplier", "{ node(id: \"" + bid + "\") { id } }")
                        .path("node")
                        .isNull())
                .isTrue();
        assertThat(codes(command("supplier", "joinBid", "bid { id }", "bid", "bid_" + "z".repeat(26))))
                .containsExactly("NOT_FOUND bid");
        Map<String, String> before = seen(lot, bid);
        done("supplier", "declineBid", "bid { id }", "bid", bid);
        assertThat(read("supplier", INVITATIONS).toString()).contains("\"joined\":false");
        assertThat(codes(command("supplier", "declineBid", "bid { id }", "bid", bid)))
                .containsExactly("ALREADY_DONE bid");
        done("supplier", "joinBid", "bid { id }", "bid", bid);
        assertThat(codes(command("supplier", "joinBid", "bid { id }", "bid", bid)))
                .containsExactly("ALREADY_DONE bid");
        assertThat(codes(command("supplier", "declineBid", "bid { id }", "bid", bid)))
                .containsExactly("ALREADY_DONE bid");
        assertThat(codes(command("supplier", "joinBid", "bid { id }", "bid", second)))
                .containsExactly("BID_EXISTS bid");
        assertThat(codes(command("supplier", "submitBid", "bid { id }", "lot", lot, "price", "1.00")))
                .containsExactly("BID_EXISTS lot");
        seen(lot, bid).forEach((viewer, answer) -> assertThat(answer).as(viewer).isEqualTo(before.get(viewer)));
        otherBid(lot, OTHERS.get(2), 480_000_000L);
        passDeadline(lot);
        assertThat(codes(command("supplier", "declineBid", "bid { id }", "bid", second)))
                .containsExactly("BID_AFTER_DEADLINE bid");
        done("trading-centre", "openBids", LOT, "lot", lot);
        assertThat(audit("joinBid")).isOne();
        assertThat(audit("declineBid")).isOne();
        assertThat(count("(b:Bid {id: '" + bid + "'})<-[:JOINED]-(:Company {id: '" + OWN + "'}) WHERE b.valid IS NULL"))
                .isOne();
        assertThat(count("(b:Bid {id: '" + second + "', valid: false})")).isOne();
    }

    @Test
    void whoBidsAloneOrIsBarredOrAPartyDoesNotJoin() throws Exception {
        String lot = noticed();
        String bid = invitation(lot, OTHERS.get(0));
        String own = done("supplier", "submitBid", "bid { id }", "lot", lot, "price", "4900000.00")
                .at("/bid/id")
                .asString();
        assertThat(codes(command("supplier", "joinBid", "bid { id }", "bid", bid)))
                .containsExactly("BID_EXISTS bid");
        done("supplier", "withdrawBid", "bid { id }", "bid", own, "withdrawReason", "改为联合体");
        write("MATCH (c:Company {id: '" + OWN
                + "'}) CREATE (c)<-[:BY]-(:Violation {id: 'vio_1', docNo: 'V1', barredTo: $today})");
        assertThat(codes(command("supplier", "joinBid", "bid { id }", "bid", bid)))
                .containsExactly("BARRED bid");
        write("MATCH (v:Violation) DETACH DELETE v");
        for (String part : List.of("AGENT", "TENDERED_BY")) {
            write("MATCH (t:Tender), (c:Company {id: '" + OWN + "'}) CREATE (t)-[:" + part + "]->(c)");
            assertThat(codes(command("supplier", "joinBid", "bid { id }", "bid", bid)))
                    .as(part)
                    .containsExactly("PARTY_TO_TENDER bid");
            JsonNode alone = command("supplier", "submitBid", "bid { id }", "lot", lot, "price", "4900000.00");
            assertThat(codes(alone)).as(part).containsExactly("PARTY_TO_TENDER lot");
            assertThat(alone.at("/refusals/0/message").asString()).contains("第三十四条");
            write("MATCH (:Tender)-[r:" + part + "]->(:Company {id: '" + OWN + "'}) DELETE r");
        }
        done("supplier", "joinBid", "bid { id }", "bid", bid);
    }

    private String noticed() throws Exception {
        String lot = lotOf(done(
                "trading-centre",
                "registerTrade",
                TENDER,
                trade(MAIN, "prj_readyreadyreadyreadyreadyr", "5000000.00", "acceptsConsortium", true)));
        assertThat(codes(notice(lot, "TENDER", 21))).isEmpty();
        return lot;
    }

    /** Another company's bid that invites the supplier's. */
    private static String invitation(String lot, String leader) {
        String bid = otherBid(lot, leader, 470_000_000L);
        write("MATCH (b:Bid {id: '" + bid + "'}) SET b.invited = ['" + OWN + "']");
        return bid;
    }

    /** What others are answered about the lot and the bid. */
    private Map<String, String> seen(String lot, String bid) throws Exception {
        Map<String, String> seen = new LinkedHashMap<>();
        for (String viewer :
                List.of("supervisor", "analyst", "trading-centre", "director", "importer", "case-officer", "public")) {
            seen.put(
                    viewer,
                    asked(
                                    viewer,
                                    "{ node(id: \"" + bid
                                            + "\") { id } bids { totalCount } lots { edges { node { id phase bids {"
                                            + " totalCount } } } } companies { edges { node { id bids { totalCount } } } }"
                                            + " neighbourhood(id: \"" + lot + "\", depth: 2) { nodes { id } } }")
                            .toString());
            seen.put(
                    viewer + " asks for invitations", asked(viewer, INVITATIONS).toString());
        }
        seen.put(
                "audit",
                read("supervisor", "{ auditEvents(first: 100) { totalCount edges { node { number hash } } } }")
                        .toString());
        return seen;
    }
}
