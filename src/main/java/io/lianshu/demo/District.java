package io.lianshu.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A whole district (示例区), ready to be imported in the order of its tables, and what is true about it that no table says.
 *
 * @param tables each after those that it points to
 * @param truth what was planted, guilty and innocent; it never enters the graph
 */
public record District(List<Table> tables, List<Plant> truth) {

    /** The small sample of the first start: names, codes, prices and ids do not depend on the day, dates do. */
    public static List<Table> tables(LocalDate asOf) {
        return make(Scope.sample(asOf)).tables();
    }

    /**
     * A district of any size.
     *
     * @param scale 0 the small sample, 1 a district of 902 trades a year, at most {@value Scope#MOST}
     * @param until the last day that there is anything of
     */
    public static District grown(double scale, long seed, LocalDate until) {
        return make(Scope.grown(scale, seed, until));
    }

    private static District make(Scope scope) {
        return make(scope, scope.grown());
    }

    /** @param planted whether anything is planted beside the sample's own stories */
    static District make(Scope scope, boolean planted) {
        OrganisationSample organisation = new OrganisationSample(scope);
        CompanySample companies = new CompanySample(scope, organisation);
        ProjectSample projects = new ProjectSample(scope, organisation, companies);
        ApprovalSample approvals = new ApprovalSample(scope, organisation, projects);
        TradingSample trading = new TradingSample(scope, organisation, companies, projects);
        List<Table> tables = new ArrayList<>();
        tables.addAll(organisation.tables());
        tables.addAll(companies.tables());
        tables.addAll(projects.tables());
        tables.addAll(approvals.tables());
        tables.addAll(new StationSample(scope, organisation).tables());
        tables.addAll(trading.tables());
        // What follows hangs on what is there by now and draws nothing from its streams.
        Made made = new Made(tables);
        FigureCases cases = new FigureCases(projects, made);
        if (planted) {
            cases.arrange();
        }
        made.add(new CentreSample(scope, organisation).tables());
        made.add(new RuleSample().tables());
        made.add(new TieSample(scope, organisation, companies, made).tables());
        made.add(new PlanSample(scope, projects).tables());
        made.add(new RouteSample(scope, organisation, projects, made).tables());
        made.add(new PlatformSample(scope, organisation, companies, made).tables());
        made.add(new TraceSample(scope, organisation, made).tables());
        made.add(new DepositSample(scope, companies, made).tables());
        made.add(new ResultSample(scope, organisation, companies, made).tables());
        made.add(new FindingSample(scope, companies, made).tables());
        made.add(new AgencySample(scope, organisation, projects, made).tables());
        made.add(new DifficultySample(scope, organisation, projects, made).tables());
        made.add(new MeetingSample(scope, organisation, made).tables());
        Truth truth = new Truth(made);
        new FirstStories(companies, made).tell(truth);
        trading.rings().tell(truth, companies, made);
        if (planted) {
            cases.tell(truth);
            Plots.plant(scope, organisation, companies, made, trading.rings(), truth);
        }
        return new District(List.copyOf(made.tables()), truth.plants());
    }

    /** What was made so far, to hang more on. */
    static final class Made {

        private final Map<String, Table> tables = new LinkedHashMap<>();
        private final Map<String, Index> indexes = new HashMap<>();

        /** Rows of a table by the cell of one column, as long as the table does not grow. */
        private record Index(int size, Map<String, List<Integer>> rows) {}

        Made(List<Table> tables) {
            add(tables);
        }

        void add(List<Table> more) {
            more.forEach(table -> tables.put(table.name(), table));
        }

        List<Table> tables() {
            return List.copyOf(tables.values());
        }

        Table table(String name) {
            return Objects.requireNonNull(tables.get(name), name);
        }

        Table bids() {
            return table("bids");
        }

        int lots() {
            return table("lots").rows().size();
        }

        /** The code of a lot by its place. */
        String lot(int place) {
            return table("lots").cell(place, "bidSectionCode");
        }

        /** When a lot was opened; empty when it was not. */
        String openedAt(int place) {
            return table("lots").cell(place, "openedAt");
        }

        boolean isOpened(int place) {
            return !openedAt(place).isEmpty();
        }

        /** The day of a lot's opening. */
        LocalDate openedOn(int place) {
            return LocalDate.parse(openedAt(place).substring(0, 10));
        }

        /** The place of a lot that is not opened. */
        int closedLot() {
            List<Integer> closed = IntStream.range(0, lots())
                    .filter(place -> !isOpened(place))
                    .boxed()
                    .toList();
            return closed.get(closed.size() / 2);
        }

        /** Rows of a table whose cell is this one. */
        List<Integer> rowsOf(String table, String column, String cell) {
            Table rows = table(table);
            Index index = indexes.get(table + '.' + column);
            if (index == null || index.size() != rows.rows().size()) {
                Map<String, List<Integer>> found = new HashMap<>();
                rows(rows)
                        .forEach(row -> found.computeIfAbsent(rows.cell(row, column), any -> new ArrayList<>())
                                .add(row));
                index = new Index(rows.rows().size(), found);
                indexes.put(table + '.' + column, index);
            }
            return index.rows().getOrDefault(cell, List.of());
        }

        /** The cell under {@code wanted} of the first row of a table whose cell under {@code column} is this one. */
        String find(String table, String wanted, String column, String cell) {
            return table(table).cell(rowsOf(table, column, cell).get(0), wanted);
        }

        /** Rows of the bids in a lot. */
        List<Integer> bidsOf(String lot) {
            return rowsOf("bids", "lot", lot);
        }

        /** Lots in which both companies bid, by their codes. */
        List<String> together(String one, String other) {
            Set<String> lots = new LinkedHashSet<>(lotsOf(one));
            lots.retainAll(lotsOf(other));
            return List.copyOf(lots);
        }

        /** Lots in which a company bids, by their codes. */
        List<String> lotsOf(String company) {
            return rowsOf("bids", "tenderer", company).stream()
                    .map(row -> bids().cell(row, "lot"))
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
            return bidsOf(lot).stream()
                    .flatMap(row -> rowsOf("deposits", "bidNo", bids().cell(row, "bidNo")).stream())
                    .filter(row -> table("deposits").cell(row, "form").equals("E_GUARANTEE"))
                    .toList();
        }

        static IntStream rows(Table table) {
            return IntStream.range(0, table.rows().size());
        }
    }
}
