package io.lianshu.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Securities given back with interest, in time, once; or kept by two people, never by one. */
class KeptMoneyIT extends MoneyHub {

    private static final String LIST =
            "{ depositsToRefund { dueOn overdueDays amount interest forfeiturePending deposit { depositNo } } }";

    @Test
    void aSecurityGoesBackWithInterestOnceItsBidCannotWin() throws Exception {
        for (String waiting : List.of("penda", "pendb", "waita", "waitc", "proca")) {
            assertThat(refused("trading-centre", "refundDeposit", "deposit", id("dpt", waiting)))
                    .as(waiting)
                    .containsExactly("DEPOSIT_STILL_NEEDED deposit");
        }
        assertThat(refused("trading-centre", "refundDeposit", "deposit", id("dpt", "towna")))
                .containsExactly("NOT_YOURS null");
        assertThat(refused("trading-centre", "refundDeposit", "deposit", id("dpt", "stopa")))
                .containsExactly("NOT_FOUND deposit");
        // 20,000 yuan at 0.2 % for 73 days are 8 yuan.
        JsonNode ordered = done("trading-centre", "refundDeposit", DEPOSIT, "deposit", id("dpt", "signb"));
        assertThat(ordered.at("/deposit/interest").asString()).isEqualTo("8.00");
        assertThat(ordered.at("/deposit/status/code").asString()).isEqualTo("ORDERED");
        assertThat(refused("trading-centre", "refundDeposit", "deposit", id("dpt", "signb")))
                .containsExactly("ALREADY_DONE deposit");
        JsonNode guarantee = done("trading-centre", "refundDeposit", DEPOSIT, "deposit", id("dpt", "pendc"));
        assertThat(guarantee.at("/deposit/status/code").asString()).isEqualTo("REFUNDED");
        assertThat(guarantee.at("/deposit/interest").isNull()).isTrue();
        done("trading-centre", "refundDeposit", DEPOSIT, "deposit", id("dpt", "procb"));
        done("trading-centre", "refundDeposit", DEPOSIT, "deposit", id("dpt", "faila"));
        // A station without licence still gives back what it holds.
        done("town-trader", "refundDeposit", DEPOSIT, "deposit", id("dpt", "townb"));

        assertThat(payments()).contains("signb 20000.00 8.00", "faila 20000.00 8.00");
        done("bank", "confirmRefund", DEPOSIT, "depositNo", "signb");
        assertThat(payments()).noneMatch(line -> line.startsWith("signb"));
        assertThat(refused("bank", "confirmRefund", "depositNo", "signb")).containsExactly("ALREADY_DONE depositNo");
        assertThat(refused("bank", "confirmRefund", "depositNo", "signa"))
                .containsExactly("REFUND_NOT_ORDERED depositNo");
        assertThat(one("MATCH (d:Deposit {depositNo: 'signb'}) RETURN d.status + ' ' + (d.refundedAt IS NOT NULL)"))
                .isEqualTo("REFUNDED true");
        write("MATCH (r:BenchmarkRate {name: '活期存款利率'}) DETACH DELETE r");
        assertThat(refused("trading-centre", "refundDeposit", "deposit", id("dpt", "signa")))
                .containsExactly("RATE_MISSING deposit");
    }

    private List<String> payments() throws Exception {
        return read("bank", "{ depositPayments { depositNo amount interest } }")
                .at("/depositPayments")
                .valueStream()
                .map(payment -> payment.path("depositNo").asString() + " "
                        + payment.path("amount").asString() + " "
                        + payment.path("interest").asString())
                .toList();
    }

    @Test
    void whatTheOfficeMayNotKnowGoesBackByTheBankAlone() throws Exception {
        assertThat(payments()).contains("stopa 20000.00 8.00", "stopb 20000.00 8.00");
        assertThat(read("trading-centre", LIST).toString()).doesNotContain("stop");
        assertThat(read("supervisor", LIST).toString()).doesNotContain("stop");
        String bid = bid("open");
        String number = paid(bid);
        confirmed(number);
        done("supplier", "withdrawBid", "bid { id }", "bid", bid, "withdrawReason", "不投了");
        assertThat(payments()).contains(number + " 20000.00 0.00");
        long told = count("(e:AuditEvent)");
        done("bank", "confirmRefund", DEPOSIT, "depositNo", number);
        done("bank", "confirmRefund", DEPOSIT, "depositNo", "stopa");
        assertThat(count("(e:AuditEvent)")).isEqualTo(told);
        assertThat(one("MATCH (d:Deposit {depositNo: 'stopa'}) RETURN d.interest"))
                .isEqualTo(800L);
        write("MATCH (d:Deposit {depositNo: 'stopb'}) SET d.heldBy = 'bnk_another'");
        assertThat(payments()).noneMatch(line -> line.startsWith("stopb"));
    }

    @Test
    void theListNamesWhatIsOverdueAtOnesOwnPlatform() throws Exception {
        JsonNode list = read("trading-centre", LIST).at("/depositsToRefund");
        List<String> lines = list.valueStream()
                .map(row -> row.at("/deposit/depositNo").asString() + " "
                        + row.path("overdueDays").asInt())
                .toList();
        // Signed ten days ago and due within five; a failed lot's twenty days ago.
        assertThat(lines)
                .contains("signa 5", "signb 5", "signc 5", "faila 15")
                .noneMatch(line -> line.startsWith("town"));
        assertThat(lines).anyMatch(line -> line.startsWith("procb")).noneMatch(line -> line.startsWith("proca"));
        assertThat(lines).noneMatch(line -> line.startsWith("pend") || line.startsWith("wait"));
        JsonNode first = list.valueStream()
                .filter(row -> row.at("/deposit/depositNo").asString().equals("signa"))
                .findFirst()
                .orElseThrow();
        assertThat(first.path("interest").asString()).isEqualTo("8.00");
        assertThat(first.path("dueOn").asString())
                .isEqualTo(now().toLocalDate().minusDays(5).toString());
        assertThat(read("town-trader", LIST).toString()).contains("towna").doesNotContain("signa");
        assertThat(read("supervisor", LIST).toString()).contains("towna", "signa");
        assertThat(asked("supplier", LIST).toString()).contains("NOT_ALLOWED");
        assertThat(asked("trading-centre", "{ depositPayments { depositNo } }").toString())
                .contains("NOT_ALLOWED");
    }

    @Test
    void ofTwentyRefundsAtOnceOneIsDone() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(20);
        try {
            List<Future<List<String>>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                all.add(many.submit(() -> refused("trading-centre", "refundDeposit", "deposit", id("dpt", "signa"))));
            }
            int done = 0;
            for (Future<List<String>> one : all) {
                List<String> codes = one.get();
                done += codes.isEmpty() ? 1 : 0;
                assertThat(codes).isSubsetOf("ALREADY_DONE deposit");
            }
            assertThat(done).isOne();
        } finally {
            many.shutdownNow();
        }
    }

    private List<String> propose(String viewer, String deposit, String amount, String number) throws Exception {
        return refused(
                viewer,
                "proposeForfeiture",
                "deposit",
                deposit,
                "amount",
                amount,
                "basis",
                "REG_ART74",
                "decisionNo",
                number);
    }

    private static String decision(String number) {
        return String.valueOf(one("MATCH (f:Forfeiture {decisionNo: '" + number + "'}) RETURN f.id"));
    }

    @Test
    void aSecurityIsKeptByTwoPeopleAndTheRestGoesBack() throws Exception {
        String deposit = id("dpt", "signa");
        assertThat(propose("supervisor", deposit, "20000.01", "决0")).containsExactly("ABOVE_DEPOSIT amount");
        assertThat(refused(
                        "supervisor",
                        "proposeForfeiture",
                        "deposit",
                        deposit,
                        "amount",
                        "0.00",
                        "basis",
                        "MOOD",
                        "decisionNo",
                        ""))
                .containsExactly("BAD_CODE basis", "BAD_VALUE decisionNo", "BAD_VALUE amount");
        assertThat(propose("supervisor", deposit, "15000.00", "决1")).isEmpty();
        assertThat(propose("case-officer", deposit, "5000.01", "决2")).containsExactly("ABOVE_DEPOSIT amount");
        assertThat(propose("case-officer", deposit, "1.00", "决1")).containsExactly("ALREADY_THERE decisionNo");
        String first = decision("决1");
        assertThat(refused("trading-centre", "refundDeposit", "deposit", deposit))
                .containsExactly("FORFEITURE_PENDING deposit");
        assertThat(refused("trading-centre", "executeForfeiture", "forfeiture", first))
                .containsExactly("NOT_NEXT forfeiture");
        assertThat(refused("supervisor", "approveForfeiture", "forfeiture", first))
                .containsExactly("SAME_PERSON forfeiture");
        // The same person by the director's account.
        assertThat(refused("director", "approveForfeiture", "forfeiture", first))
                .containsExactly("SAME_PERSON forfeiture");
        // The same person by an id that was merged into another's.
        write(
                "MATCH (p:Person {name: '监管员'}), (f:Forfeiture {decisionNo: '决1'})"
                        + " SET f.proposer = 'per_gone', f.before = f.proposingAccount, f.proposingAccount = 'another'"
                        + " CREATE (:Merged {id: 'per_gone'})-[:MERGED_INTO]->(:Merged {id: 'per_between'})-[:MERGED_INTO]->(p)");
        assertThat(refused("director", "approveForfeiture", "forfeiture", first))
                .containsExactly("SAME_PERSON forfeiture");
        write("MATCH (f:Forfeiture {decisionNo: '决1'}) SET f.proposer = 'per_somebody', f.proposingAccount = f.before");
        assertThat(refused("supervisor", "approveForfeiture", "forfeiture", first))
                .containsExactly("SAME_PERSON forfeiture");
        done("director", "approveForfeiture", "forfeiture { status { code } }", "forfeiture", first);
        assertThat(refused("town-trader", "executeForfeiture", "forfeiture", first))
                .containsExactly("NOT_YOURS null");
        done("trading-centre", "executeForfeiture", "forfeiture { executedAt }", "forfeiture", first);
        assertThat(refused("director", "revokeForfeiture", "forfeiture", first, "reason", "算了吧"))
                .containsExactly("NOT_NEXT forfeiture");
        // 5,000 yuan are left, with 2 yuan of interest.
        assertThat(done("trading-centre", "refundDeposit", DEPOSIT, "deposit", deposit)
                        .at("/deposit/interest")
                        .asString())
                .isEqualTo("2.00");
        assertThat(payments()).contains("signa 5000.00 2.00");
        assertThat(propose("case-officer", deposit, "1.00", "决3")).containsExactly("DEPOSIT_NOT_HELD deposit");
    }

    @Test
    void wholeSecuritiesAndAnnualOnesAreKeptToo() throws Exception {
        String deposit = id("dpt", "faila");
        assertThat(propose("case-officer", deposit, "20000.00", "决1")).isEmpty();
        done("supervisor", "approveForfeiture", "clientMutationId", "forfeiture", decision("决1"));
        assertThat(refused("supervisor", "revokeForfeiture", "forfeiture", decision("决1"), "reason", ""))
                .containsExactly("BAD_VALUE reason");
        done("supervisor", "revokeForfeiture", "clientMutationId", "forfeiture", decision("决1"), "reason", "证据不足");
        assertThat(propose("case-officer", deposit, "20000.00", "决2")).isEmpty();
        done("supervisor", "approveForfeiture", "clientMutationId", "forfeiture", decision("决2"));
        done("trading-centre", "executeForfeiture", "clientMutationId", "forfeiture", decision("决2"));
        assertThat(one("MATCH (d:Deposit {depositNo: 'faila'}) RETURN d.status"))
                .isEqualTo("FORFEITED");
        assertThat(refused("trading-centre", "refundDeposit", "deposit", deposit))
                .containsExactly("DEPOSIT_FORFEITED deposit");

        String annual = done(
                        "trading-centre",
                        "acceptAnnualDeposit",
                        "annualDeposit { id }",
                        "company",
                        OWN,
                        "year",
                        now().getYear(),
                        "amount",
                        "100.00",
                        "account",
                        "1001")
                .at("/annualDeposit/id")
                .asString();
        assertThat(propose("case-officer", annual, "100.00", "决9")).isEmpty();
        done("supervisor", "approveForfeiture", "clientMutationId", "forfeiture", decision("决9"));
        assertThat(refused("town-trader", "executeForfeiture", "forfeiture", decision("决9")))
                .containsExactly("NOT_YOURS null");
        done("trading-centre", "executeForfeiture", "clientMutationId", "forfeiture", decision("决9"));
        assertThat(refused("supplier", "submitBid", "lot", id("lot", "open"), "price", "1.00", "annualDeposit", true))
                .containsExactly("NO_ANNUAL_DEPOSIT annualDeposit");
    }

    @Test
    void aPerformanceSecurityNotGivenBackIsSeenUntilItIs() throws Exception {
        String contract = id("ctt", "sign");
        String asked = "{ node(id: \"" + contract + "\") { ... on Contract { bondOverdueDays } } }";
        assertThat(read("supervisor", asked).at("/node/bondOverdueDays").isNull())
                .isTrue();
        assertThat(refused("trading-centre", "returnBond", "contract", contract))
                .containsExactly("NOT_PERFORMED contract");
        write("MATCH (c:Contract {contractNo: 'sign'}) SET c.performedOn = $today - duration({days: 3})");
        assertThat(read("supervisor", asked).at("/node/bondOverdueDays").asInt())
                .isEqualTo(3);
        assertThat(refused("town-trader", "returnBond", "contract", contract)).containsExactly("NOT_YOURS null");
        done("trading-centre", "returnBond", "contract { bondReturnedAt }", "contract", contract);
        assertThat(read("supervisor", asked).at("/node/bondOverdueDays").isNull())
                .isTrue();
        assertThat(refused("trading-centre", "returnBond", "contract", contract))
                .containsExactly("ALREADY_DONE contract");
    }
}
