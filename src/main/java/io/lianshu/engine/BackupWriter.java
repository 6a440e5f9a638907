package io.lianshu.engine;

import io.lianshu.engine.BackupManifest.Part;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a backup beside its place and moves it there whole; what is not finished when this is closed goes. */
final class BackupWriter implements AutoCloseable {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;
    private final Path written;
    private final FileChannel channel;
    private final ZipOutputStream zip;
    private final List<Part> parts = new ArrayList<>();

    BackupWriter(Path file) throws IOException {
        this.file = file;
        // Of its own for each program: two that write the same file must not take each other's away.
        this.written = file.resolveSibling(file.getFileName() + "."
                + ProcessHandle.current().pid() + "." + Long.toHexString(System.nanoTime()) + ".part");
        OwnerOnly.empty(written);
        this.channel = FileChannel.open(written, StandardOpenOption.WRITE);
        this.zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
        zip.setLevel(Deflater.BEST_SPEED);
    }

    void put(String path, Path source) throws IOException {
        var digest = Digests.sha256();
        long size;
        // Opened first: of a file that is not there nothing is begun.
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(source), digest)) {
            zip.putNextEntry(new ZipEntry(path));
            size = bytes.transferTo(zip);
        }
        zip.closeEntry();
        parts.add(new Part(path, size, HexFormat.of().formatHex(digest.digest())));
    }

    /** What was put so far. */
    List<Part> parts() {
        return parts;
    }

    /** Makes it a backup. */
    void finish(BackupManifest manifest) throws IOException {
        zip.putNextEntry(new ZipEntry(BackupManifest.NAME));
        zip.write(JSON.writeValueAsBytes(manifest));
        zip.closeEntry();
        zip.finish();
        zip.flush();
        channel.force(true);
        zip.close();
        place();
    }

    /** A second name for what is written, which fails where there is a file; moving would replace it. */
    private void place() throws IOException {
        if (Files.exists(file)) {
            throw BackupRefusal.fileThere(file);
        }
        try {
            Files.createLink(file, written);
        } catch (FileAlreadyExistsException e) {
            throw BackupRefusal.fileThere(file);
        } catch (UnsupportedOperationException | FileSystemException e) {
            // Not every file system has second names.
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Removes what commands that were killed have left of the same file; those that still run keep theirs. */
    static List<Path> clean(Path file) throws IOException {
        Path folder = file.toAbsolutePath().resolveSibling(".");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Pattern left = Pattern.compile(Pattern.quote(file.getFileName() + ".") + "(\\d{1,18})\\.[0-9a-f]+\\.part");
        List<Path> gone = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path part : all) {
                Matcher named = left.matcher(part.getFileName().toString());
                if (named.matches()
                        && ProcessHandle.of(Long.parseLong(named.group(1))).isEmpty()) {
                    Files.deleteIfExists(part);
                    gone.add(part.normalize());
                }
            }
        }
        return gone;
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(written);
        }
    }
}
