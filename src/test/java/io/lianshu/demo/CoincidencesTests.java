package io.lianshu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.demo.Plant.Verdict;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever rivals of one lot have in common was put there: what the tables show, found without the plots, is what the truth
 * calls guilty, no more and no less.
 */
class CoincidencesTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 1})
    void rivalsHaveInCommonWhatTheTruthSaysAndNothingElse(double scale) {
        District district = District.grown(scale, 11, DAY);
        Map<String, Table> tables = GrownDistrictTests.byName(district.tables());
        Map<String, Set<String>> found = new LinkedHashMap<>();
        found.put("same-lock", shared(tables, device(tables, "DONGLE")));
        found.put("same-file-code", shared(tables, device(tables, "FILE_CODE")));
        found.put("same-file", shared(tables, cells(tables, "bid-documents", "sha256", "", "")));
        found.put("same-operator", shared(tables, cells(tables, "bid-people", "person", "role", "OPERATOR")));
        found.put("same-agent", shared(tables, cells(tables, "bid-people", "person", "role", "AUTHORISED_AGENT")));
        found.put("same-manager", shared(tables, cells(tables, "bid-managers", "person", "role", "PROJECT_MANAGER")));
        found.put("same-team-member", shared(tables, cells(tables, "bid-managers", "person", "role", "TEAM")));
        found.put("same-certificate", shared(tables, cells(tables, "bid-signatures", "value", "", "")));
        found.put("same-account", shared(tables, transfers(tables)));
        found.put("same-premium-payer", shared(tables, premiums(tables)));
        found.put("same-annual-account", shared(tables, annualAccounts(tables)));
        found.put(
                "same-legal-representative",
                shared(tables, ofTenderer(tables, "companies", "uscc", "legalRepresentative")));
        found.put("same-telephone", shared(tables, ofTenderer(tables, "contacts", "company", "value")));
        found.put("one-group", shared(tables, ofTenderer(tables, "business-groups", "company", "code")));
        Map<String, Set<String>> told = new LinkedHashMap<>();
        found.keySet().forEach(kind -> told.put(kind, told(district, kind)));
        // Whoever works on a rival's machine uses its dongle as well, and with the same machine comes the same owner's
        // file.
        told.get("same-lock").addAll(fellowsOnOneMachine(district));
        found.get("same-telephone").removeAll(lotsOf(district, Verdict.INNOCENT, "one-building"));
        assertThat(found).isEqualTo(told);
        assertThat(triples(tables)).isEqualTo(told(district, "same-machine"));
    }

    private static Set<String> told(District district, String kind) {
        return lotsOf(district, Verdict.GUILTY, kind);
    }

    private static Set<String> lotsOf(District district, Verdict verdict, String kind) {
        return district.truth().stream()
                .filter(plant -> plant.verdict() == verdict && plant.kind().equals(kind))
                .flatMap(plant -> plant.lots().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> fellowsOnOneMachine(District district) {
        return district.truth().stream()
                .filter(plant ->
                        plant.kind().equals("same-machine") && plant.companies().size() == 3)
                .flatMap(plant -> plant.lots().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Lots in which two tenderers have one value. */
    private static Set<String> shared(Map<String, Table> tables, Map<String, Set<String>> valuesOfBid) {
        Table bids = tables.get("bids");
        Map<String, Set<String>> users = new HashMap<>();
        rows(bids)
                .forEach(row -> valuesOfBid.getOrDefault(bids.cell(row, "bidNo"), Set.of()).stream()
                        .filter(value -> !value.isEmpty())
                        .forEach(value -> users.computeIfAbsent(
                                        bids.cell(row, "lot") + "|" + value, any -> new TreeSet<>())
                                .add(bids.cell(row, "tenderer"))));
        return users.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> entry.getKey().substring(0, entry.getKey().indexOf('|')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Set<String>> cells(
            Map<String, Table> tables, String name, String value, String column, String is) {
        Table table = tables.get(name);
        return collect(
                table, (rows, row) -> column.isEmpty() || rows.cell(row, column).equals(is), value);
    }

    private static Map<String, Set<String>> collect(
            Table table, BiFunction<Table, Integer, Boolean> wanted, String value) {
        String key = table.header().contains("bidNo") ? "bidNo" : "documentNo";
        Map<String, Set<String>> values = new HashMap<>();
        rows(table)
                .filter(row -> wanted.apply(table, row))
                .forEach(row -> values.computeIfAbsent(
                                table.cell(row, key).replace("WJ", "TB").replace("BZJ", "TB"), any -> new TreeSet<>())
                        .add(table.cell(row, value)));
        return values;
    }

    private static Map<String, Set<String>> device(Map<String, Table> tables, String kind) {
        return collect(
                tables.get("bid-devices"),
                (rows, row) -> rows.cell(row, "kind").equals(kind)
                        && !rows.cell(row, "publicTerminal").equals("true"),
                "value");
    }

    private static Set<String> triples(Map<String, Table> tables) {
        Map<String, Set<String>> triple = new HashMap<>();
        Map<String, Set<String>> cards = device(tables, "MAC");
        Map<String, Set<String>> disks = device(tables, "DISK");
        Map<String, Set<String>> processors = device(tables, "CPU");
        cards.forEach((bid, card) -> triple.put(
                bid, Set.of(card + " " + disks.getOrDefault(bid, Set.of()) + processors.getOrDefault(bid, Set.of()))));
        return shared(tables, triple);
    }

    private static Map<String, Set<String>> transfers(Map<String, Table> tables) {
        return collect(
                tables.get("deposits"), (rows, row) -> rows.cell(row, "form").equals("TRANSFER"), "account");
    }

    private static Map<String, Set<String>> premiums(Map<String, Table> tables) {
        Table premiums = tables.get("guarantee-premiums");
        Map<String, Set<String>> values = new HashMap<>();
        rows(premiums)
                .forEach(row -> values.computeIfAbsent(
                                premiums.cell(row, "depositNo").replace("BZJ", "TB"), any -> new TreeSet<>())
                        .add(premiums.cell(row, "account")));
        return values;
    }

    private static Map<String, Set<String>> annualAccounts(Map<String, Table> tables) {
        Table annual = tables.get("annual-deposits");
        Map<String, String> accounts = rows(annual)
                .boxed()
                .collect(Collectors.toMap(row -> annual.cell(row, "depositNo"), row -> annual.cell(row, "account")));
        Table covered = tables.get("covered-bids");
        return rows(covered)
                .boxed()
                .collect(Collectors.toMap(
                        row -> covered.cell(row, "bidNo"),
                        row -> Set.of(accounts.get(covered.cell(row, "annualDeposit")))));
    }

    private static Map<String, Set<String>> ofTenderer(
            Map<String, Table> tables, String name, String company, String value) {
        Table table = tables.get(name);
        Map<String, Set<String>> values = new HashMap<>();
        rows(table)
                .forEach(row -> values.computeIfAbsent(table.cell(row, company), any -> new TreeSet<>())
                        .add(table.cell(row, value)));
        Table bids = tables.get("bids");
        return rows(bids)
                .boxed()
                .collect(Collectors.toMap(
                        row -> bids.cell(row, "bidNo"),
                        row -> values.getOrDefault(bids.cell(row, "tenderer"), Set.of())));
    }

    private static IntStream rows(Table table) {
        return IntStream.range(0, table.rows().size());
    }
}
