package io.lianshu.collusion.casework;

import io.lianshu.platform.graph.GraphReadiness;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.graph.WaitingThreads;
import io.lianshu.platform.identifier.Sha256;
import io.lianshu.platform.refusal.Faults;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.viewer.Callers;
import io.lianshu.platform.viewer.RefusalAnswer;
import io.lianshu.platform.viewer.Role;
import io.lianshu.platform.viewer.Viewer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Dossiers of cases as files, each kept in the chain of custody before it is given out. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/cases")
@OwnsItsThread
class DossierController implements AutoCloseable {

    private static final Set<Role> ROLES = Set.of(Role.CASE_OFFICER, Role.SUPERVISOR, Role.DIRECTOR);
    private static final String WORD = "docx";
    private static final String PDF = "pdf";
    private static final int RETRY_SECONDS = 5;
    /** A dossier takes some ten megabytes while it is written. */
    private static final int AT_ONCE = 2;

    private static final int WAITING = 20;

    private final Callers callers;
    private final GraphReadiness readiness;
    private final DossierReads reads;
    private final DossierLogGraph log;
    private final Clock clock;
    private final WaitingThreads threads = new WaitingThreads("dossier", AT_ONCE, WAITING, DossierRefused::busy);

    DossierController(Callers callers, GraphReadiness readiness, DossierReads reads, DossierLogGraph log, Clock clock) {
        this.callers = callers;
        this.readiness = readiness;
        this.reads = reads;
        this.log = log;
        this.clock = clock;
    }

    @RequestMapping(path = "/{id}/dossier", method = RequestMethod.HEAD)
    ResponseEntity<Void> head() {
        return RefusalAnswer.getOnly();
    }

    @GetMapping("/{id}/dossier")
    Mono<ResponseEntity<Object>> dossier(
            ServerWebExchange exchange, @PathVariable String id, @RequestParam(defaultValue = WORD) String format) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        return callers.viewer(headers)
                .flatMap(viewer -> {
                    check(viewer, format);
                    readiness.check();
                    return reads.matter(id, viewer)
                            .flatMap(matter -> Mono.fromFuture(() -> threads.run(() -> file(matter, format, viewer))));
                })
                .onErrorResume(e -> {
                    Refusal refusal = Faults.refusal(e);
                    return refusal == null
                            ? Mono.error(e)
                            : Mono.just(RefusalAnswer.of(refusal, headers, RETRY_SECONDS));
                });
    }

    private static void check(Viewer viewer, String format) {
        if (viewer.roles().isEmpty()) {
            throw DossierRefused.nobody();
        }
        if (!viewer.hasAnyOf(ROLES)) {
            throw DossierRefused.notAllowed();
        }
        if (!Set.of(WORD, PDF).contains(format)) {
            throw DossierRefused.format();
        }
    }

    @Override
    public void close() {
        threads.close();
    }

    private ResponseEntity<Object> file(JsonNode matter, String format, Viewer viewer) {
        ZonedDateTime now = ZonedDateTime.now(clock);
        String number = matter.path("caseNo").asString();
        Dossier dossier = DossierText.of(
                matter,
                number + " · 导出 exported by " + viewer.name() + " " + PaperText.minute(now) + " · 内部资料 internal");
        byte[] bytes = format.equals(PDF) ? new PdfDossier().write(dossier) : WordDossier.write(dossier);
        String name = number + "." + format;
        // What is given out is known, or it is not given out.
        log.add(
                matter.path("id").asString(),
                name,
                HexFormat.of().formatHex(Sha256.begin().digest(bytes)),
                viewer,
                now);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(
                        format.equals(PDF)
                                ? MediaType.APPLICATION_PDF_VALUE
                                : "application/vnd.openxmlformats-officedocument.wordprocessingml.document"))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(bytes);
    }
}
