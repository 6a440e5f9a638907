package io.lianshu.agency;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.platform.code.CodeLists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The order of the states of agreements and difficulties, and the page that is drawn from it ({@code -Dlianshu.states.write=true}). */
class AgencyStatesTests {

    private static final Path PAGE = Path.of("mobile-docs/agency-states.md");
    private static final CodeLists CODES = CodeLists.load();

    @Test
    void thereIsOneForEachCode() {
        assertThat(Arrays.stream(AgencyState.values()).map(Enum::name))
                .containsExactlyElementsOf(CODES.codes("agency-state"));
        assertThat(Arrays.stream(DifficultyStatus.values()).map(Enum::name))
                .containsExactlyElementsOf(CODES.codes("difficulty-status"));
    }

    @Test
    void everyRoleHasADutyAndEveryDutyARole() {
        assertThat(CODES.codes("agency-duty"))
                .allSatisfy(duty -> assertThat(CODES.under("agency-role", duty)).isNotEmpty());
        assertThat(CODES.codes("agency-duty").stream().flatMap(duty -> CODES.under("agency-role", duty).stream()))
                .containsExactlyInAnyOrderElementsOf(CODES.codes("agency-role"));
    }

    @Test
    void thePageShowsTheOrderAsItIs() throws IOException {
        String page = """
                # 代办协议与困难的状态 · States of agreements and difficulties

                由测试 `AgencyStatesTests` 从程序画出，请勿手改。箭头之外的得 `NOT_NEXT`。
                Drawn from the program by the test `AgencyStatesTests`; do not edit. What no arrow allows gets `NOT_NEXT`.

                ## 代办协议 · Agreements

                """ + diagram("agency-state", AgencyState.values(), AgencyState::next) + """

                ## 困难 · Difficulties

                """
                + diagram("difficulty-status", DifficultyStatus.values(), DifficultyStatus::next);
        if (Boolean.getBoolean("lianshu.states.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static <S extends Enum<S>> String diagram(
            String list, S[] states, Function<S, ? extends Collection<S>> next) {
        StringBuilder text = new StringBuilder("```mermaid\nstateDiagram-v2\n");
        for (S state : states) {
            text.append("    %s: %s %s%n".formatted(state, CODES.label(list, state.name(), false), state));
        }
        for (S state : states) {
            next.apply(state).forEach(after -> text.append("    %s --> %s%n".formatted(state, after)));
        }
        return text.append("```\n").toString();
    }
}
