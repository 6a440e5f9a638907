package io.lianshu.platform.secret;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Adds keys to the key file and takes old ones out. */
public final class KeyChange {

    private final KeyRing ring;
    private final @Nullable Path file;

    /** @param file null when the keys come from a setting, which only its author changes */
    KeyChange(KeyRing ring, @Nullable Path file) {
        this.ring = ring;
        this.file = file;
    }

    /** Whether the keys lie in a file that may be changed here. */
    public boolean isPossible() {
        return file != null;
    }

    /** Adds a key, with which this program seals at once; a hub that serves does from its next value on. */
    public void add() {
        if (file != null) {
            KeyFile.add(file);
            ring.reload();
        }
    }

    /** Takes out a key with which nothing is sealed any more. */
    public void drop(String id) {
        if (file != null) {
            KeyFile.drop(file, id);
            ring.reload();
        }
    }
}
