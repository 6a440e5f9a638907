package io.lianshu.engine;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a backup says of itself, as {@code manifest.json} in it.
 *
 * @param hub the program's version where it is known
 * @param engine the version of Neo4j that wrote the graph
 * @param taken when, as ISO 8601 with the zone's offset
 * @param keys ids of the keys with which values in the graph are sealed, oldest first
 * @param files everything else that is in it
 */
record BackupManifest(
        int format, @Nullable String hub, String engine, String taken, List<String> keys, List<Part> files) {

    static final int FORMAT = 1;
    static final String NAME = "manifest.json";
    static final String STORE = "store/";
    static final String KEYS = "keys";

    BackupManifest {
        Objects.requireNonNull(engine);
        Objects.requireNonNull(taken);
        keys = List.copyOf(keys);
        files = List.copyOf(files);
    }

    /** One file: its place in the backup, its bytes, and their SHA-256 in hexadecimal digits. */
    record Part(String path, long size, String sha256) {

        Part {
            Objects.requireNonNull(path);
            Objects.requireNonNull(sha256);
        }
    }

    boolean hasKeys() {
        return files.stream().anyMatch(part -> part.path().equals(KEYS));
    }

    long size() {
        return files.stream().mapToLong(Part::size).sum();
    }
}
