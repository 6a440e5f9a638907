package io.lianshu.engine;

import io.lianshu.platform.graph.GraphServer;
import io.lianshu.platform.graph.OwnsItsThread;
import java.net.URI;

/** The engine of the hub that is serving a data directory, as a command on the same data uses it. */
@OwnsItsThread
final class ServingEngine implements GraphServer {

    private final Credentials credentials;

    private ServingEngine(Credentials credentials) {
        this.credentials = credentials;
    }

    /** The serving hub's engine where there is one, or an engine of the command's own, which is then starting. */
    static GraphServer begin(EngineSettings settings) {
        var free = DataDirectory.claim(settings.data(), "lianshu command");
        if (free.isPresent()) {
            EmbeddedEngine engine = EmbeddedEngine.on(free.get(), settings.engine());
            engine.begin();
            return engine;
        }
        String holder = DataDirectory.holder(settings.data());
        if (!holder.startsWith("lianshu serve")) {
            throw EngineRefusal.dataInUse(settings.data(), holder);
        }
        return new ServingEngine(Credentials.read(settings.data())
                .orElseThrow(() -> EngineRefusal.dataInUse(settings.data(), holder + ", starting")));
    }

    @Override
    public URI uri() {
        return credentials.uri();
    }

    @Override
    public String username() {
        return Credentials.USERNAME;
    }

    @Override
    public String password() {
        return credentials.password();
    }

    @Override
    public boolean embedded() {
        return true;
    }

    @Override
    public boolean exclusive() {
        return false;
    }
}
