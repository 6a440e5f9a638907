package io.lianshu.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** The whole sample district (示例区), ready to be imported in the order of its tables. */
public final class District {

    private District() {}

    /**
     * The tables, each after those that it points to.
     *
     * @param asOf the day on which the district stands still; names, codes and prices do not depend on it, dates do
     */
    public static List<Table> tables(LocalDate asOf) {
        OrganisationSample organisation = new OrganisationSample();
        CompanySample companies = new CompanySample(organisation);
        ProjectSample projects = new ProjectSample(organisation, companies, asOf);
        ApprovalSample approvals = new ApprovalSample(organisation, projects, asOf);
        TradingSample trading = new TradingSample(organisation, companies, projects, asOf);
        List<Table> tables = new ArrayList<>();
        tables.addAll(organisation.tables());
        tables.addAll(companies.tables());
        tables.addAll(projects.tables());
        tables.addAll(approvals.tables());
        tables.addAll(trading.tables());
        // What follows hangs on what is there by now and draws nothing from its streams.
        Made made = new Made(tables);
        tables.addAll(new CentreSample(organisation, asOf).tables());
        tables.addAll(new TieSample(organisation, companies, made, asOf).tables());
        tables.addAll(new PlanSample(projects, asOf).tables());
        tables.addAll(new RouteSample(organisation, projects, made).tables());
        tables.addAll(new PlatformSample(organisation, companies, made, asOf).tables());
        tables.addAll(new TraceSample(organisation, made).tables());
        tables.addAll(new DepositSample(made, asOf).tables());
        tables.addAll(new ResultSample(organisation, companies, made, asOf).tables());
        tables.addAll(new FindingSample(companies, made, asOf).tables());
        return List.copyOf(tables);
    }

    /** What was made so far, to hang more on. */
    static final class Made {

        private final Map<String, Table> tables = new LinkedHashMap<>();

        Made(List<Table> tables) {
            tables.forEach(table -> this.tables.put(table.name(), table));
        }

        Table table(String name) {
            return Objects.requireNonNull(tables.get(name), name);
        }

        Table bids() {
            return table("bids");
        }

        /** The code of a lot by its place; the last three are not opened. */
        String lot(int place) {
            return table("lots").cell(place, "bidSectionCode");
        }

        String openedAt(int place) {
            return table("lots").cell(place, "openedAt");
        }

        /** Rows of the bids in a lot. */
        List<Integer> bidsOf(String lot) {
            return rows(bids())
                    .filter(row -> bids().cell(row, "lot").equals(lot))
                    .boxed()
                    .toList();
        }

        /** The first opened lot in which two bids are secured by guarantees. */
        String guaranteedLot() {
            return rows(table("lots"))
                    .filter(row -> row != 1 && guaranteesOf(lot(row)).size() > 1)
                    .mapToObj(this::lot)
                    .findFirst()
                    .orElseThrow();
        }

        /** Rows of the deposits of a lot that are guarantees. */
        List<Integer> guaranteesOf(String lot) {
            Table deposits = table("deposits");
            List<String> numbers =
                    bidsOf(lot).stream().map(row -> bids().cell(row, "bidNo")).toList();
            return rows(deposits)
                    .filter(row -> numbers.contains(deposits.cell(row, "bidNo"))
                            && deposits.cell(row, "form").equals("E_GUARANTEE"))
                    .boxed()
                    .toList();
        }

        static IntStream rows(Table table) {
            return IntStream.range(0, table.rows().size());
        }
    }
}
