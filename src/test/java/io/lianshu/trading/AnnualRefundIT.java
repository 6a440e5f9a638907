package io.lianshu.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.TestEngine;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.viewer.Role;
import io.lianshu.platform.viewer.Viewer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Annual deposits given back once their year is over and nothing is pending, and money that came too early to be true. */
class AnnualRefundIT extends MoneyHub {

    private static final String LIST =
            "{ depositsToRefund { amount interest lot { id } deposit { id } annualDeposit { depositNo company { id } } } }";

    @Autowired
    private DepositGraph deposits;

    @Test
    void anAnnualDepositGoesBackWithInterestWhenItsYearIsOver() throws Exception {
        JsonNode taken = done(
                "trading-centre",
                "acceptAnnualDeposit",
                "annualDeposit { id depositNo receivedAt }",
                "company",
                OWN,
                "year",
                now().getYear(),
                "amount",
                "20000.00",
                "account",
                "1001");
        String annual = taken.at("/annualDeposit/id").asString();
        String number = taken.at("/annualDeposit/depositNo").asString();
        assertThat(taken.at("/annualDeposit/receivedAt").isNull()).isFalse();
        assertThat(refund(annual)).containsExactly("ANNUAL_DEPOSIT_RUNS deposit");
        write("MATCH (a:AnnualDeposit) SET a.year = a.year - 1, a.validTo = a.validTo - duration({years: 1}),"
                + " a.receivedAt = $now - duration({days: 73})");
        assertThat(refund(annual)).as("lots of its year are sealed").containsExactly("DEPOSIT_STILL_NEEDED deposit");
        assertThat(read("trading-centre", LIST).toString()).doesNotContain(number);
        write("MATCH (t:Tender) SET t.noticeOn = $today");
        // A sealed bid that it stands for changes nothing, or the answer would tell of it.
        write("MATCH (a:AnnualDeposit), (b:Bid {bidNo: 'waita'})-[:FOR_LOT]->(lot) SET lot.openedAt = null"
                + " CREATE (b)-[:COVERED_BY]->(a)");
        assertThat(read("trading-centre", LIST).toString()).contains(number);
        write("MATCH (lot:Lot {bidSectionCode: 'wait'}) SET lot.openedAt = $now - duration({days: 60})");
        assertThat(refund(annual)).as("an opened bid may win").containsExactly("DEPOSIT_STILL_NEEDED deposit");
        assertThat(read("trading-centre", LIST).toString()).doesNotContain(number);
        write("MATCH (lot:Lot {bidSectionCode: 'wait'}) SET lot.status = 'FAILED', lot.endedAt = $now");
        JsonNode row = read("supervisor", LIST)
                .at("/depositsToRefund")
                .valueStream()
                .filter(one -> one.at("/annualDeposit/depositNo").asString().equals(number))
                .findFirst()
                .orElseThrow();
        assertThat(row.path("interest").asString()).isEqualTo("8.00");
        assertThat(row.path("lot").isNull() && row.path("deposit").isNull()).isTrue();
        assertThat(read("town-trader", LIST).toString()).doesNotContain(number);
        assertThat(refused("town-trader", "refundDeposit", "deposit", annual)).containsExactly("NOT_YOURS null");
        assertThat(refused(
                        "case-officer",
                        "proposeForfeiture",
                        "deposit",
                        annual,
                        "amount",
                        "1.00",
                        "basis",
                        "REG_ART74",
                        "decisionNo",
                        "决1"))
                .isEmpty();
        assertThat(refund(annual)).containsExactly("FORFEITURE_PENDING deposit");
        write("MATCH (f:Forfeiture) SET f.status = 'REVOKED'");
        assertThat(refund(annual)).isEmpty();
        assertThat(refund(annual)).containsExactly("ALREADY_DONE deposit");
        assertThat(read("bank", "{ depositPayments { depositNo amount interest } }")
                        .toString())
                .contains("{\"depositNo\":\"" + number + "\",\"amount\":\"20000.00\",\"interest\":\"8.00\"}");
        done("bank", "confirmRefund", "clientMutationId", "depositNo", number);
        assertThat(one("MATCH (a:AnnualDeposit) RETURN a.status + ' ' + (a.refundedAt IS NOT NULL)"))
                .isEqualTo("REFUNDED true");
    }

    private List<String> refund(String annual) throws Exception {
        return refused("trading-centre", "refundDeposit", "deposit", annual);
    }

    @Test
    void anAccountWithoutACompanyIsToldThatItHasNone() {
        CommandCall call = new CommandCall(
                "payDeposit",
                Map.of("bid", id("bid", "waita")),
                new Viewer("somebody", Set.of(Role.SUPPLIER), null, null, Locale.CHINESE),
                now());
        try (var session = TestEngine.driver().session();
                var transaction = session.beginTransaction()) {
            assertThat(deposits.carryOut(call, transaction).refusals())
                    .extracting(Refusal::code)
                    .containsExactly("NO_COMPANY");
        }
    }

    @Test
    void moneyComesNoEarlierThanItWasAnnouncedAndGoesNoEarlierThanTheContract() throws Exception {
        assertThat(refused(
                        "trading-centre",
                        "acceptAnnualDeposit",
                        "company",
                        OWN,
                        "year",
                        now().getYear(),
                        "amount",
                        "20000.00",
                        "account",
                        "1001",
                        "receivedAt",
                        now().minusYears(2).toOffsetDateTime().toString()))
                .containsExactly("OUT_OF_ORDER receivedAt");
        String number = paid(bid("open"));
        assertThat(refused(
                        "bank",
                        "confirmDeposit",
                        "depositNo",
                        number,
                        "amount",
                        "20000.00",
                        "payer",
                        "本单位",
                        "receivedAt",
                        now().minusHours(1).toOffsetDateTime().toString()))
                .containsExactly("OUT_OF_ORDER receivedAt");
        confirmed(number);
        assertThat(refused(
                        "trading-centre",
                        "completeContract",
                        "contract",
                        id("ctt", "sign"),
                        "performedOn",
                        now().toLocalDate().toString(),
                        "bondReturnedAt",
                        now().minusDays(11).toOffsetDateTime().toString()))
                .containsExactly("OUT_OF_ORDER bondReturnedAt");
        for (double rate : new double[] {0, -3, 100.5}) {
            assertThat(refused("supplier", "submitBid", "lot", id("lot", "mand"), "rate", rate))
                    .as("%s", rate)
                    .containsExactly("BAD_VALUE rate");
        }
        assertThat(refused("supplier", "submitBid", "lot", id("lot", "mand"), "rate", 100.0))
                .isEmpty();
    }
}
