package io.lianshu.engine;

import io.lianshu.platform.graph.GraphServer.Restored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Puts a restored graph in the place of the one that is there. It takes two moves, so a note says first what is to be
 * done: whoever opens the directory next, after a restore that was killed, finishes what the note says.
 */
final class StoreSwap {

    private static final String NOTE = "restore.note";
    private static final String RESTORED = "restored.note";

    private StoreSwap() {}

    /** Where a graph is unpacked; without a note it is nothing. */
    static Path unpacked(DataDirectory data) {
        return data.engine().resolve("restored");
    }

    /**
     * Moves what is unpacked in its place.
     *
     * @param aside the name under which the former graph stays
     * @param version of the engine that wrote what is unpacked
     * @param restored what it is, for the next start
     */
    static void swap(DataDirectory data, String aside, String version, Restored restored) throws IOException {
        OwnerOnly.write(
                data.engine().resolve(NOTE),
                String.join("\n", aside, version, restored.taken().toString(), restored.words(), ""));
        finish(data);
    }

    /** Does what a note says where there is one, and removes what was unpacked where there is none. */
    static void finish(DataDirectory data) throws IOException {
        Path note = data.engine().resolve(NOTE);
        Path unpacked = unpacked(data);
        if (!Files.exists(note)) {
            StoreCopy.delete(unpacked);
            return;
        }
        List<String> said = Files.readAllLines(note);
        if (Files.exists(unpacked)) {
            if (Files.exists(data.store())) {
                Files.move(data.store(), data.engine().resolve(said.get(0)), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(unpacked, data.store(), StandardCopyOption.ATOMIC_MOVE);
        }
        OwnerOnly.write(data.version(), said.get(1));
        if (said.size() > 3) {
            OwnerOnly.write(data.engine().resolve(RESTORED), said.get(2) + "\n" + said.get(3) + "\n");
        }
        Files.delete(note);
    }

    /** What was restored and not dealt with since. */
    static Optional<Restored> restored(DataDirectory data) {
        Path note = data.engine().resolve(RESTORED);
        try {
            List<String> said = Files.exists(note) ? Files.readAllLines(note) : List.of();
            return said.size() < 2
                    ? Optional.empty()
                    : Optional.of(new Restored(ZonedDateTime.parse(said.get(0)), said.get(1)));
        } catch (IOException e) {
            throw EngineRefusal.dataUnusable(data.root(), e.toString());
        }
    }

    static void forgetRestored(DataDirectory data) {
        try {
            Files.deleteIfExists(data.engine().resolve(RESTORED));
        } catch (IOException e) {
            throw EngineRefusal.dataUnusable(data.root(), e.toString());
        }
    }
}
