package io.lianshu.demo;

import io.lianshu.demo.District.Made;
import java.time.LocalDate;
import java.util.List;

/** Annual deposits, and who paid the premiums of guarantees: in one lot one bidder paid for another as well. */
final class DepositSample {

    private final Made made;
    private final Table annual = Table.of(
            "annual-deposits",
            "depositNo",
            "year",
            "amount",
            "validFrom",
            "validTo",
            "status",
            "payerName",
            "at",
            "company",
            "account",
            "policy");
    private final Table covered = Table.of("covered-bids", "bidNo", "annualDeposit");
    private final Table premiums =
            Table.of("guarantee-premiums", "depositNo", "guaranteeNo", "issuer", "payerName", "at", "account");

    DepositSample(Made made, LocalDate asOf) {
        this.made = made;
        Table bids = made.bids();
        List<Integer> inside = made.bidsOf(made.lot(3));
        for (int i = 0; i < 2; i++) {
            String company = bids.cell(inside.get(i), "tenderer");
            String number = "ND-2025-%03d".formatted(i + 1);
            annual.add(
                    number,
                    2025,
                    "200000.00",
                    "2025-01-01",
                    "2025-12-31",
                    "RECEIVED",
                    nameOf(company),
                    TradingSample.at(asOf.minusDays(420), 10, 0),
                    company,
                    accountOf(company),
                    CentreSample.RULES);
            covered.add(bids.cell(inside.get(i), "bidNo"), number);
        }
        List<Integer> guarantees = made.guaranteesOf(made.guaranteedLot());
        String payer = tenderer(guarantees.get(0));
        Table deposits = made.table("deposits");
        int number = 0;
        for (int row : guarantees) {
            premium(deposits, row, payer, ++number);
        }
        // One premium in a lot that is not opened.
        Made.rows(deposits)
                .filter(row -> deposits.cell(row, "form").equals("E_GUARANTEE"))
                .filter(row -> deposits.cell(row, "status").equals("RECEIVED"))
                .limit(1)
                .forEach(row -> premium(deposits, row, tenderer(row), 99));
    }

    List<Table> tables() {
        return List.of(annual, covered, premiums);
    }

    private void premium(Table deposits, int row, String payer, int number) {
        premiums.add(
                deposits.cell(row, "depositNo"),
                "BH-2025-%04d".formatted(number),
                "望潮融资担保有限公司",
                nameOf(payer),
                deposits.cell(row, "receivedAt"),
                accountOf(payer));
    }

    private String tenderer(int deposit) {
        return made.bids().find("tenderer", "bidNo", made.table("deposits").cell(deposit, "bidNo"));
    }

    private String nameOf(String company) {
        return made.table("companies").find("name", "uscc", company);
    }

    private String accountOf(String company) {
        return made.table("bank-accounts").find("number", "company", company);
    }
}
