package org.tocsin.events.sanctions.matching;

import java.util.Arrays;

/** Sums for some of many ids, kept from one search to the next so that nothing is cleared that was not touched. */
final class Counts {
    private final double[] sums;
    private final int[] ids;
    private int touched;

    /** Ids are from 0 to below {@code size}. */
    Counts(int size) {
        sums = new double[size];
        ids = new int[size];
    }

    /** Forgets all sums. */
    void clear() {
        for (int k = 0; k < touched; k++) {
            sums[ids[k]] = 0;
        }
        touched = 0;
    }

    /** Adds more than nothing. */
    void add(int id, double amount) {
        if (sums[id] == 0) {
            ids[touched++] = id;
        }
        sums[id] += amount;
    }

    boolean has(int id) {
        return sums[id] != 0;
    }

    /** The ids of the greatest sums, at most so many, in no order; of equal sums the lower ids. */
    int[] greatest(int most) {
        if (touched <= most) {
            return Arrays.copyOf(ids, touched);
        }
        int[] heap = Arrays.copyOf(ids, most);
        for (int k = most / 2 - 1; k >= 0; k--) {
            sink(heap, k);
        }
        for (int k = most; k < touched; k++) {
            if (isLess(heap[0], ids[k])) {
                heap[0] = ids[k];
                sink(heap, 0);
            }
        }
        return heap;
    }

    private void sink(int[] heap, int at) {
        int k = at;
        while (2 * k + 1 < heap.length) {
            int child = 2 * k + 1;
            if (child + 1 < heap.length && isLess(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isLess(heap[child], heap[k])) {
                return;
            }
            int id = heap[k];
            heap[k] = heap[child];
            heap[child] = id;
            k = child;
        }
    }

    private boolean isLess(int one, int other) {
        return sums[one] < sums[other] || (sums[one] == sums[other] && one > other);
    }
}
