package io.lianshu.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What each operation's example may cost: a file with one line an operation, and the comparison with what was measured. */
final class OperationPins {

    static final String COLUMNS = "operation,statements,hits,plain,gzip";

    private static final String HEADER = """
            # What each operation of api/operations costs with its example's variables on the sample district of 2 March 2026.
            # operation   client/Name
            # statements  sent to the database: one for each root field; measured must be equal
            # hits        the database hits of those statements together (PROFILE); measured may be a quarter more and half as
            #             many, or lie in the range least-most: a filter over relations stops at the first that fits, and which
            #             one that is depends on the order in which an import happened to write them, and of two plans of like
            #             cost another may be taken when an index is added anywhere
            # plain       bytes of the answer's body; at most
            # gzip        bytes of the answer's body under Content-Encoding: gzip; at most, with 2 % for other JDKs' zlib
            # mvn verify -Dlianshu.test.pins=write writes this file anew, and widens a range but never narrows it; say in the
            # commit why the numbers moved.
            """;

    private OperationPins() {}

    /** Hits from the least to the most; one number as a rule. */
    record Hits(long least, long most) {

        static Hits of(long hits) {
            return new Hits(hits, hits);
        }

        static Hits read(String cell) {
            List<Long> ends =
                    Arrays.stream(cell.split("-", -1)).map(Long::valueOf).toList();
            return new Hits(ends.get(0), ends.get(ends.size() - 1));
        }

        /** Whether the measured hits are those of the pinned plan, or of one about as good. */
        boolean allows(Hits measured) {
            return least == most
                    ? least <= 2 * measured.least && 4 * measured.most <= 5 * most
                    : least <= measured.least && measured.most <= most;
        }

        /** What is to be pinned when this was pinned and other is measured. */
        Hits with(Hits other) {
            if (least == most) {
                return allows(other) ? this : other;
            }
            return new Hits(Math.min(least, other.least), Math.max(most, other.most));
        }

        @Override
        public String toString() {
            return least == most ? String.valueOf(least) : least + "-" + most;
        }
    }

    /** One operation's numbers: those pinned, or those measured. */
    record Pin(int statements, Hits hits, int plain, int gzip) {

        String line(String operation) {
            return operation + "," + statements + "," + hits + "," + plain + "," + gzip;
        }
    }

    /** Pins by {@code client/Name}; none when there is no file. */
    static Map<String, Pin> read(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        return Sdl.read(file)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.equals(COLUMNS))
                .map(line -> Arrays.asList(line.split(",", -1)))
                .collect(Collectors.toMap(
                        cells -> cells.get(0),
                        cells -> new Pin(
                                Integer.parseInt(cells.get(1)),
                                Hits.read(cells.get(2)),
                                Integer.parseInt(cells.get(3)),
                                Integer.parseInt(cells.get(4)))));
    }

    static void write(Path file, Map<String, Pin> measured) {
        Map<String, Pin> before = read(file);
        String lines = new TreeMap<>(measured)
                .entrySet().stream()
                        .map(entry -> pin(entry.getValue(), before.get(entry.getKey()))
                                        .line(entry.getKey()) + "\n")
                        .collect(Collectors.joining());
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, HEADER + COLUMNS + "\n" + lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pin pin(Pin measured, @Nullable Pin before) {
        return new Pin(
                measured.statements(),
                before == null ? measured.hits() : before.hits().with(measured.hits()),
                measured.plain(),
                (int) Math.ceil(measured.gzip() * 1.02));
    }

    /** Where what was measured is not what is pinned, one sentence each. */
    static List<String> differences(Map<String, Pin> measured, Map<String, Pin> pins) {
        List<String> differences = new ArrayList<>();
        new TreeMap<>(measured).forEach((operation, now) -> {
            Pin pin = pins.get(operation);
            if (pin == null) {
                differences.add(operation + " has no pin; measured: " + now.line(operation));
                return;
            }
            if (now.statements() != pin.statements()) {
                differences.add(operation + " sends " + now.statements() + " statements, not " + pin.statements());
            }
            if (!pin.hits().allows(now.hits())) {
                differences.add(operation + " costs " + now.hits() + " database hits, not " + pin.hits());
            }
            if (now.plain() > pin.plain()) {
                differences.add(operation + " answers " + now.plain() + " bytes, more than " + pin.plain());
            }
            if (now.gzip() > pin.gzip()) {
                differences.add(operation + " answers " + now.gzip() + " bytes of gzip, more than " + pin.gzip());
            }
        });
        new TreeMap<>(pins)
                .keySet().stream()
                        .filter(operation -> !measured.containsKey(operation))
                        .forEach(operation -> differences.add(operation + " is pinned and is no operation"));
        return differences;
    }
}
