package io.lianshu.platform.graph;

import java.net.URI;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Neo4j that answers this program: the embedded engine, or one that is run elsewhere. */
public interface GraphServer extends AutoCloseable {

    /** Where Bolt answers; the same as long as this object lives. */
    URI uri();

    /** The same without user, password or path, fit to be shown. */
    default String address() {
        URI uri = uri();
        return uri.getScheme() + "://" + uri.getHost() + ":" + (uri.getPort() < 0 ? 7687 : uri.getPort());
    }

    String username();

    String password();

    /** The database to use, or null for the server's default. */
    default @Nullable String database() {
        return null;
    }

    /** Whether the server is a child of a hub on this machine. */
    boolean embedded();

    /** Whether this program alone uses the server, which it has then started itself. */
    boolean exclusive();

    /** Begins and waits until the server answers; does nothing when somebody else runs it. */
    default void start() {}

    /** What is known of the server without asking it. */
    default State state() {
        return State.UP;
    }

    /** What the graph was put in place from, while that is not dealt with yet. */
    default Optional<Restored> restored() {
        return Optional.empty();
    }

    /** Says that it is dealt with. */
    default void forgetRestored() {}

    /** Stops the server; does nothing when somebody else runs it. */
    @Override
    default void close() {}

    /**
     * A backup that took the place of the graph.
     *
     * @param taken when the backup was
     * @param words what it was, for the audit
     */
    record Restored(ZonedDateTime taken, String words) {}

    /**
     * What is known of a server.
     *
     * @param downChinese why it is known to be down, or null when it is not
     * @param downEnglish the same in English
     * @param restarts how often it had to be started again
     */
    record State(@Nullable String downChinese, @Nullable String downEnglish, int restarts) {

        public static final State UP = new State(null, null, 0);

        public boolean isDown() {
            return downEnglish != null;
        }
    }
}
