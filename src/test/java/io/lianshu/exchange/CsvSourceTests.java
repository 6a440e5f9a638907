package io.lianshu.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lianshu.platform.refusal.Refusal;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvSourceTests {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @TempDir
    private Path folder;

    private List<String> read(byte[] bytes, Charset charset) throws IOException {
        Path file = Files.write(folder.resolve("test.csv"), bytes);
        return RowsRead.of(CsvSource.of(file, charset, ','));
    }

    private List<String> read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8), null);
    }

    @Test
    void cellsMayHoldDelimitersQuotesAndLineEnds() throws IOException {
        assertThat(read("a,b\r\n\"x,1\",\"say \"\"hi\"\"\"\r\n\"two\nlines\",y\r\nz,w"))
                .containsExactly("[a, b]", "2 [x,1, say \"hi\"]", "3 [two\nlines, y]", "5 [z, w]");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() throws IOException {
        assertThat(read("\ufeff名称,价\n甲,1")).containsExactly("[名称, 价]", "2 [甲, 1]");
        assertThat(read("名称,价\n甲,1".getBytes(StandardCharsets.UTF_16), null)).containsExactly("[名称, 价]", "2 [甲, 1]");
    }

    @Test
    void gb18030IsReadWhenNamedAndRefusedByNameWhenNot() throws IOException {
        byte[] bytes = "名称,价\n甲,1".getBytes(GB18030);
        assertThat(read(bytes, GB18030)).containsExactly("[名称, 价]", "2 [甲, 1]");
        assertThatThrownBy(() -> read(bytes, null)).isInstanceOf(Refusal.class).hasMessageContaining("GB18030");
    }

    @Test
    void theMarkOfGb18030IsKnownAndIsNoPartOfTheFirstColumn() throws IOException {
        byte[] bytes = "\ufeff名称,价\n甲,1".getBytes(GB18030);
        assertThat(read(bytes, null)).containsExactly("[名称, 价]", "2 [甲, 1]");
        assertThat(read(bytes, GB18030)).containsExactly("[名称, 价]", "2 [甲, 1]");
    }

    @Test
    void aMillionColumnsAreCalledWhatTheyAre() throws IOException {
        String million = "x,".repeat(1_000_000);
        assertThat(read("a,b\n" + million + "\n1,y")).containsExactly("[a, b]", "2 WRONG_COLUMN_COUNT", "3 [1, y]");
        assertThatThrownBy(() -> read(million + "\n1")).hasMessageContaining("1000001");
        assertThatThrownBy(() -> read(million.repeat(3))).hasMessageContaining("four million");
    }

    @Test
    void bytesThatAreNoTextSpoilOnlyTheirLine() throws IOException {
        byte[] good = "a,b\n1,x\n2,?\n3,z".getBytes(StandardCharsets.UTF_8);
        good[10] = (byte) 0xb0;
        assertThat(read(good, null)).containsExactly("[a, b]", "2 [1, x]", "3 WRONG_ENCODING", "4 [3, z]");
    }

    @Test
    void aQuoteThatIsNeverClosedSpoilsOnlyItsLine() throws IOException {
        assertThat(read("a,b\n1,x\n2,\"open\n3,z\n4,\"w\"\"\"\n"))
                .containsExactly("[a, b]", "2 [1, x]", "3 UNCLOSED_QUOTE", "4 [3, z]", "5 [4, w\"]");
    }

    @Test
    void misplacedQuotesWrongCountsAndNulAreToldByLine() throws IOException {
        assertThat(read("a,b\n1,\"x\"y\n2\n3,x,y\n4,\0\n5,ok\n"))
                .containsExactly(
                        "[a, b]",
                        "2 MISPLACED_QUOTE",
                        "3 WRONG_COLUMN_COUNT",
                        "4 WRONG_COLUMN_COUNT",
                        "5 NUL_CHARACTER",
                        "6 [5, ok]");
    }

    @Test
    void emptyLinesAreNoRowsAndAHeaderAloneIsAnEmptyTable() throws IOException {
        assertThat(read("a,b\n\n1,x\n   \n")).containsExactly("[a, b]", "3 [1, x]");
        assertThat(read("a,b\n")).containsExactly("[a, b]");
        // As a spreadsheet leaves rows that were once filled.
        assertThat(read("a,b\n1,x\n,\n , \n,,,\n")).containsExactly("[a, b]", "2 [1, x]");
    }

    @Test
    void anEmptyOrMissingFileIsRefused() {
        assertThatThrownBy(() -> read("")).isInstanceOf(Refusal.class).hasMessageContaining("line 1 is empty");
        assertThatThrownBy(() -> CsvSource.of(folder.resolve("none.csv"), null, ','))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no such file");
    }

    @Test
    void noiseIsNeverACrash() throws IOException {
        byte[] noise = new byte[200_000];
        new java.util.Random(7).nextBytes(noise);
        byte[] header = "a,b\n".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(header, 0, noise, 0, header.length);
        assertThat(read(noise, null)).hasSizeGreaterThan(10);
    }
}
