package io.lianshu.exchange.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lianshu.exchange.TestImports;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTests {

    private static final Vocabulary VOCABULARY = TestImports.vocabulary();

    private static List<String> refused(String yaml, String... header) {
        MappingRefused refusal = catchThrowableOfType(
                MappingRefused.class,
                () -> ImportPlan.read("m.yaml", yaml, VOCABULARY).bind("f.csv", List.of(header), new Counters()));
        assertThat(refusal).as("refused").isNotNull();
        assertThat(refusal.problems())
                .allMatch(problem -> problem.line() > 0)
                .allMatch(problem -> !problem.chinese().isEmpty());
        return refusal.problems().stream().map(problem -> problem.message(true)).toList();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceByLineWithTheNearestRightNames() {
        List<String> problems = refused("""
                nodes:
                  a:
                    type: Compny
                  b:
                    type: Lot
                    fields:
                      bidSectionCode: code
                      round: {constant: one}
                      controlPrize: price
                      category: {column: kind, map: {"1": WORK}}
                      bids: x
                      phase: y
                    links:
                      tendr: a
                """);
        assertThat(problems).hasSize(7);
        assertThat(problems.get(0)).startsWith("line 3, nodes.a.type:").contains("Company");
        assertThat(problems.get(1)).startsWith("line 8, nodes.b.fields.round:");
        assertThat(problems.get(2)).startsWith("line 9,").contains("controlPrice");
        assertThat(problems.get(3)).contains("category.map.1").contains("WORKS");
        assertThat(problems.get(4)).contains("write it under links");
        assertThat(problems.get(5)).contains("computed");
        assertThat(problems.get(6)).contains("tender");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nodes: {c: {type: Company, fields: {name: n}}}|natural key cannot be built",
                "nodes: {c: {type: Company, fields: {uscc: n, uscc: m}}}|given twice",
                "nodes: {c: {type: Company, filds: {uscc: n}}}|use one of: fields",
                "nodes: {c: {type: Company, lookup: true, fields: {uscc: n, name: m}}}|only its key",
                "nodes: {c: {type: Company, fields: {uscc: n, name: {column: m, factor: 2}}}}|are for numbers",
                "nodes: {c: {type: Company, fields: {uscc: n, name: {column: m, clear: true}}}}|cannot be cleared",
                "nodes: {c: {type: Company, fields: {uscc: n, registeredOn: {column: d, format: QQQQQQQ}}}}|no date pattern",
                "nodes: {c: {type: Company, fields: {uscc: {template: fixed}}}}|names no {column}",
                "nodes: {c: {type: Company, fields: {uscc: {column: a, constant: b}}}}|exactly one of",
                "nodes: {c: {type: Company, fields: {uscc: n}, links: {region: nowhere}}}|no node named",
                "nodes: {c: {type: Company, fields: {uscc: n}, links: {region: c}}}|points to [Region]",
                "nodes: {c: [1|not YAML",
                "file: {encoding: LATIN-99}|no encoding",
                "nodes: {}|at least one node",
            })
    void aMappingThatCannotWorkIsRefusedWithTheReason(String yaml, String reason) {
        assertThat(refused(yaml)).anyMatch(problem -> problem.contains(reason), reason);
    }

    @Test
    void columnsThatTheFileLacksOrHasTwiceAreRefusedBeforeTheFirstRow() {
        String yaml = "nodes: {c: {type: Company, fields: {uscc: code, name: title}}}";
        assertThat(refused(yaml, "coda", "title", "title"))
                .anyMatch(problem -> problem.contains("no column \"code\"; use one of: coda"))
                .anyMatch(problem -> problem.contains("\"title\" stands twice in line 1"));
    }

    @Test
    void theNearestNameComesFirst() {
        assertThat(Nearest.names("naem", List.of("name", "nature", "uscc"))).startsWith("name");
    }
}
