package io.lianshu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.exchange.Templates;
import io.lianshu.platform.identifier.IdentityNumber;
import io.lianshu.platform.identifier.UnifiedSocialCreditCode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The sample district is the same everywhere, fits its mappings and contains what was planted. */
class DistrictTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Map<String, Table> TABLES =
            District.tables(DAY).stream().collect(Collectors.toMap(Table::name, table -> table));

    @Test
    void two_districts_of_one_day_are_equal() {
        assertThat(District.tables(DAY)).isEqualTo(District.tables(DAY));
    }

    @Test
    void the_day_moves_dates_and_nothing_else() {
        Map<String, Table> later =
                District.tables(DAY.plusYears(1)).stream().collect(Collectors.toMap(Table::name, table -> table));
        for (String[] place : new String[][] {
            {"projects", "projectCode"},
            {"bids", "bidNo"},
            {"bids", "price"},
            {"awards", "supplier"},
            {"people", "name"}
        }) {
            assertThat(column(later.get(place[0]), place[1])).isEqualTo(column(place[0], place[1]));
        }
    }

    @Test
    void it_has_about_the_size_that_was_asked_for() {
        assertThat(TABLES.get("regions").rows()).hasSize(12);
        assertThat(TABLES.get("departments").rows()).hasSize(8);
        assertThat(TABLES.get("companies").rows()).hasSize(60);
        assertThat(TABLES.get("projects").rows()).hasSize(24);
        assertThat(TABLES.get("tenders").rows()).hasSize(24);
        assertThat(TABLES.get("lots").rows()).hasSize(40);
        assertThat(TABLES.get("bids").rows()).hasSizeBetween(230, 300);
        assertThat(TABLES.get("approvals").rows()).hasSizeBetween(70, 140);
    }

    @Test
    void natural_keys_are_unique() {
        for (String[] place : new String[][] {
            {"regions", "code"},
            {"departments", "uscc"},
            {"people", "idNumber"},
            {"companies", "uscc"},
            {"companies", "name"},
            {"projects", "projectCode"},
            {"approvals", "instanceNo"},
            {"lots", "bidSectionCode"},
            {"tenders", "tenderProjectCode"},
            {"bids", "bidNo"},
            {"bid-documents", "documentNo"},
            {"bank-accounts", "number"},
            {"deposits", "depositNo"}
        }) {
            assertThat(column(place[0], place[1])).as(place[0]).doesNotHaveDuplicates();
        }
    }

    @Test
    void whatever_a_row_points_to_is_there() {
        for (String[] link : new String[][] {
            {"people", "department", "departments", "uscc"}, {"companies", "legalRepresentative", "people", "idNumber"},
            {"companies", "region", "regions", "code"}, {"company-people", "person", "people", "idNumber"},
            {"projects", "region", "regions", "code"}, {"project-companies", "company", "companies", "uscc"},
            {"approvals", "project", "projects", "projectCode"}, {"approvals", "officer", "people", "idNumber"},
            {"tenders", "project", "projects", "projectCode"}, {"lots", "tender", "tenders", "tenderProjectCode"},
            {"bids", "lot", "lots", "bidSectionCode"}, {"bids", "tenderer", "companies", "uscc"},
            {"bid-documents", "bidNo", "bids", "bidNo"}, {"bid-devices", "documentNo", "bid-documents", "documentNo"},
            {"deposits", "account", "bank-accounts", "number"}, {"awards", "lot", "lots", "bidSectionCode"}
        }) {
            assertThat(column(link[2], link[3]))
                    .as(link[0] + "." + link[1])
                    .containsAll(column(link[0], link[1]).stream()
                            .filter(cell -> !cell.isEmpty())
                            .toList());
        }
    }

    @Test
    void check_digits_hold() {
        assertThat(column("companies", "uscc")).allMatch(UnifiedSocialCreditCode::isValid);
        assertThat(column("departments", "uscc")).allMatch(UnifiedSocialCreditCode::isValid);
        assertThat(column("people", "idNumber")).allMatch(IdentityNumber::isValid);
        assertThat(Identifiers.creditCode("91", "330203", "MA2A1002")).startsWith("91330203MA2A1002");
        assertThat(Identifiers.identityNumber("110105", "19491231", "002")).isEqualTo("11010519491231002X");
    }

    @Test
    void three_lots_are_closed_and_have_bids_but_neither_ranks_nor_awards() {
        Table lots = TABLES.get("lots");
        Set<String> closed = rows(lots)
                .filter(row -> lots.cell(row, "openedAt").isEmpty())
                .mapToObj(row -> lots.cell(row, "bidSectionCode"))
                .collect(Collectors.toSet());
        assertThat(closed).hasSize(3);
        Table bids = TABLES.get("bids");
        List<Integer> inside = rows(bids)
                .filter(row -> closed.contains(bids.cell(row, "lot")))
                .boxed()
                .toList();
        assertThat(inside).hasSizeGreaterThan(9).allSatisfy(row -> {
            assertThat(bids.cell(row, "rank")).isEmpty();
            assertThat(bids.cell(row, "valid")).isEmpty();
        });
        assertThat(column("awards", "lot")).doesNotContainAnyElementsOf(closed);
    }

    @Test
    void firms_that_share_a_dongle_or_an_account_are_the_four_fellows_alone() {
        Set<String> fellows = new HashSet<>();
        Rings.FELLOWS.forEach(place -> fellows.add(column("companies", "uscc").get(place)));
        Map<String, String> tenderers = byKey("bids", "bidNo", "tenderer");
        Map<String, String> documents = byKey("bid-documents", "documentNo", "bidNo");
        Table devices = TABLES.get("bid-devices");
        Map<String, Set<String>> users = new HashMap<>();
        rows(devices)
                .forEach(row -> users.computeIfAbsent(
                                devices.cell(row, "kind")
                                        + devices.cell(row, "publicTerminal")
                                        + devices.cell(row, "value"),
                                value -> new TreeSet<>())
                        .add(String.valueOf(tenderers.get(documents.get(devices.cell(row, "documentNo"))))));
        assertThat(users.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith("DONGLEfalse"))
                        .map(Map.Entry::getValue)
                        .filter(firms -> firms.size() > 1))
                .hasSize(1)
                .allSatisfy(firms -> assertThat(fellows).containsAll(firms));
        assertThat(users.entrySet().stream().filter(entry -> entry.getKey().startsWith("MACtrue")))
                .hasSize(1)
                .allSatisfy(entry -> assertThat(entry.getValue()).hasSizeGreaterThan(3));
        Table deposits = TABLES.get("deposits");
        Map<String, Set<String>> payers = new HashMap<>();
        rows(deposits)
                .forEach(row -> payers.computeIfAbsent(deposits.cell(row, "account"), account -> new TreeSet<>())
                        .add(String.valueOf(tenderers.get(deposits.cell(row, "bidNo")))));
        assertThat(payers.values().stream().filter(firms -> firms.size() > 1))
                .hasSize(1)
                .allSatisfy(firms -> assertThat(fellows).containsAll(firms));
    }

    @Test
    void every_table_has_a_mapping_that_names_only_its_columns_and_all_of_them() {
        Pattern settings = Pattern.compile("point|column|is|empty|not");
        TABLES.forEach((name, table) -> {
            Map<String, Map<String, Object>> nodes = mapping(name);
            Set<String> columns = new TreeSet<>();
            nodes.values().forEach(node -> {
                leaves(node.get("fields"), columns);
                leaves(node.get("when"), columns);
                if (node.get("links") instanceof Map<?, ?> links) {
                    links.values()
                            .forEach(link -> leaves(link instanceof Map<?, ?> m ? m.get("properties") : null, columns));
                }
            });
            columns.removeIf(column -> settings.matcher(column).matches());
            columns.removeAll(
                    Set.of("OFFICER", "SHAREHOLDER", "STAFF", "CONTROLS", "OWNER", "PARTICIPANT", ";", "true"));
            assertThat(columns).as(name).containsExactlyInAnyOrderElementsOf(table.header());
        });
    }

    private static void leaves(Object part, Set<String> into) {
        if (part instanceof Map<?, ?> map) {
            map.values().forEach(value -> leaves(value, into));
        } else if (part instanceof List<?> list) {
            list.forEach(value -> leaves(value, into));
        } else if (part != null) {
            into.add(part.toString());
        }
    }

    private static Map<String, Map<String, Object>> mapping(String name) {
        Map<String, Map<String, Map<String, Object>>> whole = new Yaml().load(Templates.mapping(name));
        return whole.get("nodes");
    }

    private static Map<String, String> byKey(String table, String key, String value) {
        List<String> values = column(table, value);
        List<String> keys = column(table, key);
        return IntStream.range(0, keys.size()).boxed().collect(Collectors.toMap(keys::get, values::get));
    }

    private static List<String> column(String table, String column) {
        return column(TABLES.get(table), column);
    }

    private static List<String> column(Table table, String column) {
        return rows(table).mapToObj(row -> table.cell(row, column)).toList();
    }

    private static IntStream rows(Table table) {
        return IntStream.range(0, table.rows().size());
    }
}
