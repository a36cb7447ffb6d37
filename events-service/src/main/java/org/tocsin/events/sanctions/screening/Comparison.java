package org.tocsin.events.sanctions.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How far two names may mean the same bearer.
 *
 * @param score 0 to 1
 * @param matched weight of the words that found a partner, by how alike the pairs are
 * @param unlike weight that the pairs are short of being the same
 * @param conflict weight of words without partner on both sides: the one name says something else than the other
 * @param extra weight of words that only one side has beyond that: it says the name more fully
 * @param turned whether father and son have changed places ({@code A bin B}, {@code B bin A})
 */
record Comparison(double score, double matched, double unlike, double conflict, double extra, boolean turned, List<Pair> pairs) {
    /** Words of the two names that were taken for the same. */
    record Pair(String one, String other, double similarity) {}

    /** How alike word i of the one name and word j of the other are, 0 to 1. */
    interface Similarity {
        double of(int i, int j);
    }

    /** Two words written as one must be nearly the same as that one. */
    static final double LEAST_JOINED = 0.85;

    static double UNLIKE = 1.7;
    static double CONFLICT = 1.3;
    static double EXTRA_ASKED = 0.25;
    static double EXTRA_LISTED = 0.15;
    static double OTHER_WORD = 0.12;
    static double TURNED = 0.75;

    private record Option(int i, int iEnd, int j, int jEnd, double similarity, double weight) {
        double worth() {
            return similarity * weight;
        }
    }

    static Comparison of(List<Word> a, List<Word> b) {
        return of(a, b, (i, j) -> WordSimilarity.of(a.get(i), b.get(j)));
    }

    static Comparison of(List<Word> a, List<Word> b, Similarity similarity) {
        var alignment = new Alignment(a, b);
        alignment.take(singles(a, b, similarity));
        if (alignment.leftA() > 0 || alignment.leftB() > 0) {
            var again = new Alignment(a, b);
            List<Option> joined = joined(a, b);
            if (!joined.isEmpty()) {
                joined.addAll(singles(a, b, similarity));
                again.take(joined);
                if (again.worth() > alignment.worth()) {
                    alignment = again;
                }
            }
        }
        return alignment.comparison();
    }

    private static List<Option> singles(List<Word> a, List<Word> b, Similarity similarity) {
        var options = new ArrayList<Option>();
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                double alike = similarity.of(i, j);
                if (alike > 0) {
                    options.add(new Option(i, i + 1, j, j + 1, alike, Math.min(a.get(i).weight(), b.get(j).weight())));
                }
            }
        }
        return options;
    }

    /** One word here that is two there: {@code Goodwill}, {@code Good Will}. */
    private static List<Option> joined(List<Word> a, List<Word> b) {
        var options = new ArrayList<Option>();
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j + 1 < b.size(); j++) {
                addJoined(options, a.get(i), b.get(j), b.get(j + 1), i, i + 1, j, j + 2);
            }
        }
        for (int j = 0; j < b.size(); j++) {
            for (int i = 0; i + 1 < a.size(); i++) {
                addJoined(options, b.get(j), a.get(i), a.get(i + 1), i, i + 2, j, j + 1);
            }
        }
        return options;
    }

    private static void addJoined(List<Option> options, Word whole, Word first, Word second, int i, int iEnd, int j, int jEnd) {
        int length = first.text().length() + second.text().length();
        if (whole.text().charAt(0) != first.text().charAt(0) || Math.abs(whole.text().length() - length) > 2) {
            return;
        }
        String text = first.text() + second.text();
        double alike = WordSimilarity.of(whole, new Word(text, Sound.of(text), 1, whole.skeletal()));
        if (alike >= LEAST_JOINED) {
            options.add(new Option(i, iEnd, j, jEnd, alike, Math.max(whole.weight(), Math.max(first.weight(), second.weight()))));
        }
    }

    /** Which words of the one name stand for which of the other: the worthiest pair first. */
    private static final class Alignment {
        private final List<Word> a;
        private final List<Word> b;
        private final int[] partner;
        private final boolean[] used;
        private final List<Option> taken = new ArrayList<>();

        Alignment(List<Word> a, List<Word> b) {
            this.a = a;
            this.b = b;
            this.partner = new int[a.size()];
            Arrays.fill(partner, -1);
            this.used = new boolean[b.size()];
        }

        void take(List<Option> options) {
            options.sort(Comparator.comparingDouble(Option::worth).reversed().thenComparingInt(o -> Math.abs(o.i() - o.j())).thenComparingInt(Option::i));
            for (Option option : options) {
                if (isFree(option)) {
                    Arrays.fill(partner, option.i(), option.iEnd(), option.j());
                    Arrays.fill(used, option.j(), option.jEnd(), true);
                    taken.add(option);
                }
            }
        }

        private boolean isFree(Option option) {
            for (int i = option.i(); i < option.iEnd(); i++) {
                if (partner[i] >= 0) {
                    return false;
                }
            }
            for (int j = option.j(); j < option.jEnd(); j++) {
                if (used[j]) {
                    return false;
                }
            }
            return true;
        }

        double worth() {
            double worth = 0;
            for (Option option : taken) {
                worth += option.worth();
            }
            return worth;
        }

        double leftA() {
            double left = 0;
            for (int i = 0; i < partner.length; i++) {
                left += partner[i] < 0 ? a.get(i).weight() : 0;
            }
            return left;
        }

        double leftB() {
            double left = 0;
            for (int j = 0; j < used.length; j++) {
                left += used[j] ? 0 : b.get(j).weight();
            }
            return left;
        }

        /** Two words around a "bin" of the one name stand the other way round in the other. */
        private boolean isTurned() {
            for (int i = 1; i + 1 < a.size(); i++) {
                int before = partner[i - 1];
                int after = partner[i + 1];
                if (a.get(i).text().equals("bin") && before >= 0 && after >= 0 && before > after) {
                    for (int j = after + 1; j < before; j++) {
                        if (b.get(j).text().equals("bin")) {
                            return true;
                        }
                    }
                }
            }
            return false;
        }

        Comparison comparison() {
            double unlike = 0;
            double heaviestConflict = 0;
            var pairs = new ArrayList<Pair>();
            for (Option option : taken) {
                unlike += option.weight() * (1 - option.similarity());
                pairs.add(new Pair(words(a, option.i(), option.iEnd()), words(b, option.j(), option.jEnd()), option.similarity()));
            }
            double matched = worth();
            double leftA = leftA();
            double leftB = leftB();
            double conflict = Math.min(leftA, leftB);
            double extra = leftA > leftB ? EXTRA_ASKED * (leftA - leftB) : EXTRA_LISTED * (leftB - leftA);
            double whole = matched + UNLIKE * unlike + CONFLICT * conflict + extra;
            boolean turned = isTurned();
            double score = whole == 0 ? 0 : matched / whole * (1 - OTHER_WORD * Math.min(1, conflict)) * (turned ? TURNED : 1);
            return new Comparison(score, matched, unlike, conflict, extra, turned, List.copyOf(pairs));
        }

        private static String words(List<Word> words, int from, int to) {
            return to - from == 1 ? words.get(from).text() : words.get(from).text() + " " + words.get(from + 1).text();
        }
    }
}
