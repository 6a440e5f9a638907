package io.lianshu.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.TestEngine;
import io.lianshu.platform.graph.CypherCatalog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Value;

/** The two statements against a naive walk over the same random graph, with a rule that hides some of its nodes. */
class ExploreStatementsIT {

    private static final List<String> TYPES = List.of("KNOWS", "OWES");
    private static final List<String> LABELS = List.of("Thing", "Place", "Hub");
    private static final List<String> PASSED = List.of("Thing", "Place");

    private record Spot(String id, String label, boolean hidden) {}

    private record Line(String from, String type, String to) {}

    private final List<Spot> spots = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    @AfterAll
    static void wipe() {
        TestEngine.wipe();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void the_paths_are_those_that_a_naive_walk_finds(int seed) {
        build(seed);
        for (int to = 1; to < 6; to++) {
            for (int maxLength : new int[] {1, 3, 6}) {
                List<List<String>> all = new ArrayList<>();
                walk(List.of(spots.get(0).id()), spots.get(to).id(), maxLength, all::add);
                List<Value> found = paths(spots.get(0).id(), spots.get(to).id(), maxLength, 10);
                assertThat(found.stream().map(path -> path.get("length").asInt()))
                        .isEqualTo(all.stream()
                                .map(path -> path.size() - 1)
                                .sorted()
                                .limit(10)
                                .toList());
                assertThat(new HashSet<>(all))
                        .containsAll(
                                found.stream().map(ExploreStatementsIT::ids).toList());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void the_neighbourhood_is_what_a_naive_walk_finds_and_says_exactly_when_it_is_cut(int seed) {
        build(seed);
        for (int depth = 1; depth <= 3; depth++) {
            Set<String> all = around(spots.get(0).id(), depth);
            for (int limit : new int[] {1, 3, all.size() - 1, all.size(), all.size() + 1}) {
                if (limit < 1) {
                    continue;
                }
                Value value = neighbourhood(spots.get(0).id(), depth, limit);
                List<String> ids = ids(value);
                assertThat(ids).hasSize(Math.min(limit, all.size())).doesNotHaveDuplicates();
                assertThat(all).containsAll(ids);
                assertThat(value.get("truncated").asBoolean()).isEqualTo(limit < all.size());
                assertThat(value.get("edges")
                                .asList(edge -> new Line(
                                        edge.get("from").asString(),
                                        edge.get("type").asString(),
                                        edge.get("to").asString())))
                        .containsExactlyInAnyOrderElementsOf(lines.stream()
                                .filter(line -> ids.contains(line.from()) && ids.contains(line.to()))
                                .toList());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void hidden_nodes_change_nothing(int seed) {
        build(seed);
        List<List<String>> before = answers();
        Random random = new Random(seed);
        List<Spot> more = new ArrayList<>();
        List<Line> ties = new ArrayList<>();
        for (int index = 0; index < 20; index++) {
            more.add(new Spot("h" + index, "Thing", true));
            for (Spot spot : List.of(spots.get(0), spots.get(random.nextInt(spots.size())), spots.get(1))) {
                ties.add(new Line("h" + index, "KNOWS", spot.id()));
            }
        }
        store(more, ties);
        assertThat(answers()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void the_answer_does_not_depend_on_the_order_in_which_the_graph_was_written(int seed) {
        build(seed);
        List<List<String>> before = answers();
        TestEngine.wipe();
        store(reversed(spots), reversed(lines));
        assertThat(answers()).isEqualTo(before);
    }

    private List<List<String>> answers() {
        List<List<String>> answers = new ArrayList<>();
        for (int to = 1; to < 6; to++) {
            paths(spots.get(0).id(), spots.get(to).id(), 5, 4).forEach(path -> answers.add(ids(path)));
        }
        for (int limit : new int[] {4, 8, 300}) {
            Value value = neighbourhood(spots.get(0).id(), 2, limit);
            answers.add(ids(value));
            answers.add(List.of(value.get("truncated").toString()));
        }
        return answers;
    }

    private void build(int seed) {
        TestEngine.wipe();
        Random random = new Random(seed);
        for (int index = 0; index < 14; index++) {
            spots.add(new Spot(
                    "n" + index,
                    index < 6 ? PASSED.get(index % 2) : LABELS.get(random.nextInt(3)),
                    index >= 6 && random.nextInt(4) == 0));
        }
        Set<Line> drawn = new HashSet<>();
        while (drawn.size() < 26) {
            int from = random.nextInt(14);
            int to = random.nextInt(14);
            if (from != to) {
                drawn.add(new Line("n" + from, TYPES.get(random.nextInt(2)), "n" + to));
            }
        }
        lines.addAll(drawn.stream()
                .sorted(Comparator.comparing(Line::from).thenComparing(Line::to).thenComparing(Line::type))
                .toList());
        store(spots, lines);
    }

    private static void store(List<Spot> spots, List<Line> lines) {
        for (Spot spot : spots) {
            query(
                    "CREATE (n:$($label)) SET n.id = $id, n.hidden = $hidden",
                    Map.of("label", spot.label(), "id", spot.id(), "hidden", spot.hidden()));
        }
        for (Line line : lines) {
            query(
                    "MATCH (a {id: $from}), (b {id: $to}) CREATE (a)-[:$($type)]->(b)",
                    Map.of("from", line.from(), "type", line.type(), "to", line.to()));
        }
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> result = new ArrayList<>(list);
        java.util.Collections.reverse(result);
        return result;
    }

    private void walk(List<String> path, String to, int maxLength, Consumer<List<String>> found) {
        String last = path.get(path.size() - 1);
        if (last.equals(to)) {
            found.accept(path);
            return;
        }
        if (path.size() > maxLength) {
            return;
        }
        for (Line line : lines) {
            String next = line.from().equals(last) ? line.to() : line.to().equals(last) ? line.from() : null;
            if (next != null && !path.contains(next) && isSeen(next) && (next.equals(to) || isPassed(next))) {
                List<String> longer = new ArrayList<>(path);
                longer.add(next);
                walk(longer, to, maxLength, found);
            }
        }
    }

    private Set<String> around(String id, int depth) {
        Set<String> seen = new TreeSet<>(Set.of(id));
        Set<String> frontier = Set.of(id);
        for (int layer = 0; layer < depth; layer++) {
            Set<String> next = new TreeSet<>();
            for (String at : frontier) {
                for (Line line : lines) {
                    String other =
                            line.from().equals(at) ? line.to() : line.to().equals(at) ? line.from() : null;
                    if (other != null && isSeen(other) && !seen.contains(other) && (at.equals(id) || isPassed(at))) {
                        next.add(other);
                    }
                }
            }
            seen.addAll(next);
            frontier = next;
        }
        return seen;
    }

    private boolean isSeen(String id) {
        return spots.stream().noneMatch(spot -> spot.id().equals(id) && spot.hidden());
    }

    private boolean isPassed(String id) {
        return spots.stream().anyMatch(spot -> spot.id().equals(id) && PASSED.contains(spot.label()));
    }

    private static List<Value> paths(String from, String to, int maxLength, int first) {
        Map<String, Object> parameters = parameters();
        parameters.putAll(Map.of("from", from, "to", to, "maxLength", maxLength, "first", first));
        return query("MATCH (from {id: $from}) MATCH (to {id: $to}) WITH from, to\n" + statement("paths"), parameters);
    }

    private static Value neighbourhood(String id, int depth, int limit) {
        Map<String, Object> parameters = parameters();
        parameters.putAll(Map.of("id", id, "depth", depth, "limit", limit, "mostEdges", 3000));
        return query("MATCH (id {id: $id}) WITH id\n" + statement("neighbourhood"), parameters)
                .get(0);
    }

    private static Map<String, Object> parameters() {
        return new HashMap<>(
                Map.of("followed", TYPES, "entered", LABELS, "passed", PASSED, "shown", Map.of(), "titles", Map.of()));
    }

    private static String statement(String name) {
        return CypherCatalog.statement("explore", name)
                .replaceAll("/\\* and visible\\((\\w+)\\) \\*/", "AND (NOT $1.hidden)");
    }

    private static List<String> ids(Value value) {
        return value.get("nodes").asList(node -> node.get("id").asString());
    }

    private static List<Value> query(String text, Map<String, Object> parameters) {
        return TestEngine.driver().executableQuery(text).withParameters(parameters).execute().records().stream()
                .filter(row -> row.containsKey("value"))
                .map(row -> row.get("value"))
                .toList();
    }
}
