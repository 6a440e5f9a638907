package io.lianshu.collusion.casework;

import io.lianshu.platform.read.NodeReads;
import io.lianshu.platform.viewer.Viewer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Asks for a case as its viewer would ask the API, by the operation CaseDossier, so that paper shows what a page would. */
@Component
final class DossierReads {

    private final NodeReads reads;
    private final String document;

    DossierReads(NodeReads reads) {
        this.reads = reads;
        try {
            document = new ClassPathResource("operations/analyst/CaseDossier.graphql")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails with a refusal when the viewer sees no such case, or the graph is away. */
    Mono<JsonNode> matter(String id, Viewer viewer) {
        return reads.node(document, id, viewer).map(matter -> {
            if (!matter.path("caseNo").isString()) {
                throw DossierRefused.unknown();
            }
            return matter;
        });
    }
}
