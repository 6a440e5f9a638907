package io.lianshu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
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
}
