package io.lianshu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of the law that installations import are those that the sample district goes by. */
class RuleFileTests {

    @Test
    void theTableOfTheDocumentationHasTheSamplesRulesOfTheLaw() throws IOException {
        Table rules = new RuleSample().tables().get(0);
        int policy = rules.header().indexOf("policy");
        List<String> law = rules.rows().stream()
                .filter(row -> row.get(policy).isEmpty())
                .map(row ->
                        String.join(",", row.stream().map(RuleFileTests::quoted).toList()))
                .toList();
        List<String> file = Files.readAllLines(Path.of("src/docs/trading/rules.csv"));
        assertThat(file.get(0)).isEqualTo(String.join(",", rules.header()));
        assertThat(file.subList(1, file.size())).isEqualTo(law).hasSizeGreaterThan(15);
    }

    private static String quoted(String cell) {
        return cell.contains(",") ? '"' + cell + '"' : cell;
    }
}
