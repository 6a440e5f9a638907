package io.lianshu.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Puts a restored graph in the place of the one that is there. It takes two moves, so a note says first what is to be
 * done: whoever opens the directory next, after a restore that was killed, finishes what the note says.
 */
final class StoreSwap {

    private static final String NOTE = "restore.note";

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
     */
    static void swap(DataDirectory data, String aside, String version) throws IOException {
        OwnerOnly.write(data.engine().resolve(NOTE), aside + "\n" + version + "\n");
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
        Files.delete(note);
    }
}
