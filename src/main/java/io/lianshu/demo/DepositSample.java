package io.lianshu.demo;

import io.lianshu.demo.CompanySample.Firm;
import io.lianshu.demo.District.Made;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Annual deposits, and who paid the premiums of guarantees: in one lot one bidder paid for another as well. */
final class DepositSample {

    /** Between which estimates, in yuan, an annual deposit is enough. */
    private static final long LEAST = 600_000;

    private static final long MOST = 4_000_000;

    private final Made made;

    /** Numbers of annual deposits by company and year. */
    private final Map<String, String> numbers = new HashMap<>();

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
            "policy",
            "receivedAt",
            "refundOrderedAt",
            "refundedAt",
            "interest");
    private final Table covered = Table.of("covered-bids", "bidNo", "annualDeposit");
    private final Table premiums =
            Table.of("guarantee-premiums", "depositNo", "guaranteeNo", "issuer", "payerName", "at", "account");

    DepositSample(Scope scope, CompanySample companies, Made made) {
        LocalDate asOf = scope.asOf();
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
                    CentreSample.RULES,
                    TradingSample.at(asOf.minusDays(420), 10, 0),
                    "",
                    "",
                    "");
            covered.add(bids.cell(inside.get(i), "bidNo"), number);
        }
        if (!scope.grown()) {
            String supplier = made.find("bids", "tenderer", "bidNo", "WC-TB-00008");
            annual.add(
                    "ND-2026-003",
                    2026,
                    "200000.00",
                    "2026-01-01",
                    "2026-12-31",
                    "RECEIVED",
                    nameOf(supplier),
                    TradingSample.at(asOf.minusDays(20), 10, 0),
                    supplier,
                    accountOf(supplier),
                    CentreSample.RULES,
                    TradingSample.at(asOf.minusDays(20), 10, 0),
                    "",
                    "",
                    "");
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
        if (scope.grown()) {
            ownDeposits(companies, asOf);
            cover();
            ownPremiums(deposits);
        }
    }

    /** Whoever gives a guarantee pays its premium, beside those above. */
    private void ownPremiums(Table deposits) {
        List<Integer> others = made.guaranteesOf(made.guaranteedLot());
        Made.rows(deposits)
                .filter(row -> deposits.cell(row, "form").equals("E_GUARANTEE"))
                .filter(row -> deposits.cell(row, "status").equals("REFUNDED") && !others.contains(row))
                .forEach(row -> premium(deposits, row, tenderer(row), 100 + row));
    }

    /** Annual deposits of builders for the years that the district knows; each is paid from the builder's own account. */
    private void ownDeposits(CompanySample companies, LocalDate asOf) {
        for (int i = 40; i < companies.builders().size(); i += 4) {
            for (int year = asOf.getYear() - 1; year <= asOf.getYear(); year++) {
                Firm firm = companies.builders().get(i);
                numbers.put(firm.creditCode() + year, annualNumber(year, i));
                annual.add(
                        annualNumber(year, i),
                        year,
                        "200000.00",
                        year + "-01-01",
                        year + "-12-31",
                        "RECEIVED",
                        firm.name(),
                        TradingSample.at(WorkingDays.onOrAfter(LocalDate.of(year, 1, 2)), 10, i % 60),
                        firm.creditCode(),
                        accountOf(firm.creditCode()),
                        CentreSample.RULES,
                        TradingSample.at(WorkingDays.onOrAfter(LocalDate.of(year, 1, 2)), 10, i % 60),
                        "",
                        "",
                        "");
            }
        }
    }

    /** Builders with an annual deposit need no other for small lots. */
    private void cover() {
        Table bids = made.bids();
        Table lots = made.table("lots");
        Set<String> others = new HashSet<>();
        for (int row = 0; row < bids.rows().size(); row++) {
            String lot = bids.cell(row, "lot");
            int place = made.rowsOf("lots", "bidSectionCode", lot).get(0);
            long estimate = Long.parseLong(lots.cell(place, "estimate").replace(".00", ""));
            String year = lots.cell(place, "bidDeadline").substring(0, 4);
            String number = numbers.get(bids.cell(row, "tenderer") + year);
            if (number != null && estimate >= LEAST && estimate < MOST && !lot.equals(made.guaranteedLot())) {
                covered.add(bids.cell(row, "bidNo"), number);
                others.add(bids.cell(row, "bidNo"));
            }
        }
        Table deposits = made.table("deposits");
        int column = deposits.header().indexOf("bidNo");
        deposits.rows().removeIf(deposit -> others.contains(deposit.get(column)));
    }

    /** The number of a builder's annual deposit. */
    private static String annualNumber(int year, int builder) {
        return "ND-%d-%04d".formatted(year, 1_000 + builder);
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
        return made.find("bids", "tenderer", "bidNo", made.table("deposits").cell(deposit, "bidNo"));
    }

    private String nameOf(String company) {
        return made.find("companies", "name", "uscc", company);
    }

    private String accountOf(String company) {
        return made.find("bank-accounts", "number", "company", company);
    }
}
