package io.lianshu.collusion.casework;

import io.lianshu.engine.TestEngine;
import io.lianshu.exchange.CommandHub;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A hub on the graph of lots with leads, asked as those who work on cases; the director is the officer by another account. */
abstract class CaseHub extends CommandHub {

    static final String CASE = "collusionCase { id caseNo status { code } legalHold suspected { id } cleared { id } }";
    static final String DECISION = "caseDecision { id status { code } outcome { code } }";

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("officer", "per"),
            Map.entry("second", "per"),
            Map.entry("analyst", "per"),
            Map.entry("tender", "tnd"),
            Map.entry("lot", "lot"),
            Map.entry("other", "lot"),
            Map.entry("sealed", "lot"),
            Map.entry("one", "com"),
            Map.entry("two", "com"),
            Map.entry("three", "com"),
            Map.entry("four", "com"),
            Map.entry("bidOne", "bid"),
            Map.entry("bidTwo", "bid"),
            Map.entry("bidThree", "bid"),
            Map.entry("bidFour", "bid"),
            Map.entry("deposit", "dpt"),
            Map.entry("foreign", "dpt"),
            Map.entry("device", "dev"),
            Map.entry("hard", "sig"),
            Map.entry("weak", "sig"),
            Map.entry("run", "rrn"),
            Map.entry("file", "att"));

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) {
        // A graph that is not empty gets no sample district.
        TestEngine.wipe();
        write("CREATE (:Region {id: 'reg_x'})", Map.of());
        TestEngine.register(registry);
        registry.add("lianshu.demo-viewers.case-officer.person", () -> id("officer"));
        registry.add("lianshu.demo-viewers.director.person", () -> id("officer"));
        registry.add("lianshu.demo-viewers.supervisor.person", () -> id("second"));
        registry.add("lianshu.demo-viewers.analyst.person", () -> id("analyst"));
    }

    static String id(String name) {
        return id(KINDS.get(name), name);
    }

    @BeforeEach
    void graph() throws IOException {
        TestEngine.wipe();
        Map<String, Object> ids = new HashMap<>();
        KINDS.keySet().forEach(name -> ids.put(name, id(name)));
        try (var file = CaseHub.class.getResourceAsStream("/graphs/collusion/case.cypher")) {
            write(new String(file.readAllBytes(), StandardCharsets.UTF_8), Map.of("i", ids, "now", now()));
        }
    }

    /** A case that starts from the exact match and looks at the third company too. */
    String opened() throws Exception {
        return done(
                        "analyst",
                        "openCase",
                        CASE,
                        "title",
                        "河道整治一标",
                        "note",
                        "规则命中，需核查",
                        "signals",
                        List.of(id("hard")),
                        "companies",
                        List.of(id("three")))
                .at("/collusionCase/id")
                .asString();
    }

    /** The same, with an officer in charge. */
    String taken() throws Exception {
        String matter = opened();
        done("case-officer", "takeCase", CASE, "case", matter);
        return matter;
    }

    /** A decision that the officer proposes and that waits. */
    String proposed(String matter, String outcome, String docNo) throws Exception {
        return done(
                        "case-officer",
                        "proposeCaseDecision",
                        DECISION,
                        "case",
                        matter,
                        "outcome",
                        outcome,
                        "basis",
                        "依据有关材料",
                        "docNo",
                        docNo)
                .at("/caseDecision/id")
                .asString();
    }

    /** What a company says to a case, with or without files. */
    String stated(String matter, String company, String content, String... files) throws Exception {
        return done(
                        "case-officer",
                        "recordStatement",
                        "caseStatement { id }",
                        "case",
                        matter,
                        "company",
                        company,
                        "content",
                        content,
                        "files",
                        List.of(files))
                .at("/caseStatement/id")
                .asString();
    }

    /** A decision that the officer proposes and the supervisor approves. */
    void decided(String matter, String outcome, Object... more) throws Exception {
        Object[] fields = new Object[8 + more.length];
        Object[] given = {"case", matter, "outcome", outcome, "basis", "依据材料与条款", "docNo", "海交管〔2026〕1号"};
        System.arraycopy(given, 0, fields, 0, 8);
        System.arraycopy(more, 0, fields, 8, more.length);
        String decision = done("case-officer", "proposeCaseDecision", DECISION, fields)
                .at("/caseDecision/id")
                .asString();
        done("supervisor", "approveCaseDecision", DECISION, "decision", decision);
    }

    /** As far as the talk: under review, suspected, interviewed. */
    String interviewed() throws Exception {
        String matter = taken();
        decided(matter, "SUSPECTED");
        done(
                "case-officer",
                "scheduleCaseInterview",
                CASE,
                "case",
                matter,
                "companies",
                List.of(id("one"), id("two"), id("three")),
                "plannedAt",
                now().plusDays(1).toOffsetDateTime().toString(),
                "place",
                "三楼会议室",
                "subject",
                "请说明投标文件制作情况");
        String talk = String.valueOf(one("MATCH (t:Interview) RETURN t.id"));
        done(
                "case-officer",
                "recordCaseInterview",
                CASE,
                "case",
                matter,
                "interview",
                talk,
                "summary",
                "三家企业均已说明",
                "minutes",
                List.of(id("file")));
        return matter;
    }

    String status(String matter) throws Exception {
        return read("analyst", "{ node(id: \"" + matter + "\") { ... on CollusionCase { status { code } } } }")
                .at("/node/status/code")
                .asString();
    }
}
