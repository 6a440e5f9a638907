package io.lianshu.exchange.subgraph;

import io.lianshu.platform.audit.AuditAction;
import io.lianshu.platform.audit.AuditEntry;
import io.lianshu.platform.audit.AuditTrail;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.viewer.Callers;
import io.lianshu.platform.viewer.RefusalAnswer;
import io.lianshu.platform.viewer.Role;
import io.lianshu.platform.viewer.Viewer;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What lies around a node, the paths between two, what bidders share, and a ring, as files for other programs. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/graphs")
@OwnsItsThread
class SubgraphController {

    private static final Set<Role> ROLES = Set.of(Role.SUPERVISOR, Role.ANALYST, Role.CASE_OFFICER);

    private final AskedSubgraphs subgraphs;
    private final Callers callers;
    private final AuditTrail audit;
    private final Clock clock;

    SubgraphController(AskedSubgraphs subgraphs, Callers callers, AuditTrail audit, Clock clock) {
        this.subgraphs = subgraphs;
        this.callers = callers;
        this.audit = audit;
        this.clock = clock;
    }

    @RequestMapping(path = "/{question}", method = RequestMethod.HEAD)
    ResponseEntity<Void> head() {
        return RefusalAnswer.getOnly();
    }

    @GetMapping("/{question}")
    Mono<ResponseEntity<Object>> export(ServerWebExchange exchange, @PathVariable String question) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        return callers.viewer(headers)
                .flatMap(viewer -> file(
                        allowed(viewer),
                        SubgraphQuestion.of(question).orElseThrow(SubgraphRefused::unknownQuestion),
                        new SubgraphParameters(exchange.getRequest().getQueryParams())))
                .onErrorResume(Refusal.class, refusal -> Mono.just(RefusalAnswer.of(refusal, headers, 1)))
                // Nobody is there to be answered.
                .onErrorResume(DisconnectedClientHelper::isClientDisconnectedException, e -> Mono.empty());
    }

    /** Files of several nodes can lie in one folder. */
    private static String name(SubgraphQuestion question, Map<String, Object> variables) {
        String about = variables.values().stream()
                .map(String::valueOf)
                .filter(NodeId::isWellFormed)
                .map(id -> "-" + id.substring(0, Math.min(12, id.length())))
                .limit(2)
                .collect(Collectors.joining());
        return question.path() + about;
    }

    private static Viewer allowed(Viewer viewer) {
        if (viewer.roles().isEmpty()) {
            throw SubgraphRefused.nobody();
        }
        if (!viewer.hasAnyOf(ROLES)) {
            throw SubgraphRefused.notAllowed();
        }
        return viewer;
    }

    private Mono<ResponseEntity<Object>> file(Viewer viewer, SubgraphQuestion question, SubgraphParameters given) {
        SubgraphFormat format = given.format();
        Map<String, Object> variables = given.variables(question);
        return subgraphs
                .ask(question, variables, viewer)
                .publishOn(Schedulers.boundedElastic())
                .map(found -> {
                    ZonedDateTime now = ZonedDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
                    String details = "%s, %d nodes, %d edges"
                            .formatted(
                                    format.extension(),
                                    found.nodes().size(),
                                    found.edges().size());
                    // What is taken out is known, or it is not given out.
                    audit.append(new AuditEntry(
                            now,
                            AuditAction.EXPORT,
                            viewer.name(),
                            viewer.rights(),
                            "graphs/" + question.path(),
                            variables.values().stream()
                                    .map(String::valueOf)
                                    .filter(NodeId::isWellFormed)
                                    .findFirst()
                                    .orElse(null),
                            null,
                            details));
                    return ResponseEntity.ok()
                            .contentType(format.media())
                            .cacheControl(CacheControl.noStore())
                            .header(
                                    HttpHeaders.CONTENT_DISPOSITION,
                                    ContentDisposition.attachment()
                                            .filename(name(question, variables) + "." + format.extension())
                                            .build()
                                            .toString())
                            .header("X-Content-Type-Options", "nosniff")
                            .body(format.write(found, About.of(question, variables, found, viewer, now)));
                });
    }
}
