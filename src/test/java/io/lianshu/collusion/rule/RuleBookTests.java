package io.lianshu.collusion.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules and rule sets come from files, the hub's and the installation's; a broken one is refused with its place. */
class RuleBookTests {

    private static final String RULE = """
            code: c40-9-own-rule
            version: 1
            clause: {zh: 第四十条, en: article 40}
            strength: WEAK
            least: 2
            title: {zh: 自定, en: Own}
            says: {zh: "{firms} 相同", en: "{firms} alike"}
            needs: {zh: 报价, en: prices}
            limits: {most: 3}
            """;
    private static final String STATEMENT =
            "MATCH (lot:Lot {id: $lot}) WHERE lot.openedAt <= $now RETURN 0 AS tested, [] AS hits";

    @TempDir
    private Path folder;

    @Test
    void theHubComesWithARuleForEveryExactClause() {
        RuleBook book = RuleBook.read(folder);
        RuleSet set = book.current(LocalDate.of(2026, 3, 2)).orElseThrow();
        assertThat(set.name()).isEqualTo("2026-1");
        assertThat(set.rules()).extracting(Rule::code).hasSizeGreaterThan(20).isSorted();
        for (String clause : List.of(
                "c34-", "c39-3-", "c39-4-", "c40-1-", "c40-2-", "c40-3-", "c40-4-", "c40-5-", "c40-6-", "c41-",
                "c42-3-", "r003-", "r018-", "r022-", "r023-", "r024-", "r025-", "r030-", "r035-", "r036-", "r038-",
                "r048-", "r053-", "r057-", "r058-")) {
            assertThat(set.rules()).anyMatch(rule -> rule.code().startsWith(clause));
        }
        assertThat(book.current(LocalDate.of(2025, 1, 1)).orElseThrow().rules())
                .allMatch(rule -> rule.strength() == Strength.HARD);
        assertThat(book.current(LocalDate.of(2000, 1, 1))).isEmpty();
        assertThat(book.own()).isEmpty();
    }

    @Test
    void aRuleAndASetAreAddedByFilesAlone() throws IOException {
        own(RULE, STATEMENT);
        Files.createDirectories(folder.resolve("rule-sets"));
        Files.writeString(folder.resolve("rule-sets/strict.yaml"), """
                name: strict
                validFrom: 2026-06-01
                note: {zh: 从严, en: strict}
                without: [c40-2-same-upload]
                limits: {c40-9-own-rule: {most: 5}}
                """);
        RuleBook book = RuleBook.read(folder);
        assertThat(book.own()).extracting(Rule::code).containsExactly("c40-9-own-rule");
        RuleSet usual = book.current(LocalDate.of(2026, 3, 2)).orElseThrow();
        RuleSet strict = book.current(LocalDate.of(2026, 6, 1)).orElseThrow();
        assertThat(usual.name()).isEqualTo("2026-1");
        assertThat(strict.name()).isEqualTo("strict");
        assertThat(strict.rules())
                .extracting(Rule::code)
                .contains("c40-9-own-rule")
                .doesNotContain("c40-2-same-upload");
        assertThat(strict.rules())
                .filteredOn(rule -> rule.code().equals("c40-9-own-rule"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.limits()).containsEntry("most", 5L));
        assertThat(strict.fingerprint()).isNotEqualTo(usual.fingerprint());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "strength: WEAK | strength: SOME | strength",
                "version: 1 | version: 0 | version",
                "least: 2 | most: 2 | most",
                "code: c40-9-own-rule | code: other | code",
                "limits: {most: 3} | limits: {most: many} | limits.most",
                "title: {zh: 自定, en: Own} | title: 自定 | title",
                "{firms} alike | alike | says",
                "version: 1 | version: [1 | YAML"
            })
    void aBrokenFileIsRefusedWithItsPlace(String right, String wrong, String place) throws IOException {
        own(RULE.replace(right, wrong), STATEMENT);
        assertThatThrownBy(() -> RuleBook.read(folder))
                .isInstanceOf(BrokenRule.class)
                .hasMessageContaining("rule.yaml")
                .hasMessageContaining(place);
    }

    @Test
    void aStatementThatLooksAtUnopenedLotsIsRefused() throws IOException {
        own(RULE, "MATCH (lot:Lot {id: $lot}) RETURN 0 AS tested, [] AS hits");
        assertThatThrownBy(() -> RuleBook.read(folder)).hasMessageContaining("openedAt");
    }

    @Test
    void aStatementOverTheMarketThatItsRuleDoesNotReadIsRefused() throws IOException {
        own(RULE, STATEMENT);
        Files.writeString(
                folder.resolve("rules/c40-9-own-rule/market.cypher"),
                "MATCH (lot:Lot) WHERE lot.openedAt <= $now RETURN 'any' AS name, 1.0 AS value");
        assertThatThrownBy(() -> RuleBook.read(folder)).hasMessageContaining("RuleFence");
    }

    private void own(String yaml, String statement) throws IOException {
        Path rule = Files.createDirectories(folder.resolve("rules/c40-9-own-rule"));
        Files.writeString(rule.resolve("rule.yaml"), yaml);
        Files.writeString(rule.resolve("rule.cypher"), statement);
        Files.writeString(rule.resolve("page.md"), "# own");
    }
}
