package io.lianshu.platform.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
        List<String> lines = new ArrayList<>(lines(file));
        lines.add(made());
        replace(file, lines);
    }

    /** Takes a key out, by its id. */
    static void drop(Path file, String id) {
        replace(
                file,
                lines(file).stream()
                        .filter(line -> !isKey(line)
                                || !KeyRing.id(Base64.getDecoder().decode(line.strip()))
                                        .equals(id))
                        .toList());
    }

    private static void replace(Path file, List<String> lines) {
        try {
            Path draft = draft(file);
            Files.write(draft, lines, StandardCharsets.US_ASCII);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + file + " cannot be written", e);
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
        try {
            Files.move(draft, file);
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
