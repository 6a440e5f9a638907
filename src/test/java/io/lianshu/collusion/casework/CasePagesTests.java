package io.lianshu.collusion.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.graph.CypherCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages on cases: the order of states is drawn from the program ({@code -Dlianshu.states.write=true}), every code is explained. */
class CasePagesTests {

    private static final Path STATES = Path.of("src/docs/collusion/case-states.md");
    private static final CodeLists CODES = CodeLists.load();
    private static final Pattern SAID = Pattern.compile("(?:conflict|add|names)\\(\\s*\"([A-Z]+(?:_[A-Z]+)+)\"");
    private static final Pattern EXPLAINED = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\|[^|]+\\|[^|]+\\|$");

    @Test
    void whatIsOnAPathIsNamedAlikeOnPagesAndInEvidence() {
        Pattern kinds = Pattern.compile("MATCH \\(n:(\\w+) \\{id: CASE WHEN id STARTS WITH '(\\w+)'");
        Set<String> onPages = found(kinds, CypherCatalog.statement("collusion", "signal-paths"));
        assertThat(onPages).hasSizeGreaterThan(20);
        assertThat(found(kinds, CypherCatalog.statement("collusion", "steps-of-paths")))
                .isEqualTo(onPages);
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1) + " " + match.group(2))
                .collect(Collectors.toSet());
    }

    @Test
    void thereIsAStateForEachCode() {
        assertThat(Arrays.stream(CaseStatus.values()).map(Enum::name))
                .containsExactlyElementsOf(CODES.codes("collusion-case-status"));
    }

    @Test
    void everyStateIsReachedAndOnlyClosedIsTheEnd() {
        assertThat(CaseStatus.values()).allSatisfy(status -> {
            assertThat(status.next().isEmpty()).isEqualTo(status == CaseStatus.CLOSED);
            assertThat(status == CaseStatus.SIGNAL
                            || Arrays.stream(CaseStatus.values())
                                    .anyMatch(before -> before.next().contains(status)))
                    .isTrue();
        });
    }

    @Test
    void thePageShowsTheOrderAsItIs() throws IOException {
        StringBuilder page = new StringBuilder("""
                # 案件的状态 · States of a case

                由测试 `CasePagesTests` 从程序画出，请勿手改。标 ✎ 的由两人决定。
                Drawn from the program by the test `CasePagesTests`; do not edit. Steps that two people decide are marked ✎.

                ```mermaid
                stateDiagram-v2
                """);
        for (CaseStatus status : CaseStatus.values()) {
            page.append("    %s: %s %s%n"
                    .formatted(status, CODES.label("collusion-case-status", status.name(), false), status));
        }
        for (CaseStatus status : CaseStatus.values()) {
            status.next()
                    .forEach(after ->
                            page.append("    %s --> %s%s%n".formatted(status, after, after.isDecided() ? ": ✎" : "")));
        }
        page.append("```\n");
        if (Boolean.getBoolean("lianshu.states.write")) {
            Files.writeString(STATES, page.toString());
        }
        assertThat(Files.readString(STATES)).isEqualTo(page.toString());
    }

    @Test
    void thePageExplainsEveryCode() throws IOException {
        Set<String> said = new TreeSet<>(Set.of("BAD_VALUE", "NOT_FOUND"));
        try (Stream<Path> files = Files.list(Path.of("src/main/java/io/lianshu/collusion/casework"))) {
            for (Path file : files.toList()) {
                SAID.matcher(Files.readString(file)).results().forEach(match -> said.add(match.group(1)));
            }
        }
        Set<String> explained = new TreeSet<>();
        EXPLAINED
                .matcher(Files.readString(Path.of("src/docs/collusion/cases.md")))
                .results()
                .forEach(match -> explained.add(match.group(1)));
        assertThat(explained).isEqualTo(said);
    }
}
