package io.lianshu.exchange;

import io.lianshu.exchange.Upload.Wish;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.util.FileSystemUtils;

/**
 * Uploaded tables, imported one after the other on a thread of their own. What is known of them ends with the hub; an
 * import that was under way is sent again.
 */
final class Uploads implements DisposableBean {

    private final UploadSettings settings;
    private final Consumer<Upload> work;
    private final Semaphore places;
    private final Map<String, Upload> known = new LinkedHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "uploaded-import");
        thread.setDaemon(true);
        return thread;
    });

    /** @param work imports one table; it takes its time */
    Uploads(UploadSettings settings, Consumer<Upload> work) {
        this.settings = settings;
        this.work = work;
        this.places = new Semaphore(1 + settings.upload().waiting());
        // What an earlier hub left there nobody can ask for.
        delete(settings.folder());
    }

    /**
     * Makes room for a table before its first byte.
     *
     * @return null when all places are taken; else it must come to {@link #submit} or {@link #abandon}
     */
    @Nullable
    Upload open(Wish wish) {
        if (!places.tryAcquire()) {
            return null;
        }
        return new Upload(wish, settings.folder());
    }

    /** Nothing of the table stays. */
    void abandon(Upload upload) {
        try {
            delete(upload.folder());
        } finally {
            places.release();
        }
    }

    /** The table is whole and waits for its turn. */
    void submit(Upload upload) {
        synchronized (known) {
            known.put(upload.id(), upload);
            forgetOldest();
        }
        worker.execute(() -> {
            try {
                work.accept(upload);
            } finally {
                delete(upload.table());
                places.release();
            }
        });
    }

    /** Null when there is none, or it is long over. */
    @Nullable
    Upload find(String id) {
        synchronized (known) {
            return known.get(id);
        }
    }

    private void forgetOldest() {
        var each = known.values().iterator();
        for (int surplus = known.size() - settings.upload().kept(); surplus > 0 && each.hasNext(); ) {
            Upload upload = each.next();
            if (upload.isOver()) {
                each.remove();
                delete(upload.folder());
                surplus--;
            }
        }
    }

    private static void delete(Path path) {
        try {
            FileSystemUtils.deleteRecursively(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
