package io.lianshu.exchange;

import io.lianshu.exchange.Upload.Wish;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.viewer.Callers;
import io.lianshu.platform.viewer.RefusalAnswer;
import io.lianshu.platform.viewer.Role;
import io.lianshu.platform.viewer.Viewer;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.codec.multipart.PartEventHttpMessageReader;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Tables sent over HTTP to be imported by a template, and how far each of them is. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/imports")
class UploadController {

    private static final Set<Role> ROLES = Set.of(Role.IMPORTER, Role.ADMINISTRATOR);
    private static final int RETRY_SECONDS = 30;
    private static final Set<String> TYPES = Set.of(
            "text/csv",
            "text/plain",
            "application/octet-stream",
            "application/vnd.ms-excel",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final PartEventHttpMessageReader form = new PartEventHttpMessageReader();
    private final Uploads uploads;
    private final UploadSettings settings;
    private final Callers callers;

    UploadController(Uploads uploads, UploadSettings settings, Callers callers) {
        this.uploads = uploads;
        this.settings = settings;
        this.callers = callers;
    }

    @PostMapping
    Mono<ResponseEntity<Object>> send(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        return take(exchange, (body, upload) -> {
            String type = type(request.getHeaders());
            if (type.equals(MediaType.MULTIPART_FORM_DATA_VALUE)) {
                return body.file(form.read(ResolvableType.forClass(PartEvent.class), request, Map.of()), upload)
                        .onErrorMap(DecodingException.class, e -> UploadRefused.brokenForm());
            }
            return TYPES.contains(type) ? request.getBody() : Flux.error(UploadRefused.contentType());
        });
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<Object>> find(ServerWebExchange exchange, @PathVariable String id) {
        return answered(exchange, viewer -> {
            Upload upload = known(id, viewer);
            return Mono.just(ResponseEntity.ok(UploadView.of(upload, viewer.speaksEnglish())));
        });
    }

    @GetMapping("/{id}/report")
    Mono<ResponseEntity<Object>> report(ServerWebExchange exchange, @PathVariable String id) {
        return answered(exchange, viewer -> {
            Upload upload = known(id, viewer);
            if (!upload.isReported()) {
                throw UploadRefused.noReport();
            }
            return Mono.just(ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"import-report.csv\"")
                    .body(new FileSystemResource(upload.report())));
        });
    }

    /** Where the bytes of a table come from. */
    private interface Bytes {
        Flux<DataBuffer> of(UploadBody body, Upload upload);
    }

    private Mono<ResponseEntity<Object>> take(ServerWebExchange exchange, Bytes bytes) {
        return answered(exchange, viewer -> {
            // At once, so that no caller who goes away meanwhile can keep the place.
            Upload upload = opened(exchange, viewer);
            UploadBody body = new UploadBody(settings.upload());
            return Mono.<Void>fromRunnable(upload::prepare)
                    .subscribeOn(Schedulers.boundedElastic())
                    .then(Mono.defer(() -> body.write(Flux.defer(() -> bytes.of(body, upload)), upload.table())))
                    .then(Mono.fromCallable(() -> submitted(upload, viewer)))
                    .onErrorResume(e -> abandoned(upload).then(Mono.error(e)))
                    .doOnCancel(() -> abandoned(upload).subscribe());
        });
    }

    private Upload opened(ServerWebExchange exchange, Viewer viewer) {
        Wish wish = wish(exchange.getRequest().getQueryParams(), viewer);
        long announced = exchange.getRequest().getHeaders().getContentLength();
        // A multipart body has some lines more than its file.
        if (announced > settings.upload().most().toBytes() + 4_096) {
            throw UploadRefused.tooLarge(settings.upload().most());
        }
        Upload upload = uploads.open(wish);
        if (upload == null) {
            throw UploadRefused.full();
        }
        return upload;
    }

    /** Gives it up, whether or not anybody waits for that; nothing when it is settled already. */
    private Mono<Void> abandoned(Upload upload) {
        if (!upload.settle()) {
            return Mono.empty();
        }
        return Mono.create(sink -> Schedulers.boundedElastic().schedule(() -> {
            try {
                uploads.abandon(upload);
                sink.success();
            } catch (RuntimeException e) {
                sink.error(e);
            }
        }));
    }

    private ResponseEntity<Object> submitted(Upload upload, Viewer viewer) {
        if (upload.settle()) {
            uploads.submit(upload);
        }
        return ResponseEntity.accepted()
                .location(URI.create("/imports/" + upload.id()))
                .body(UploadView.of(upload, viewer.speaksEnglish()));
    }

    private Wish wish(MultiValueMap<String, String> given, Viewer viewer) {
        String template = given.getFirst("template");
        if (template == null || !Templates.names().contains(template)) {
            throw UploadRefused.parameter(
                    "template",
                    "没有这个模板；全部模板见 lianshu templates",
                    "there is no such template; lianshu templates lists them");
        }
        String dryRun = given.getFirst("dryRun");
        if (dryRun != null && !dryRun.equals("true") && !dryRun.equals("false")) {
            throw UploadRefused.parameter("dryRun", "应为 true 或 false", "must be true or false");
        }
        return new Wish(
                template,
                "true".equals(dryRun),
                encoding(given.getFirst("encoding")),
                given.getFirst("sheet"),
                given.getFirst("source"),
                viewer.name());
    }

    private static @Nullable Charset encoding(@Nullable String name) {
        try {
            return name == null ? null : Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw UploadRefused.parameter("encoding", "没有此编码，应如 GB18030", "is no encoding, write GB18030");
        }
    }

    /** The content's type without its parameters; any bytes when the caller does not say, nothing when it is none. */
    private static String type(HttpHeaders headers) {
        try {
            MediaType type = headers.getContentType();
            return type == null ? MediaType.APPLICATION_OCTET_STREAM_VALUE : type.getType() + "/" + type.getSubtype();
        } catch (InvalidMediaTypeException e) {
            return "";
        }
    }

    /** Somebody else's import is as unknown as one that is not there. */
    private Upload known(String id, Viewer viewer) {
        Upload upload = uploads.find(id);
        if (upload == null
                || !(upload.wish().owner().equals(viewer.name())
                        || viewer.roles().contains(Role.ADMINISTRATOR))) {
            throw UploadRefused.unknown();
        }
        return upload;
    }

    private Mono<ResponseEntity<Object>> answered(
            ServerWebExchange exchange, Function<Viewer, Mono<ResponseEntity<Object>>> answer) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        return callers.viewer(headers)
                .flatMap(viewer -> {
                    if (viewer.roles().isEmpty()) {
                        throw UploadRefused.nobody();
                    }
                    if (!viewer.hasAnyOf(ROLES)) {
                        throw UploadRefused.notAllowed();
                    }
                    return answer.apply(viewer);
                })
                .onErrorResume(Refusal.class, refusal -> Mono.just(refused(refusal, headers)))
                // Nobody is there to be answered.
                .onErrorResume(DisconnectedClientHelper::isClientDisconnectedException, e -> Mono.empty());
    }

    private static ResponseEntity<Object> refused(Refusal refusal, HttpHeaders headers) {
        return refusal instanceof UploadRefused upload
                ? RefusalAnswer.of(refusal, upload.status(), headers, RETRY_SECONDS)
                : RefusalAnswer.of(refusal, headers, 1);
    }
}
