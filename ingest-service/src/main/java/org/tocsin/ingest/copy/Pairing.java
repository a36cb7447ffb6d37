package org.tocsin.ingest.copy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which sentence of one story tells what a sentence of another tells. */
final class Pairing {
    /** Two sentences are one if they have this part of their words in common, */
    private static final double SAME = 0.5;

    /** or if nearly all words of the shorter stand in the longer, for a sentence may be cut or two be made one. */
    private static final double WITHIN = 0.8;

    private static final int SHORTEST_WITHIN = 5;

    private final List<Line> lines;
    private final Map<String, List<Integer>> byWord = new HashMap<>();

    /** @param story the story in which sentences are looked for */
    Pairing(Story story) {
        lines = story.lines();
        for (int i = 0; i < lines.size(); i++) {
            for (String word : lines.get(i).set()) {
                byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(i);
            }
        }
    }

    /** The sentence that has most in common with this one, if that is enough. */
    Optional<Line> partnerOf(Line line) {
        int[] common = new int[lines.size()];
        for (String word : line.set()) {
            for (int i : byWord.getOrDefault(word, List.of())) {
                common[i]++;
            }
        }
        Line best = null;
        double bestLikeness = 0;
        for (int i = 0; i < common.length; i++) {
            double likeness = likeness(line, lines.get(i), common[i]);
            if (likeness > bestLikeness) {
                bestLikeness = likeness;
                best = lines.get(i);
            }
        }
        return Optional.ofNullable(best);
    }

    private static double likeness(Line one, Line other, int common) {
        int shorter = Math.min(one.set().size(), other.set().size());
        double same = (double) common / (one.set().size() + other.set().size() - common);
        double within = (double) common / shorter;
        return same >= SAME || (within >= WITHIN && shorter >= SHORTEST_WITHIN) ? same + within : 0;
    }
}
