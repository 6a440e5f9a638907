package io.lianshu.exchange;

import static io.lianshu.exchange.AskedCommands.input;
import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.TestEngine;
import io.lianshu.platform.identifier.NodeId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Two companies and a third with people, regions and control between them, and the commands that merge and part them. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"lianshu.demo=true", "lianshu.read.plan-at-start=false", "lianshu.read.timeout=1m"})
abstract class MergeBench {

    static final String USCC = "91350100M000100Y43";
    static final String OTHER_USCC = "91330203MA2A100210";
    static final String KEEP = NodeId.of("com", List.of("OLD", "1"));
    static final String GONE = NodeId.of("com", List.of(USCC));
    static final String THIRD = NodeId.of("com", List.of(OTHER_USCC));
    static final String FIELDS = " { company { id version uscc name identifierValue region { name }"
            + " staff { edges { post node { id } } } controls { edges { node { id } } } }"
            + " refusals { code field message } } }";
    static final String MERGE = "mutation($input: MergeCompanyInput!) { it: mergeCompany(input: $input)" + FIELDS;
    static final String UNMERGE = "mutation($input: UnmergeCompanyInput!) { it: unmergeCompany(input: $input)" + FIELDS;
    static final String COMPANIES = """
            nodes:
              company:
                type: Company
                fields: {uscc: uscc, identifierScheme: scheme, identifierValue: value, name: name, nature: nature}
                links: {region: region}
              region: {type: Region, fields: {code: region, name: region}}
            """;
    static final String COMPANY_ROWS = """
            uscc|scheme|value|name|nature|region
            |OLD|1|甲公司||330203
            %s|||甲公司（旧）|LIMITED|330204
            %s|||乙公司||330204""".formatted(USCC, OTHER_USCC);
    static final String STAFF = """
            nodes:
              person:
                type: Person
                fields: {identifierScheme: scheme, identifierValue: value, name: name, phone: phone}
                links: {companies: {to: company, properties: {post: post}}}
              company: {type: Company, lookup: true, fields: {uscc: uscc, identifierScheme: cscheme, identifierValue: cvalue}}
            """;
    static final String STAFF_ROWS = """
            scheme|value|name|phone|uscc|cscheme|cvalue|post
            P|1|张三|13800001234|%s|||经理
            P|1|张三|13800001234||OLD|1|顾问
            P|2|李四||%s|||会计
            P|3|王五||%s|||出纳""".formatted(USCC, USCC, OTHER_USCC);
    static final String CONTROL = """
            nodes:
              a: {type: Company, lookup: true, fields: {uscc: a}, links: {controls: b}}
              b: {type: Company, lookup: true, fields: {uscc: b, identifierScheme: scheme, identifierValue: value}}
            """;
    static final String CONTROL_ROWS = """
            a|b|scheme|value
            %s|%s||
            %s||OLD|1
            %s|%s||""".formatted(USCC, OTHER_USCC, USCC, OTHER_USCC, USCC);

    @Autowired
    Imports imports;

    @LocalServerPort
    int port;

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

    void importAll() {
        TestImports.Heard heard = new TestImports.Heard();
        TestImports.run(imports, COMPANIES, TestImports.Rows.of(COMPANY_ROWS), heard);
        TestImports.run(imports, STAFF, TestImports.Rows.of(STAFF_ROWS), heard);
        TestImports.run(imports, CONTROL, TestImports.Rows.of(CONTROL_ROWS), heard);
        assertThat(heard.codes()).isEmpty();
    }

    /** Without the record of commands and what they say of themselves. */
    static List<String> graph() {
        return TestImports.wholeGraph(TestEngine.driver()).stream()
                .filter(line -> !line.startsWith("[Command]") && !line.contains(" CHANGED "))
                .map(line -> line.replaceAll("source=[^,}]*", "source"))
                .toList();
    }

    Map<String, Object> both(String keep, String duplicate) throws Exception {
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

    Map<String, Object> back(String keep, String duplicate) throws Exception {
        return input("id", keep, "version", version(keep), "duplicate", duplicate, "reason", "并错了");
    }

    static Map<String, Object> changed(Map<String, Object> input, String field, Object value) {
        input.put(field, value);
        return input;
    }

    String version(String id) throws Exception {
        return ask(
                        "query($input: ID!) { node(id: $input) { ... on Company { version } ... on Person { version } } }",
                        id)
                .at("/data/node/version")
                .asString("");
    }

    JsonNode send(String document, Map<String, Object> input) throws Exception {
        return new AskedCommands(port).send(document, input);
    }

    JsonNode ask(String document, Object input) throws Exception {
        return new AskedCommands(port).ask("administrator", "zh", document, input);
    }
}
