package io.lianshu.platform.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The hub's keys on disk: one a line in base64, oldest first, lines with # are remarks. */
final class KeyFile {

    private static final Logger log = LoggerFactory.getLogger(KeyFile.class);
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private KeyFile() {}

    /** The keys of the settings; a key file that is not there yet is made, readable only by its owner. */
    static KeyRing read(KeySettings settings) {
        if (settings.asValue()) {
            String value = String.valueOf(settings.keys().value());
            return new KeyRing(keys(Arrays.stream(value.split(",", -1)), "lianshu.keys.value"));
        }
        Path file = settings.file();
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            if (isPosix(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                log.warn("密钥文件可被他人读取 / The key file can be read by others: {}", file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + file + " cannot be read or made", e);
        }
        List<byte[]> keys = keys(file);
        try {
            return new KeyRing(keys, () -> keys(file), () -> file.toFile().lastModified());
        } catch (IllegalStateException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }

    private static List<byte[]> keys(Path file) {
        return keys(lines(file).stream(), file.toString());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + file + " cannot be read", e);
        }
    }

    private static List<byte[]> keys(Stream<String> lines, String source) {
        try {
            return lines.filter(KeyFile::isKey)
                    .map(line -> Base64.getDecoder().decode(line.strip()))
                    .toList();
        } catch (IllegalArgumentException e) {
            // The cause stays behind: its text could carry a piece of the key.
            throw new IllegalStateException(source + " is not base64");
        }
    }

    private static boolean isKey(String line) {
        return !line.isBlank() && !line.strip().startsWith("#");
    }

    /** Adds a new key, which seals from now on. */
    static void add(Path file) {
        change(file, lines -> Stream.concat(lines.stream(), Stream.of(made())).toList());
    }

    /** Takes a key out, by its id. */
    static void drop(Path file, String id) {
        change(
                file,
                lines -> lines.stream()
                        .filter(line -> !isKey(line)
                                || !KeyRing.id(Base64.getDecoder().decode(line.strip()))
                                        .equals(id))
                        .toList());
    }

    /** One program after the other, each from what the one before has left; of a link, the file that it leads to. */
    private static void change(Path named, UnaryOperator<List<String>> change) {
        try {
            Path file = named.toRealPath();
            try (FileChannel lock = FileChannel.open(
                    file.resolveSibling(file.getFileName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE)) {
                synchronized (KeyFile.class) {
                    FileLock held = lock.lock();
                    try {
                        replace(file, change.apply(lines(file)));
                    } finally {
                        held.release();
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + named + " cannot be written", e);
        }
    }

    private static void replace(Path file, List<String> lines) throws IOException {
        Path draft = draft(file);
        Files.write(draft, lines, StandardCharsets.US_ASCII);
        if (isPosix(file)) {
            inherit(draft, Files.readAttributes(file, PosixFileAttributes.class));
        }
        moved(draft, file);
    }

    /** Whoever could read the keys before can afterwards: root may change them for the user who runs the hub. */
    private static void inherit(Path draft, PosixFileAttributes before) throws IOException {
        PosixFileAttributeView view =
                Objects.requireNonNull(Files.getFileAttributeView(draft, PosixFileAttributeView.class));
        try {
            view.setGroup(before.group());
            view.setOwner(before.owner());
            view.setPermissions(before.permissions());
        } catch (FileSystemException e) {
            log.warn("密钥文件的所有者未能保留 / the key file's owner could not be kept: {}", e.getMessage());
        }
    }

    /** Through to the disk before it counts, and the folder after it: a value may be sealed with the key at once. */
    private static void moved(Path draft, Path file) throws IOException {
        force(draft);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(file);
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void forceFolder(Path file) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a key file lies in a folder");
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            log.debug("This system does not open folders: {}", e.getMessage());
        }
    }

    private static String made() {
        byte[] key = new byte[KeyRing.LENGTH];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /** Written beside its place and moved there whole, so that a hub killed meanwhile leaves no half key. */
    private static void create(Path file) throws IOException {
        Path draft = draft(file);
        Files.writeString(
                draft,
                "# Lianshu keys, oldest first. Without them sealed identifiers cannot be read again.\n" + made()
                        + "\n");
        force(draft);
        try {
            Files.move(draft, file);
            forceFolder(file);
            log.info("已生成密钥文件，请妥善备份 / Made a key file, keep a copy of it: {}", file);
        } catch (FileAlreadyExistsException e) {
            Files.delete(draft);
        }
    }

    private static Path draft(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a key file lies in a folder");
        Files.createDirectories(folder);
        FileAttribute<?>[] attributes = isPosix(folder)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
        return Files.createTempFile(folder, "keys", ".new", attributes);
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
