package org.tocsin.events.sanctions.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of the lists, ready to be searched. Made once for each set of list versions; then unchanging and safe for many threads. */
final class NameIndex<T> {
    /** So many of the names that share most with the one asked for are compared in full. */
    static int COMPARED = 60;

    private static final int[] NONE = {};

    /** A listed name. {@code of} is what bears it. */
    record Listed<T>(T of, String text, List<Word> words, int[] ids) {}

    /** A listed name that may be the one asked for. */
    record Hit<T>(Listed<T> listed, Comparison comparison) {}

    private final Vocabulary vocabulary = new Vocabulary();
    private final List<Listed<T>> names = new ArrayList<>();
    private final int[][] namesOf;
    private final Map<String, int[]> bySound = new HashMap<>();
    private final double[] rarity;
    private final double[] shortness;
    private final ThreadLocal<Search> searches = ThreadLocal.withInitial(Search::new);

    private static final class Search {
        private final Counts names = new Counts();
        private final Counts of = new Counts();
    }

    /** A name and what bears it. */
    record Entry<T>(T of, String name) {}

    NameIndex(Iterable<Entry<T>> entries) {
        var postings = new ArrayList<List<Integer>>();
        for (Entry<T> entry : entries) {
            List<Word> words = Words.of(entry.name());
            if (words.isEmpty()) {
                continue;
            }
            int[] ids = new int[words.size()];
            int number = names.size();
            for (int i = 0; i < ids.length; i++) {
                ids[i] = vocabulary.add(words.get(i));
                post(postings, ids[i], number);
            }
            for (Word joined : joined(words)) {
                bySound.merge(joined.sound(), new int[] {number}, NameIndex::both);
            }
            names.add(new Listed<>(entry.of(), entry.name(), words, ids));
        }
        namesOf = postings.stream().map(list -> list.stream().mapToInt(Integer::intValue).toArray()).toArray(int[][]::new);
        shortness = names.stream().mapToDouble(name -> 1 / Math.sqrt(1 + name.ids().length)).toArray();
        rarity = new double[namesOf.length];
        for (int id = 0; id < rarity.length; id++) {
            rarity[id] = Math.log(1 + (double) names.size() / namesOf[id].length) / Math.log(1 + names.size());
        }
    }

    private static void post(List<List<Integer>> postings, int word, int name) {
        while (postings.size() <= word) {
            postings.add(new ArrayList<>(2));
        }
        List<Integer> list = postings.get(word);
        if (list.isEmpty() || list.get(list.size() - 1) != name) {
            list.add(name);
        }
    }

    int size() {
        return names.size();
    }

    /** The listed names that are nearest to a name, at least as near as the threshold, the best first. */
    List<Hit<T>> search(String name, double threshold, int most) {
        List<Word> asked = Words.of(name);
        if (asked.isEmpty()) {
            return List.of();
        }
        Search search = searches.get();
        var alike = new ArrayList<Map<Integer, Double>>();
        search.names.begin(names.size());
        for (Word word : asked) {
            alike.add(find(word, search));
        }
        for (Word joined : joined(asked)) {
            findWhole(joined, search);
        }
        for (Word word : asked) {
            add(bySound.getOrDefault(word.sound(), NONE), word.weight(), search);
        }
        var hits = new ArrayList<Hit<T>>();
        for (int number : nearest(search.names)) {
            Listed<T> listed = names.get(number);
            Comparison comparison = Comparison.of(asked, listed.words(), (i, j) -> alike.get(i).getOrDefault(listed.ids()[j], 0.0));
            if (comparison.score() >= threshold) {
                hits.add(new Hit<>(listed, comparison));
            }
        }
        hits.sort(Comparator.comparingDouble((Hit<T> hit) -> -hit.comparison().score()));
        return hits.subList(0, Math.min(most, hits.size()));
    }

    /** Adds to each name what its nearest word shares with a word of the one asked for. */
    private Map<Integer, Double> find(Word word, Search search) {
        var similarities = new HashMap<Integer, Double>();
        search.of.begin(names.size());
        for (Vocabulary.Alike alike : vocabulary.alike(word)) {
            similarities.put(alike.id(), alike.similarity());
            double share = word.weight() * alike.similarity() * alike.similarity() * rarity[alike.id()];
            for (int number : namesOf[alike.id()]) {
                if (search.of.sum(number) == 0) {
                    search.of.add(number, 1);
                    search.names.add(number, share * shortness[number]);
                }
            }
        }
        return similarities;
    }

    /** Two words asked for that a listed name writes as one. */
    private void findWhole(Word joined, Search search) {
        for (Vocabulary.Alike alike : vocabulary.alike(joined)) {
            if (alike.similarity() < Comparison.LEAST_JOINED) {
                return;
            }
            add(namesOf[alike.id()], joined.weight() * alike.similarity(), search);
        }
    }

    private void add(int[] numbers, double share, Search search) {
        for (int number : numbers) {
            search.names.add(number, share * shortness[number]);
        }
    }

    private static int[] both(int[] some, int[] more) {
        int[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    private static int[] nearest(Counts sums) {
        int n = sums.touched();
        if (n <= COMPARED) {
            int[] all = new int[n];
            for (int k = 0; k < n; k++) {
                all[k] = sums.id(k);
            }
            return all;
        }
        double[] sorted = new double[n];
        for (int k = 0; k < n; k++) {
            sorted[k] = sums.sum(sums.id(k));
        }
        Arrays.sort(sorted);
        double least = sorted[n - COMPARED];
        int[] best = new int[n];
        int count = 0;
        for (int k = 0; k < n && count < 2 * COMPARED; k++) {
            if (sums.sum(sums.id(k)) >= least) {
                best[count++] = sums.id(k);
            }
        }
        return Arrays.copyOf(best, count);
    }

    /** Neighbours written as one word, where the name is short enough for that to happen. */
    private static List<Word> joined(List<Word> words) {
        var joined = new ArrayList<Word>();
        for (int i = 0; i + 1 < words.size() && words.size() <= 4; i++) {
            Word one = words.get(i);
            Word two = words.get(i + 1);
            if (one.weight() + two.weight() > 1) {
                String text = one.text() + two.text();
                joined.add(new Word(text, Sound.of(text), Math.max(one.weight(), two.weight()), one.skeletal() && two.skeletal()));
            }
        }
        return joined;
    }
}
