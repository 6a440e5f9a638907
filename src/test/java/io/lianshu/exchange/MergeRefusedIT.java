package io.lianshu.exchange;

import static io.lianshu.exchange.AskedCommands.codes;
import static io.lianshu.exchange.AskedCommands.input;
import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.TestEngine;
import io.lianshu.platform.identifier.NodeId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What came between a merge and its end, and what keys do not allow. */
class MergeRefusedIT extends MergeBench {

    @Test
    void aRelationThatSomebodyReplacedMeanwhileIsNotGivenBack() throws Exception {
        agency(USCC);
        assertThat(send(MERGE, both(KEEP, GONE)).path("refusals")).isEmpty();
        assertThat(agencies()).containsExactly(KEEP);
        agency(OTHER_USCC);
        assertThat(send(UNMERGE, back(KEEP, GONE)).path("refusals")).isEmpty();
        assertThat(agencies()).containsExactly(THIRD);
        assertThat(TestImports.count("MATCH ()-[was:WAS]->() RETURN count(was)"))
                .isZero();
    }

    private void agency(String uscc) {
        TestImports.Heard heard = new TestImports.Heard();
        TestImports.run(imports, """
                nodes:
                  tender: {type: Tender, fields: {tenderProjectCode: t, name: t}, links: {agency: c}}
                  c: {type: Company, lookup: true, fields: {uscc: c}}
                """, TestImports.Rows.of("t|c\nT-1|" + uscc), heard);
        assertThat(heard.codes()).isEmpty();
    }

    private static List<String> agencies() {
        return TestEngine.driver()
                .executableQuery("MATCH (:Tender)-[:AGENT]->(c) RETURN c.id AS id")
                .execute()
                .records()
                .stream()
                .map(found -> found.get("id").asString())
                .toList();
    }

    @Test
    void halfAKeyIsNotFilledFromTheOtherOnes() throws Exception {
        set(GONE, "S1", null);
        JsonNode merged = send(MERGE, both(GONE, KEEP));
        assertThat(merged.path("refusals")).isEmpty();
        assertThat(merged.at("/company/identifierValue").isNull()).isTrue();
    }

    @Test
    void aMergeWhoseKeySomebodyTookMeanwhileIsNotTakenBack() throws Exception {
        set(GONE, "AS", "2");
        assertThat(send(MERGE, both(KEEP, GONE)).path("refusals")).isEmpty();
        String create = "mutation($input: CreateCompanyInput!) { it: createCompany(input: $input)" + FIELDS;
        assertThat(send(create, input("identifierScheme", "AS", "identifierValue", "2", "name", "丁公司"))
                        .path("refusals"))
                .isEmpty();
        List<String> before = graph();
        assertThat(codes(send(UNMERGE, back(KEEP, GONE))))
                .singleElement()
                .asString()
                .startsWith("KEY_TAKEN");
        assertThat(graph()).isEqualTo(before);
    }

    private static void set(String id, String scheme, String value) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("scheme", scheme);
        values.put("value", value);
        TestEngine.driver()
                .executableQuery(
                        "MATCH (c:Company {id: $id}) SET c.identifierScheme = $scheme, c.identifierValue = $value")
                .withParameters(values)
                .execute();
    }

    @Test
    void whatIsTiedToALaterMergeIsNotTakenBackFirst() throws Exception {
        assertThat(send(MERGE, both(KEEP, GONE)).path("refusals")).isEmpty();
        String one = NodeId.of("per", List.of("P", "2"));
        String two = NodeId.of("per", List.of("P", "3"));
        String mergePerson = "mutation($input: MergePersonInput!) { it: mergePerson(input: $input) { person { id"
                + " companies { edges { node { id } } } } refusals { code field } } }";
        JsonNode person = send(mergePerson, both(one, two));
        assertThat(person.at("/person/companies/edges").findValuesAsString("id"))
                .containsExactlyInAnyOrder(KEEP, THIRD);
        assertThat(send(mergePerson, both(NodeId.of("per", List.of("P", "1")), one))
                        .path("refusals"))
                .isEmpty();
        assertThat(codes(send(UNMERGE, back(KEEP, GONE)))).containsExactly("LATER_MERGE duplicate");
    }

    @Test
    void whatCannotBeMergedIsRefusedByFieldAndNothingIsWritten() throws Exception {
        List<String> before = TestImports.wholeGraph(TestEngine.driver());
        assertThat(codes(send(MERGE, both(KEEP, KEEP)))).containsExactly("SAME_NODE duplicate");
        assertThat(codes(send(MERGE, changed(both(KEEP, GONE), "duplicate", "x"))))
                .containsExactly("BAD_ID duplicate");
        assertThat(codes(send(MERGE, changed(both(KEEP, GONE), "id", NodeId.of("per", List.of("P", "1"))))))
                .containsExactly("BAD_ID id");
        assertThat(codes(send(MERGE, changed(both(KEEP, GONE), "duplicate", NodeId.of("com", List.of("none"))))))
                .containsExactly("NOT_FOUND duplicate");
        assertThat(codes(send(MERGE, changed(both(KEEP, GONE), "duplicateVersion", "2020-01-01T00:00:00Z"))))
                .containsExactly("VERSION_STALE duplicateVersion");
        assertThat(codes(send(MERGE, changed(both(KEEP, GONE), "version", "2020-01-01T00:00:00Z"))))
                .containsExactly("VERSION_STALE version");
        assertThat(codes(send(MERGE, changed(both(KEEP, GONE), "reason", " "))))
                .containsExactly("REQUIRED_MISSING reason");
        assertThat(codes(send(UNMERGE, back(KEEP, GONE)))).containsExactly("NOT_MERGED duplicate");
        JsonNode denied = new AskedCommands(port).ask("analyst", "zh", MERGE, both(KEEP, GONE));
        assertThat(denied.at("/errors/0/extensions/code").asString()).isEqualTo("NOT_ALLOWED");
        assertThat(TestImports.wholeGraph(TestEngine.driver())).isEqualTo(before);
    }
}
