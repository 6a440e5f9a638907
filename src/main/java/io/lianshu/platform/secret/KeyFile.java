package io.lianshu.platform.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
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
        String value = settings.keys().value();
        if (value != null && !value.isBlank()) {
            return ring(Arrays.stream(value.split(",", -1)), "lianshu.keys.value");
        }
        Path file = settings.file();
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            if (isPosix(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                log.warn("密钥文件可被他人读取 / The key file can be read by others: {}", file);
            }
            return ring(Files.readAllLines(file, StandardCharsets.US_ASCII).stream(), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + file + " cannot be read or made", e);
        }
    }

    private static KeyRing ring(Stream<String> lines, String source) {
        try {
            List<byte[]> keys = lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(Base64.getDecoder()::decode)
                    .toList();
            return new KeyRing(keys);
        } catch (IllegalArgumentException e) {
            // The cause stays behind: its text could carry a piece of the key.
            throw new IllegalStateException(source + " is not base64");
        } catch (IllegalStateException e) {
            throw new IllegalStateException(source + ": " + e.getMessage(), e);
        }
    }

    /** Written beside its place and moved there whole, so that a hub killed meanwhile leaves no half key. */
    private static void create(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a key file lies in a folder");
        Files.createDirectories(folder);
        FileAttribute<?>[] attributes = isPosix(folder)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
        Path draft = Files.createTempFile(folder, "keys", ".new", attributes);
        byte[] key = new byte[KeyRing.LENGTH];
        new SecureRandom().nextBytes(key);
        Files.writeString(
                draft,
                "# Lianshu keys, oldest first. Without them sealed identifiers cannot be read again.\n"
                        + Base64.getEncoder().encodeToString(key) + "\n");
        try {
            Files.move(draft, file);
            log.info("已生成密钥文件，请妥善备份 / Made a key file, keep a copy of it: {}", file);
        } catch (FileAlreadyExistsException e) {
            Files.delete(draft);
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
