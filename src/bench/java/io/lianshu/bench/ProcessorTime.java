package io.lianshu.bench;

import java.time.Duration;
import java.util.Collection;

/** Processor time that processes have used so far, their children's included. */
final class ProcessorTime {

    private ProcessorTime() {}

    static Duration of(Collection<ProcessHandle> processes) {
        return processes.stream()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
