package io.lianshu.exchange;

import io.lianshu.exchange.Issue.Severity;
import io.lianshu.exchange.mapping.Counters;
import io.lianshu.exchange.mapping.Fault;
import io.lianshu.exchange.mapping.ImportPlan;
import io.lianshu.exchange.mapping.RowDraft;
import io.lianshu.exchange.mapping.RowFault;
import io.lianshu.exchange.mapping.RowReader;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.write.RowCheck;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * One import from the first row to the last. The caller's thread reads and judges rows, another writes batches in
 * their order; at most two batches wait.
 */
@OwnsItsThread
final class ImportRun {

    private static final int WAITING = 2;

    private final ImportPlan plan;
    private final List<? extends RowSource> sources;
    private final ImportOptions options;
    private final ImportListener listener;
    private final List<RowCheck> checks;
    private final BatchWriter writer;
    private final Repeats repeats;
    private final List<String> files;
    private final Deque<Future<Integer>> underway = new ArrayDeque<>();
    private List<RowDraft> batch = new ArrayList<>();
    private long read;
    private long written;
    private long skipped;
    private long rejected;
    private long warnings;

    ImportRun(
            ImportPlan plan,
            List<? extends RowSource> sources,
            ImportOptions options,
            ImportListener listener,
            List<RowCheck> checks,
            ImportGraph graph,
            Stamp stamp) {
        this.plan = plan;
        this.sources = sources;
        this.options = options;
        this.listener = listener;
        this.checks = checks;
        this.files = stamp.files();
        this.repeats = new Repeats(plan, sources);
        this.writer = new BatchWriter(
                plan,
                graph,
                stamp,
                options.dryRun(),
                (row, fault) -> report(issue(Severity.REJECTED, row.file(), row.line(), fault), 1));
    }

    ImportSummary run() {
        long start = System.nanoTime();
        Counters counters = new Counters();
        checks.forEach(RowCheck::begin);
        List<RowReader> readers = sources.stream()
                .map(source -> plan.bind(source.name(), source.header(), counters))
                .toList();
        ExecutorService writing = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "import-writer");
            thread.setDaemon(true);
            return thread;
        });
        try {
            for (int file = 0; file < sources.size(); file++) {
                sources.get(file).read(new Reading(file, readers.get(file), writing));
            }
            submit(writing);
            while (!underway.isEmpty()) {
                await();
            }
        } finally {
            writing.shutdownNow();
        }
        return new ImportSummary(
                read,
                written,
                rejected,
                skipped,
                warnings,
                writer.memory().nodeCounts(),
                writer.memory().relationCounts(),
                Duration.ofNanos(System.nanoTime() - start));
    }

    /** Receives the rows of one source. */
    private final class Reading implements RowSource.Sink {

        private final int file;
        private final RowReader reader;
        private final ExecutorService writing;
        private final List<RowFault> faults = new ArrayList<>();

        Reading(int file, RowReader reader, ExecutorService writing) {
            this.file = file;
            this.reader = reader;
            this.writing = writing;
        }

        @Override
        public void row(long line, String[] cells) {
            read++;
            faults.clear();
            RowDraft draft = reader.read(file, line, cells, faults);
            if (draft == null) {
                if (faults.isEmpty()) {
                    skipped++;
                } else {
                    reject(line, faults);
                }
                return;
            }
            repeats.see(draft, fault -> warn(line, fault));
            if (!checks.isEmpty()) {
                check(line, draft);
            }
            batch.add(draft);
            if (batch.size() >= options.batch()) {
                submit(writing);
            }
        }

        private void check(long line, RowDraft draft) {
            DraftView view = new DraftView(plan, draft);
            for (RowCheck check : checks) {
                for (RowCheck.Oddity odd : check.check(view)) {
                    Fault fault = new Fault(
                            odd.code(), odd.chinese(), odd.english(), odd.chineseRemedy(), odd.englishRemedy());
                    warn(line, new RowFault("", odd.field(), "", "", fault));
                }
            }
        }

        @Override
        public void broken(long line, Fault fault) {
            read++;
            reject(line, List.of(RowFault.ofRow(fault)));
        }

        @Override
        public void progress(double part) {
            synchronized (ImportRun.this) {
                listener.progress(read, (file + part) / sources.size());
            }
        }

        private void reject(long line, List<RowFault> all) {
            int first = 1;
            for (RowFault fault : all) {
                report(issue(Severity.REJECTED, file, line, fault), first);
                first = 0;
            }
        }

        private void warn(long line, RowFault fault) {
            report(issue(Severity.WARNING, file, line, fault), 1);
        }
    }

    private Issue issue(Severity severity, int file, long line, RowFault fault) {
        return new Issue(severity, files.get(file), line, sources.get(file).place(line), fault);
    }

    private synchronized void report(Issue issue, int count) {
        if (issue.severity() == Severity.REJECTED) {
            rejected += count;
        } else {
            warnings += count;
        }
        listener.issue(issue);
    }

    private void submit(ExecutorService writing) {
        if (batch.isEmpty()) {
            return;
        }
        List<RowDraft> rows = batch;
        batch = new ArrayList<>(options.batch());
        underway.add(writing.submit(() -> writer.write(rows)));
        while (underway.size() > WAITING) {
            await();
        }
    }

    private void await() {
        Future<Integer> oldest = underway.remove();
        try {
            written += oldest.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImportStopped("导入被中断", "The import was interrupted");
        } catch (ExecutionException e) {
            @Nullable Throwable cause = e.getCause();
            if (cause instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(cause);
        }
    }
}
