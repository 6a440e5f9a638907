package io.lianshu.trading;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Directive;
import graphql.language.EnumValue;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.parser.Parser;
import io.lianshu.platform.code.CodeLists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The order of a lot's states, who may do what about it, and the page that is drawn from both ({@code -Dlianshu.states.write=true}). */
class TradingStatesTests {

    private static final Path PAGE = Path.of("mobile-docs/trading-states.md");
    private static final Path SDL = Path.of("schema/graphql");
    private static final Pattern CHINESE_NAME = Pattern.compile("\\(([^()]*\\p{IsHan}[^()]*)\\)\\s*$");
    private static final CodeLists CODES = CodeLists.load();

    /** The columns, each with the roles that stand for it. */
    private enum Side {
        ADMINISTRATION("交易管理", "TRADING_ADMINISTRATION"),
        CENTRE("交易中心与交易站", "TRADING_CENTRE", "TOWN_TRADER"),
        SUPERVISION("监督", "SUPERVISOR"),
        SUPPLIER("供应商", "SUPPLIER");

        private final String chinese;
        private final List<String> roles;

        Side(String chinese, String... roles) {
            this.chinese = chinese;
            this.roles = List.of(roles);
        }
    }

    private record Step(String name, String chinese, List<String> roles) {}

    @Test
    void thereIsOneForEachCode() {
        assertThat(Arrays.stream(LotStatus.values()).map(Enum::name))
                .containsExactlyElementsOf(CODES.codes("lot-status"));
    }

    @Test
    void nobodyRunsATradeAndDecidesOnIt() throws IOException {
        assertThat(steps()).hasSizeGreaterThan(20).allSatisfy(step -> {
            assertThat(step.roles()).as(step.name()).isNotEmpty();
            long offices = Stream.of(Side.ADMINISTRATION, Side.CENTRE, Side.SUPERVISION)
                    .filter(side -> side.roles.stream().anyMatch(step.roles()::contains))
                    .count();
            assertThat(offices).as(step.name()).isLessThanOrEqualTo(1);
        });
    }

    @Test
    void thePageShowsTheOrderAsItIs() throws IOException {
        String page = """
                # 标段的状态与三方边界 · States of a lot, and who may do what

                由测试 `TradingStatesTests` 从程序画出，请勿手改。箭头之外的得 `NOT_NEXT`，表中没有的角色得 `NOT_ALLOWED`。
                Drawn from the program by the test `TradingStatesTests`; do not edit. What no arrow allows gets `NOT_NEXT`, a role that
                the table does not name gets `NOT_ALLOWED`.

                ## 标段 · Lots

                """ + diagram() + """

                ## 谁可以做什么 · Who may do what

                """ + table();
        if (Boolean.getBoolean("lianshu.states.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String diagram() {
        StringBuilder text = new StringBuilder("```mermaid\nstateDiagram-v2\n");
        for (LotStatus status : LotStatus.values()) {
            text.append("    %s: %s %s%n".formatted(status, CODES.label("lot-status", status.name(), false), status));
        }
        for (LotStatus status : LotStatus.values()) {
            status.next().forEach(after -> text.append("    %s --> %s%n".formatted(status, after)));
        }
        return text.append("```\n").toString();
    }

    private static String table() throws IOException {
        StringBuilder text = new StringBuilder("| 操作 · Mutation | ");
        text.append(Arrays.stream(Side.values())
                        .map(side -> side.chinese + " · " + String.join(", ", side.roles))
                        .collect(Collectors.joining(" | ")))
                .append(" | 其他 · Others |\n|---")
                .append("|---".repeat(Side.values().length))
                .append("|---|\n");
        for (Step step : steps()) {
            text.append("| `%s` %s |".formatted(step.name(), step.chinese()));
            List<String> others = new ArrayList<>(step.roles());
            for (Side side : Side.values()) {
                List<String> its =
                        side.roles.stream().filter(step.roles()::contains).toList();
                others.removeAll(its);
                text.append(its.isEmpty() ? "  |" : its.size() == side.roles.size() ? " ✓ |" : " " + its + " |");
            }
            text.append(" ").append(String.join(", ", others)).append(" |\n");
        }
        return text.toString();
    }

    /** Every mutation of the room, in the order of the files and of their fields. */
    private static List<Step> steps() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(SDL)) {
            files = found.filter(file -> file.getFileName().toString().startsWith("trading-"))
                    .sorted()
                    .toList();
        }
        List<Step> steps = new ArrayList<>();
        for (Path file : files) {
            Parser.parse(Files.readString(file)).getDefinitionsOfType(ObjectTypeExtensionDefinition.class).stream()
                    .filter(type -> type.getName().equals("Mutation"))
                    .flatMap(type -> type.getFieldDefinitions().stream())
                    .map(TradingStatesTests::step)
                    .forEach(steps::add);
        }
        return steps;
    }

    private static Step step(FieldDefinition field) {
        Matcher name = CHINESE_NAME.matcher(field.getDescription().getContent());
        assertThat(name.find()).as(field.getName()).isTrue();
        Argument by = field.getDirectives("command").stream()
                .map((Directive command) -> command.getArgument("by"))
                .findFirst()
                .orElseThrow();
        List<String> roles = ((ArrayValue) by.getValue())
                .getValues().stream()
                        .map(value -> ((EnumValue) value).getName())
                        .toList();
        return new Step(field.getName(), name.group(1), roles);
    }
}
