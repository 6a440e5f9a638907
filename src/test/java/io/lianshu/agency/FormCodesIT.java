package io.lianshu.agency;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.platform.code.CodeLists;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The choices of a phone's forms, all in one request. */
class FormCodesIT extends AgencyHub {

    @Test
    void theListsComeInTheOrderAskedForAndTheirCodesInTheirOwn() throws Exception {
        JsonNode lists = read(
                        "agent",
                        "{ codeLists(names: [\"difficulty-kind\", \"assistance-mode\"]) { name codes { code label } } }")
                .path("codeLists");
        assertThat(lists.valueStream().map(list -> list.path("name").asString()))
                .containsExactly("difficulty-kind", "assistance-mode");
        assertThat(lists.at("/0/codes")
                        .valueStream()
                        .map(code -> code.path("code").asString()))
                .containsExactlyElementsOf(CodeLists.load().codes("difficulty-kind"));
        assertThat(lists.at("/1/codes/2/code").asString()).isEqualTo("DOORSTEP");
        assertThat(lists.at("/1/codes/2/label").asString())
                .isEqualTo(CodeLists.load().label("assistance-mode", "DOORSTEP", false));
    }

    @Test
    void aListThatIsNotThereIsRefusedByName() throws Exception {
        for (List<String> names : List.of(
                List.of("no-such-list"),
                List.<String>of(),
                List.of("visit-channel", "visit-channel"),
                Collections.nCopies(31, "visit-channel"))) {
            String asked = String.join("\", \"", names);
            JsonNode refused = refusedRead(
                    "agent", "{ codeLists(names: [" + (names.isEmpty() ? "" : "\"" + asked + "\"") + "]) { name } }");
            assertThat(refused.at("/extensions/code").asString()).isEqualTo("BAD_ARGUMENT");
            assertThat(refused.at("/extensions/field").asString()).isEqualTo("names");
        }
    }
}
