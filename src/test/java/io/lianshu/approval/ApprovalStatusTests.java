package io.lianshu.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.approval.ApprovalStatus.Clock;
import io.lianshu.platform.code.CodeLists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The order of the statuses, and the page that is drawn from it. Written anew with {@code -Dlianshu.states.write=true}. */
class ApprovalStatusTests {

    private static final Path PAGE = Path.of("mobile-docs/approval-status.md");
    private static final CodeLists CODES = CodeLists.load();

    @Test
    void thereIsOneForEachCodeOfTheExchangeStandard() {
        assertThat(Arrays.stream(ApprovalStatus.values()).map(ApprovalStatus::code))
                .containsExactlyInAnyOrderElementsOf(CODES.codes("approval-status"));
    }

    @Test
    void everyStatusIsReachedFromTheFirst() {
        Set<ApprovalStatus> reached = EnumSet.of(ApprovalStatus.RECEIVED);
        Deque<ApprovalStatus> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            open.pop().next().stream().filter(reached::add).forEach(open::push);
        }
        assertThat(reached).containsExactlyInAnyOrder(ApprovalStatus.values());
    }

    @ParameterizedTest
    @EnumSource
    void anEndIsReachedFromEverywhereAndSomebodySetsEach(ApprovalStatus status) {
        Set<ApprovalStatus> reached = EnumSet.of(status);
        Deque<ApprovalStatus> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            open.pop().next().stream().filter(reached::add).forEach(open::push);
        }
        assertThat(reached).anyMatch(end -> end.next().isEmpty());
        assertThat(status.by()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aStoppedClockIsStartedOrEndedByWhatFollows(ApprovalStatus status) {
        if (status.clock() == Clock.OWNERS || status.clock() == Clock.EXCLUDED) {
            assertThat(status.next())
                    .allMatch(next -> next.clock() == Clock.RUNS
                            || next.clock() == Clock.ENDS
                            || next == ApprovalStatus.WITHDRAWAL_TO_CONFIRM);
        }
    }

    @Test
    void thePageShowsTheOrderAsItIs() throws IOException {
        String page = page();
        if (Boolean.getBoolean("lianshu.states.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String page() {
        StringBuilder text = new StringBuilder("""
                # 办件状态 · Statuses of an approval

                由测试 `ApprovalStatusTests` 从程序画出，请勿手改。`moveApproval` 只接受图中的箭头，其他得 `NOT_NEXT`；没有箭头离开的是终点，
                之后得 `APPROVAL_CLOSED`。
                Drawn from the program by the test `ApprovalStatusTests`; do not edit. `moveApproval` takes the arrows and refuses all
                else with `NOT_NEXT`; what no arrow leaves is an end, after which it says `APPROVAL_CLOSED`.

                ```mermaid
                stateDiagram-v2
                    [*] --> s1
                """);
        for (ApprovalStatus status : ApprovalStatus.values()) {
            text.append("    s%s: %s %s%n".formatted(status.code(), status.code(), label(status, false)));
        }
        for (ApprovalStatus status : ApprovalStatus.values()) {
            status.next().forEach(next -> text.append("    s%s --> s%s%n".formatted(status.code(), next.code())));
            if (status.next().isEmpty()) {
                text.append("    s%s --> [*]%n".formatted(status.code()));
            }
        }
        text.append("```\n\n| 代码 code | 状态 status | 谁 who | 时钟 clock | 之后 next |\n|---|---|---|---|---|\n");
        for (ApprovalStatus status : ApprovalStatus.values()) {
            text.append("| `%s` | %s · %s | %s | %s | %s |%n"
                    .formatted(
                            status.code(),
                            label(status, false),
                            label(status, true),
                            status.by().stream()
                                    .map(role -> "`" + role.slug() + "`")
                                    .sorted()
                                    .collect(Collectors.joining(", ")),
                            effect(status.clock()),
                            status.next().isEmpty()
                                    ? "–"
                                    : status.next().stream()
                                            .map(next -> "`" + next.code() + "`")
                                            .collect(Collectors.joining(" "))));
        }
        return text.toString();
    }

    private static String label(ApprovalStatus status, boolean english) {
        return CODES.label("approval-status", status.code(), english);
    }

    private static String effect(Clock clock) {
        return switch (clock) {
            case UNCHANGED -> "不变 unchanged";
            case RUNS -> "计时 runs";
            case OWNERS -> "停表，业主 stopped, the owner's";
            case EXCLUDED -> "停表，法定 stopped, excluded by law";
            case ENDS -> "结束 ends";
        };
    }
}
