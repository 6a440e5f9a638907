package io.lianshu.exchange;

import static io.lianshu.exchange.AskedCommands.codes;
import static io.lianshu.exchange.AskedCommands.correction;
import static io.lianshu.exchange.AskedCommands.input;
import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.TestEngine;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Master data entered and corrected by hand, over HTTP and into the graph. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"lianshu.demo=true", "lianshu.read.plan-at-start=false", "lianshu.read.timeout=1m"})
class CorrectionIT {

    private static final String ONE = "91350100M000100Y43";
    private static final String TWO = "91330203MA2A100210";
    private static final String CREATE = "mutation($input: CreateCompanyInput!) { it: createCompany(input: $input) {"
            + " company { id version uscc name status { code } region { name } } refusals { code field message } } }";
    private static final String CORRECT = "mutation($input: CorrectCompanyInput!) { it: correctCompany(input: $input) {"
            + " company { id version name status { code } region { name } } refusals { code field message } } }";

    @Autowired
    private Imports imports;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) {
        TestEngine.register(registry);
    }

    @BeforeEach
    void twoRegions() {
        TestEngine.wipe();
        TestImports.run(
                imports,
                "nodes: {r: {type: Region, fields: {code: code, name: name}}}",
                TestImports.Rows.of("code|name\n330203|海曙区\n330204|江东区"),
                new TestImports.Heard());
    }

    @AfterAll
    static void wipe() {
        TestEngine.wipe();
    }

    @Test
    void aCompanyIsEnteredOnceHoweverOftenItIsSent() throws Exception {
        Map<String, Object> input = input("uscc", ONE, "name", "甲公司", "status", "ACTIVE", "region", region("330203"));
        JsonNode first = send(CREATE, input);
        assertThat(first.path("refusals")).isEmpty();
        assertThat(first.at("/company/uscc").asString()).isEqualTo(ONE);
        assertThat(first.at("/company/status/code").asString()).isEqualTo("ACTIVE");
        assertThat(first.at("/company/region/name").asString()).isEqualTo("海曙区");
        assertThat(send(CREATE, input)).isEqualTo(first);
        assertThat(TestImports.count("MATCH (c:Company) RETURN count(c)")).isOne();
        assertThat(TestImports.count("MATCH (c:Command) RETURN count(c)")).isOne();
        input.put("name", "乙公司");
        assertThat(codes(send(CREATE, input))).containsExactly("CLIENT_MUTATION_ID_REUSED clientMutationId");
        assertThat(send(CREATE, input("uscc", ONE, "name", "丙公司"))
                        .at("/company/name")
                        .asString())
                .as("what is there is shown")
                .isEqualTo("甲公司");
        assertThat(codes(send(CREATE, input("uscc", ONE, "name", "丙公司")))).containsExactly("ALREADY_THERE uscc");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            uscc   | 91350100M000100Y4Z                 | BAD_IDENTIFIER uscc
            status | NO_SUCH                            | UNKNOWN_CODE status
            region | reg_abcdefghijklmnopqrstuvwxyz     | REFERENCE_NOT_FOUND region
            region | com_abcdefghijklmnopqrstuvwxyz     | BAD_ID region
            region | 330203                             | BAD_ID region
            name   | '  '                               | REQUIRED_MISSING name
            uscc   | ''                                 | KEY_MISSING null
            clientMutationId | 1                        | BAD_CLIENT_MUTATION_ID clientMutationId
            """)
    void whatIsWrongIsSaidByFieldInBothLanguagesAndNothingIsWritten(String field, String value, String refusal)
            throws Exception {
        Map<String, Object> input = input("uscc", ONE, "name", "甲公司");
        input.put(field, value);
        List<String> before = TestImports.wholeGraph(TestEngine.driver());
        JsonNode answer = send(CREATE, input);
        assertThat(codes(answer)).containsExactly(refusal);
        assertThat(answer.at("/refusals/0/message").asString())
                .containsPattern("\\p{IsHan}")
                .doesNotContain("映射");
        assertThat(ask("administrator", "en", CREATE, input)
                        .at("/data/it/refusals/0/message")
                        .asString())
                .doesNotContainPattern("\\p{IsHan}")
                .doesNotContain("mapping");
        assertThat(answer.path("company").isNull()).isTrue();
        assertThat(TestImports.wholeGraph(TestEngine.driver())).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"public", "analyst", "director", "supplier", "department-approver"})
    void whoMayNotIsToldSoAndNothingIsWritten(String viewer) throws Exception {
        JsonNode answer = ask(viewer, "zh", CREATE, input("uscc", ONE, "name", "甲公司"));
        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("NOT_ALLOWED");
        assertThat(TestImports.count("MATCH (c:Company) RETURN count(c)")).isZero();
    }

    @Test
    void aCorrectionWritesWhatItNamesAndLeavesTheRest() throws Exception {
        JsonNode company = send(
                        CREATE, input("uscc", ONE, "name", "甲公司", "status", "ACTIVE", "region", region("330203")))
                .path("company");
        Map<String, Object> correction = correction(company, "status", null, "region", region("330204"));
        correction.put("reason", "迁址");
        JsonNode corrected = send(CORRECT, correction);
        assertThat(corrected.path("refusals")).as("%s", corrected).isEmpty();
        assertThat(corrected.at("/company/name").asString()).isEqualTo("甲公司");
        assertThat(corrected.at("/company/status").isNull()).isTrue();
        assertThat(corrected.at("/company/region/name").asString()).isEqualTo("江东区");
        assertThat(TestImports.count("MATCH (:Company)-[r:REGISTERED_IN]->() RETURN count(r)"))
                .isOne();
        JsonNode stale = send(CORRECT, correction(company, "name", "乙公司"));
        assertThat(codes(stale)).containsExactly("VERSION_STALE version");
        assertThat(stale.path("company")).isEqualTo(corrected.path("company"));
        JsonNode unlinked = send(CORRECT, correction(corrected.path("company"), "region", null));
        assertThat(unlinked.at("/company/region").isNull()).isTrue();
        JsonNode unchanged = send(CORRECT, correction(unlinked.path("company"), "name", "甲公司"));
        assertThat(unchanged.at("/company/version")).isEqualTo(unlinked.at("/company/version"));
        List<String> told = history(company.path("id").asString(), "administrator");
        assertThat(told)
                .containsExactly(
                        "correctCompany null region " + region("330204") + " -> null",
                        "correctCompany 迁址 region " + region("330203") + " -> " + region("330204"),
                        "correctCompany 迁址 status 存续 -> null",
                        "createCompany null name null -> 甲公司",
                        "createCompany null region null -> " + region("330203"),
                        "createCompany null status null -> 存续",
                        "createCompany null uscc null -> " + ONE);
    }

    @Test
    void whatOnlyThePayloadAsksWrongIsRefusedBeforeAnythingIsWritten() throws Exception {
        for (String asked : List.of(
                "bids(first: 5, after: \"bad\") { edges { cursor } }",
                "bids(first: 0) { totalCount }",
                "bids(filter: {id: {eq: \"nope\"}}) { totalCount }",
                "region { companies(search: \"\") { totalCount } }")) {
            String create = "mutation($input: CreateCompanyInput!) { it: createCompany(input: $input) { company { id "
                    + asked + " } refusals { code } } }";
            JsonNode answer =
                    new AskedCommands(port).ask("administrator", "zh", create, input("uscc", ONE, "name", "甲公司"));
            assertThat(answer.path("errors")).as(asked).isNotEmpty();
            assertThat(TestImports.count("MATCH (c:Company) RETURN count(c)"))
                    .as(asked)
                    .isZero();
        }
    }

    @Test
    void guessesInPayloadsCountTogetherAndBeforeTheWrite() throws Exception {
        String asked = "company { staff(filter: {or: [{phone: {eq: \"%1$s1\"}}, {phone: {eq: \"%1$s2\"}},"
                + " {phone: {eq: \"%1$s3\"}}]}) { totalCount } }";
        String create = "mutation($input: CreateCompanyInput!) { a: createCompany(input: $input) { "
                + asked.formatted("1") + " } b: createCompany(input: {clientMutationId: \"" + UUID.randomUUID()
                + "\", uscc: \"" + TWO + "\", name: \"乙公司\"}) { " + asked.formatted("2") + " } }";
        JsonNode answer = new AskedCommands(port).ask("administrator", "zh", create, input("uscc", ONE, "name", "甲公司"));
        assertThat(answer.at("/data/a/company/staff/totalCount").asInt(-1))
                .as("%s", answer)
                .isZero();
        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("TOO_MANY_SEALED_VALUES");
        assertThat(TestImports.count("MATCH (c:Company) RETURN count(c)")).isOne();
    }

    @Test
    void keysAndRequiredFieldsStay() throws Exception {
        JsonNode company = send(CREATE, input("uscc", ONE, "name", "甲公司")).path("company");
        assertThat(codes(send(CORRECT, correction(company, "uscc", TWO)))).containsExactly("KEY_FIXED uscc");
        assertThat(codes(send(CORRECT, correction(company, "name", null)))).containsExactly("CANNOT_BE_EMPTY name");
        assertThat(codes(send(CORRECT, correction(company, "uscc", " ")))).containsExactly("CANNOT_BE_EMPTY uscc");
        Map<String, Object> other = correction(company, "name", "乙");
        other.put("id", "com_abcdefghijklmnopqrstuvwxyz");
        assertThat(codes(send(CORRECT, other))).containsExactly("NOT_FOUND id");
        other.put("id", "x");
        assertThat(codes(send(CORRECT, other))).containsExactly("BAD_ID id");
        other.put("name", "甲".repeat(3000));
        assertThat(codes(send(CORRECT, other))).containsExactly("TEXT_TOO_LONG name");
        for (String unreadable : List.of("甲\u0000乙", "甲\u202e乙")) {
            other.put("name", unreadable);
            assertThat(codes(send(CORRECT, other))).containsExactly("BAD_VALUE name");
        }
    }

    @Test
    void aPersonalNumberStaysSealedInTheGraphAndMaskedInItsHistory() throws Exception {
        String create =
                "mutation($input: CreatePersonInput!) { it: createPerson(input: $input) { person { id version phone }"
                        + " refusals { code field } } }";
        String correct = create.replace("createPerson", "correctPerson").replace("CreatePerson", "CorrectPerson");
        JsonNode person = send(create, input("idNumber", "11010519491231002X", "name", "张三丰", "phone", "13800001234"))
                .path("person");
        assertThat(person.path("phone").asString()).isEqualTo("138****1234");
        JsonNode corrected = send(correct, correction(person, "phone", "13900005678"));
        assertThat(corrected.at("/person/phone").asString()).isEqualTo("139****5678");
        assertThat(history(person.path("id").asString(), "supervisor"))
                .contains(
                        "correctPerson null phone 138****1234 -> 139****5678",
                        "createPerson null idNumber null -> 110***********002X");
        assertThat(history(person.path("id").asString(), "administrator"))
                .as("a field that is closed to the administrator stays so")
                .contains("createPerson null idNumber null -> null");
        assertThat(TestImports.wholeGraph(TestEngine.driver()).toString())
                .doesNotContain("13800001234", "13900005678", "11010519491231002X");
        JsonNode twin = send(create, input("employeeNo", "E1", "name", "李四"));
        assertThat(twin.path("refusals")).isEmpty();
        assertThat(codes(send(create, input("idNumber", "440524188001010014", "name", "王五", "employeeNo", "E1"))))
                .containsExactly("KEY_TAKEN employeeNo");
        assertThat(TestImports.count("MATCH (p:Person) RETURN count(p)")).isEqualTo(2);
    }

    @Test
    void aWorkAddressIsSealedAndMaskedAndTakesNoSecondLine() throws Exception {
        String create =
                "mutation($input: CreatePersonInput!) { it: createPerson(input: $input) { person { id version email }"
                        + " refusals { code field } } }";
        String correct = create.replace("createPerson", "correctPerson").replace("CreatePerson", "CorrectPerson");
        JsonNode person = send(create, input("employeeNo", "E7", "name", "张三丰", "email", "san.feng@office.example"))
                .path("person");
        assertThat(person.path("email").asString()).isEqualTo("s***@office.example");
        for (String bad : List.of("san.feng", "a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example")) {
            assertThat(codes(send(correct, correction(person, "email", bad)))).containsExactly("BAD_VALUE email");
        }
        assertThat(codes(send(correct, correction(person, "email", "s***@office.example"))))
                .containsExactly("MASKED_VALUE email");
        assertThat(TestImports.wholeGraph(TestEngine.driver()).toString()).doesNotContain("san.feng");
    }

    @Test
    void anImportMeetsWhatWasEnteredAndMakesAnOpenFormStale() throws Exception {
        JsonNode company = send(CREATE, input("uscc", ONE, "name", "甲公司")).path("company");
        TestImports.run(
                imports,
                "nodes: {c: {type: Company, fields: {uscc: code, name: name}}}",
                TestImports.Rows.of("code|name\n" + ONE + "|甲集团"),
                new TestImports.Heard());
        assertThat(TestImports.count("MATCH (c:Company) RETURN count(c)")).isOne();
        assertThat(codes(send(CORRECT, correction(company, "name", "丙")))).containsExactly("VERSION_STALE version");
    }

    @Test
    void whatCouldNotBeReadBackIsRefusedBeforeAnythingIsWritten() throws Exception {
        String costly = "mutation($input: CreateCompanyInput!) { createCompany(input: $input) { company {"
                + " bids(first: 100) { edges { node { lot { bids(first: 100) { edges { node { lot { bids(first: 100) {"
                + " edges { cursor } } } } } } } } } } } } }";
        JsonNode answer = ask("importer", "zh", costly, input("uscc", ONE, "name", "甲公司"));
        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("TOO_COSTLY");
        assertThat(TestImports.count("MATCH (c:Company) RETURN count(c)")).isZero();
    }

    private static String region(String code) {
        return io.lianshu.platform.identifier.NodeId.of("reg", List.of(code));
    }

    private JsonNode send(String document, Map<String, Object> input) throws Exception {
        return new AskedCommands(port).send(document, input);
    }

    private JsonNode ask(String viewer, String language, String document, Object input) throws Exception {
        return new AskedCommands(port).ask(viewer, language, document, input);
    }

    private List<String> history(String id, String viewer) throws Exception {
        return new AskedCommands(port).history(id, viewer);
    }
}
