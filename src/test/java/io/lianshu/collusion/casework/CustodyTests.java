package io.lianshu.collusion.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text that a link of custody is hashed over, as the guide to cases describes it to those who check it elsewhere. */
class CustodyTests {

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:30:00.123+08:00, 2026-03-02T01:30:00.123Z",
        "2026-03-02T09:30:00.970+08:00, 2026-03-02T01:30:00.970Z",
        "2026-03-02T09:30:00.000+08:00, 2026-03-02T01:30:00.000Z",
        "2026-03-02T09:30+08:00, 2026-03-02T01:30:00.000Z"
    })
    void aMomentHasThreeDigitsAfterTheSecondWhateverTheyAre(String at, String written) {
        assertThat(Custody.link(2, "HANDED_OVER", ZonedDateTime.parse(at), "usr_x", null, "aa", "bb"))
                .isEqualTo(Custody.sha256("2\nHANDED_OVER\n" + written + "\nusr_x\n\naa\nbb"));
    }
}
