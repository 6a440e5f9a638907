package io.lianshu.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Annual deposits: who may give one, which bids it stands for, and that nobody learns of these before the opening. */
class AnnualDepositIT extends MoneyHub {

    @Test
    void anAnnualDepositNeedsWhatTheDistrictAsksAndCoversSmallWorksOnly() throws Exception {
        assertThat(refused(
                        "trading-centre",
                        "acceptAnnualDeposit",
                        "company",
                        OTHER,
                        "year",
                        now().getYear(),
                        "amount",
                        "1.00",
                        "account",
                        "1003"))
                .containsExactly("NOT_ELIGIBLE company", "NOT_ELIGIBLE company");
        String third = command(
                        "trading-centre",
                        "acceptAnnualDeposit",
                        "clientMutationId",
                        "company",
                        THIRD,
                        "year",
                        now().getYear(),
                        "amount",
                        "1.00",
                        "account",
                        "1004")
                .path("refusals")
                .toString();
        assertThat(third).contains("信用等级低于要求", "禁止投标").doesNotContain("不在本区");
        assertThat(refused(
                        "trading-centre",
                        "acceptAnnualDeposit",
                        "company",
                        OWN,
                        "year",
                        2020,
                        "amount",
                        "0.00",
                        "account",
                        "1003"))
                .containsExactly("BAD_VALUE year", "BAD_VALUE amount", "ACCOUNT_NOT_YOURS account");
        String asked =
                "{ node(id: \"%s\") { ... on Company { annualDepositEligibility { eligible grade { code } reasons { reason { code } } policy { docNo } } } } }";
        assertThat(read("supplier", asked.formatted(OWN)).toString())
                .contains("\"eligible\":true", "\"code\":\"B\"", "甲政1号");
        assertThat(read("supplier", asked.formatted(THIRD))
                        .at("/node/annualDepositEligibility")
                        .isNull())
                .isTrue();
        assertThat(read("supervisor", asked.formatted(OTHER)).toString())
                .contains("NOT_IN_DISTRICT", "NO_CREDIT")
                .doesNotContain("BARRED");
        assertThat(asked("public", asked.formatted(OWN)).toString()).doesNotContain("\"eligible\":true");

        assertThat(refused("supplier", "submitBid", "lot", id("lot", "open"), "price", "1.00", "annualDeposit", true))
                .containsExactly("NO_ANNUAL_DEPOSIT annualDeposit");
        done(
                "trading-centre",
                "acceptAnnualDeposit",
                "annualDeposit { id }",
                "company",
                OWN,
                "year",
                now().getYear(),
                "amount",
                "200000.00",
                "account",
                "1001");
        assertThat(refused(
                        "trading-centre",
                        "acceptAnnualDeposit",
                        "company",
                        OWN,
                        "year",
                        now().getYear(),
                        "amount",
                        "1.00",
                        "account",
                        "1001"))
                .containsExactly("ANNUAL_DEPOSIT_EXISTS year");
        for (String lot : List.of("good", "tiny", "edge")) {
            assertThat(refused("supplier", "submitBid", "lot", id("lot", lot), "price", "1.00", "annualDeposit", true))
                    .as(lot)
                    .containsExactly("ANNUAL_DEPOSIT_NOT_FOR_LOT annualDeposit");
        }
        assertThat(refused("supplier", "submitBid", "lot", id("lot", "free"), "price", "1.00", "annualDeposit", true))
                .containsExactly("NO_DEPOSIT_ASKED annualDeposit");
        String covered = "{ annualDeposits { edges { node { id bids { totalCount } } } } }";
        String before = read("supervisor", covered).toString();
        String bid = done(
                        "supplier",
                        "submitBid",
                        "bid { id }",
                        "lot",
                        id("lot", "open"),
                        "price",
                        "1.00",
                        "annualDeposit",
                        true)
                .at("/bid/id")
                .asString();
        assertThat(count("(:Bid {id: '" + bid + "'})-[:COVERED_BY]->(:AnnualDeposit)"))
                .isOne();
        assertThat(read("supervisor", covered).toString()).isEqualTo(before).contains("\"totalCount\":0");
        assertThat(refused(
                        "supplier",
                        "payDeposit",
                        "bid",
                        bid,
                        "form",
                        "TRANSFER",
                        "amount",
                        "20000.00",
                        "account",
                        "1001"))
                .containsExactly("DEPOSIT_EXISTS bid");
        write("MATCH (lot:Lot {bidSectionCode: 'open'}) SET lot.openedAt = $now");
        assertThat(read("supervisor", covered).toString()).contains("\"totalCount\":1");
    }
}
