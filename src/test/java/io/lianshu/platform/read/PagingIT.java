package io.lianshu.platform.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.platform.viewer.Viewer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import tools.jackson.databind.JsonNode;

/** Following cursors shows every row once and in order, forward and backward, whatever comes and goes meanwhile. */
class PagingIT {

    private final ReadBench bench = ReadBench.shared();

    private record Walk(String list, boolean forward, String document, Map<String, Object> variables) {}

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void pagesTogetherAreTheWholeListInOrder(@ForAll long seed) {
        for (int time = 0; time < CompiledReadsIT.TIMES; time++) {
            Random random = new Random(seed + time);
            bench.load(new SampleGraph(random.nextLong()));
            for (int count = 0; count < 2; count++) {
                Walk walk = walk(random);
                List<String> whole = ids(answer(walk, wholeOf(walk.document()), walk.variables()));
                List<List<String>> pages = new ArrayList<>();
                follow(walk, pages, () -> {});
                if (!walk.forward()) {
                    Collections.reverse(pages);
                }
                assertThat(pages.stream().flatMap(List::stream).toList())
                        .as("%s %s", walk, bench.graph.seed)
                        .isEqualTo(whole);
            }
        }
    }

    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    void rowsThatStayAreShownOnceWhileOthersComeAndGo(@ForAll long seed) {
        for (int time = 0; time < CompiledReadsIT.TIMES; time++) {
            Random random = new Random(seed + time);
            bench.load(new SampleGraph(random.nextLong()));
            Walk walk = walk(random);
            if (!walk.list().equals("things")) {
                walk = new Walk("things", walk.forward(), rooted("things", walk.forward()), withoutOwner(walk));
            }
            List<SampleNode> stayed = new ArrayList<>(bench.graph.nodes);
            List<List<String>> pages = new ArrayList<>();
            follow(walk, pages, () -> change(random, stayed));
            if (!walk.forward()) {
                Collections.reverse(pages);
            }
            List<String> shown = pages.stream().flatMap(List::stream).toList();
            assertThat(shown).as("%s %s", walk, bench.graph.seed).doesNotHaveDuplicates();
            List<String> staying = stayed.stream().map(SampleNode::id).toList();
            List<String> whole = ids(answer(walk, wholeOf(walk.document()), walk.variables()));
            assertThat(shown.stream().filter(staying::contains).toList())
                    .as("%s %s", walk, bench.graph.seed)
                    .isEqualTo(whole.stream().filter(staying::contains).toList());
        }
    }

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void bestMatchesCanBePagedThrough(@ForAll long seed) {
        for (int time = 0; time < CompiledReadsIT.TIMES; time++) {
            Random random = new Random(seed + time);
            bench.load(new SampleGraph(random.nextLong()));
            String word = List.of("甲乙", "丙", "丙丁", "丁 乙丙").get(random.nextInt(4));
            String list = "makers(search: \"" + word + "\", %s) {edges {node {id}} pageInfo {%s}}";
            Map<String, Object> variables = new HashMap<>(Map.of("size", 1 + random.nextInt(2)));
            List<String> whole = ids(found("{list: " + list.formatted("first: 100", "hasNextPage") + "}", variables));
            String sorted = "{list: " + list.formatted("first: 100, orderBy: [{id: ASC}]", "hasNextPage") + "}";
            assertThat(whole).as(word).containsExactlyInAnyOrderElementsOf(ids(found(sorted, variables)));
            assertThat(searched("$size: Int, $cursor: String", list, "first: $size, after: $cursor", variables))
                    .as("%s %s", word, bench.graph.seed)
                    .isEqualTo(whole);
        }
    }

    private static Map<String, Object> withoutOwner(Walk walk) {
        Map<String, Object> result = new HashMap<>(walk.variables());
        result.remove("owner");
        result.put("orderBy", List.of(Map.of("price", "DESC"), Map.of("madeOn", "ASC")));
        return result;
    }

    private void change(Random random, List<SampleNode> stayed) {
        List<SampleNode> things = bench.graph.of("Thing");
        if (random.nextBoolean() && things.size() > 3) {
            SampleNode gone = things.get(random.nextInt(things.size()));
            bench.graph.remove(gone);
            stayed.remove(gone);
            bench.writer.remove(gone);
        }
        int before = bench.graph.edges.size();
        SampleNode come = bench.graph.add("Thing");
        bench.graph.attach(come);
        bench.writer.add(bench.graph, List.of(come), bench.graph.edges.subList(before, bench.graph.edges.size()));
    }

    private Walk walk(Random random) {
        RandomInput input = new RandomInput(bench.schema.map(), bench.graph, Viewer.PUBLIC, random);
        boolean forward = random.nextBoolean();
        Map<String, Object> variables = new HashMap<>();
        variables.put("size", 1 + random.nextInt(4));
        String list = input.one(List.of("things", "makers", "named", "parts", "ofMaker", "ofPlace"));
        String type = Map.of(
                        "things", "Thing", "makers", "Maker", "named", "Named", "parts", "Part", "ofMaker", "Thing")
                .getOrDefault(list, "Named");
        variables.put("orderBy", RandomArguments.plain(input.orders(type)));
        String document = rooted(list, forward);
        if (list.startsWith("of")) {
            String ownerType = list.equals("ofMaker") ? "Maker" : "Place";
            variables.put("owner", input.id(ownerType));
            document = ("query W($size: Int, $cursor: String, $orderBy: [%sOrder!], $owner: ID!) {node(id: $owner) {"
                            + "... on %s {list: %s(orderBy: $orderBy, %s) {%s}}}}")
                    .formatted(type, ownerType, list.equals("ofMaker") ? "things" : "visitors", paging(forward), ROWS);
        }
        return new Walk(list, forward, document, variables);
    }

    private static final String ROWS = "edges {cursor node {__typename ... on Node {id}}} "
            + "pageInfo {hasNextPage hasPreviousPage startCursor endCursor} totalCount";

    private static String rooted(String list, boolean forward) {
        String type = list.equals("parts")
                ? "Part"
                : list.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                        + list.substring(1).replaceFirst("s$", "");
        return "query W($size: Int, $cursor: String, $orderBy: [%sOrder!]) {list: %s(orderBy: $orderBy, %s) {%s}}"
                .formatted(type, list, paging(forward), ROWS);
    }

    private static String paging(boolean forward) {
        return forward ? "first: $size, after: $cursor" : "last: $size, before: $cursor";
    }

    private static String wholeOf(String document) {
        return document.replaceAll("(first|last): \\$size, (after|before): \\$cursor", "first: 100")
                .replace("$size: Int, $cursor: String, ", "");
    }

    /** Reads all pages; every one of them is what the evaluation in memory says. */
    private void follow(Walk walk, List<List<String>> pages, Runnable between) {
        Map<String, Object> variables = new HashMap<>(walk.variables());
        boolean more = true;
        while (more) {
            JsonNode page = answer(walk, walk.document(), variables);
            pages.add(ids(page));
            JsonNode info = page.path("pageInfo");
            more = info.path(walk.forward() ? "hasNextPage" : "hasPreviousPage").asBoolean(false);
            variables.put(
                    "cursor",
                    info.path(walk.forward() ? "endCursor" : "startCursor").asString(null));
            assertThat(pages.size()).isLessThan(200);
            between.run();
        }
    }

    private JsonNode answer(Walk walk, String document, Map<String, Object> variables) {
        SampleRequest request = new SampleRequest(document, variables, Viewer.PUBLIC);
        JsonNode data =
                bench.json.readTree(new Comparison(bench).agreed(request).data());
        return walk.variables().containsKey("owner") ? data.path("node").path("list") : data.path("list");
    }

    private List<String> searched(String declared, String list, String paging, Map<String, Object> variables) {
        List<String> result = new ArrayList<>();
        variables.remove("cursor");
        boolean more = true;
        while (more && result.size() < 200) {
            String document =
                    "query W(" + declared + ") {list: " + list.formatted(paging, "hasNextPage endCursor") + "}";
            JsonNode page = found(document, variables);
            result.addAll(ids(page));
            more = page.path("pageInfo").path("hasNextPage").asBoolean(false);
            variables.put("cursor", page.path("pageInfo").path("endCursor").asString(null));
        }
        return result;
    }

    /** What is compiled only: how well a row matches is the database's alone to say. */
    private JsonNode found(String document, Map<String, Object> variables) {
        ReadBench.Answer answer = bench.passedThrough(new SampleRequest(document, variables, Viewer.PUBLIC));
        assertThat(answer.codes()).as("%s", answer.messages()).isEmpty();
        return bench.json.readTree(answer.data()).path("list");
    }

    private static List<String> ids(JsonNode page) {
        List<String> result = new ArrayList<>();
        page.path("edges")
                .forEach(edge -> result.add(edge.path("node").path("id").asString()));
        return result;
    }
}
