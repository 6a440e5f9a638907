package io.lianshu.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The library that the hub is held against, behind its own server, on the same database. */
record Reference(Running running, URI address) implements AutoCloseable {

    private static final Pattern SERVING = Pattern.compile("SERVING (http://\\S+)");

    /** @param processes 1, or more as a cluster */
    static Reference start(Options options, Engine engine, int processes) throws IOException, InterruptedException {
        Path directory = options.sources().resolve("reference");
        Running running = Running.start(
                List.of("node", "server.mjs", String.valueOf(processes)),
                directory,
                Map.of(
                        "NODE_ENV", "production",
                        "NEO4J_URI", engine.uri(),
                        "NEO4J_USERNAME", engine.username(),
                        "NEO4J_PASSWORD", engine.password()),
                options.target().resolve("reference-" + processes + ".out"));
        return new Reference(running, running.address(SERVING));
    }

    List<ProcessHandle> processes() {
        List<ProcessHandle> result = new ArrayList<>(running.children());
        result.add(running.handle());
        return result;
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
