package io.lianshu.platform.graph;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import org.neo4j.driver.internal.observation.NoopObservation;
import org.neo4j.driver.internal.observation.NoopObservationProvider;
import org.neo4j.driver.internal.observation.Observation;

/**
 * Counts what happens in the driver's connection pools. The driver tells it to observers of its own kind only, so this
 * is one.
 */
final class DriverMetrics extends NoopObservationProvider implements MeterBinder {

    private final AtomicLong open = new AtomicLong();
    private final AtomicLong inUse = new AtomicLong();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong acquired = new AtomicLong();
    private final AtomicLong failedToOpen = new AtomicLong();
    private final AtomicLong failedToAcquire = new AtomicLong();

    @Override
    public Observation pooledConnectionCreate(String pool, URI uri) {
        return new Counted(() -> {}, open::incrementAndGet, failedToOpen::incrementAndGet);
    }

    @Override
    public Observation pooledConnectionClose(String pool, URI uri) {
        return new Counted(() -> {}, open::decrementAndGet, open::decrementAndGet);
    }

    @Override
    public Observation pooledConnectionAcquire(String pool, URI uri) {
        return new Counted(
                waiting::incrementAndGet,
                () -> {
                    waiting.decrementAndGet();
                    acquired.incrementAndGet();
                },
                () -> {
                    waiting.decrementAndGet();
                    failedToAcquire.incrementAndGet();
                });
    }

    @Override
    public Observation pooledConnectionInUse(String pool, URI uri) {
        return new Counted(inUse::incrementAndGet, inUse::decrementAndGet, inUse::decrementAndGet);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "lianshu.graph.connections.open", "Connections that are open", open);
        gauge(registry, "lianshu.graph.connections.in.use", "Connections that a statement runs on", inUse);
        gauge(registry, "lianshu.graph.connections.waiting", "Requests that wait for a connection", waiting);
        counter(registry, "lianshu.graph.connections.acquired", "Connections handed out", acquired);
        counter(registry, "lianshu.graph.connections.refused", "Requests that got no connection", failedToAcquire);
        counter(registry, "lianshu.graph.connections.failed", "Connections that could not be opened", failedToOpen);
    }

    private static void gauge(MeterRegistry registry, String name, String description, AtomicLong value) {
        Gauge.builder(name, value, AtomicLong::doubleValue)
                .description(description)
                .register(registry);
    }

    private static void counter(MeterRegistry registry, String name, String description, AtomicLong value) {
        FunctionCounter.builder(name, value, AtomicLong::doubleValue)
                .description(description)
                .register(registry);
    }

    /** One observed step: begun, then ended well or badly, once. */
    private static final class Counted extends NoopObservation {

        private final Runnable begun;
        private final Runnable well;
        private final Runnable badly;
        private volatile boolean failed;

        Counted(Runnable begun, Runnable well, Runnable badly) {
            this.begun = begun;
            this.well = well;
            this.badly = badly;
        }

        @Override
        public Observation start() {
            begun.run();
            return this;
        }

        @Override
        public Observation error(Throwable error) {
            failed = true;
            return this;
        }

        @Override
        public void stop() {
            (failed ? badly : well).run();
        }
    }
}
