package io.lianshu.exchange;

import java.util.Arrays;

/**
 * Remembers what a run has committed of one type of node or relation, so that the same thing is neither sent nor
 * counted twice. About 40 bytes each.
 */
final class Written {

    static final byte CREATED = 1;
    static final byte UPDATED = 2;
    static final byte UNCHANGED = 3;

    private final LongIndex index = new LongIndex();
    private long[] fingerprints = new long[1024];
    private byte[] states = new byte[1024];
    private final long[] counts = new long[4];

    /** Whether the thing is there as this run's own doing or finding. */
    boolean has(long key) {
        int slot = index.find(key);
        return slot >= 0 && fingerprints[slot] != 0;
    }

    /** Whether the very same was the last that was written of the thing. */
    boolean hasSame(long key, long fingerprint) {
        int slot = index.find(key);
        return slot >= 0 && fingerprints[slot] == fingerprint;
    }

    void record(long key, long fingerprint, byte state) {
        int slot = index.add(key);
        if (slot >= fingerprints.length) {
            fingerprints = Arrays.copyOf(fingerprints, fingerprints.length * 2);
            states = Arrays.copyOf(states, states.length * 2);
        }
        fingerprints[slot] = fingerprint == 0 ? 1 : fingerprint;
        byte before = states[slot];
        if (before == 0 || (before == UNCHANGED && state == UPDATED)) {
            counts[before]--;
            counts[state]++;
            states[slot] = state;
        }
    }

    /** Trusts no longer that things are still there; what is counted stays counted. */
    void forget() {
        Arrays.fill(fingerprints, 0);
    }

    ImportSummary.Count count() {
        return new ImportSummary.Count(counts[CREATED], counts[UPDATED], counts[UNCHANGED]);
    }
}
