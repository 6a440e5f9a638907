package io.lianshu.platform.graph;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code lianshu.neo4j.*}: which Neo4j, and how patient the hub is with it.
 *
 * @param uri an external Neo4j ({@code bolt://…} or {@code neo4j://…}, {@code +s} for TLS); null: the embedded engine
 * @param username the user at the external Neo4j
 * @param password that user's password; empty: no authentication
 * @param database the database at the external Neo4j; null: its default
 * @param connectionTimeout how long opening one connection may take
 * @param acquisitionTimeout how long a request may wait for a free connection
 * @param retryTime how long a managed transaction is tried again after transient failures
 * @param pool the most connections to one server
 */
@ConfigurationProperties("lianshu.neo4j")
public record GraphSettings(
        @Nullable URI uri,
        @DefaultValue("neo4j") String username,
        @DefaultValue("") String password,
        @Nullable String database,
        @DefaultValue("2s") Duration connectionTimeout,
        @DefaultValue("3s") Duration acquisitionTimeout,
        @DefaultValue("2s") Duration retryTime,
        @DefaultValue("100") int pool) {

    @Override
    public String toString() {
        return "GraphSettings[uri=" + uri + ", username=" + username + ", database=" + database + "]";
    }
}
