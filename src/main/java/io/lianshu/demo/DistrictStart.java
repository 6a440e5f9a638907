package io.lianshu.demo;

import io.lianshu.exchange.ImportListener;
import io.lianshu.exchange.ImportSummary;
import io.lianshu.exchange.Imports;
import io.lianshu.exchange.Issue;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.viewer.DemoMode;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Loads a district when a hub in demo mode starts on an empty graph, so that there is something to ask. */
@Component
@ConditionalOnWebApplication
@OwnsItsThread
class DistrictStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DistrictStart.class);

    private final DemoMode mode;
    private final DemoSettings settings;
    private final DemoGraph graph;
    private final Imports imports;
    private final Clock clock;

    DistrictStart(DemoMode mode, DemoSettings settings, DemoGraph graph, Imports imports, Clock clock) {
        this.mode = mode;
        this.settings = settings;
        this.graph = graph;
        this.imports = imports;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!mode.on()) {
            return;
        }
        Origin origin = graph.unfinished();
        if (origin != null) {
            LOG.info("上次载入示例区时中断，继续载入 / loading the sample district was interrupted: going on …");
        } else if (graph.isUsed()) {
            return;
        } else {
            LOG.info("首次启动，正在载入示例区 / first start: loading the sample district …");
            origin = new Origin(settings.demoScale(), Scope.SEED, LocalDate.now(clock));
        }
        graph.begin(origin);
        long rows = new DistrictImport(imports)
                .run(origin.grown().tables(), new Heard()).stream()
                        .mapToLong(ImportSummary::read)
                        .sum();
        graph.end();
        LOG.info("示例区已载入，共{}行 / the sample district is in, {} rows", rows, rows);
    }

    /** Says how far it is; a row that does not fit is a fault of the program: it is said, and the rest comes in. */
    private static final class Heard implements ImportListener {

        private static final int STEPS = 5;

        private int shown;

        @Override
        public void issue(Issue issue) {
            LOG.warn("示例区 / sample district: {}", issue);
        }

        @Override
        public void progress(long rows, double part) {
            int step = (int) (part * STEPS);
            if (step > shown && step < STEPS) {
                shown = step;
                LOG.info("  已载入{}%，{}行 / {} rows", step * 100 / STEPS, rows, rows);
            }
        }
    }
}
