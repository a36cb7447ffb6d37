package org.tocsin.events.sanctions.screening;

import java.util.Arrays;

/** Sums for some of many ids, kept from one search to the next so that nothing is cleared that was not touched. */
final class Counts {
    private double[] sums = new double[0];
    private int[] ids = new int[0];
    private int touched;

    /** Forgets all sums; ids are from 0 to below {@code size}. */
    void begin(int size) {
        for (int k = 0; k < touched; k++) {
            sums[ids[k]] = 0;
        }
        touched = 0;
        if (sums.length < size) {
            sums = new double[size];
            ids = Arrays.copyOf(ids, size);
        }
    }

    void add(int id, double amount) {
        if (sums[id] == 0) {
            ids[touched++] = id;
        }
        sums[id] += amount;
    }

    int touched() {
        return touched;
    }

    int id(int k) {
        return ids[k];
    }

    double sum(int id) {
        return sums[id];
    }
}
