package io.lianshu.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The hub as its users start it, with its own engine on a data directory. */
record Hub(Running running, URI address, Path data) implements AutoCloseable {

    static final Map<String, String> ANALYST = Map.of("Lianshu-Viewer", "analyst");

    private static final Pattern SERVING = Pattern.compile("(http://localhost:\\d+/graphql)");

    static Hub start(Options options, Path data, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(options.hub());
        command.addAll(List.of("--server.port=0", "--lianshu.data=" + data));
        command.addAll(List.of(more));
        Running running =
                Running.start(command, Path.of(""), Map.of(), options.target().resolve("hub.out"));
        return new Hub(running, running.address(SERVING), data);
    }

    ProcessHandle process() {
        return running.handle();
    }

    ProcessHandle database() {
        return running.children().get(0);
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
