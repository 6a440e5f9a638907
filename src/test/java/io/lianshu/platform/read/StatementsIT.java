package io.lianshu.platform.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.platform.viewer.Role;
import io.lianshu.platform.viewer.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.neo4j.driver.Query;

/** How many statements a request costs, and what is in them. */
class StatementsIT {

    private static final Viewer ANALYST = new Viewer("ana", Set.of(Role.ANALYST), null, null, Locale.CHINESE);

    private final ReadBench bench = ReadBench.shared();

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void everyRootFieldIsOneStatement(@ForAll long seed) {
        Random random = new Random(seed);
        bench.load(new SampleGraph(random.nextLong()));
        RandomInput input = new RandomInput(bench.schema.map(), bench.graph, ANALYST, random);
        RandomDocument document = new RandomDocument(bench.clients, bench.schema.map(), input, random);
        List<String> roots = new ArrayList<>();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            roots.add(input.one(List.copyOf(bench.schema.map().roots().keySet())));
        }
        String text = document.write(roots, 6).replaceAll("@(include|skip)\\(if: (\\$\\w+|true|false)\\)", "");
        SampleRequest request = new SampleRequest(text, document.variables(), ANALYST);
        bench.sent.take();
        bench.passedThrough(request);
        assertThat(bench.sent.take()).as(text).hasSizeLessThanOrEqualTo(roots.size());
    }

    @Example
    void noValueOfARequestStandsInItsStatement() {
        bench.load(new SampleGraph(1));
        String document = """
                query ($n: Int, $name: String, $near: NearInput) {
                  things(
                    first: 37
                    near: $near
                    search: "甲乙"
                    orderBy: [{price: DESC}]
                    filter: {serial: {lt: 918273}, price: {gte: "-4455.66"}, name: {ne: "MARKER' OR 1=1 //"}, volume: {lte: 77665544332211},
                      soldAt: {lt: "2031-05-06T07:08:09Z"}, madeOn: {gt: "1987-06-05"}, weight: {lt: 1234.5678}, tags: {has: $name}, secret: {ne: "330203197001010011"}}
                  ) {
                    edges {node {siblings(least: 556677) {id} previous(first: $n) {aggregate {groups(by: [SORT], first: 43) {count}}}}}
                  }
                }
                """;
        Map<String, Object> variables = Map.of(
                "n",
                41,
                "name",
                "MARKER`",
                "near",
                Map.of("latitude", 29.87654, "longitude", 121.56789, "metres", 4321.5));
        bench.sent.take();
        ReadBench.Answer answer = bench.passedThrough(new SampleRequest(document, variables, ANALYST));
        assertThat(answer.codes()).as("%s", answer.messages()).isEmpty();
        List<Query> sent = bench.sent.take();
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).text())
                .doesNotContain(
                        "37",
                        "38",
                        "918273",
                        "4455",
                        "MARKER",
                        "77665544332211",
                        "2031",
                        "1987",
                        "1234",
                        "330203",
                        "556677",
                        "41",
                        "42",
                        "43",
                        "29.8",
                        "121.5",
                        "4321",
                        "甲");
    }

    @Example
    void filtersWithoutConditionsAreTrueAndThoseWithoutAlternativesFalse() {
        bench.load(new SampleGraph(4));
        List<String> always = List.of(
                "{}",
                "{and: []}",
                "{and: [{}]}",
                "{not: {or: []}}",
                "{or: [{}, {name: {eq: \"无\"}}]}",
                "{or: [{and: []}, {or: []}]}",
                "{not: {not: {and: []}}}",
                "{name: {}}",
                "{next: {every: {}}}");
        List<String> never = List.of(
                "{or: []}",
                "{not: {}}",
                "{not: {and: []}}",
                "{and: [{or: []}]}",
                "{not: {name: {}}}",
                "{not: {and: [{}, {not: {or: []}}]}}",
                "{or: [{not: {}}, {or: []}]}",
                "{id: {in: []}}");
        StringBuilder document = new StringBuilder("{");
        for (String filter : always) {
            document.append("a")
                    .append(document.length())
                    .append(": things(filter: ")
                    .append(filter)
                    .append(") {totalCount} ");
        }
        for (String filter : never) {
            document.append("n")
                    .append(document.length())
                    .append(": things(filter: ")
                    .append(filter)
                    .append(") {totalCount} ");
        }
        ReadBench.Answer answer = new Comparison(bench).agreed(new SampleRequest(document + "}", Map.of(), ANALYST));
        int all = bench.graph.of("Thing").size();
        bench.json
                .readTree(answer.data())
                .properties()
                .forEach(entry -> assertThat(entry.getValue().path("totalCount").asInt())
                        .as(entry.getKey())
                        .isEqualTo(entry.getKey().startsWith("a") ? all : 0));
    }

    @Example
    void theCostIsKnownBeforeAnythingIsSent() {
        bench.load(new SampleGraph(2));
        String document =
                "query ($n: Int) {things(first: $n) {edges {node {previous(first: 50) {edges {node {siblings {id}}}}}}}}";
        var server = bench.compiled(20_000, true);
        bench.sent.take();
        SampleRequest small = new SampleRequest(document, Map.of("n", 2), ANALYST);
        assertThat(bench.run(server, small).codes()).isEmpty();
        assertThat(bench.sent.take()).hasSize(1);
        SampleRequest large = new SampleRequest(document, Map.of("n", 100), ANALYST);
        assertThat(bench.run(server, large).codes()).containsExactly("TOO_COSTLY");
        assertThat(bench.sent.take()).isEmpty();
    }
}
