package io.lianshu.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Before the opening the office reads objections and complaints, and no way leads it to who filed them. */
class FilersSecrecyIT extends StationsHub {

    private static final List<String> OFFICE =
            List.of("town-trader", "trading-centre", "supervisor", "analyst", "case-officer", "director", "importer");

    /** Ways to whoever filed an objection or complaint; the variable is one of the ids. */
    private static final Map<String, String> WAYS = Map.ofEntries(
            Map.entry(
                    "itself o",
                    "query($input: ID!) { node(id: $input) { ... on Objection { objectionNo content filedBy { id name } complaints { edges { node { filedBy { id } } } } } } }"),
            Map.entry(
                    "itself c",
                    "query($input: ID!) { node(id: $input) { ... on Complaint { complaintNo content filedBy { id name } objection { filedBy { id } } } } }"),
            Map.entry(
                    "all",
                    "query($input: ID!) { objections(orderBy: [{ filedAt: ASC }]) { totalCount edges { node { id filedBy { id } } } } complaints { totalCount edges { node { id filedBy { id } } } } node(id: $input) { id } }"),
            Map.entry(
                    "by filer f",
                    "query($input: ID!) { objections(filter: { filedBy: { id: { eq: $input } } }) { totalCount } complaints(filter: { filedBy: { id: { eq: $input } } }) { totalCount } }"),
            Map.entry(
                    "of company f",
                    "query($input: ID!) { node(id: $input) { ... on Company { objections { totalCount } complaints { totalCount } } } }"),
            Map.entry(
                    "companies f",
                    "query($input: ID!) { companies(filter: { objections: { some: {} } }) { totalCount edges { node { id } } } more: companies(filter: { complaints: { some: {} } }) { totalCount } node(id: $input) { id } }"),
            Map.entry(
                    "of lot l",
                    "query($input: ID!) { node(id: $input) { ... on Lot { objections { totalCount edges { node { filedBy { id } } } } complaints { totalCount edges { node { filedBy { id } } } } } } }"),
            Map.entry(
                    "grouped",
                    "query($input: ID!) { objections { aggregate { groups(by: [FILED_BY], first: 10) { count filedBy { id } } } } node(id: $input) { id } }"),
            Map.entry(
                    "around o",
                    "query($input: ID!) { neighbourhood(id: $input, depth: 2) { nodes { id } edges { from to } } }"),
            Map.entry(
                    "around f",
                    "query($input: ID!) { neighbourhood(id: $input, depth: 2) { nodes { id } edges { from to } } }"),
            Map.entry(
                    "path o",
                    "query($input: ID!) { paths(from: \"" + SUPPLIER
                            + "\", to: $input, maxLength: 4) { length nodes { id } } }"),
            Map.entry(
                    "changes o",
                    "query($input: ID!) { history(id: $input) { by command fields { name before after } } }"),
            Map.entry(
                    "changes c",
                    "query($input: ID!) { history(id: $input) { by command fields { name before after } } }"),
            Map.entry(
                    "audit o",
                    "query($input: String!) { auditEvents(filter: { subject: { eq: $input } }) { totalCount edges { node { by command } } } all: auditEvents(filter: { command: { in: [\"fileObjection\", \"fileComplaint\"] } }) { totalCount } }"),
            Map.entry(
                    "duties",
                    "query($input: ID!) { tradingDuties { duties { kind { code } objection { id filedBy { id } } complaint { id filedBy { id } } } } node(id: $input) { id } }"));

    @Test
    void beforeTheOpeningNoWayLeadsToWhoFiledIt() throws Exception {
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("l", id("docs"));
        ids.put("f", SUPPLIER);
        ids.put(
                "o",
                command(
                                "supplier",
                                "fileObjection",
                                OBJECTION,
                                "lot",
                                id("docs"),
                                "stage",
                                "DOCUMENTS",
                                "content",
                                "条款有歧义")
                        .at("/objection/id")
                        .asString());
        assertThat(refused(
                        "trading-centre",
                        "replyObjection",
                        "objection",
                        ids.get("o"),
                        "outcome",
                        "REJECTED",
                        "reply",
                        "并无歧义"))
                .isEmpty();
        ids.put(
                "c",
                command(
                                "supplier",
                                "fileComplaint",
                                COMPLAINT,
                                "lot",
                                id("docs"),
                                "stage",
                                "DOCUMENTS",
                                "content",
                                "答复不当",
                                "knownOn",
                                now().toLocalDate().toString())
                        .at("/complaint/id")
                        .asString());
        Map<String, String> mine = answers(ids);
        assertThat(mine).hasSizeGreaterThan(200);
        // The same graph in which the rival filed them: nobody but the two may tell it from the other.
        write("MATCH (x:Objection|Complaint) SET x.filers = ['" + RIVAL + "']");
        write("MATCH (c:Command) WHERE c.by = 'demo-supplier' SET c.by = 'somebody-else'");
        Map<String, String> theirs = answers(ids);
        mine.forEach((way, answer) -> {
            if (!way.endsWith(" supplier")) {
                assertThat(theirs.get(way)).as(way).isEqualTo(answer);
                assertThat(answer).as(way).doesNotContain("demo-supplier");
            }
        });
        for (String role : OFFICE) {
            assertThat(mine.get("itself o " + role)).as(role).contains("条款有歧义");
            assertThat(mine.get("itself c " + role)).as(role).contains("答复不当");
        }
        assertThat(mine.get("itself o supplier")).contains("条款有歧义");
        assertThat(theirs.get("itself o supplier")).doesNotContain("条款有歧义");
        for (String role : List.of("public", "owner", "agent", "bank", "applicant")) {
            assertThat(mine.get("itself o " + role)).as(role).doesNotContain("条款有歧义");
        }
        assertThat(mine.get("changes o supervisor")).contains("replyObjection").doesNotContain("fileObjection");
    }

    @Test
    void everyWayLeadsToTheFilerOnceTheLotIsOpen() throws Exception {
        command("supplier", "fileObjection", OBJECTION, "lot", id("shown"), "stage", "RESULT", "content", "业绩不实");
        String objection = read(
                        "supervisor",
                        "query($input: ID!) { objections { edges { node { id } } } node(id: $input) { id } }",
                        id("shown"))
                .at("/objections/edges/0/node/id")
                .asString();
        Map<String, String> ids = Map.of("l", id("shown"), "f", SUPPLIER, "o", objection, "c", objection);
        Map<String, String> seen = answers(ids);
        for (String way : List.of("itself o", "all", "around o")) {
            assertThat(seen.get(way + " supervisor")).as(way).contains(SUPPLIER);
        }
        assertThat(seen.get("by filer f supervisor")).contains("\"objections\":{\"totalCount\":1}");
        assertThat(seen.get("of company f supervisor")).contains("\"objections\":{\"totalCount\":1}");
        assertThat(seen.get("changes o supervisor")).contains("demo-supplier");
        assertThat(seen.get("audit o supervisor")).contains("demo-supplier");
    }

    private Map<String, String> answers(Map<String, String> ids) throws Exception {
        Map<String, String> answers = new LinkedHashMap<>();
        for (Map.Entry<String, String> way : WAYS.entrySet()) {
            String last = way.getKey().substring(way.getKey().length() - 2).strip();
            String given = ids.getOrDefault(last, ids.get("l"));
            for (String role : roles()) {
                JsonNode answer = ask(role, way.getValue(), given);
                assertThat(answer.toString())
                        .as(way.getKey())
                        .doesNotContain("INTERNAL_ERROR", "BAD_QUERY", "QUERY_TIMEOUT");
                answers.put(way.getKey() + " " + role, answer.toString().replaceAll("\"requestId\":\"[^\"]*\"", ""));
            }
        }
        return answers;
    }
}
