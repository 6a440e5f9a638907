package io.lianshu.exchange;

import io.lianshu.exchange.ImportSummary.Count;
import io.lianshu.platform.refusal.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client sees of an uploaded table.
 *
 * @param percent of the table that was read
 * @param rows what became of the rows; null while it is not over, or when it failed as a whole
 * @param nodes and relations by their kind; null besides when it would tell of bids in lots that are not opened
 * @param error why it failed, or null
 * @param report where rejected rows and warnings are, or null when there are none
 */
record UploadView(
        String id,
        String template,
        boolean dryRun,
        UploadStatus state,
        long rowsRead,
        int percent,
        @Nullable Rows rows,
        @Nullable Map<String, Count> nodes,
        @Nullable Map<String, Count> relations,
        @Nullable Fault error,
        @Nullable String report) {

    record Rows(long read, long written, long rejected, long skipped, long warnings) {}

    record Fault(String code, String message) {}

    static UploadView of(Upload upload, boolean english) {
        ImportSummary summary = upload.summary();
        Refusal failure = upload.failure();
        boolean counted = !upload.isSecret();
        return new UploadView(
                upload.id(),
                upload.wish().template(),
                upload.wish().dryRun(),
                upload.status(),
                upload.rows(),
                upload.status() == UploadStatus.DONE ? 100 : (int) (upload.part() * 100),
                summary == null
                        ? null
                        : new Rows(
                                summary.read(),
                                summary.written(),
                                summary.rejected(),
                                summary.skipped(),
                                summary.warnings()),
                summary != null && counted ? summary.nodes() : null,
                summary != null && counted ? summary.relations() : null,
                failure == null ? null : new Fault(failure.code(), failure.message(english)),
                upload.isReported() ? "/imports/" + upload.id() + "/report" : null);
    }
}
