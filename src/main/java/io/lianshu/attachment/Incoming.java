package io.lianshu.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * One upload on its way in, and the note that it is: its folder is there before the first object is in the store and until
 * the graph knows the upload. A folder that stays behind tells the sweep which objects nobody may know.
 */
final class Incoming {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** The store's own folder is made with the first note, and so is for the hub's user alone. */
    private static final FileAttribute<?>[] OWNER_ONLY =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                    }
                    : new FileAttribute<?>[0];

    private final String name;
    private final Path folder;
    private final AtomicBoolean handedOn = new AtomicBoolean();
    private @Nullable String fileName;
    private @Nullable ZonedDateTime takenAt;
    private @Nullable UUID clientId;

    private Incoming(Path folders, String name) {
        this.name = name;
        this.folder = folders.resolve(name);
    }

    /** A new one, whose key nobody can guess. */
    static Incoming in(Path folders) {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return new Incoming(folders, HexFormat.of().formatHex(bits));
    }

    /** The note for objects that are there already. */
    static Incoming of(Path folders, String key) {
        return new Incoming(folders, key.substring(key.lastIndexOf('/') + 1));
    }

    /** Key of the object in the store. */
    String key() {
        return name.substring(0, 2) + "/" + name.substring(2, 4) + "/" + name;
    }

    void prepare() {
        try {
            Files.createDirectories(folder, OWNER_ONLY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path received() {
        return folder.resolve("received");
    }

    Path cleaned() {
        return folder.resolve("cleaned");
    }

    Path small() {
        return folder.resolve("small");
    }

    /** True once: whoever gets it works on it or removes it. */
    boolean handOn() {
        return handedOn.compareAndSet(false, true);
    }

    void named(@Nullable String file) {
        fileName = file;
    }

    @Nullable
    String fileName() {
        return fileName;
    }

    void takenAt(ZonedDateTime at) {
        takenAt = at;
    }

    @Nullable
    ZonedDateTime takenAt() {
        return takenAt;
    }

    void clientId(UUID id) {
        clientId = id;
    }

    @Nullable
    UUID clientId() {
        return clientId;
    }

    /** Nothing of it stays on this machine. */
    void remove() {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
