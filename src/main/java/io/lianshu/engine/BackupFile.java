package io.lianshu.engine;

import io.lianshu.engine.BackupManifest.Part;
import io.lianshu.platform.graph.GraphServer.Restored;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A backup to be read. Nothing in it is believed before it is checked. */
final class BackupFile implements AutoCloseable {

    private static final int LONGEST_MANIFEST = 64 << 20;
    private static final Pattern PATH = Pattern.compile("(?:store/)?(?:[\\w+-][\\w.+-]*/)*[\\w+-][\\w.+-]*");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final ZipFile zip;
    private final BackupManifest manifest;

    /** Of the manifest, which has the hash of everything else in it. */
    private final String sha256;

    private BackupFile(Path file, ZipFile zip, byte[] manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest(file, manifest);
        this.sha256 = HexFormat.of().formatHex(Digests.sha256().digest(manifest));
    }

    /** Reads what it says of itself, and sees that it holds just that. */
    static BackupFile open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw BackupRefusal.noFile(file);
        }
        ZipFile zip = null;
        try {
            zip = new ZipFile(file.toFile());
            BackupFile backup = new BackupFile(file, zip, bytes(file, zip));
            backup.checkNames();
            zip = null;
            return backup;
        } catch (IOException | IllegalArgumentException e) {
            throw BackupRefusal.damaged(file, String.valueOf(e.getMessage()));
        } finally {
            closeQuietly(zip);
        }
    }

    private static void closeQuietly(@Nullable ZipFile zip) {
        try {
            if (zip != null) {
                zip.close();
            }
        } catch (IOException e) {
            // It was only read.
        }
    }

    private static byte[] bytes(Path file, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(BackupManifest.NAME);
        if (entry == null) {
            throw BackupRefusal.damaged(file, "no " + BackupManifest.NAME + " in it");
        }
        byte[] bytes;
        try (InputStream in = zip.getInputStream(entry)) {
            bytes = in.readNBytes(LONGEST_MANIFEST);
        }
        CRC32 sum = new CRC32();
        sum.update(bytes);
        if (sum.getValue() != entry.getCrc()) {
            throw BackupRefusal.damaged(file, BackupManifest.NAME);
        }
        return bytes;
    }

    private static BackupManifest manifest(Path file, byte[] bytes) {
        try {
            JsonNode tree = JSON.readTree(bytes);
            int format = tree.path("format").asInt(0);
            if (format != BackupManifest.FORMAT) {
                throw BackupRefusal.otherFormat(file, format);
            }
            return JSON.treeToValue(tree, BackupManifest.class);
        } catch (JacksonException e) {
            throw BackupRefusal.damaged(file, BackupManifest.NAME);
        }
    }

    private void checkNames() {
        Set<String> expected = new HashSet<>();
        expected.add(BackupManifest.NAME);
        for (Part part : manifest.files()) {
            boolean inStore = part.path().startsWith(BackupManifest.STORE)
                    && PATH.matcher(part.path()).matches();
            boolean fits = inStore || part.path().equals(BackupManifest.KEYS) || AttachmentFiles.isOne(part.path());
            if (!fits || !expected.add(part.path())) {
                throw BackupRefusal.damaged(file, "a path that must not be: " + part.path());
            }
        }
        List<String> found = zip.stream().map(ZipEntry::getName).toList();
        for (String name : found) {
            if (!expected.remove(name)) {
                throw BackupRefusal.damaged(file, "not in the manifest, or twice: " + name);
            }
        }
        if (!expected.isEmpty()) {
            throw BackupRefusal.damaged(
                    file, "missing: " + expected.stream().sorted().findFirst().orElse(""));
        }
        if (manifest.files().stream().noneMatch(part -> part.path().startsWith(BackupManifest.STORE))) {
            throw BackupRefusal.damaged(file, "no graph in it");
        }
    }

    BackupManifest manifest() {
        return manifest;
    }

    /** What is restored with it, for the audit. */
    Restored restored(ZonedDateTime now) {
        try {
            String name = String.valueOf(file.getFileName()).replaceAll("\\p{Cntrl}", "?");
            return new Restored(
                    ZonedDateTime.parse(manifest.taken()),
                    "from " + name + ", taken " + manifest.taken() + ", manifest " + sha256 + ", put in place " + now);
        } catch (DateTimeParseException e) {
            throw BackupRefusal.damaged(file, "taken: no instant");
        }
    }

    /** Reads every byte and compares. */
    void verify() throws IOException {
        for (Part part : manifest.files()) {
            read(part, OutputStream.nullOutputStream());
        }
    }

    /** Writes the graph's files below a folder, through to the disk. */
    void unpack(Path folder) throws IOException {
        for (Part part : manifest.files()) {
            if (part.path().startsWith(BackupManifest.STORE)) {
                Path to = folder.resolve(part.path().substring(BackupManifest.STORE.length()));
                OwnerOnly.directory(to.resolveSibling("."));
                unpack(part, to);
            }
        }
    }

    /** Writes those photos and files that are not there below the data directory; how many. */
    int unpackAttachments(Path data) throws IOException {
        int written = 0;
        for (Part part : manifest.files()) {
            Path to = data.resolve(part.path());
            if (AttachmentFiles.isOne(part.path()) && !Files.exists(to)) {
                OwnerOnly.directory(to.resolveSibling("."));
                Path unpacked = to.resolveSibling(to.getFileName() + ".restored");
                unpack(part, unpacked);
                Files.move(unpacked, to);
                written++;
            }
        }
        return written;
    }

    /** Writes the key file to where there is none. */
    void unpackKeys(Path to) throws IOException {
        for (Part part : manifest.files()) {
            if (part.path().equals(BackupManifest.KEYS)) {
                Path written = to.resolveSibling(to.getFileName() + ".restored");
                unpack(part, written);
                Files.move(written, to);
            }
        }
    }

    private void unpack(Part part, Path to) throws IOException {
        OwnerOnly.empty(to);
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
            read(part, Channels.newOutputStream(channel));
            channel.force(true);
        }
    }

    private void read(Part part, OutputStream to) throws IOException {
        MessageDigest digest = Digests.sha256();
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        try (InputStream in = zip.getInputStream(zip.getEntry(part.path()))) {
            for (int read = next(in, buffer, part); read >= 0; read = next(in, buffer, part)) {
                size += read;
                if (size > part.size()) {
                    break;
                }
                digest.update(buffer, 0, read);
                to.write(buffer, 0, read);
            }
        }
        if (size != part.size() || !HexFormat.of().formatHex(digest.digest()).equals(part.sha256())) {
            throw BackupRefusal.damaged(file, part.path());
        }
    }

    private int next(InputStream in, byte[] buffer, Part part) {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw BackupRefusal.damaged(file, part.path());
        }
    }

    @Override
    public void close() {
        closeQuietly(zip);
    }
}
