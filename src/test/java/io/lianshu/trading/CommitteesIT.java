package io.lianshu.trading;

import static io.lianshu.exchange.AskedCommands.codes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Committees: a draw tells nothing of bidders, and nobody whom a bidder ties judges. */
class CommitteesIT extends TradingHub {

    @Test
    void aDrawBeforeTheOpeningKnowsNoBiddersAndWhomTheyTieIsReplacedAfterIt() throws Exception {
        String lot = lotOf(registered("prj_readyreadyreadyreadyreadyr", "5000000.00"));
        assertThat(codes(notice(lot, "TENDER", 21))).isEmpty();
        List<String> bids = new ArrayList<>();
        for (String other : OTHERS) {
            bids.add(otherBid(lot, other, 470_000_000L));
        }
        write("MATCH (e:Person {name: '专家1'}), (c:Company {id: '" + OTHERS.get(0) + "'}) CREATE (e)-[:WORKS_FOR]->(c)");
        // All seven are drawn, whoever bids.
        done("trading-centre", "drawCommittee", LOT, "lot", lot, "size", 7);
        assertThat(codes(command("trading-centre", "drawCommittee", LOT, "lot", lot, "size", 7)))
                .containsExactly("ALREADY_DONE lot");
        passDeadline(lot);
        done("trading-centre", "openBids", LOT, "lot", lot);
        assertThat(codes(command("trading-centre", "recordEvaluation", LOT, "lot", lot, "bids", ranked(bids))))
                .containsExactly("COMMITTEE_TIED lot");
        assertThat(codes(command("trading-centre", "drawCommittee", LOT, "lot", lot, "size", 7)))
                .containsExactly("TOO_FEW_EXPERTS size");
        write("CREATE (:Person {id: 'per_eighteighteighteighteighte', name: '专家8', kind: 'EXPERT'})");
        assertThat(codes(command("trading-centre", "drawCommittee", LOT, "lot", lot, "size", 5)))
                .containsExactly("BAD_VALUE size");
        assertThat(codes(command(
                        "trading-centre",
                        "drawCommittee",
                        LOT,
                        "lot",
                        lot,
                        "size",
                        7,
                        "representatives",
                        List.of("per_eighteighteighteighteighte"))))
                .containsExactly("TOO_MANY representatives");
        done("trading-centre", "drawCommittee", LOT, "lot", lot, "size", 7);
        assertThat(count("(:Committee)<-[:SAT_ON]-(:Person)")).isEqualTo(7);
        assertThat(count("(:Committee)<-[:SAT_ON {role: 'CHAIR'}]-(:Person)")).isOne();
        assertThat(count("(:Committee)<-[:SAT_ON]-(:Person {name: '专家8'})")).isOne();
        assertThat(count("(:Committee)<-[:SAT_ON]-(:Person {name: '专家1'})")).isZero();
        assertThat(codes(command("trading-centre", "drawCommittee", LOT, "lot", lot, "size", 7)))
                .containsExactly("ALREADY_DONE lot");
        done("trading-centre", "recordEvaluation", LOT, "lot", lot, "bids", ranked(bids));
    }

    @Test
    void oneMemberAtLeastIsDrawnAndWhoIsSentIsTiedByNoBidder() throws Exception {
        // Where the law does not bid to tender no share of experts is asked for.
        String lot = lotOf(registered("prj_readyreadyreadyreadyreadyr", "3000000.00"));
        assertThat(codes(notice(lot, "TENDER", 21))).isEmpty();
        List<String> sent = List.of("1", "2", "3", "4").stream()
                .map(number -> "per_sent" + number + "a".repeat(21))
                .toList();
        sent.forEach(person -> write("CREATE (:Person {id: '" + person + "', name: '代表'})"));
        for (int number : List.of(3, 4)) {
            assertThat(codes(command(
                            "trading-centre",
                            "drawCommittee",
                            LOT,
                            "lot",
                            lot,
                            "size",
                            3,
                            "representatives",
                            sent.subList(0, number))))
                    .containsExactly("TOO_FEW_EXPERTS representatives");
        }
        write("MATCH (p:Person {id: '" + sent.get(0) + "'}), (c:Company {id: '" + OTHERS.get(0)
                + "'}) CREATE (p)-[:SHAREHOLDER_OF]->(c)");
        otherBid(lot, OTHERS.get(0), 290_000_000L);
        // Nothing is told of it before the opening.
        done("trading-centre", "drawCommittee", LOT, "lot", lot, "size", 3, "representatives", sent.subList(0, 2));
        otherBid(lot, OTHERS.get(1), 290_000_000L);
        otherBid(lot, OTHERS.get(2), 290_000_000L);
        passDeadline(lot);
        done("trading-centre", "openBids", LOT, "lot", lot);
        write("MATCH (p:Person {id: '" + sent.get(3) + "'}), (c:Company {id: '" + OTHERS.get(1)
                + "'}) CREATE (p)-[:WORKS_FOR]->(c)");
        assertThat(codes(command(
                        "trading-centre",
                        "drawCommittee",
                        LOT,
                        "lot",
                        lot,
                        "size",
                        3,
                        "representatives",
                        List.of(sent.get(3)))))
                .containsExactly("COMMITTEE_TIED representatives");
        done("trading-centre", "drawCommittee", LOT, "lot", lot, "size", 3, "representatives", List.of(sent.get(2)));
        assertThat(count("(:Committee)<-[:SAT_ON {role: 'OWNER_REPRESENTATIVE'}]-(p:Person) WHERE p.id IN ['"
                        + sent.get(1) + "', '" + sent.get(2) + "']"))
                .isEqualTo(2);
    }

    private static List<Map<String, Object>> ranked(List<String> bids) {
        List<Map<String, Object>> found = new ArrayList<>();
        for (int i = 0; i < bids.size(); i++) {
            found.add(Map.of("bid", bids.get(i), "valid", true, "rank", i + 1, "score", 95.0 - i));
        }
        return found;
    }
}
