package io.lianshu.platform.refusal;

import graphql.GraphQLContext;
import java.math.BigInteger;
import java.util.concurrent.ThreadLocalRandom;

/** Names one request in logs, in the answer's header and in internal errors. */
public record RequestId(String text) {

    /** The key in the GraphQL context. */
    public static final Class<RequestId> KEY = RequestId.class;

    /** The key of the id in exchange attributes, and of its text in the Reactor context. */
    public static final String CARRIER_KEY = "lianshu.request";

    /** The key in the logging context. */
    public static final String LOG_KEY = "request";

    public static RequestId random() {
        // Thirteen letters and digits; an id to search logs by, not a secret.
        long bits = ThreadLocalRandom.current().nextLong() & Long.MAX_VALUE;
        String text = BigInteger.valueOf(bits).toString(36);
        return new RequestId("0".repeat(13 - text.length()) + text);
    }

    /** The id of the request that is being executed, or one of its own when it came by another way. */
    static RequestId in(GraphQLContext context) {
        Object id = context.get(KEY);
        return id instanceof RequestId request ? request : random();
    }
}
