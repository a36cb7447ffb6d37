package org.tocsin.ingest.claim.text;

import java.util.Arrays;

/** Turns char indexes of a field into code point offsets, in logarithmic time, by remembering where the surrogate pairs are. */
public final class CodePoints {
    private final int[] pairs;

    public CodePoints(String text) {
        int[] found = new int[8];
        int count = 0;
        for (int i = 0; i + 1 < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i)) && Character.isLowSurrogate(text.charAt(i + 1))) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = i;
                i++;
            }
        }
        this.pairs = Arrays.copyOf(found, count);
    }

    /** The number of code points before char {@code index}. */
    public int before(int index) {
        int at = Arrays.binarySearch(pairs, index);
        return index - (at >= 0 ? at : -at - 1);
    }
}
