package io.lianshu.attachment;

import io.lianshu.platform.graph.GraphReadiness;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.graph.WaitingThreads;
import io.lianshu.platform.viewer.Viewer;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.codec.multipart.PartEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Lets so many uploads in at a time, writes each to the disk as it comes, and hands it on once it is whole. */
@OwnsItsThread
final class AttachmentIntake implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(AttachmentIntake.class);
    /** What a form has besides its file. */
    private static final int AROUND = 16 << 10;

    private final AttachmentSettings settings;
    private final Attachments attachments;
    private final GraphReadiness readiness;
    private final Semaphore places;
    /** Half of all places at most are one person's, so that one slow network does not keep the others out. */
    private final int mostOfOne;

    private final Map<String, Integer> taken = new ConcurrentHashMap<>();
    private final WaitingThreads threads;

    AttachmentIntake(AttachmentSettings settings, Attachments attachments, GraphReadiness readiness) {
        this.settings = settings;
        this.attachments = attachments;
        this.readiness = readiness;
        int all = settings.attachment().atOnce() + settings.attachment().waiting();
        this.places = new Semaphore(all);
        this.mostOfOne = Math.max(1, all / 2);
        this.threads = new WaitingThreads("attachment", settings.attachment().atOnce(), all, AttachmentRefused::busy);
    }

    /**
     * Takes a form in. Whether or not anybody waits for it: a form that has come whole is worked on to its end, and of
     * any other nothing stays.
     *
     * @param announced how long the body is to be; below 0 when the client does not say
     */
    Mono<StoredAttachment> take(Flux<PartEvent> parts, long announced, Viewer viewer) {
        return Mono.defer(() -> {
            if (announced > settings.attachment().mostBytes().toBytes() + AROUND) {
                throw AttachmentRefused.tooLarge(settings.attachment().mostBytes());
            }
            readiness.check();
            if (!enter(viewer)) {
                throw AttachmentRefused.busy();
            }
            return entered(parts, viewer);
        });
    }

    private boolean enter(Viewer viewer) {
        if (!places.tryAcquire()) {
            return false;
        }
        if (taken.merge(viewer.name(), 1, Integer::sum) > mostOfOne) {
            leave(viewer);
            return false;
        }
        return true;
    }

    private void leave(Viewer viewer) {
        taken.merge(viewer.name(), -1, Integer::sum);
        places.release();
    }

    private Mono<StoredAttachment> entered(Flux<PartEvent> parts, Viewer viewer) {
        Incoming incoming = Incoming.in(settings.incoming());
        return Mono.<Void>fromRunnable(incoming::prepare)
                .subscribeOn(Schedulers.boundedElastic())
                .then(Mono.defer(() -> new AttachmentForm(settings.attachment(), incoming).write(parts)))
                .then(Mono.defer(() -> Mono.fromFuture(handedOn(incoming, viewer), true)))
                .onErrorMap(UncheckedIOException.class, AttachmentIntake::unwritable)
                .onErrorResume(e -> abandoned(incoming, viewer).then(Mono.error(e)))
                .doOnCancel(() -> abandoned(incoming, viewer).subscribe());
    }

    private CompletableFuture<StoredAttachment> handedOn(Incoming incoming, Viewer viewer) {
        if (!incoming.handOn()) {
            return CompletableFuture.failedFuture(AttachmentRefused.brokenForm());
        }
        return threads.run(() -> attachments.take(incoming, viewer)).whenComplete((stored, fault) -> leave(viewer));
    }

    private static AttachmentRefused unwritable(UncheckedIOException e) {
        log.error("附件未能写入磁盘 / an attachment could not be written to the disk", e);
        return AttachmentRefused.storeUnavailable();
    }

    /** Removes an upload that is not handed on yet, whether or not anybody waits for that; nothing when it is. */
    private Mono<Void> abandoned(Incoming incoming, Viewer viewer) {
        if (!incoming.handOn()) {
            return Mono.empty();
        }
        CompletableFuture<Void> over = new CompletableFuture<>();
        Schedulers.boundedElastic().schedule(() -> {
            try {
                incoming.remove();
            } catch (RuntimeException e) {
                log.warn("未能清理上传 / an upload could not be removed: {}", String.valueOf(e));
            } finally {
                leave(viewer);
                over.complete(null);
            }
        });
        return Mono.fromFuture(over, true);
    }

    @Override
    public void close() {
        threads.close();
    }
}
