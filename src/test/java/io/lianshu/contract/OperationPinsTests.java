package io.lianshu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.contract.OperationPins.Pin;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operations without a pin, pins without an operation and numbers that moved are seen. */
class OperationPinsTests {

    private static final Pin PIN = new Pin(1, 100, 2000, 500);

    @TempDir
    Path folder;

    @Test
    void theSameNumbersAndSmallerAnswersAreAccepted() {
        assertThat(OperationPins.differences(
                        Map.of("agent/Card", new Pin(1, 100, 1999, 400)), Map.of("agent/Card", PIN)))
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
                        Map.of("agent/Card", new Pin(2, 99, 2001, 501)), Map.of("agent/Card", PIN)))
                .containsExactly(
                        "agent/Card sends 2 statements, not 1",
                        "agent/Card costs 99 database hits, not 100",
                        "agent/Card answers 2001 bytes, more than 2000",
                        "agent/Card answers 501 bytes of gzip, more than 500");
    }

    @Test
    void whatIsWrittenIsReadWithRoomForGzipOnly() {
        Path file = folder.resolve("pins/hits.csv");
        assertThat(OperationPins.read(file)).isEmpty();
        OperationPins.write(file, Map.of("agent/Card", PIN));
        assertThat(OperationPins.read(file)).containsExactly(Map.entry("agent/Card", new Pin(1, 100, 2000, 510)));
    }
}
