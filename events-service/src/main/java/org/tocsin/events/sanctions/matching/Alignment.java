package org.tocsin.events.sanctions.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Which words of the one name stand for which of the other: the worthiest pair is taken first. */
final class Alignment {
    private static final Comparator<Option> WORTHIEST = Comparator.comparingDouble(Option::worth)
            .reversed()
            .thenComparingInt(option -> Math.abs(option.i() - option.j()))
            .thenComparingInt(option -> option.i() + option.j())
            .thenComparingInt(Option::i);

    private final List<Word> a;
    private final List<Word> b;
    private final boolean[] usedA;
    private final boolean[] usedB;
    private final List<Option> taken = new ArrayList<>();
    private double matched;
    private double unlike;

    /** Words i to before iEnd of the one name stand for words j to before jEnd of the other. */
    record Option(int i, int iEnd, int j, int jEnd, double similarity, double weight) {
        double worth() {
            return similarity * weight;
        }
    }

    private Alignment(List<Word> a, List<Word> b, List<Option> options) {
        this.a = a;
        this.b = b;
        this.usedA = new boolean[a.size()];
        this.usedB = new boolean[b.size()];
        options.sort(WORTHIEST);
        options.forEach(this::take);
    }

    static Alignment of(List<Word> a, List<Word> b, Comparison.Similarity similarity) {
        List<Option> singles = singles(a, b, similarity);
        var alignment = new Alignment(a, b, singles);
        if (alignment.left(a, alignment.usedA) == 0 && alignment.left(b, alignment.usedB) == 0) {
            return alignment;
        }
        List<Option> joined = JoinedWords.options(a, b);
        if (joined.isEmpty()) {
            return alignment;
        }
        joined.addAll(singles);
        var again = new Alignment(a, b, joined);
        return again.matched > alignment.matched ? again : alignment;
    }

    private static List<Option> singles(List<Word> a, List<Word> b, Comparison.Similarity similarity) {
        var options = new ArrayList<Option>();
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                double alike = similarity.of(i, j);
                if (alike > 0) {
                    double weight = Math.min(a.get(i).weight(), b.get(j).weight());
                    options.add(new Option(i, i + 1, j, j + 1, alike, weight));
                }
            }
        }
        return options;
    }

    private void take(Option option) {
        if (isFree(usedA, option.i(), option.iEnd()) && isFree(usedB, option.j(), option.jEnd())) {
            Arrays.fill(usedA, option.i(), option.iEnd(), true);
            Arrays.fill(usedB, option.j(), option.jEnd(), true);
            taken.add(option);
            matched += option.worth();
            unlike += option.weight() * (1 - option.similarity());
        }
    }

    private static boolean isFree(boolean[] used, int from, int end) {
        for (int k = from; k < end; k++) {
            if (used[k]) {
                return false;
            }
        }
        return true;
    }

    private double left(List<Word> words, boolean[] used) {
        double left = 0;
        for (int k = 0; k < used.length; k++) {
            left += used[k] ? 0 : words.get(k).weight();
        }
        return left;
    }

    double score(Weights weights) {
        return weights.score(matched, unlike, left(a, usedA), left(b, usedB), isTurned());
    }

    Comparison comparison(Weights weights) {
        var pairs = new ArrayList<Comparison.Pair>();
        taken.stream()
                .sorted(Comparator.comparingInt(Option::i))
                .forEach(option -> pairs.add(new Comparison.Pair(
                        texts(a, option.i(), option.iEnd()),
                        texts(b, option.j(), option.jEnd()),
                        option.similarity())));
        return new Comparison(
                score(weights),
                List.copyOf(pairs),
                unused(a, usedA),
                unused(b, usedB),
                matched,
                unlike,
                left(a, usedA),
                left(b, usedB),
                isTurned());
    }

    /** Two words around a "bin" of the one name stand the other way round in the other, around one of its own. */
    private boolean isTurned() {
        if (isFree(usedA, 0, usedA.length) || a.stream().noneMatch(Word::isSonOf)) {
            return false;
        }
        int[] partner = new int[a.size()];
        Arrays.fill(partner, -1);
        taken.forEach(option -> Arrays.fill(partner, option.i(), option.iEnd(), option.j()));
        for (int i = 1; i + 1 < partner.length; i++) {
            int before = partner[i - 1];
            int after = partner[i + 1];
            if (a.get(i).isSonOf() && after >= 0 && before > after) {
                if (b.subList(after + 1, before).stream().anyMatch(Word::isSonOf)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<String> unused(List<Word> words, boolean[] used) {
        var texts = new ArrayList<String>();
        for (int k = 0; k < used.length; k++) {
            if (!used[k]) {
                texts.add(words.get(k).text());
            }
        }
        return List.copyOf(texts);
    }

    private static String texts(List<Word> words, int from, int end) {
        String first = words.get(from).text();
        return end - from == 1 ? first : first + " " + words.get(from + 1).text();
    }
}
