package io.lianshu.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Ids of keys are of base64url: they may begin with a hyphen. */
class KeysCommandTests {

    @ParameterizedTest
    @ValueSource(strings = {"-hAb_x12", "-Vb3-x12", "--rotate", "Ab3_x-12"})
    void anIdIsTakenWhateverItLooksLike(String id) {
        for (String[] words : new String[][] {{"--drop", id}, {"--drop=" + id}}) {
            CommandLine line = new CommandLine(new KeysCommand(null, null, null));
            var parsed = line.parseArgs(words);
            assertThat(parsed.isUsageHelpRequested()).isFalse();
            assertThat(line.getCommandSpec().findOption("--drop").<String>getValue())
                    .isEqualTo(id);
            assertThat(parsed.hasMatchedOption("--rotate")).isFalse();
        }
    }
}
