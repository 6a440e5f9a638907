package io.lianshu.platform.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.platform.code.CodeLists;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What may be written has a label. */
class WorkKindTests {

    @Test
    void theKindsAreTheCodes() {
        assertThat(Arrays.stream(WorkKind.values()).map(Enum::name))
                .containsExactlyElementsOf(CodeLists.load().codes("work-event"));
    }
}
