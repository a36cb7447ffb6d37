package org.tocsin.events.sanctions.matching;

import java.util.ArrayList;
import java.util.List;

/** Two words of one name that another writes as one: {@code Good Will}, {@code Goodwill}. */
final class JoinedWords {
    /** Two words written as one must be nearly the same as that one. */
    static final double LEAST = 0.85;

    /** In a name of more words than this, few neighbours are one word elsewhere, and there are many neighbours. */
    private static final int MOST_WORDS = 4;

    /** So much longer or shorter may the one word be than the two. */
    private static final int MOST_LETTERS = 2;

    /** Shorter ones are initials, which stand for themselves. */
    private static final int LEAST_LETTERS = 4;

    private JoinedWords() {}

    /** All ways in which neighbours on one side stand for one word of the other. */
    static List<Alignment.Option> options(List<Word> a, List<Word> b) {
        var options = new ArrayList<Alignment.Option>();
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j + 1 < b.size(); j++) {
                double alike = similarity(a.get(i), b.get(j), b.get(j + 1));
                if (alike >= LEAST) {
                    double weight = weight(a.get(i), b.get(j), b.get(j + 1));
                    options.add(new Alignment.Option(i, i + 1, j, j + 2, alike, weight));
                }
            }
        }
        for (int j = 0; j < b.size(); j++) {
            for (int i = 0; i + 1 < a.size(); i++) {
                double alike = similarity(b.get(j), a.get(i), a.get(i + 1));
                if (alike >= LEAST) {
                    double weight = weight(b.get(j), a.get(i), a.get(i + 1));
                    options.add(new Alignment.Option(i, i + 2, j, j + 1, alike, weight));
                }
            }
        }
        return options;
    }

    /** The neighbours of a short name, each two as one word. */
    static List<Word> of(List<Word> words) {
        var joined = new ArrayList<Word>();
        for (int i = 0; i + 1 < words.size() && words.size() <= MOST_WORDS; i++) {
            Word one = words.get(i);
            Word two = words.get(i + 1);
            int length = one.text().length() + two.text().length();
            if (one.weight() + two.weight() > 1 && length >= LEAST_LETTERS) {
                joined.add(join(one, two, one.skeletal() && two.skeletal(), Math.max(one.weight(), two.weight())));
            }
        }
        return joined;
    }

    private static double similarity(Word whole, Word first, Word second) {
        int length = first.text().length() + second.text().length();
        boolean skeletal = first.skeletal() && second.skeletal();
        boolean sameScript = skeletal == whole.skeletal();
        if (length < LEAST_LETTERS
                || (sameScript
                        && (whole.text().charAt(0) != first.text().charAt(0)
                                || Math.abs(whole.text().length() - length) > MOST_LETTERS))) {
            return 0;
        }
        return WordSimilarity.of(whole, join(first, second, skeletal, 1));
    }

    private static double weight(Word whole, Word first, Word second) {
        return Math.max(whole.weight(), Math.max(first.weight(), second.weight()));
    }

    private static Word join(Word first, Word second, boolean skeletal, double weight) {
        return Word.of(first.text() + second.text(), weight, skeletal);
    }
}
