package io.lianshu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.contract.OperationPins.Hits;
import io.lianshu.contract.OperationPins.Pin;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operations without a pin, pins without an operation and numbers that moved are seen. */
class OperationPinsTests {

    private static final Pin PIN = new Pin(1, Hits.of(100), 2000, 500);

    @TempDir
    Path folder;

    @Test
    void theSameNumbersAndSmallerAnswersAreAccepted() {
        assertThat(OperationPins.differences(
                        Map.of("agent/Card", new Pin(1, Hits.of(100), 1999, 400)), Map.of("agent/Card", PIN)))
                .isEmpty();
    }

    @Test
    void anOperationWithoutAPinIsSeen() {
        assertThat(OperationPins.differences(Map.of("agent/Card", PIN, "agent/New", PIN), Map.of("agent/Card", PIN)))
                .containsExactly("agent/New has no pin; measured: agent/New,1,100,2000,500");
    }

    @Test
    void aPinWithoutAnOperationIsSeen() {
        assertThat(OperationPins.differences(Map.of(), Map.of("agent/Gone", PIN)))
                .containsExactly("agent/Gone is pinned and is no operation");
    }

    @Test
    void everyNumberThatMovedIsSeen() {
        assertThat(OperationPins.differences(
                        Map.of("agent/Card", new Pin(2, Hits.of(126), 2001, 501)), Map.of("agent/Card", PIN)))
                .containsExactly(
                        "agent/Card sends 2 statements, not 1",
                        "agent/Card costs 126 database hits, not 100",
                        "agent/Card answers 2001 bytes, more than 2000",
                        "agent/Card answers 501 bytes of gzip, more than 500");
    }

    @Test
    void anotherPlanOfLikeCostIsNoDifferenceAndAMuchCheaperOneWantsItsPin() {
        Map<String, Pin> pins = Map.of("agent/Card", PIN);
        assertThat(OperationPins.differences(Map.of("agent/Card", new Pin(1, Hits.of(125), 2000, 500)), pins))
                .isEmpty();
        assertThat(OperationPins.differences(Map.of("agent/Card", new Pin(1, Hits.of(50), 2000, 500)), pins))
                .isEmpty();
        assertThat(OperationPins.differences(Map.of("agent/Card", new Pin(1, Hits.of(49), 2000, 500)), pins))
                .containsExactly("agent/Card costs 49 database hits, not 100");
    }

    @Test
    void aRangeHoldsWhatLiesInIt() {
        Map<String, Pin> pins = Map.of("agent/Card", new Pin(1, Hits.read("90-110"), 2000, 500));
        assertThat(OperationPins.differences(Map.of("agent/Card", PIN), pins)).isEmpty();
        assertThat(OperationPins.differences(Map.of("agent/Card", new Pin(1, Hits.of(111), 2000, 500)), pins))
                .containsExactly("agent/Card costs 111 database hits, not 90-110");
    }

    @Test
    void writingWidensARangeAndReplacesANumber() {
        Path file = folder.resolve("hits.csv");
        OperationPins.write(file, Map.of("a/Range", new Pin(1, Hits.read("90-110"), 1, 1), "a/Number", PIN));
        OperationPins.write(
                file, Map.of("a/Range", new Pin(1, Hits.of(120), 1, 1), "a/Number", new Pin(1, Hits.of(7), 1, 1)));
        assertThat(OperationPins.read(file).get("a/Range").hits()).hasToString("90-120");
        assertThat(OperationPins.read(file).get("a/Number").hits()).hasToString("7");
    }

    @Test
    void whatIsWrittenIsReadWithRoomForGzipOnly() {
        Path file = folder.resolve("pins/hits.csv");
        assertThat(OperationPins.read(file)).isEmpty();
        OperationPins.write(file, Map.of("agent/Card", PIN));
        assertThat(OperationPins.read(file))
                .containsExactly(Map.entry("agent/Card", new Pin(1, Hits.of(100), 2000, 510)));
    }
}
