package io.lianshu.bench;

import java.util.Arrays;

/**
 * What a side did in one round.
 *
 * @param rate answers per second
 * @param p50 milliseconds that half of the answers took at most
 * @param p99 milliseconds that 99 of 100 answers took at most
 * @param bytes of one answer's body as it came over the wire; 0 where nothing was written
 */
record Outcome(double rate, double p50, double p99, long bytes, long answers) {

    /** Counts answers while they come in. */
    static final class Counting {

        private long[] nanos = new long[1 << 16];
        private int count;
        private long bytes = -1;

        synchronized void answered(long took, long size) {
            if (bytes >= 0 && bytes != size) {
                throw new IllegalStateException("An answer has " + size + " bytes, the others had " + bytes);
            }
            bytes = size;
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, count * 2);
            }
            nanos[count++] = took;
        }

        synchronized Outcome done(long took) {
            if (count == 0) {
                throw new IllegalStateException("Not one answer came in time");
            }
            long[] sorted = Arrays.copyOf(nanos, count);
            Arrays.sort(sorted);
            return new Outcome(
                    count * 1e9 / took,
                    sorted[count / 2] / 1e6,
                    sorted[(int) Math.min(count - 1L, (long) (count * 0.99))] / 1e6,
                    bytes,
                    count);
        }
    }
}
