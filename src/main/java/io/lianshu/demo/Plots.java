package io.lianshu.demo;

import io.lianshu.demo.District.Made;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that is planted into single lots of a grown district: once in a small one, twice in one of scale 1. */
final class Plots {

    private static final int ROUNDS = 2;

    private Plots() {}

    static void plant(
            Scope scope,
            OrganisationSample organisation,
            CompanySample companies,
            Made made,
            Rings rings,
            Truth truth) {
        Draws draws = scope.draws("plots");
        PlotGround ground =
                new PlotGround(scope, organisation, companies, made, new Scenes(made, rings, draws), truth, draws);
        int rounds = scope.planted(ROUNDS);
        for (int round = 0; round < rounds; round++) {
            new CompanyPlots(ground).plant(round);
            new FilePlots(ground).plant();
            new PeoplePlots(ground).plant();
            new MoneyPlots(ground).plant();
            new ConductPlots(ground).plant(round);
        }
        branch(ground);
        popularAgency(ground);
    }

    /** A branch works with its parent's machine, account and telephone, in lots for which the parent does not bid. */
    private static void branch(PlotGround ground) {
        Made made = ground.made();
        String parent = ground.table("branches").cell(0, "company");
        String branch = ground.table("branches").cell(0, "branch");
        Table bids = made.bids();
        Table deposits = ground.table("deposits");
        String account = made.find("bank-accounts", "number", "company", parent);
        List<Integer> rows = made.rowsOf("bids", "tenderer", branch);
        rows.stream()
                .flatMap(row -> made.rowsOf("deposits", "bidNo", bids.cell(row, "bidNo")).stream())
                .filter(row -> deposits.cell(row, "form").equals("TRANSFER"))
                .forEach(row -> deposits.set(row, "account", account));
        String telephone = made.find("contacts", "value", "company", parent);
        ground.table("contacts").put("company", branch, "kind", "PHONE", "value", telephone, "from", "2020-01-01");
        ground.truth()
                .innocent(
                        "40(6)",
                        "branch",
                        rows.stream().map(row -> bids.cell(row, "lot")).toList(),
                        List.of(parent, branch),
                        List.of("BankAccount " + account, "Contact PHONE " + telephone),
                        "已登记的分公司与总公司共用账户和电话，从不在同一标段投标",
                        "a declared branch uses its parent's account and telephone; they never bid for one lot");
    }

    private static void popularAgency(PlotGround ground) {
        Table tenders = ground.table("tenders");
        Map<String, Long> business = new LinkedHashMap<>();
        Made.rows(tenders).forEach(row -> business.merge(tenders.cell(row, "agency"), 1L, Long::sum));
        String agency = business.entrySet().stream()
                .max(Comparator.comparingLong(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElseThrow();
        ground.truth()
                .innocent(
                        "41",
                        "popular-agency",
                        List.of(),
                        List.of(agency),
                        List.of("Company " + agency),
                        "一家代理机构承办了大量招标项目",
                        "one agency runs a great part of all tenders");
    }
}
