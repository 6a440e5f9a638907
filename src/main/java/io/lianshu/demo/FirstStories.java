package io.lianshu.demo;

import io.lianshu.demo.CompanySample.Firm;
import io.lianshu.demo.District.Made;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What the sample itself has planted, and every grown district with it. */
final class FirstStories {

    private final List<Firm> builders;
    private final List<Firm> owners;
    private final Made made;

    FirstStories(CompanySample companies, Made made) {
        this.builders = companies.builders();
        this.owners = companies.owners();
        this.made = made;
    }

    void tell(Truth truth) {
        fellows(truth);
        thirdLot(truth);
        guarantees(truth);
        ties(truth);
    }

    /** The four fellows: a borrowed machine, a lent operator, one account, one telephone. */
    private void fellows(Truth truth) {
        for (int place = 1; place < 40; place += 6) {
            List<String> lot = List.of(made.lot(place));
            if (place % 12 == 1) {
                List<String> evidence = new ArrayList<>();
                for (int fellow = 0; fellow < 3; fellow++) {
                    evidence.add("BidDocument " + bid(place, fellow).replace("TB", "WJ"));
                }
                truth.guilty(
                        "40(1)",
                        "same-machine",
                        lot,
                        fellows(0, 1, 2),
                        evidence,
                        "在同一台机器上制作文件",
                        "files made on one machine");
            } else {
                String operator = builders.get(Rings.FELLOWS.get(1)).operator().idNumber();
                List<String> evidence = List.of("Bid " + bid(place, 1), "Bid " + bid(place, 3), "Person " + operator);
                truth.guilty(
                        "40(2)",
                        "same-operator",
                        lot,
                        fellows(1, 3),
                        evidence,
                        "投标经办人为同一人",
                        "one operator handled both bids");
            }
            String account =
                    made.find("bank-accounts", "number", "company", fellows(0).get(0));
            truth.guilty(
                    "40(6)",
                    "same-account",
                    lot,
                    fellows(0, 2),
                    List.of("Bid " + bid(place, 0), "Bid " + bid(place, 2), "BankAccount " + account),
                    "两家的投标保证金从同一账户转出",
                    "one account paid both securities");
        }
        List<String> callers = fellows(1, 2);
        Table contacts = made.table("contacts");
        String telephone = made.rowsOf("contacts", "company", callers.get(0)).stream()
                .map(row -> contacts.cell(row, "value"))
                .filter(value -> made.rowsOf("contacts", "value", value).size() > 1)
                .findFirst()
                .orElseThrow();
        truth.guilty(
                "40(2)",
                "same-telephone",
                made.together(callers.get(0), callers.get(1)),
                callers,
                List.of("Contact PHONE " + telephone),
                "联系电话相同",
                "both are reached under one telephone");
    }

    private void thirdLot(Truth truth) {
        List<Integer> inside = made.bidsOf(made.lot(2));
        List<String> lot = List.of(made.lot(2));
        String first = cell(inside.get(0), "bidNo");
        String second = cell(inside.get(1), "bidNo");
        List<String> both = List.of(cell(inside.get(0), "tenderer"), cell(inside.get(1), "tenderer"));
        truth.guilty(
                "40(5)",
                "document-names-rival",
                lot,
                both,
                List.of("BidDocument " + first.replace("TB", "WJ"), "Company " + both.get(1)),
                "一家的投标文件中出现另一投标人名称",
                "one's file names the other");
        truth.guilty(
                "40(4)",
                "alike-documents",
                lot,
                both,
                List.of("Bid " + first, "Bid " + second),
                "投标文件与已标价清单异常一致",
                "files and priced bills are abnormally alike");
        truth.guilty(
                "41",
                "office-at-bidders-address",
                lot,
                both,
                List.of("AccessRecord FW-000001", "IpAddress 198.51.100.23"),
                "工作人员与两家投标人使用同一地址",
                "an officer and two bidders came from one address");
        truth.innocent(
                "39(3)",
                "withdrawal",
                lot,
                List.of(cell(inside.get(3), "tenderer")),
                List.of("Bid " + cell(inside.get(3), "bidNo")),
                "撤销投标，与中标人再无往来",
                "withdrew its bid and has nothing to do with the winner since");
    }

    private void guarantees(Truth truth) {
        String lot = made.guaranteedLot();
        Table deposits = made.table("deposits");
        List<String> payers = new ArrayList<>();
        List<String> evidence = new ArrayList<>();
        for (int row : made.guaranteesOf(lot)) {
            payers.add(made.find("bids", "tenderer", "bidNo", deposits.cell(row, "bidNo")));
            evidence.add("Deposit " + deposits.cell(row, "depositNo"));
        }
        evidence.add("BankAccount " + made.find("bank-accounts", "number", "company", payers.get(0)));
        truth.guilty(
                "40(6)",
                "same-premium-payer",
                List.of(lot),
                payers,
                evidence,
                "电子保函的保费由同一账户支付",
                "one account paid the premiums");
        int second = made.bidsOf(lot).get(1);
        String manager = made.find("bid-managers", "person", "bidNo", cell(second, "bidNo"));
        truth.guilty(
                "42(3)",
                "insured-elsewhere",
                List.of(lot),
                List.of(cell(second, "tenderer")),
                List.of("Bid " + cell(second, "bidNo"), "Person " + manager),
                "项目负责人的社会保险由他人缴纳",
                "somebody else pays the manager's social insurance");
    }

    private void ties(Truth truth) {
        related(truth, "management", code(builders.get(0)), code(builders.get(1)), "两家存在管理关系", "one manages the other");
        Table branches = made.table("branches");
        related(
                truth,
                "branch-beside-parent",
                branches.cell(0, "company"),
                branches.cell(0, "branch"),
                "分公司与总公司在同一标段投标",
                "a branch bids beside its parent");
        for (int i = 0; i < 5; i++) {
            String holder = code(builders.get(30 + i));
            String tenderer = code(owners.get(i));
            List<String> lots = made.rowsOf("bids", "tenderer", holder).stream()
                    .map(row -> cell(row, "lot"))
                    .filter(tenderedBy(tenderer))
                    .toList();
            if (!lots.isEmpty()) {
                truth.guilty(
                        "34",
                        "share-in-procuring-entity",
                        lots,
                        List.of(holder, tenderer),
                        List.of("Company " + holder, "Company " + tenderer),
                        "投标人持有招标人股份",
                        "a bidder holds shares of the procuring entity");
            }
        }
    }

    private void related(Truth truth, String kind, String one, String other, String chinese, String english) {
        List<String> lots = made.together(one, other);
        if (!lots.isEmpty()) {
            truth.guilty(
                    "34",
                    kind,
                    lots,
                    List.of(one, other),
                    List.of("Company " + one, "Company " + other),
                    chinese,
                    english);
        }
    }

    private Predicate<String> tenderedBy(String entity) {
        return lot -> made.find(
                        "tenders",
                        "procuringEntity",
                        "tenderProjectCode",
                        made.find("lots", "tender", "bidSectionCode", lot))
                .equals(entity);
    }

    private String bid(int place, int fellow) {
        String company = fellows(fellow).get(0);
        return made.bidsOf(made.lot(place)).stream()
                .filter(row -> cell(row, "tenderer").equals(company))
                .map(row -> cell(row, "bidNo"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> fellows(int... places) {
        List<String> codes = new ArrayList<>();
        for (int place : places) {
            codes.add(code(builders.get(Rings.FELLOWS.get(place))));
        }
        return codes;
    }

    private String cell(int row, String column) {
        return made.bids().cell(row, column);
    }

    private static String code(Firm firm) {
        return firm.creditCode();
    }
}
