package io.lianshu.engine;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The child's main class. It stands alone: the hub copies it and {@link StoreCopy} beside the engine's jars, so they reach
 * Neo4j by reflection only and use nothing else of ours. It says {@link #READY}, {@link #PAUSED}, {@link #CLOSED} or
 * {@link #FAILED} on standard output, and shuts down when standard input ends, which is when the hub is gone, however it
 * went.
 */
public final class EngineLauncher {

    static final String READY = "LIANSHU-ENGINE READY";
    static final String PAUSED = "LIANSHU-ENGINE PAUSED";
    static final String CLOSED = "LIANSHU-ENGINE CLOSED";
    static final String FAILED = "LIANSHU-ENGINE FAILED ";

    private EngineLauncher() {}

    /**
     * Runs the engine until standard input ends.
     *
     * @param args the engine's directory, its configuration file, the file with its credentials, and whether the
     *     password of existing data is to be set anew ({@code keep} or {@code reset})
     */
    public static void main(String[] args) {
        ignoreInterrupt();
        try {
            run(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), args[3].equals("reset"));
            System.exit(0);
        } catch (Throwable e) {
            System.out.println(FAILED + chain(e));
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(Path home, Path conf, Path credentials, boolean reset) throws Exception {
        FileChannel lock =
                FileChannel.open(home.resolve("engine.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        // An engine whose hub was killed a moment ago may still be closing these very files.
        if (lock.lock() == null) {
            throw new IOException("no lock on " + home);
        }
        String password = password(credentials);
        writeInitialPassword(home, password);
        Class<?> builderType = Class.forName("org.neo4j.dbms.api.DatabaseManagementServiceBuilder");
        Object builder = builderType.getConstructor(Path.class).newInstance(home);
        builderType.getMethod("loadPropertiesFromFile", Path.class).invoke(builder, conf);
        Object service = builderType.getMethod("build").invoke(builder);
        AtomicBoolean down = new AtomicBoolean();
        Thread onTermination = new Thread(() -> shutdown(service, down), "engine-shutdown");
        Runtime.getRuntime().addShutdownHook(onTermination);
        if (reset) {
            setPassword(service, password);
        }
        StoreCopy.watch(home, service);
        System.out.println(READY);
        while (System.in.read() >= 0) {
            // Nothing is ever said to the engine this way; only the end of the stream counts.
        }
        shutdown(service, down);
        System.out.println(CLOSED);
    }

    private static String password(Path credentials) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(credentials)) {
            properties.load(reader);
        }
        return properties.getProperty("password", "");
    }

    /** Neo4j reads this file when it first makes its system database, and never again. */
    private static void writeInitialPassword(Path home, String password) throws Exception {
        Path file = home.resolve("store").resolve("dbms").resolve("auth.ini");
        if (Files.exists(file)) {
            return;
        }
        Class<?> hasherType = Class.forName("org.neo4j.server.security.SecureHasher");
        Class<?> credentialType = Class.forName("org.neo4j.server.security.SystemGraphCredential");
        Constructor<?> hasher = hasherType.getConstructor();
        Object credential = credentialType
                .getMethod("createCredentialForPassword", byte[].class, hasherType)
                .invoke(null, password.getBytes(StandardCharsets.UTF_8), hasher.newInstance());
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(
                file,
                "neo4j:" + credentialType.getMethod("serialize").invoke(credential) + ":" + System.lineSeparator());
    }

    private static void setPassword(Object service, String password) throws Exception {
        Object system = Class.forName("org.neo4j.dbms.api.DatabaseManagementService")
                .getMethod("database", String.class)
                .invoke(service, "system");
        Class.forName("org.neo4j.graphdb.GraphDatabaseService")
                .getMethod("executeTransactionally", String.class, Map.class)
                .invoke(
                        system,
                        "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED",
                        Map.of("password", password));
    }

    private static void shutdown(Object service, AtomicBoolean down) {
        if (!down.compareAndSet(false, true)) {
            return;
        }
        try {
            Class.forName("org.neo4j.dbms.api.DatabaseManagementService")
                    .getMethod("shutdown")
                    .invoke(service);
        } catch (ReflectiveOperationException e) {
            System.err.println("The engine did not close cleanly: " + chain(e));
        }
    }

    /** Ctrl-C reaches every process of the terminal; the engine waits for the hub to be done with it. */
    private static void ignoreInterrupt() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object nothing =
                    Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, (p, m, a) -> null);
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("INT"), nothing);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            System.err.println("Interrupts are not ignored: " + e);
        }
    }

    private static String chain(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (!(e instanceof InvocationTargetException)) {
                text.append(text.length() == 0 ? "" : " <- ").append(e);
            }
        }
        return text.toString().replaceAll("\\s+", " ");
    }
}
