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
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Random documents over random graphs: what the compiler answers, passed through or walked by graphql-java, is what a
 * plain evaluation in memory answers. {@code -Dlianshu.test.tries=20} asks twenty times as many.
 */
class CompiledReadsIT {

    static final int TIMES = Integer.getInteger("lianshu.test.tries", 1);

    static final List<Viewer> VIEWERS = List.of(
            Viewer.PUBLIC,
            new Viewer("ana", Set.of(Role.ANALYST), null, null, Locale.ENGLISH),
            new Viewer("sup", Set.of(Role.SUPERVISOR), null, null, Locale.CHINESE));

    private static final int DOCUMENTS = 6;

    private static final String AGGREGATES = """
            {
              things {
                aggregate {
                  count
                  serial {...Whole}
                  stock {...Whole}
                  volume {count sum average min max}
                  weight {...Number}
                  ratio {...Number}
                  price {...Amount}
                  cost {...Amount}
                  soldAt {count min max}
                  madeOn {count min max}
                  groups(by: [SOLD_AT_YEAR, SORT], orderBy: [{price: {average: DESC}}, {count: ASC}]) {
                    soldAtYear
                    sort {code}
                    price {...Amount}
                    volume {average}
                  }
                }
              }
              makers {
                edges {
                  node {
                    things {
                      aggregate {
                        cost {...Amount}
                        weight {...Number}
                        groups(by: [MAKER, GOOD]) {count maker {id} good price {...Amount}}
                      }
                    }
                  }
                }
              }
            }
            fragment Whole on IntAggregate {count sum average min max}
            fragment Number on FloatAggregate {count sum average min max}
            fragment Amount on MoneyAggregate {count sum average min max}
            """;

    private static final String MISSING = """
            {
              makers {edges {node {
                favourites {serial promised place {id name} tally {things {promised place {things {edges {node {promised}}}}}}}
                things {totalCount edges {share node {place {shown} maker {favourites {promised}} promised}}}
                home {visitors {edges {cursor node {... on Thing {promised place {id}} ... on Maker {favourites {promised}}}}}}
              }}}
              busiest {total things {label promised place {id}}}
              notes {edges {node {thing {promised next {promised} previous {edges {node {promised}}}}}}}
            }
            """;

    private final ReadBench bench = ReadBench.shared();

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void answersAsAnEvaluationInMemoryDoes(@ForAll long seed) {
        for (int time = 0; time < TIMES; time++) {
            Random random = new Random(seed + time);
            bench.load(new SampleGraph(random.nextLong()));
            for (int count = 0; count < DOCUMENTS; count++) {
                askAtRandom(random);
            }
        }
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void sumsMeansAndGroupsAreExactOverAnyGraph(@ForAll long seed) {
        for (int time = 0; time < TIMES; time++) {
            bench.load(new SampleGraph(seed + time));
            new Comparison(bench).agreed(new SampleRequest(AGGREGATES, Map.of(), Viewer.PUBLIC));
        }
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void everyMissingValueIsReportedAtItsPlace(@ForAll long seed) {
        for (int time = 0; time < TIMES; time++) {
            bench.load(new SampleGraph(seed + time));
            for (Viewer viewer : VIEWERS) {
                new Comparison(bench).agreed(new SampleRequest(MISSING, Map.of(), viewer));
            }
        }
    }

    private void askAtRandom(Random random) {
        Viewer viewer = VIEWERS.get(random.nextInt(VIEWERS.size()));
        RandomInput input = new RandomInput(bench.schema.map(), bench.graph, viewer, random);
        RandomDocument document = new RandomDocument(bench.clients, bench.schema.map(), input, random);
        List<String> roots = new ArrayList<>();
        List<String> possible = bench.schema.map().roots().keySet().stream()
                .filter(root -> !root.equals("audited") || viewer.roles().contains(Role.ANALYST))
                .toList();
        for (int count = random.nextInt(5) == 0 ? 2 : 1; count > 0; count--) {
            roots.add(possible.get(random.nextInt(possible.size())));
        }
        String text = document.write(roots, 8);
        for (int again = 0; again < 2; again++) {
            Map<String, Object> variables = document.variables();
            new Comparison(bench).agreed(new SampleRequest(text, variables, viewer));
            assertThat(bench.sent.take()).isEmpty();
        }
    }
}
