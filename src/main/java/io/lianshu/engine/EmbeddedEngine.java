package io.lianshu.engine;

import io.lianshu.platform.graph.GraphServer;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.refusal.Refusal;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** The engine this program runs itself, on a data directory that it alone holds. */
@OwnsItsThread
final class EmbeddedEngine implements GraphServer {

    private final DataDirectory data;
    private final EngineSettings.Engine settings;
    private final Credentials credentials;
    private final EngineProcess process;
    private final boolean fresh;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedEngine(
            DataDirectory data,
            EngineSettings.Engine settings,
            Credentials credentials,
            EngineProcess process,
            boolean fresh) {
        this.data = data;
        this.settings = settings;
        this.credentials = credentials;
        this.process = process;
        this.fresh = fresh;
    }

    /** Takes over a claimed directory, which is released when this is closed or when it cannot be made ready. */
    static EmbeddedEngine on(DataDirectory data, EngineSettings.Engine settings) {
        try {
            EngineFolder folder = EngineFolder.find(settings.home());
            data.open(folder.version());
            int port = settings.port() == 0 ? LoopbackPort.free() : settings.port();
            if (!LoopbackPort.isFree(port)) {
                throw EngineRefusal.portTaken(port);
            }
            boolean fresh = !data.hasStore();
            boolean passwordLost =
                    data.hasUsers() && Credentials.read(data.root()).isEmpty();
            Credentials credentials = Credentials.renew(data.root(), URI.create("bolt://127.0.0.1:" + port));
            OwnerOnly.write(data.configuration(), configuration(port, settings));
            return new EmbeddedEngine(
                    data, settings, credentials, new EngineProcess(data, folder, settings, passwordLost), fresh);
        } catch (IOException e) {
            data.close();
            throw EngineRefusal.dataUnusable(data.root(), e.toString());
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    private static String configuration(int port, EngineSettings.Engine settings) {
        return String.join(
                System.lineSeparator(),
                "# Written by the hub at every start.",
                "server.default_listen_address=127.0.0.1",
                "server.bolt.enabled=true",
                "server.bolt.listen_address=127.0.0.1:" + port,
                "server.bolt.advertised_address=127.0.0.1:" + port,
                "server.http.enabled=false",
                "server.https.enabled=false",
                "dbms.security.auth_enabled=true",
                "dbms.usage_report.enabled=false",
                "server.directories.data=store",
                "server.directories.transaction.logs.root=store/transactions",
                "server.directories.logs=logs",
                "server.memory.pagecache.size=" + settings.pageCache(),
                // Plans of statements over all types are large: a thousand of them, the default, fill a small heap.
                "server.memory.query_cache.per_db_cache_num_entries=250",
                "db.tx_log.preallocate=false",
                "db.tx_log.rotation.size=64m",
                "db.tx_log.rotation.retention_policy=256m size",
                // Nobody is left to be polite to: without these the engine waits ten seconds for idle connections.
                "internal.dbms.bolt.netty_server_shutdown_quiet_period=0",
                "internal.dbms.bolt.netty_server_shutdown_timeout=1",
                "internal.server.bolt.thread_pool_shutdown_wait_time=1s",
                "");
    }

    /** Starts the child without waiting for it. */
    void begin() {
        if (begun.compareAndSet(false, true)) {
            process.begin();
        }
    }

    @Override
    public boolean exclusive() {
        return true;
    }

    @Override
    public void start() {
        begin();
        try {
            process.ready().get(settings.startTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | CompletionException e) {
            throw e.getCause() instanceof Refusal refusal
                    ? refusal
                    : EngineRefusal.failed(data.log(), String.valueOf(e.getCause()));
        } catch (TimeoutException e) {
            throw EngineRefusal.failed(
                    data.log(), "no answer within lianshu.engine.start-timeout (" + settings.startTimeout() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw EngineRefusal.failed(data.log(), "interrupted");
        }
    }

    /** Whether there was no graph in the directory before this engine. */
    boolean isFresh() {
        return fresh;
    }

    /** The child's process id, or -1 when none runs. */
    long pid() {
        return process.pid();
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
    public Optional<Restored> restored() {
        return StoreSwap.restored(data);
    }

    @Override
    public void forgetRestored() {
        StoreSwap.forgetRestored(data);
    }

    @Override
    public State state() {
        return process.state();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            if (begun.get()) {
                process.stop();
            }
            data.close();
        }
    }
}
