package io.lianshu.attachment;

import io.lianshu.attachment.AttachmentReads.Seen;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.refusal.Faults;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.refusal.RefusalHttp;
import io.lianshu.platform.viewer.Callers;
import io.lianshu.platform.viewer.RefusalAnswer;
import io.lianshu.platform.viewer.Role;
import io.lianshu.platform.viewer.Viewer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.codec.multipart.PartEventHttpMessageReader;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Photos and files over HTTP: one comes in with each request, and goes out to whoever sees its node. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/attachments")
@OwnsItsThread
class AttachmentController {

    private static final Logger log = LoggerFactory.getLogger(AttachmentController.class);
    private static final int RETRY_SECONDS = 5;

    private static final Set<Role> ROLES = Set.of(
            Role.AGENT,
            Role.DEPARTMENT_APPROVER,
            Role.WINDOW_CLERK,
            Role.TOWN_TRADER,
            Role.SUPERVISOR,
            Role.ANALYST,
            Role.CASE_OFFICER);
    /** Under this name Reactor looks for whom to tell of an error that comes after its stream was cancelled. */
    private static final String DROPPED = "reactor.onErrorDropped.local";

    private static final Consumer<Throwable> GONE = AttachmentController::dropped;
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final PartEventHttpMessageReader form = new PartEventHttpMessageReader();
    private final AttachmentIntake intake;
    private final AttachmentReads reads;
    private final ObjectStore store;
    private final Callers callers;

    AttachmentController(AttachmentIntake intake, AttachmentReads reads, ObjectStore store, Callers callers) {
        this.intake = intake;
        this.reads = reads;
        this.store = store;
        this.callers = callers;
        form.setMaxInMemorySize(AttachmentForm.LONGEST_FIELD);
        form.setMaxParts(AttachmentForm.MOST_PARTS);
    }

    @PostMapping
    Mono<ResponseEntity<Object>> send(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        return answered(exchange, viewer -> {
            if (viewer.roles().isEmpty()) {
                throw AttachmentRefused.nobody();
            }
            if (!viewer.hasAnyOf(ROLES)) {
                throw AttachmentRefused.notAllowed();
            }
            if (viewer.personId() == null) {
                throw AttachmentRefused.noPerson();
            }
            if (!isForm(request.getHeaders())) {
                throw AttachmentRefused.contentType();
            }
            Flux<PartEvent> parts =
                    Flux.defer(() -> form.read(ResolvableType.forClass(PartEvent.class), request, Map.of()));
            return intake.take(parts, request.getHeaders().getContentLength(), viewer)
                    .map(stored -> ResponseEntity.created(URI.create("/attachments/" + stored.id()))
                            .body(stored));
        });
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<Object>> file(ServerWebExchange exchange, @PathVariable String id) {
        return given(exchange, id, false);
    }

    @GetMapping("/{id}/thumbnail")
    Mono<ResponseEntity<Object>> thumbnail(ServerWebExchange exchange, @PathVariable String id) {
        return given(exchange, id, true);
    }

    private Mono<ResponseEntity<Object>> given(ServerWebExchange exchange, String id, boolean small) {
        return answered(
                exchange,
                viewer -> reads.seen(id, viewer).flatMap(seen -> {
                    String key = small ? ObjectStore.small(seen.objectKey()) : seen.objectKey();
                    String tag = "\"" + seen.sha256() + (small ? "-small" : "") + "\"";
                    // An import may name any object: of what lies beside the store nothing is given out.
                    if (!ObjectStore.KEY.matcher(key).matches()) {
                        throw AttachmentRefused.withoutFile();
                    }
                    if (exchange.checkNotModified(tag)) {
                        return Mono.just(ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                                .headers(cached(tag))
                                .build());
                    }
                    return store.find(key)
                            .switchIfEmpty(Mono.error(AttachmentRefused::withoutFile))
                            .flatMap(bytes -> write(exchange.getResponse(), headers(seen, small, tag), bytes));
                }));
    }

    /** Here and not by Spring, which would look for an encoder of the photo's media type. */
    private static <T> Mono<T> write(ServerHttpResponse response, HttpHeaders headers, Flux<DataBuffer> bytes) {
        response.getHeaders().putAll(headers);
        return response.writeWith(bytes).then(Mono.empty());
    }

    private static HttpHeaders headers(Seen seen, boolean small, String tag) {
        FileKind kind = small ? FileKind.JPEG : FileKind.of(seen.mime()).orElse(null);
        String name = kind == null ? "attachment.bin" : kind.name(seen.name());
        // A photo may be shown where it is asked for; whatever else there is, is to be kept as a file.
        ContentDisposition.Builder place =
                kind == null || kind == FileKind.PDF ? ContentDisposition.attachment() : ContentDisposition.inline();
        HttpHeaders headers = cached(tag);
        headers.setContentType(
                kind == null ? MediaType.APPLICATION_OCTET_STREAM : MediaType.parseMediaType(kind.mime()));
        headers.setContentDisposition(
                place.filename(name, StandardCharsets.UTF_8).build());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
        return headers;
    }

    private static HttpHeaders cached(String tag) {
        HttpHeaders headers = new HttpHeaders();
        headers.setETag(tag);
        headers.setCacheControl(CacheControl.maxAge(FRESH).cachePrivate());
        headers.add(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        return headers;
    }

    private static boolean isForm(HttpHeaders headers) {
        try {
            MediaType type = headers.getContentType();
            return type != null && MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private Mono<ResponseEntity<Object>> answered(
            ServerWebExchange exchange, Function<Viewer, Mono<ResponseEntity<Object>>> answer) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        return callers.viewer(headers)
                .flatMap(answer)
                // Nobody is there to be answered.
                .onErrorResume(DisconnectedClientHelper::isClientDisconnectedException, e -> Mono.empty())
                .onErrorResume(e -> {
                    Refusal refusal = Faults.refusal(e);
                    return refusal == null ? Mono.error(e) : Mono.just(refused(refusal, headers));
                })
                .contextWrite(context -> context.put(DROPPED, GONE));
    }

    /** What comes after a client that has gone is nobody's fault; an error that nobody hears otherwise is told. */
    private static void dropped(Throwable e) {
        if (!DisconnectedClientHelper.isClientDisconnectedException(e)) {
            log.warn("附件请求已中断 / an attachment's request was broken off: {}", String.valueOf(e));
        }
    }

    private static ResponseEntity<Object> refused(Refusal refusal, HttpHeaders headers) {
        HttpStatus status = refusal instanceof AttachmentRefused own ? own.status() : RefusalHttp.status(refusal);
        return RefusalAnswer.of(refusal, status, headers, RETRY_SECONDS);
    }
}
