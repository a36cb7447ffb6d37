package org.tocsin.ingest.copy;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.tocsin.ingest.copy.Pairs.Pair;

/**
 * What the usual measures of likeness make of the same pairs: for each the threshold that does best on the pairs for development, and what it
 * does on those kept apart. For docs/adr/006-near-copies.md; run it by {@code main}.
 */
final class Alternatives {
    private Alternatives() {}

    public static void main(String[] args) {
        Map<String, BiFunction<String, String, Double>> measures = new LinkedHashMap<>();
        measures.put("Jaccard, shingles of 3 words", (a, b) -> jaccard(shingles(a), shingles(b)));
        measures.put("containment, shingles of 3 words", (a, b) -> containment(shingles(a), shingles(b)));
        measures.put("SimHash, 64 bits of words", (a, b) -> 1 - Long.bitCount(simHash(a) ^ simHash(b)) / 64.0);
        measures.put("pg_trgm similarity()", (a, b) -> jaccard(trigrams(a), trigrams(b)));
        List<Pair> development = Pairs.in("development.txt");
        List<Pair> apart = Pairs.in("apart.txt");
        measures.forEach((name, measure) -> {
            double best = 0;
            double bestF1 = 0;
            double sure = 1;
            for (double threshold = 0.02; threshold <= 1; threshold += 0.02) {
                double[] figures = figures(development, measure, threshold);
                if (figures[2] > bestF1) {
                    bestF1 = figures[2];
                    best = threshold;
                }
                if (figures[0] == 1) {
                    sure = Math.min(sure, threshold);
                }
            }
            print(name, "best F1", best, development, apart, measure);
            print(name, "no false join", sure, development, apart, measure);
        });
    }

    private static void print(
            String name,
            String by,
            double threshold,
            List<Pair> development,
            List<Pair> apart,
            BiFunction<String, String, Double> measure) {
        double[] tuned = figures(development, measure, threshold);
        double[] kept = figures(apart, measure, threshold);
        System.out.printf(
                Locale.ROOT,
                "%-34s %-14s from %.2f: development %.2f %.2f, apart %.2f %.2f%n",
                name,
                by,
                threshold,
                tuned[0],
                tuned[1],
                kept[0],
                kept[1]);
    }

    /** Precision, recall, F1. */
    private static double[] figures(List<Pair> pairs, BiFunction<String, String, Double> measure, double threshold) {
        int found = 0;
        int joined = 0;
        int copies = 0;
        for (Pair pair : pairs) {
            boolean join = measure.apply(pair.story().text(), pair.other().text()) >= threshold;
            copies += pair.copy() ? 1 : 0;
            joined += join ? 1 : 0;
            found += join && pair.copy() ? 1 : 0;
        }
        double precision = joined == 0 ? 1 : (double) found / joined;
        double recall = (double) found / copies;
        return new double[] {precision, recall, found == 0 ? 0 : 2 * precision * recall / (precision + recall)};
    }

    private static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
    }

    private static Set<String> shingles(String text) {
        List<String> words = words(text);
        Set<String> shingles = new HashSet<>();
        for (int i = 0; i + 3 <= words.size(); i++) {
            shingles.add(String.join(" ", words.subList(i, i + 3)));
        }
        return shingles;
    }

    private static Set<String> trigrams(String text) {
        Set<String> trigrams = new TreeSet<>();
        for (String word : words(text)) {
            String padded = "  " + word + " ";
            for (int i = 0; i + 3 <= padded.length(); i++) {
                trigrams.add(padded.substring(i, i + 3));
            }
        }
        return trigrams;
    }

    private static long simHash(String text) {
        int[] votes = new int[64];
        for (String word : words(text)) {
            long hash = word.hashCode() * 0x9e3779b97f4a7c15L;
            hash = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
            hash ^= hash >>> 29;
            for (int bit = 0; bit < 64; bit++) {
                votes[bit] += (hash >>> bit & 1) == 1 ? 1 : -1;
            }
        }
        long result = 0;
        for (int bit = 0; bit < 64; bit++) {
            result |= votes[bit] > 0 ? 1L << bit : 0;
        }
        return result;
    }

    private static double jaccard(Set<String> a, Set<String> b) {
        Set<String> common = new HashSet<>(a);
        common.retainAll(b);
        return (double) common.size() / (a.size() + b.size() - common.size());
    }

    private static double containment(Set<String> a, Set<String> b) {
        Set<String> common = new HashSet<>(a);
        common.retainAll(b);
        return (double) common.size() / Math.min(a.size(), b.size());
    }
}
