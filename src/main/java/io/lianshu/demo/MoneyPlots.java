package io.lianshu.demo;

import java.util.ArrayList;
import java.util.List;

/** One account behind two bids: 条例 40(6), with the ways around a transfer, and what only looks like it. */
final class MoneyPlots {

    private static final String INSURER = "望潮融资担保有限公司";

    private final PlotGround ground;
    private final String insurersAccount;
    private int number;

    MoneyPlots(PlotGround ground) {
        this.ground = ground;
        this.insurersAccount = insurer();
    }

    void plant() {
        sameAccount();
        sameAnnualAccount();
        samePremiumPayer();
        oneInsurer();
    }

    private void sameAccount() {
        Scene scene = ground.scenes().next();
        String account = scene.account(0);
        ground.table("deposits").set(deposit(scene, 1), "account", account);
        List<String> evidence = evidence(scene, 2);
        evidence.add("BankAccount " + account);
        guilty("same-account", scene, evidence, "两家的投标保证金从同一账户转出", "one account paid both securities");
    }

    private void sameAnnualAccount() {
        Scene scene = ground.scenes().strangers();
        String account = scene.account(0);
        int year = scene.openedOn().getYear();
        List<String> evidence = new ArrayList<>(List.of("BankAccount " + account));
        Table deposits = ground.table("deposits");
        int column = deposits.header().indexOf("bidNo");
        for (int actor = 0; actor < 2; actor++) {
            String bid = scene.bid(actor);
            String annual = "ND-%d-%04d"
                    .formatted(
                            year, 9_000 + ground.table("annual-deposits").rows().size() % 1_000);
            ground.table("annual-deposits")
                    .put(
                            "depositNo",
                            annual,
                            "year",
                            year,
                            "amount",
                            "200000.00",
                            "validFrom",
                            year + "-01-01",
                            "validTo",
                            year + "-12-31",
                            "status",
                            "RECEIVED",
                            "payerName",
                            scene.name(0),
                            "at",
                            TradingSample.at(
                                    WorkingDays.onOrAfter(scene.openedOn().withDayOfYear(2)), 10, 20 + actor),
                            "company",
                            scene.company(actor),
                            "account",
                            account,
                            "policy",
                            CentreSample.RULES);
            ground.table("covered-bids").put("bidNo", bid, "annualDeposit", annual);
            deposits.rows().removeIf(row -> row.get(column).equals(bid));
            evidence.add("Bid " + bid);
            evidence.add("AnnualDeposit " + annual);
        }
        guilty("same-annual-account", scene, evidence, "两家的年度保证金从同一账户转出", "one account paid both annual deposits");
    }

    private void samePremiumPayer() {
        Scene scene = ground.scenes().next();
        String account = scene.account(0);
        for (int actor = 0; actor < 2; actor++) {
            guarantee(scene, actor, scene.account(actor), account, scene.name(0));
        }
        List<String> evidence = evidence(scene, 2);
        evidence.add("BankAccount " + account);
        guilty(
                "same-premium-payer",
                scene,
                evidence,
                "两家电子保函的保费由同一账户支付",
                "one account paid the premiums of both guarantees");
    }

    /** The guarantor's own account stands behind its guarantees; their premiums come from each bidder. */
    private void oneInsurer() {
        Scene scene = ground.scenes().next();
        for (int actor = 0; actor < 3; actor++) {
            guarantee(scene, actor, insurersAccount, scene.account(actor), scene.name(actor));
        }
        List<String> evidence = evidence(scene, 3);
        evidence.add("BankAccount " + insurersAccount);
        ground.truth()
                .innocent(
                        "40(6)",
                        "one-guarantor",
                        scene.lots(),
                        scene.companies(3),
                        evidence,
                        "同一担保公司开具的电子保函，保费各自支付",
                        "guarantees of one guarantor; each bidder paid its own premium");
    }

    private void guarantee(Scene scene, int actor, String account, String payer, String name) {
        int row = deposit(scene, actor);
        Table deposits = ground.table("deposits");
        deposits.set(row, "form", "E_GUARANTEE");
        deposits.set(row, "account", account);
        ground.table("guarantee-premiums")
                .put(
                        "depositNo",
                        scene.deposit(actor),
                        "guaranteeNo",
                        "BH-%d-%06d"
                                .formatted(scene.openedOn().getYear(), 900_000 + scene.place() * 10 + ++number % 10),
                        "issuer",
                        INSURER,
                        "payerName",
                        name,
                        "at",
                        deposits.cell(row, "receivedAt"),
                        "account",
                        payer);
    }

    private int deposit(Scene scene, int actor) {
        return ground.made().rowsOf("deposits", "bidNo", scene.bid(actor)).get(0);
    }

    private static List<String> evidence(Scene scene, int actors) {
        List<String> evidence = new ArrayList<>();
        for (int actor = 0; actor < actors; actor++) {
            evidence.add("Bid " + scene.bid(actor));
            evidence.add("Deposit " + scene.deposit(actor));
        }
        return evidence;
    }

    private void guilty(String kind, Scene scene, List<String> evidence, String chinese, String english) {
        ground.truth().guilty("40(6)", kind, scene.lots(), scene.companies(2), evidence, chinese, english);
    }

    /** The guarantor's account; the guarantor is entered when it is not there yet. */
    private String insurer() {
        Table companies = ground.table("companies");
        boolean known = District.Made.rows(companies)
                .anyMatch(row -> companies.cell(row, "name").equals(INSURER));
        String code = Identifiers.creditCode("91", OrganisationSample.DISTRICT, "70000002");
        if (!known) {
            companies.put(
                    "uscc",
                    code,
                    "name",
                    INSURER,
                    "nature",
                    "JOINT_STOCK",
                    "status",
                    "ACTIVE",
                    "registeredOn",
                    "2012-03-08",
                    "region",
                    ground.organisation().towns().get(0),
                    "legalRepresentative",
                    ground.organisation().outsider(ground.draws()).idNumber(),
                    "since",
                    "2012-03-08");
            ground.table("bank-accounts")
                    .put("number", "9999700000020000001", "bank", "望潮商业银行观澜支行", "basicAccount", true, "company", code);
        }
        return ground.made().find("bank-accounts", "number", "company", code);
    }
}
