package io.lianshu.exchange;

import static io.lianshu.exchange.AskedCommands.codes;
import static io.lianshu.exchange.AskedCommands.input;
import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.TestEngine;
import io.lianshu.platform.identifier.NodeId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Two companies, or two people, that turn out to be one. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"lianshu.demo=true", "lianshu.read.plan-at-start=false", "lianshu.read.timeout=1m"})
class MergeIT {

    private static final String USCC = "91350100M000100Y43";
    private static final String OTHER_USCC = "91330203MA2A100210";
    private static final String KEEP = NodeId.of("com", List.of("OLD", "1"));
    private static final String GONE = NodeId.of("com", List.of(USCC));
    private static final String THIRD = NodeId.of("com", List.of(OTHER_USCC));
    private static final String FIELDS = " { company { id version uscc name identifierValue region { name }"
            + " staff { edges { post node { id } } } controls { edges { node { id } } } }"
            + " refusals { code field message } } }";
    private static final String MERGE =
            "mutation($input: MergeCompanyInput!) { it: mergeCompany(input: $input)" + FIELDS;
    private static final String UNMERGE =
            "mutation($input: UnmergeCompanyInput!) { it: unmergeCompany(input: $input)" + FIELDS;
    private static final String COMPANIES = """
            nodes:
              company:
                type: Company
                fields: {uscc: uscc, identifierScheme: scheme, identifierValue: value, name: name, nature: nature}
                links: {region: region}
              region: {type: Region, fields: {code: region, name: region}}
            """;
    private static final String COMPANY_ROWS = """
            uscc|scheme|value|name|nature|region
            |OLD|1|甲公司||330203
            %s|||甲公司（旧）|LIMITED|330204
            %s|||乙公司||330204""".formatted(USCC, OTHER_USCC);
    private static final String STAFF = """
            nodes:
              person:
                type: Person
                fields: {identifierScheme: scheme, identifierValue: value, name: name, phone: phone}
                links: {companies: {to: company, properties: {post: post}}}
              company: {type: Company, lookup: true, fields: {uscc: uscc, identifierScheme: cscheme, identifierValue: cvalue}}
            """;
    private static final String STAFF_ROWS = """
            scheme|value|name|phone|uscc|cscheme|cvalue|post
            P|1|张三|13800001234|%s|||经理
            P|1|张三|13800001234||OLD|1|顾问
            P|2|李四||%s|||会计
            P|3|王五||%s|||出纳""".formatted(USCC, USCC, OTHER_USCC);
    private static final String CONTROL = """
            nodes:
              a: {type: Company, lookup: true, fields: {uscc: a}, links: {controls: b}}
              b: {type: Company, lookup: true, fields: {uscc: b, identifierScheme: scheme, identifierValue: value}}
            """;
    private static final String CONTROL_ROWS = """
            a|b|scheme|value
            %s|%s||
            %s||OLD|1
            %s|%s||""".formatted(USCC, OTHER_USCC, USCC, OTHER_USCC, USCC);

    @Autowired
    private Imports imports;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) {
        TestEngine.register(registry);
    }

    @BeforeEach
    void companies() {
        TestEngine.wipe();
        importAll();
    }

    @AfterAll
    static void wipe() {
        TestEngine.wipe();
    }

    private void importAll() {
        TestImports.Heard heard = new TestImports.Heard();
        TestImports.run(imports, COMPANIES, TestImports.Rows.of(COMPANY_ROWS), heard);
        TestImports.run(imports, STAFF, TestImports.Rows.of(STAFF_ROWS), heard);
        TestImports.run(imports, CONTROL, TestImports.Rows.of(CONTROL_ROWS), heard);
        assertThat(heard.codes()).isEmpty();
    }

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

    /** Without the record of commands and what they say of themselves. */
    private static List<String> graph() {
        return TestImports.wholeGraph(TestEngine.driver()).stream()
                .filter(line -> !line.startsWith("[Command]") && !line.contains(" CHANGED "))
                .map(line -> line.replaceAll("source=[^,}]*", "source"))
                .toList();
    }

    private Map<String, Object> both(String keep, String duplicate) throws Exception {
        return input(
                "id",
                keep,
                "version",
                version(keep),
                "duplicate",
                duplicate,
                "duplicateVersion",
                version(duplicate),
                "reason",
                "同一家");
    }

    private Map<String, Object> back(String keep, String duplicate) throws Exception {
        return input("id", keep, "version", version(keep), "duplicate", duplicate, "reason", "并错了");
    }

    private static Map<String, Object> changed(Map<String, Object> input, String field, Object value) {
        input.put(field, value);
        return input;
    }

    private String version(String id) throws Exception {
        return ask(
                        "query($input: ID!) { node(id: $input) { ... on Company { version } ... on Person { version } } }",
                        id)
                .at("/data/node/version")
                .asString("");
    }

    private JsonNode send(String document, Map<String, Object> input) throws Exception {
        return new AskedCommands(port).send(document, input);
    }

    private JsonNode ask(String document, Object input) throws Exception {
        return new AskedCommands(port).ask("administrator", "zh", document, input);
    }
}
