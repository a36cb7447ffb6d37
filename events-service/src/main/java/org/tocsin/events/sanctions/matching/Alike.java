package org.tocsin.events.sanctions.matching;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The listed words that are alike to one word. */
final class Alike {
    private final int[] ids;
    private final double[] similarities;
    private final int[] sortedIds;
    private final double[] sortedSimilarities;

    /** A listed word and how alike it is, 0 to 1. */
    record One(int id, double similarity) {}

    /** Of words given with the nearest first. */
    Alike(List<One> nearestFirst) {
        ids = nearestFirst.stream().mapToInt(One::id).toArray();
        similarities = nearestFirst.stream().mapToDouble(One::similarity).toArray();
        List<One> byId =
                nearestFirst.stream().sorted(Comparator.comparingInt(One::id)).toList();
        sortedIds = byId.stream().mapToInt(One::id).toArray();
        sortedSimilarities = byId.stream().mapToDouble(One::similarity).toArray();
    }

    int size() {
        return ids.length;
    }

    /** The id of the k-th nearest. */
    int id(int k) {
        return ids[k];
    }

    /** How alike the k-th nearest is. */
    double similarity(int k) {
        return similarities[k];
    }

    /** How alike the word of an id is, 0 if it is another word. */
    double similarityOf(int id) {
        int at = Arrays.binarySearch(sortedIds, id);
        return at < 0 ? 0 : sortedSimilarities[at];
    }
}
