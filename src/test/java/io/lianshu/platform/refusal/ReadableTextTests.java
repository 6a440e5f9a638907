package io.lianshu.platform.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadableTextTests {

    @ParameterizedTest
    @ValueSource(strings = {"甲\u0000乙", "甲\u007f", "甲\u0085", "\u202e乙", "\u2066乙", "甲\ud800", "\udc00甲"})
    void whatNobodySeesOrIsHalfIsNamedHoweverDeepItStands(String text) {
        assertThat(ReadableText.isReadable(text)).isFalse();
        Refusal refusal = Objects.requireNonNull(ReadableText.refusal(
                Map.of("visits", List.of(Map.of("progress", "好"), Map.of("notes", List.of(text))))));
        assertThat(refusal.code()).isEqualTo("BAD_VALUE");
        assertThat(refusal.field()).isEqualTo("visits[1].notes[0]");
        assertThat(ReadableText.refusal(Map.of("title", text))).isNotNull();
    }

    @Test
    void tabsLineEndsAndWholePairsAreFine() {
        assertThat(ReadableText.isReadable("甲\t乙\r\n\uD83D\uDE00é")).isTrue();
        assertThat(ReadableText.refusal(Map.of("title", "甲", "severity", 3, "photos", List.of())))
                .isNull();
    }
}
