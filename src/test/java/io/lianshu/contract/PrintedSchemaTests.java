package io.lianshu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The schema that clients see is committed, so that a change shows its difference. With
 * {@code -Dlianshu.schema.print=true} it is written anew.
 */
class PrintedSchemaTests {

    private static final Path PRINTED = Sdl.REPOSITORY.resolve("api/schema.graphql");
    private static final String COMMAND = "mvn test -Dtest=PrintedSchemaTests -Dlianshu.schema.print=true";

    @Test
    void theCommittedSchemaIsTheDerivedOne() throws IOException {
        if (Boolean.getBoolean("lianshu.schema.print")) {
            Files.createDirectories(PRINTED.getParent());
            Files.writeString(PRINTED, Sdl.printed());
        }
        assertThat(isCurrent(Files.exists(PRINTED) ? Files.readString(PRINTED) : ""))
                .as(
                        "api/schema.graphql is not what the SDL says; run %s to print it, and say in api/CHANGELOG.md what"
                                + " changed for clients",
                        COMMAND)
                .isTrue();
    }

    @Test
    void aSchemaOfYesterdayIsSeen() {
        assertThat(isCurrent(Sdl.printed() + "\"Gone (已删除).\"\nscalar Gone\n")).isFalse();
    }

    @Test
    void clientsSeeNoneOfTheServersDirectives() {
        assertThat(Sdl.printed())
                .doesNotContain("@node", "@cypher", "@relationship", "@visible", "@sealed", "@command", "@computed");
    }

    private static boolean isCurrent(String committed) {
        return committed.equals(Sdl.printed());
    }
}
