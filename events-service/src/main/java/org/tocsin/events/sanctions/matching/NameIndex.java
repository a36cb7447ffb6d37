package org.tocsin.events.sanctions.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.IntStream;

/** The names of lists, ready to be searched. Made once for each set of list versions; then unchanging and safe for many threads. */
public final class NameIndex<T> {
    /** So many of the names that share most with the one asked for are compared in full. */
    private static final int COMPARED = 80;

    private static final int[] NONE = {};

    private final Vocabulary vocabulary;
    private final List<Entry<T>> names = new ArrayList<>();
    private final int[][] wordsOf;
    private final int[][] namesOf;
    private final Map<String, int[]> byJoinedSound;
    private final Map<String, int[]> bySameWords;
    /** Of a word, 0 to 1: 1 for one that only one name has. */
    private final double[] rarity;
    /** Of a name: one of few words is told by each of them. */
    private final double[] shortness;
    /** Sums of earlier searches, to be used again; a search that finds none makes its own. */
    private final BlockingQueue<Sums> spare =
            new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

    /** A name and what bears it. */
    public record Entry<T>(T of, String name) {}

    /** A listed name that may be the one asked for. */
    public record Hit<T>(T of, String name, Comparison comparison) {}

    private record Sums(Counts shared, Counts seen) {}

    public NameIndex(Iterable<Entry<T>> entries) {
        var words = new Vocabulary.Builder();
        var postings = new Postings<Integer>();
        var joined = new Postings<String>();
        var same = new Postings<String>();
        var idsOf = new ArrayList<int[]>();
        for (Entry<T> entry : entries) {
            List<Word> ofName = Words.of(entry.name());
            if (ofName.isEmpty()) {
                continue;
            }
            int number = names.size();
            int[] ids = ofName.stream().mapToInt(words::add).toArray();
            for (int id : ids) {
                postings.add(id, number);
            }
            JoinedWords.of(ofName).forEach(word -> joined.add(word.sound(), number));
            same.add(Words.joined(ofName), number);
            names.add(entry);
            idsOf.add(ids);
        }
        wordsOf = idsOf.toArray(int[][]::new);
        vocabulary = words.built();
        byJoinedSound = joined.finished();
        bySameWords = same.finished();
        namesOf = new int[vocabulary.size()][];
        postings.finished().forEach((id, numbers) -> namesOf[id] = numbers);
        rarity = new double[namesOf.length];
        for (int id = 0; id < rarity.length; id++) {
            rarity[id] = Math.log(1 + (double) names.size() / namesOf[id].length) / Math.log(1 + names.size());
        }
        shortness =
                idsOf.stream().mapToDouble(ids -> 1 / Math.sqrt(1 + ids.length)).toArray();
    }

    /** How many names it has. */
    public int size() {
        return names.size();
    }

    /** The listed names that are at least as near to a name as the threshold, the best first; of equally near ones the one that was given first. */
    public List<Hit<T>> search(String name, double threshold) {
        List<Word> asked = Words.of(name);
        if (asked.isEmpty()) {
            return List.of();
        }
        List<Alike> alike = asked.stream().map(vocabulary::alike).toList();
        var hits = new ArrayList<Hit<T>>();
        for (int number : nearest(asked, alike)) {
            int[] ids = wordsOf[number];
            Alignment alignment = Alignment.of(
                    asked,
                    new ListedWords(vocabulary, ids),
                    (i, j) -> vocabulary.similarity(asked.get(i), alike.get(i), ids[j]));
            if (alignment.score(Weights.CHOSEN) >= threshold) {
                hits.add(new Hit<>(
                        names.get(number).of(), names.get(number).name(), alignment.comparison(Weights.CHOSEN)));
            }
        }
        hits.sort(Comparator.comparingDouble((Hit<T> hit) -> hit.comparison().score())
                .reversed());
        return List.copyOf(hits);
    }

    /** The names that share most with the one asked for, and all that have the same words, in the order in which they were given. */
    private int[] nearest(List<Word> asked, List<Alike> alike) {
        Sums spared = spare.poll();
        Sums sums = spared == null ? new Sums(new Counts(names.size()), new Counts(names.size())) : spared;
        for (int i = 0; i < asked.size(); i++) {
            addNames(asked.get(i), alike.get(i), sums);
            addAll(
                    byJoinedSound.getOrDefault(asked.get(i).sound(), NONE),
                    asked.get(i).weight(),
                    sums.shared());
        }
        for (Word whole : JoinedWords.of(asked)) {
            addWhole(whole, sums.shared());
        }
        int[] same = bySameWords.getOrDefault(Words.joined(asked), NONE);
        int[] greatest = sums.shared().greatest(COMPARED);
        sums.shared().clear();
        spare.offer(sums);
        return IntStream.concat(Arrays.stream(greatest), Arrays.stream(same))
                .sorted()
                .distinct()
                .toArray();
    }

    /** Adds to each name what its nearest word shares with a word of the one asked for. */
    private void addNames(Word word, Alike alike, Sums sums) {
        Counts seen = sums.seen();
        for (int k = 0; k < alike.size(); k++) {
            int id = alike.id(k);
            double share = word.weight() * alike.similarity(k) * alike.similarity(k) * rarity[id];
            for (int number : namesOf[id]) {
                if (!seen.has(number)) {
                    seen.add(number, 1);
                    sums.shared().add(number, share * shortness[number]);
                }
            }
        }
        seen.clear();
    }

    /** Two words asked for that a listed name writes as one. */
    private void addWhole(Word joined, Counts shared) {
        Alike alike = vocabulary.alike(joined);
        for (int k = 0; k < alike.size() && alike.similarity(k) >= JoinedWords.LEAST; k++) {
            addAll(namesOf[alike.id(k)], joined.weight() * alike.similarity(k), shared);
        }
    }

    private void addAll(int[] numbers, double share, Counts shared) {
        for (int number : numbers) {
            shared.add(number, share * shortness[number]);
        }
    }
}
