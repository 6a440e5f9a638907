package io.lianshu.collusion.core;

import java.util.Arrays;

/** Pairs that met three times or more, and more often than chance would have it. */
final class Ties {

    static final int MET = 3;
    static final double Z_FROM = 2;

    private long[] ends = new long[1 << 10];
    private double[] weights = new double[1 << 10];
    private int count;

    synchronized void add(Pair pair) {
        if (pair.together() < MET || !(pair.z() >= Z_FROM)) {
            return;
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
            weights = Arrays.copyOf(weights, count * 2);
        }
        ends[count] = ((long) Math.min(pair.a(), pair.b()) << 32) | Math.max(pair.a(), pair.b());
        weights[count++] = pair.jaccard();
    }

    int count() {
        return count;
    }

    /** The ties in the order of their firms' numbers, whatever order they were found in. */
    void inOrder(Taker taker) {
        long[] sorted = Arrays.copyOf(ends, count);
        Arrays.sort(sorted);
        double[] inOrder = new double[count];
        for (int i = 0; i < count; i++) {
            inOrder[Arrays.binarySearch(sorted, ends[i])] = weights[i];
        }
        for (int i = 0; i < count; i++) {
            taker.take((int) (sorted[i] >>> 32), (int) sorted[i], inOrder[i]);
        }
    }

    /** Takes one tie. */
    interface Taker {
        void take(int a, int b, double weight);
    }
}
