package io.lianshu.privacy;

import io.lianshu.platform.refusal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

/**
 * Who was erased and when, by id, in a file beside the graph: a backup from before brings people back, and is no witness of
 * what was done since.
 */
final class ErasureJournal {

    private static final Set<StandardOpenOption> APPEND =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);

    private final Path file;

    ErasureJournal(Path file) {
        this.file = file;
    }

    /** Written through to the disk before the erasure is committed: one too many is erased twice, one too few comes back. */
    void add(String person, ZonedDateTime at) {
        byte[] line = (at.toInstant() + " " + person + "\n").getBytes(StandardCharsets.US_ASCII);
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
            try (FileChannel channel = FileChannel.open(file, APPEND)) {
                channel.write(ByteBuffer.wrap(line));
                channel.force(true);
            }
        } catch (IOException e) {
            throw new Refusal(
                    "ERASURE_NOT_NOTED",
                    Refusal.Kind.UNAVAILABLE,
                    null,
                    "数据目录中的删除记录无法写入，未删除；请联系系统管理员检查磁盘",
                    "the list of erasures in the data directory cannot be written, so nothing was erased; have its disk looked at");
        }
    }

    /** Whom it names from that moment on, each once. */
    List<String> since(ZonedDateTime moment) {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file, StandardCharsets.US_ASCII).stream()
                            .map(line -> line.split(" "))
                            .filter(words -> words.length == 2
                                    && !Instant.parse(words[0]).isBefore(moment.toInstant()))
                            .map(words -> words[1])
                            .distinct()
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("The list of erasures " + file + " cannot be read", e);
        }
    }
}
