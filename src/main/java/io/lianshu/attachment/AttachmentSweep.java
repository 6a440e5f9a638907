package io.lianshu.attachment;

import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.graph.Sweep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes now and then uploads that nothing was made of and objects that no node knows. */
@OwnsItsThread
final class AttachmentSweep implements Sweep {

    private static final Logger log = LoggerFactory.getLogger(AttachmentSweep.class);
    /** No upload takes as long. */
    private static final Duration LEFT_BEHIND = Duration.ofDays(1);

    private static final int AT_ONCE = 500;

    private final AttachmentSettings settings;
    private final ObjectStore store;
    private final AttachmentGraph graph;
    private final Clock clock;

    AttachmentSweep(AttachmentSettings settings, ObjectStore store, AttachmentGraph graph, Clock clock) {
        this.settings = settings;
        this.store = store;
        this.graph = graph;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "attachments";
    }

    @Override
    public Duration pause() {
        return settings.attachment().sweep();
    }

    @Override
    public void sweep() {
        int unattached = removeUnattached();
        int leftBehind = removeLeftBehind();
        if (unattached + leftBehind > 0) {
            log.info(
                    "已删除未使用的附件 {} 个、中断的上传 {} 个 / removed {} attachments of no use and {} broken uploads",
                    unattached,
                    leftBehind,
                    unattached,
                    leftBehind);
        }
    }

    /** A note comes first for each, so that its objects go even if the hub ends in between; how many went. */
    int removeUnattached() {
        int removed = 0;
        List<String> keys;
        do {
            keys = graph.unattached(settings.attachment().unattachedKept(), AT_ONCE).stream()
                    .filter(key -> ObjectStore.KEY.matcher(key).matches())
                    .toList();
            List<Incoming> notes = keys.stream()
                    .map(key -> Incoming.of(settings.incoming(), key))
                    .toList();
            notes.forEach(Incoming::prepare);
            List<String> gone = graph.remove(keys);
            for (Incoming note : notes) {
                if (gone.contains(note.key())) {
                    removeObjects(note);
                }
                note.remove();
            }
            removed += gone.size();
        } while (keys.size() == AT_ONCE);
        return removed;
    }

    /** What uploads left that ended half-way, as the notes in their folders tell; how many. */
    int removeLeftBehind() {
        Instant before = clock.instant().minus(LEFT_BEHIND);
        int removed = 0;
        for (Path folder : folders()) {
            Incoming note =
                    Incoming.of(settings.incoming(), folder.getFileName().toString());
            if (ObjectStore.KEY.matcher(note.key()).matches() && isBefore(folder, before)) {
                if (!graph.knows(note.key())) {
                    removeObjects(note);
                }
                note.remove();
                removed++;
            }
        }
        return removed;
    }

    private void removeObjects(Incoming note) {
        store.remove(note.key());
        store.remove(ObjectStore.small(note.key()));
    }

    private List<Path> folders() {
        if (!Files.isDirectory(settings.incoming())) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(settings.incoming())) {
            return all.filter(folder -> folder.getFileName().toString().length() == 32)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isBefore(Path folder, Instant moment) {
        try {
            return Files.getLastModifiedTime(folder).toInstant().isBefore(moment);
        } catch (IOException e) {
            // It was removed meanwhile.
            return false;
        }
    }
}
