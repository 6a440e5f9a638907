package io.lianshu.engine;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the hub keeps its data, and how the embedded engine runs.
 *
 * @param data the data directory ({@code lianshu.data})
 * @param command whether this program runs one command, which may work through a serving hub's engine
 */
@ConfigurationProperties("lianshu")
public record EngineSettings(
        @DefaultValue("data") Path data,
        @DefaultValue("false") boolean command,
        @DefaultValue Engine engine) {

    public EngineSettings {
        data = data.toAbsolutePath().normalize();
    }

    /**
     * The settings {@code lianshu.engine.*}.
     *
     * @param home the folder with Neo4j's jars; null: {@code engine} beside the program
     * @param port the loopback port the engine answers on; 0: any free one
     * @param heap the engine's heap, as Java writes it
     * @param pageCache the engine's page cache, as Neo4j writes it
     * @param startTimeout how long the engine may take until it answers, recovery after a crash included
     * @param stopTimeout how long the engine may take to close its files before it is killed
     * @param classArchive whether the first engine to end leaves its classes in the data directory, 80 MB, for faster
     *     starts
     */
    public record Engine(
            @Nullable Path home,
            @DefaultValue("0") int port,
            @DefaultValue("512m") String heap,
            @DefaultValue("256m") String pageCache,
            @DefaultValue("5m") Duration startTimeout,
            @DefaultValue("30s") Duration stopTimeout,
            @DefaultValue("true") boolean classArchive) {}
}
