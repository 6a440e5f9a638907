package io.lianshu.platform.read;

import graphql.schema.DataFetchingEnvironment;
import io.lianshu.platform.viewer.Viewer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Reads what a payload shows through the same compiler as every read: what a command changed, or what an event is about.
 */
public final class PayloadReads {

    private final ReadEngine engine;

    PayloadReads(ReadEngine engine) {
        this.engine = engine;
    }

    /**
     * To be asked of a mutation before it changes anything, so that nothing is changed whose payload would be refused; of a
     * subscription before its first event.
     *
     * @param types node type by the payload's field
     * @throws io.lianshu.platform.refusal.Refusal when the payload's selection is too costly or not for the viewer
     */
    public void check(DataFetchingEnvironment mutation, String payload, Map<String, String> types) {
        engine.checkPayload(mutation, payload, types);
    }

    /** The node with this id, completed; for a field of a payload. */
    public CompletableFuture<Object> read(DataFetchingEnvironment field, String type, String id) {
        return read(field, type, id, field.getGraphQlContext().getOrDefault(Viewer.KEY, Viewer.PUBLIC));
    }

    /** The same as somebody else than who asked, or as who asked is by now. */
    public CompletableFuture<Object> read(DataFetchingEnvironment field, String type, String id, Viewer viewer) {
        return engine.readPayload(field, type, id, viewer);
    }
}
