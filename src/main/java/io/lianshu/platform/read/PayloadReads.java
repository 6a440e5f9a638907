package io.lianshu.platform.read;

import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Reads back, for a command's payload, what the command changed, through the same compiler as every read. */
public final class PayloadReads {

    private final ReadEngine engine;

    PayloadReads(ReadEngine engine) {
        this.engine = engine;
    }

    /**
     * To be asked of a mutation before it changes anything, so that nothing is changed whose payload would be refused.
     *
     * @param types node type by the payload's field
     * @throws io.lianshu.platform.refusal.Refusal when the payload's selection is too costly or not for the viewer
     */
    public void check(DataFetchingEnvironment mutation, String payload, Map<String, String> types) {
        engine.checkPayload(mutation, payload, types);
    }

    /** The node with this id, completed; for a field of a payload. */
    public CompletableFuture<Object> read(DataFetchingEnvironment field, String type, String id) {
        return engine.readPayload(field, type, id);
    }
}
