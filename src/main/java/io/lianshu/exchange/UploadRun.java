package io.lianshu.exchange;

import io.lianshu.exchange.mapping.ImportPlan;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.refusal.Refusal.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Imports an uploaded table, on the thread that does nothing else. */
@OwnsItsThread
final class UploadRun {

    private static final Logger LOG = LoggerFactory.getLogger(UploadRun.class);

    private final Imports imports;
    private final int batch;

    UploadRun(Imports imports, int batch) {
        this.imports = imports;
        this.batch = batch;
    }

    void run(Upload upload) {
        upload.begin();
        ImportSummary summary = null;
        Refusal failure = null;
        boolean reported = false;
        try (ReportFile report = new ReportFile(upload.report())) {
            try {
                summary = imported(upload, report);
            } catch (Refusal e) {
                failure = e;
            }
            reported = report.written() != null;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            LOG.error("上传的导入失败 / an uploaded import failed", e);
            failure = new Refusal(
                    "INTERNAL_ERROR", Kind.UNAVAILABLE, null, "系统内部错误，请联系管理员", "Something went wrong on our side");
        }
        say(upload, summary);
        upload.end(summary, failure, reported);
    }

    private ImportSummary imported(Upload upload, ReportFile report) {
        ImportPlan plan = imports.template(upload.wish().template());
        if (plan.types().stream().anyMatch(type -> type.visibility().rule() != null)) {
            upload.keepSecret();
        }
        RowSource source = Sources.of(
                upload.table(),
                upload.wish().encoding(),
                plan.delimiter(),
                upload.wish().sheet());
        ImportOptions options = new ImportOptions(
                batch, upload.wish().dryRun(), upload.source(), upload.wish().owner(), true);
        return imports.run(plan, List.of(source), options, new ImportListener() {
            @Override
            public void issue(Issue issue) {
                report.issue(issue);
            }

            @Override
            public void progress(long rows, double part) {
                upload.progress(rows, part);
            }
        });
    }

    /** Whoever imports can find out by trying what is there already, so it is put down who did. */
    private static void say(Upload upload, @Nullable ImportSummary summary) {
        LOG.info(
                "{} 上传模板 {}{} / upload of {} by {}: {}",
                upload.wish().owner(),
                upload.wish().template(),
                upload.wish().dryRun() ? "（试运行 dry run）" : "",
                upload.id(),
                upload.wish().owner(),
                summary == null ? "failed" : summary.read() + " rows, " + summary.rejected() + " rejected");
    }
}
