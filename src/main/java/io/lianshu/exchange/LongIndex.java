package io.lianshu.exchange;

import java.util.Arrays;

/** Numbers different hashes from 0 in the order in which they come, in 12 to 24 bytes each. */
final class LongIndex {

    private long[] hashes = new long[1024];
    private int[] slots = new int[1024];
    private int size;

    LongIndex() {
        Arrays.fill(slots, -1);
    }

    int size() {
        return size;
    }

    /** The hash's number, or -1 when it did not come yet. */
    int find(long hash) {
        return slots[place(hash)];
    }

    /** The hash's number, a new one when it did not come yet. */
    int add(long hash) {
        int place = place(hash);
        if (slots[place] >= 0) {
            return slots[place];
        }
        hashes[place] = hash;
        slots[place] = size++;
        if (size * 2L > slots.length) {
            grow();
        }
        return size - 1;
    }

    private int place(long hash) {
        int mask = slots.length - 1;
        int place = (int) (hash ^ (hash >>> 32)) & mask;
        while (slots[place] >= 0 && hashes[place] != hash) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldSlots = slots;
        hashes = new long[oldHashes.length * 2];
        slots = new int[oldSlots.length * 2];
        Arrays.fill(slots, -1);
        for (int i = 0; i < oldSlots.length; i++) {
            if (oldSlots[i] >= 0) {
                int place = place(oldHashes[i]);
                hashes[place] = oldHashes[i];
                slots[place] = oldSlots[i];
            }
        }
    }
}
