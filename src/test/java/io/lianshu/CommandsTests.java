package io.lianshu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class CommandsTests {

    @Test
    void everyCommandIsFoundByItsClassesName() {
        var everywhere = new ClassPathScanningCandidateComponentProvider(false);
        everywhere.addIncludeFilter(new AnnotationTypeFilter(Command.class));
        Set<String> all = new TreeSet<>();
        everywhere
                .findCandidateComponents("io.lianshu")
                .forEach(found -> all.add(String.valueOf(found.getBeanClassName())));

        Commands commands = Commands.under("io.lianshu");
        Set<String> found = new TreeSet<>();
        for (String name : commands.commandLine().getSubcommands().keySet()) {
            found.add(commands.type(name).getName());
        }
        assertThat(found).isEqualTo(all).isNotEmpty();
    }

    @Test
    void argumentsThatAreNotUnderstoodAreRefusedAndStartNothing() {
        assertThat(new Program(LianshuApplication.class)
                        .run(new String[] {"import", "--no-such-option", "--lianshu.data=/nowhere/at/all"}))
                .isEqualTo(2);
    }

    @Test
    void argumentsThatAreUnderstoodAreTakenApartBeforeAnythingStarts() {
        Commands commands = Commands.under("io.lianshu");
        CommandLine.ParseResult read = Commands.understanding(commands.type("import"))
                .parseArgs("--template", "bids", "a.csv", "b.csv", "--dry-run");
        assertThat(read.<List<Path>>matchedPositionalValue(0, List.of()))
                .containsExactly(Path.of("a.csv"), Path.of("b.csv"));
        assertThat(read.<String>matchedOptionValue("--template", "")).isEqualTo("bids");
    }

    @Test
    void aCommandThatNeedsNothingStartsNothing() {
        Program program = new Program(LianshuApplication.class);
        assertThat(program.run(new String[] {"templates", "bids", "regions"})).isZero();
        assertThat(program.run(new String[] {"templates", "no-such-table"})).isEqualTo(2);
    }
}
