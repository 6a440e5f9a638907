package io.lianshu.agency;

import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.graph.Sweep;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for weeks that began or ended. */
@OwnsItsThread
final class WeekSweep implements Sweep {

    private static final Logger log = LoggerFactory.getLogger(WeekSweep.class);

    private final ObligationGraph graph;
    private final AgencySettings settings;

    WeekSweep(ObligationGraph graph, AgencySettings settings) {
        this.graph = graph;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "week";
    }

    @Override
    public Duration pause() {
        return settings.sweep();
    }

    @Override
    public void sweep() {
        ObligationGraph.Done done = graph.lookAtWeek();
        if (done.made() + done.missed() > 0) {
            log.info(
                    "新增应访 {} 项，漏访 {} 项 / {} visits due, {} missed",
                    done.made(),
                    done.missed(),
                    done.made(),
                    done.missed());
        }
    }
}
