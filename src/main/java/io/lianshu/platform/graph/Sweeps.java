package io.lianshu.platform.graph;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;

/**
 * Calls every sweep, one after another, while there is a graph. What follows a command waits for no other sweep: somebody may be
 * waiting for it. No sweep is called twice at a time.
 */
@OwnsItsThread
final class Sweeps implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Sweeps.class);

    private final List<Sweep> sweeps;
    private final GraphReadiness readiness;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "sweeps");
        made.setDaemon(true);
        return made;
    });

    /** Those that will run once more after a command; more commands until then ask for nothing more. */
    private final Set<Sweep> asked = ConcurrentHashMap.newKeySet();

    private final ExecutorService following = Executors.newCachedThreadPool(task -> {
        Thread made = new Thread(task, "sweeps-following");
        made.setDaemon(true);
        return made;
    });

    Sweeps(List<Sweep> sweeps, GraphReadiness readiness) {
        this.sweeps = List.copyOf(sweeps);
        this.readiness = readiness;
    }

    void begin() {
        for (Sweep sweep : sweeps) {
            long pause = sweep.pause().toMillis();
            var unused = thread.scheduleWithFixedDelay(() -> once(sweep), pause / 60, pause, TimeUnit.MILLISECONDS);
        }
    }

    @EventListener
    void after(CommandDone done) {
        sweeps.stream()
                .filter(sweep -> sweep.follows(done.mutation()))
                .filter(asked::add)
                .forEach(sweep -> following.execute(() -> once(sweep)));
    }

    private void once(Sweep sweep) {
        try {
            synchronized (sweep) {
                // From here on a command may have come too late for this run.
                asked.remove(sweep);
                if (readiness.obstacle().isPresent()) {
                    return;
                }
                sweep.sweep();
            }
        } catch (RuntimeException e) {
            log.warn("定期任务 {} 失败，稍后再试 / the sweep {} failed and is tried again later", sweep.name(), sweep.name(), e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        following.shutdownNow();
    }
}
