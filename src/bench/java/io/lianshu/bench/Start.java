package io.lianshu.bench;

import java.nio.file.Path;
import java.time.Duration;

/** From the command to the page's first right answer, with the graph loaded and the files in the system's memory. */
final class Start {

    private Start() {}

    static double[] seconds(Options options, Path data, String body, int bids) throws Exception {
        double[] result = new double[options.starts()];
        for (int i = 0; i < result.length; i++) {
            long begun = System.nanoTime();
            try (Hub hub = Hub.start(options, data, "--lianshu.demo=true")) {
                int found = Answers.ofHub(Answers.post(hub.address(), body, Hub.ANALYST))
                        .size();
                if (found != bids) {
                    throw new IllegalStateException("The first answer has " + found + " bids, not " + bids);
                }
                result[i] = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1e3;
            }
        }
        return result;
    }
}
