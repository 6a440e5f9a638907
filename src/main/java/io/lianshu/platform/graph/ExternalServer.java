package io.lianshu.platform.graph;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A Neo4j that is run elsewhere, reached by the settings {@code lianshu.neo4j.*}. */
public final class ExternalServer implements GraphServer {

    private final GraphSettings settings;

    public ExternalServer(GraphSettings settings) {
        this.settings = settings;
    }

    @Override
    public URI uri() {
        return Objects.requireNonNull(settings.uri());
    }

    @Override
    public String username() {
        return settings.username();
    }

    @Override
    public String password() {
        return settings.password();
    }

    @Override
    public @Nullable String database() {
        return settings.database();
    }

    @Override
    public boolean embedded() {
        return false;
    }

    @Override
    public boolean exclusive() {
        return false;
    }
}
