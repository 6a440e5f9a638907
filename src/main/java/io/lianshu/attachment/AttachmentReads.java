package io.lianshu.attachment;

import io.lianshu.platform.read.NodeReads;
import io.lianshu.platform.viewer.Viewer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Asks for an attachment as its viewer would ask the API. */
@Component
final class AttachmentReads {

    private static final String DOCUMENT = "query AttachmentFile($id: ID!) { node(id: $id) { "
            + "... on Attachment { objectKey name mime sha256 } } }";

    private final NodeReads reads;

    AttachmentReads(NodeReads reads) {
        this.reads = reads;
    }

    /** What is needed to give a file out. */
    record Seen(String objectKey, String name, String mime, String sha256) {}

    /** Fails with a refusal when the viewer sees no such attachment, or the graph is away. */
    Mono<Seen> seen(String id, Viewer viewer) {
        return reads.node(DOCUMENT, id, viewer).map(AttachmentReads::seen);
    }

    private static Seen seen(JsonNode node) {
        if (!node.path("objectKey").isString()) {
            throw AttachmentRefused.unknown();
        }
        return new Seen(
                node.path("objectKey").asString(),
                node.path("name").asString(""),
                node.path("mime").asString(""),
                node.path("sha256").asString(""));
    }
}
