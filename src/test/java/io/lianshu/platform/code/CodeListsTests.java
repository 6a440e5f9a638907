package io.lianshu.platform.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import org.junit.jupiter.api.Test;

class CodeListsTests {

    private final CodeLists lists = list("code,zh,en\nB,招标,Tender\nA,\"拍卖,挂牌\",Auction\n");

    @Test
    void codesKeepTheOrderOfTheFile() {
        assertThat(lists.codes("trade")).containsExactly("B", "A");
        assertThat(lists.names()).containsExactly("trade");
    }

    @Test
    void aLabelSpeaksBothLanguages() {
        assertThat(lists.label("trade", "A", false)).isEqualTo("拍卖,挂牌");
        assertThat(lists.label("trade", "A", true)).isEqualTo("Auction");
    }

    @Test
    void anUnknownCodeIsItsOwnLabel() {
        assertThat(lists.label("trade", "C", true)).isEqualTo("C");
        assertThat(lists.label("nothing", "C", true)).isEqualTo("C");
        assertThat(lists.contains("trade", "C")).isFalse();
        assertThat(lists.contains("nothing", "C")).isFalse();
        assertThat(lists.contains("trade", "A")).isTrue();
    }

    @Test
    void askingForTheCodesOfNoListFails() {
        assertThatThrownBy(() -> lists.codes("nothing")).hasMessageContaining("nothing");
    }

    @Test
    void aBadFileSaysWhereItIsBad() {
        assertThatThrownBy(() -> list("code,zh\nA,招标\n")).hasMessageContaining("columns");
        assertThatThrownBy(() -> list("code,zh,en\nA,招标,Tender\nA,拍卖,Auction\n"))
                .hasMessageContaining("line 3: the code A stands twice");
        assertThatThrownBy(() -> list("code,zh,en\nA,,Tender\n")).hasMessageContaining("line 2: an empty cell");
    }

    @Test
    void theListsOfTheClassPathLoad() {
        assertThat(CodeLists.load().codes("bid-handler-role")).isNotEmpty();
    }

    private static CodeLists list(String text) {
        return CodeLists.of("trade", new StringReader(text));
    }
}
