package io.lianshu.platform.graph;

import io.lianshu.platform.refusal.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.ConnectionReadTimeoutException;
import org.neo4j.driver.exceptions.DiscoveryException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;

/** The graph does not answer; the same request may be sent again later. */
public final class GraphUnavailable extends Refusal {

    private static final long serialVersionUID = 1L;

    public static final String CODE = "GRAPH_UNAVAILABLE";

    public GraphUnavailable(String chinese, String english) {
        super(
                CODE,
                Kind.UNAVAILABLE,
                null,
                "图数据库暂时不可用：" + chinese + "。请稍后重试。",
                "the graph is unavailable: " + english + ". Try again later.");
    }

    /** The refusal that a failed statement means, or empty when the failure is not about reaching the graph. */
    public static Optional<GraphUnavailable> of(@Nullable Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof GraphUnavailable already) {
                return Optional.of(already);
            }
            if (e instanceof AuthenticationException) {
                return Optional.of(new GraphUnavailable("用户名或密码不被接受", "it does not accept our user or password"));
            }
            if (isAboutReaching(e)) {
                return Optional.of(new GraphUnavailable("连接不上", "no connection"));
            }
        }
        return Optional.empty();
    }

    private static boolean isAboutReaching(Throwable e) {
        return e instanceof ServiceUnavailableException
                || e instanceof SessionExpiredException
                || e instanceof DiscoveryException
                || e instanceof ConnectionReadTimeoutException
                || isPoolTimeout(e)
                || (e instanceof Neo4jException answered && isUnavailableCode(answered.code()));
    }

    private static boolean isPoolTimeout(Throwable e) {
        return e instanceof ClientException
                && String.valueOf(e.getMessage()).contains("Unable to acquire connection from the pool");
    }

    private static boolean isUnavailableCode(@Nullable String code) {
        return code != null
                && (code.equals("Neo.TransientError.General.DatabaseUnavailable")
                        || code.equals("Neo.ClientError.Database.DatabaseNotFound")
                        || code.equals("Neo.TransientError.Database.DatabaseUnavailable")
                        || code.equals("Neo.DatabaseError.Database.DatabaseUnavailable")
                        || code.equals("Neo.DatabaseError.General.StorageDamageDetected"));
    }
}
