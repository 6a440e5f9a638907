package io.lianshu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the SDL names outside itself is there, and whatever is there is named by somebody. */
class MapFileTests {

    private static final Path RIGHT = Sdl.REPOSITORY.resolve("src/test/resources/broken/map/right");

    @TempDir
    Path sample;

    @BeforeEach
    void layOutTheRightSample() throws IOException {
        for (Path file : Sdl.filesUnder(RIGHT)) {
            Path copy = sample.resolve(RIGHT.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
    }

    @Test
    void theShippedFilesFitTheSdl() {
        assertThat(MapFiles.problems(Sdl.REPOSITORY)).isEmpty();
    }

    @Test
    void theRightSampleIsAccepted() {
        assertThat(MapFiles.problems(sample)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "src/main/resources/cypher/trading/bids.cypher, 'no file cypher/trading/bids.cypher, which the SDL names'",
        "src/main/resources/cypher/trading/visible/bid-is-open.cypher,"
                + " 'no file cypher/trading/visible/bid-is-open.cypher, which the SDL names'",
        "src/main/resources/cypher/trading/visible/lot-is-open.cypher,"
                + " 'no file cypher/trading/visible/lot-is-open.cypher, which the SDL names'",
        "src/main/resources/cypher/trading/visible/own-bid.cypher,"
                + " 'no file cypher/trading/visible/own-bid.cypher, which the SDL names'",
        "schema/codes/method.csv, 'no code list method, which the SDL names'",
        "schema/graph/V001__Ids.cypher, no constraint makes the ids of :Lot unique",
        "schema/graph/V002__Names.cypher, no full-text index lot_name with cjk on :Lot",
        "src/main/java/io/lianshu/trading/LotPhase.java, no ComputedValue answers Lot.phase",
        "src/main/java/io/lianshu/trading/LotGraph.java, nobody uses cypher/trading/open-lot.cypher",
    })
    void whatIsMissingIsSeen(String file, String says) throws IOException {
        Files.delete(sample.resolve(file));
        assertThat(MapFiles.problems(sample)).containsExactly(says);
    }

    @ParameterizedTest
    @CsvSource({
        "src/main/resources/cypher/trading/old.cypher, nobody uses cypher/trading/old.cypher",
        "src/main/resources/cypher/trading/visible/old.cypher, nobody uses cypher/trading/visible/old.cypher",
        "schema/codes/old.csv, nobody uses the code list old",
    })
    void whatNobodyUsesIsSeen(String file, String says) throws IOException {
        Files.writeString(sample.resolve(file), "");
        assertThat(MapFiles.problems(sample)).containsExactly(says);
    }

    @Test
    void anIndexWithoutTheChineseAnalyzerIsSeen() throws IOException {
        Path names = sample.resolve("schema/graph/V002__Names.cypher");
        Files.writeString(names, Files.readString(names).replace("cjk", "standard"));
        assertThat(MapFiles.problems(sample)).containsExactly("no full-text index lot_name with cjk on :Lot");
    }

    @Test
    void aFieldComputedForNobodyIsSeen() throws IOException {
        Path phase = sample.resolve("src/main/java/io/lianshu/trading/LotPhase.java");
        Files.writeString(phase, Files.readString(phase) + "// \"Lot.stage\"\n");
        assertThat(MapFiles.problems(sample)).containsExactly("Lot.stage is computed for nobody");
    }

    @Test
    void aConnectionForTwoKindsOfEdgesIsSeen() throws IOException {
        Path sdl = sample.resolve("schema/graphql/trading.graphqls");
        Files.writeString(sdl, Files.readString(sdl) + """
                extend type Lot {
                    "Members (成员)."
                    members: MemberConnection! @relationship(type: "IN", direction: IN, node: "Bid", properties: "Stay")
                    "Places (位置)."
                    places: MemberConnection! @relationship(type: "AT", direction: IN, node: "Bid", properties: "Place")
                }
                """);
        assertThat(MapFiles.problems(sample))
                .containsExactly("MemberConnection stands for several kinds of edges: [Bid with Place, Bid with Stay]");
    }
}
