package io.lianshu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.platform.code.CodeLists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sample for phones sends the shipped documents and codes, and no copies that grow old ({@code -Dlianshu.miniprogram.write=true}). */
class MiniProgramTests {

    private static final Path SAMPLE = Sdl.REPOSITORY.resolve("mobile-docs/miniprogram");
    private static final Path DOCUMENTS = SAMPLE.resolve("utils/operations.js");
    private static final List<String> OPERATIONS = List.of("MyDay", "ProjectCard", "RecordVisits", "AcceptMessages");

    @Test
    void itsDocumentsAreThoseOfTheAgent() throws IOException {
        StringBuilder text = new StringBuilder(
                "/** The documents of api/operations/agent, written here by the test MiniProgramTests; do not edit. */\n");
        for (String name : OPERATIONS) {
            String document = Sdl.read(Sdl.REPOSITORY.resolve("api/operations/agent/" + name + ".graphql"));
            assertThat(document).doesNotContain("`", "${", "\\");
            text.append("\nexports.")
                    .append(name)
                    .append(" = `\n")
                    .append(document.strip())
                    .append("\n`\n");
        }
        if (Boolean.getBoolean("lianshu.miniprogram.write")) {
            Files.writeString(DOCUMENTS, text);
        }
        assertThat(Sdl.read(DOCUMENTS)).isEqualTo(text.toString());
    }

    @Test
    void itOffersEveryWayOfVisiting() {
        CodeLists codes = CodeLists.load();
        String page = Sdl.read(SAMPLE.resolve("pages/visit/visit.js"));
        assertThat(page.lines().filter(line -> line.contains("{ code: '")).map(String::strip))
                .hasSameSizeAs(codes.codes("visit-channel"))
                .allSatisfy(line -> assertThat(codes.codes("visit-channel"))
                        .anyMatch(code -> line.startsWith("{ code: '" + code + "', label: '")));
    }
}
