package io.lianshu.platform.refusal;

import io.lianshu.platform.refusal.Refusal.Kind;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.DiscoveryException;
import org.neo4j.driver.exceptions.FatalDiscoveryException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;

/** Tells which of the graph's exceptions are no fault of ours, and what to say of them. */
final class GraphFault {

    private GraphFault() {}

    /** The refusal for one exception, not looking at its causes; null when it is not one of these. */
    static @Nullable Refusal refusal(Throwable fault) {
        if (fault instanceof ServiceUnavailableException
                || fault instanceof SessionExpiredException
                || fault instanceof DiscoveryException
                || fault instanceof FatalDiscoveryException) {
            return unavailable();
        }
        if (fault instanceof TimeoutException) {
            return timeout();
        }
        if (!(fault instanceof Neo4jException graph)) {
            return null;
        }
        String code = graph.code();
        if (code.contains("Timeout") || code.contains("TimedOut") || code.endsWith("Transaction.Terminated")) {
            return timeout();
        }
        if (code.contains("DatabaseUnavailable") || code.contains("Cluster.NotALeader")) {
            return unavailable();
        }
        if (code.contains("OutOfMemory")) {
            return new Refusal(
                    "QUERY_TOO_LARGE",
                    Kind.TOO_MUCH,
                    null,
                    "查询需要的内存过多，请缩小范围后重试",
                    "The query needs too much memory; ask for less and try again");
        }
        // The driver gives an exhausted pool no code of its own.
        if (graph instanceof ClientException
                && String.valueOf(graph.getMessage()).startsWith("Unable to acquire connection from the pool")) {
            return ErrorText.unavailable("GRAPH_BUSY", "图数据库繁忙，请稍后重试", "The graph is busy; try again shortly");
        }
        return null;
    }

    private static Refusal unavailable() {
        return ErrorText.unavailable(
                "GRAPH_UNAVAILABLE", "图数据库暂不可用，请稍后重试", "The graph cannot be reached; try again shortly");
    }

    private static Refusal timeout() {
        return new Refusal(
                "QUERY_TIMEOUT",
                Kind.TOO_MUCH,
                null,
                "查询超时，请缩小范围后重试",
                "The query took too long; ask for less and try again");
    }
}
