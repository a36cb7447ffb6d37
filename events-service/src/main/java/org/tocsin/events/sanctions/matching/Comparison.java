package org.tocsin.events.sanctions.matching;

import java.util.List;

/**
 * How far two names may mean the same bearer, and why.
 *
 * @param score 0 to 1; 1 when all words are the same
 * @param pairs words of the two names that were taken for the same, in the order of the name asked for
 * @param askedOnly words of the name asked for that stand for none of the listed one
 * @param listedOnly words of the listed name that stand for none of the one asked for
 * @param matched weight of the pairs, each by how alike it is
 * @param unlike weight that the pairs are short of being the same
 * @param askedLeft weight of {@code askedOnly}
 * @param listedLeft weight of {@code listedOnly}
 * @param turned whether father and son have changed places ({@code A bin B}, {@code B bin A})
 */
public record Comparison(
        double score,
        List<Pair> pairs,
        List<String> askedOnly,
        List<String> listedOnly,
        double matched,
        double unlike,
        double askedLeft,
        double listedLeft,
        boolean turned) {
    /** Words of the two names that were taken for the same; one may be two written as one. */
    public record Pair(String asked, String listed, double similarity) {}

    /** How alike word i of the name asked for and word j of the listed one are, 0 to 1. */
    @FunctionalInterface
    interface Similarity {
        double of(int i, int j);
    }

    /** The version of the rules by which names are compared; it is raised with every change of what they give. */
    public static final String ALGORITHM = "tocsin-names/1";

    /** Whether there is anything in a name to compare: a letter or a digit. */
    public static boolean isComparable(String name) {
        return !Words.of(name).isEmpty();
    }

    /** How far the names may mean the same. */
    public static Comparison of(String asked, String listed) {
        return of(Words.of(asked), Words.of(listed));
    }

    static Comparison of(List<Word> asked, List<Word> listed) {
        // By the same keys as in an index, so that both say the same.
        var words = new Vocabulary.Builder();
        int[] ids = listed.stream().mapToInt(words::add).toArray();
        Vocabulary vocabulary = words.built();
        List<Alike> alike = asked.stream().map(vocabulary::alike).toList();
        return Alignment.of(asked, listed, (i, j) -> vocabulary.similarity(asked.get(i), alike.get(i), ids[j]))
                .comparison(Weights.CHOSEN);
    }

    /** What the score was multiplied by because father and son have changed places; 1 when they have not. */
    public double turnedFactor() {
        return turned ? Weights.CHOSEN.turned() : 1;
    }

    /** The score of these parts under other weights. */
    double score(Weights weights) {
        return weights.score(matched, unlike, askedLeft, listedLeft, turned);
    }
}
