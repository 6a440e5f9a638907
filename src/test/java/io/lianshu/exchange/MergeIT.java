package io.lianshu.exchange;

import static io.lianshu.exchange.AskedCommands.codes;
import static io.lianshu.exchange.AskedCommands.input;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two companies, or two people, that turn out to be one. */
class MergeIT extends MergeBench {

    @Test
    void theOneThatStaysGetsWhatItLacksAndTheOtherIsMetNoMore() throws Exception {
        JsonNode merged = send(MERGE, both(KEEP, GONE));
        assertThat(merged.path("refusals")).as("%s", merged).isEmpty();
        JsonNode company = merged.path("company");
        assertThat(company.path("id").asString()).isEqualTo(KEEP);
        assertThat(company.path("uscc").asString()).as("what it lacked").isEqualTo(USCC);
        assertThat(company.path("name").asString()).as("what it had").isEqualTo("甲公司");
        assertThat(company.at("/region/name").asString()).isEqualTo("330203");
        assertThat(company.at("/staff/edges").findValuesAsString("post")).containsExactlyInAnyOrder("顾问", "会计");
        assertThat(company.at("/controls/edges").findValuesAsString("id")).containsExactly(THIRD);
        assertThat(TestImports.count("MATCH (c:Company) RETURN count(c)")).isEqualTo(2);
        assertThat(ask("query($input: ID!) { node(id: $input) { id } }", GONE)
                        .at("/data/node")
                        .isNull())
                .isTrue();
        assertThat(ask("query($input: ID!) { neighbourhood(id: $input, depth: 3) { nodes { id } } }", KEEP)
                        .toString())
                .contains(THIRD)
                .doesNotContain(GONE);
        assertThat(new AskedCommands(port).history(KEEP, "administrator"))
                .containsExactly(
                        "mergeCompany 同一家 duplicate null -> " + GONE,
                        "mergeCompany 同一家 nature null -> 有限责任公司",
                        "mergeCompany 同一家 uscc null -> " + USCC);
    }

    @Test
    void aMergeTakenBackLeavesTheGraphAsItWas() throws Exception {
        List<String> before = graph();
        assertThat(send(MERGE, both(KEEP, GONE)).path("refusals")).isEmpty();
        assertThat(graph()).isNotEqualTo(before);
        JsonNode back = send(UNMERGE, back(KEEP, GONE));
        assertThat(back.path("refusals")).as("%s", back).isEmpty();
        assertThat(back.at("/company/uscc").isNull()).isTrue();
        assertThat(graph()).isEqualTo(before);
        assertThat(send(MERGE, both(GONE, KEEP)).path("refusals"))
                .as("the other way round, too")
                .isEmpty();
        assertThat(send(UNMERGE, back(GONE, KEEP)).path("refusals")).isEmpty();
        assertThat(graph()).isEqualTo(before);
    }

    @Test
    void filesThatNameTheMergedOneByAKeyOfItsOwnOnlyReferToTheOther() throws Exception {
        assertThat(send(MERGE, both(THIRD, GONE)).path("refusals")).isEmpty();
        List<String> merged = graph();
        importAll();
        assertThat(graph()).isEqualTo(merged);
        assertThat(send(UNMERGE, back(THIRD, GONE)).path("refusals")).isEmpty();
        List<String> apart = graph();
        importAll();
        assertThat(graph()).isEqualTo(apart);
    }

    @Test
    void filesThatNameTheMergedOneByAKeyThatWentOverAreAboutTheOther() throws Exception {
        assertThat(send(MERGE, both(KEEP, GONE)).path("refusals")).isEmpty();
        importAll();
        assertThat(TestImports.count("MATCH (c:Company) RETURN count(c)")).isEqualTo(2);
        assertThat(TestImports.count("MATCH (c:Company {name: '甲公司（旧）', uscc: '" + USCC + "'}) RETURN count(c)"))
                .isOne();
        assertThat(TestImports.count("MATCH (c)-[:CONTROLS]->(c) RETURN count(c)"))
                .isZero();
        String create = "mutation($input: CreateCompanyInput!) { it: createCompany(input: $input)" + FIELDS;
        JsonNode again = send(create, input("uscc", USCC, "name", "又一家"));
        assertThat(codes(again)).containsExactly("ALREADY_THERE uscc");
        assertThat(again.at("/company/id").asString()).isEqualTo(KEEP);
        String correct = "mutation($input: CorrectCompanyInput!) { it: correctCompany(input: $input)" + FIELDS;
        JsonNode old = send(correct, input("id", GONE, "version", version(KEEP), "name", "丙公司"));
        assertThat(codes(old)).containsExactly("MERGED id");
        assertThat(old.at("/company/id").asString()).isEqualTo(KEEP);
    }

    @Test
    void mergesAreTakenBackInTheOrderInWhichTheyBuildOnEachOther() throws Exception {
        List<String> before = graph();
        assertThat(send(MERGE, both(KEEP, GONE)).path("refusals")).isEmpty();
        assertThat(send(MERGE, both(THIRD, KEEP)).path("refusals")).isEmpty();
        assertThat(TestImports.count("MATCH (c:Company) RETURN count(c)")).isOne();
        importAll();
        assertThat(TestImports.count("MATCH (c:Company) RETURN count(c)")).isOne();
        assertThat(codes(send(UNMERGE, back(THIRD, GONE)))).containsExactly("NOT_MERGED duplicate");
        assertThat(codes(send(UNMERGE, back(THIRD, THIRD)))).containsExactly("SAME_NODE duplicate");
        assertThat(send(UNMERGE, back(THIRD, KEEP)).path("refusals")).isEmpty();
        assertThat(send(UNMERGE, back(KEEP, GONE)).path("refusals")).isEmpty();
        assertThat(graph())
                .containsAll(before.stream()
                        .filter(line -> !line.contains("OLD"))
                        .filter(line -> !line.startsWith("[Company]"))
                        .toList());
    }
}
