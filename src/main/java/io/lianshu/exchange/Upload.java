package io.lianshu.exchange;

import io.lianshu.platform.refusal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One uploaded table on its way into the graph: written by its one worker, read by whoever asks about it. */
final class Upload implements ImportListener {

    private final String id = UUID.randomUUID().toString();
    private final Wish wish;
    private final Path folder;
    private volatile UploadStatus status = UploadStatus.QUEUED;
    private volatile long rows;
    private volatile double part;
    private volatile @Nullable ImportSummary summary;
    private volatile @Nullable Refusal failure;
    private volatile boolean reported;
    private volatile boolean secret;
    private volatile String source;
    private final AtomicBoolean settled = new AtomicBoolean();

    /**
     * What is to be done with a table.
     *
     * @param source what goes into the property {@code source}; null: the name of the file that is sent
     * @param owner name of the viewer who sent it
     */
    record Wish(
            String template,
            boolean dryRun,
            @Nullable Charset encoding,
            @Nullable String sheet,
            @Nullable String source,
            String owner) {}

    /** @param folder where uploads lie; each has a folder of its own there */
    Upload(Wish wish, Path folder) {
        this.wish = wish;
        this.folder = folder.resolve(id);
        this.source = wish.source() == null ? "upload" : wish.source();
    }

    /** True once: whoever gets it says whether the table waits for its turn or is given up. */
    boolean settle() {
        return settled.compareAndSet(false, true);
    }

    /** What goes into the property {@code source}. */
    String source() {
        return source;
    }

    /** The sent file's name, as far as it is fit to be kept. */
    void named(@Nullable String file) {
        String plain =
                file == null ? "" : file.replaceAll(".*[/\\\\]|\\p{Cntrl}", "").strip();
        if (wish.source() == null && !plain.isEmpty()) {
            source = plain.substring(0, Math.min(plain.length(), 100));
        }
    }

    String id() {
        return id;
    }

    Wish wish() {
        return wish;
    }

    Path folder() {
        return folder;
    }

    /** Makes the folder. */
    void prepare() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The table; its name stands in the report. */
    Path table() {
        return folder.resolve("upload");
    }

    Path report() {
        return folder.resolve("report.csv");
    }

    UploadStatus status() {
        return status;
    }

    boolean isOver() {
        return status == UploadStatus.DONE || status == UploadStatus.FAILED;
    }

    long rows() {
        return rows;
    }

    double part() {
        return part;
    }

    @Nullable
    ImportSummary summary() {
        return summary;
    }

    @Nullable
    Refusal failure() {
        return failure;
    }

    boolean isReported() {
        return reported;
    }

    void begin() {
        status = UploadStatus.RUNNING;
    }

    @Override
    public void progress(long read, double done) {
        rows = read;
        part = done;
    }

    /**
     * Whether it is not told what of it was in the graph before: that there are bids is secret until their lot is
     * opened, from those too who bring others in.
     */
    boolean isSecret() {
        return secret;
    }

    void keepSecret() {
        secret = true;
    }

    /** @param withReport whether there is something in the report */
    void end(@Nullable ImportSummary did, @Nullable Refusal why, boolean withReport) {
        summary = did;
        failure = why;
        reported = withReport;
        rows = did == null ? rows : did.read();
        status = why == null ? UploadStatus.DONE : UploadStatus.FAILED;
    }
}
