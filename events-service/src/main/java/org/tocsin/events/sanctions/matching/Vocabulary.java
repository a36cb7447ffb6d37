package org.tocsin.events.sanctions.matching;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The different words of all listed names, found by words that look or sound like them. Words that share a key of {@link Keys} are compared letter by letter. */
final class Vocabulary {
    /** What was found for words is kept, for names share most of their words, until it is so many found words (24 bytes each). */
    private static final int KEPT = 1_000_000;

    private static final int[] NONE = {};

    private final List<Word> words;
    private final Map<String, Integer> ids;
    private final Map<String, int[]> byKey;
    private final BitSet initials = new BitSet();
    private final Map<String, Alike> found = new ConcurrentHashMap<>();
    private final AtomicLong kept = new AtomicLong();

    private Vocabulary(List<Word> words, Map<String, Integer> ids, Map<String, int[]> byKey) {
        this.words = words;
        this.ids = ids;
        this.byKey = byKey;
        for (int id = 0; id < words.size(); id++) {
            initials.set(id, words.get(id).isInitial());
        }
    }

    /** Collects words. */
    static final class Builder {
        private final List<Word> words = new ArrayList<>();
        private final Map<String, Integer> ids = new HashMap<>();
        private final Postings<String> byKey = new Postings<>();

        /** The id of a word, given to it when it is new. */
        int add(Word word) {
            Integer known = ids.putIfAbsent(word.id(), words.size());
            if (known != null) {
                return known;
            }
            int id = words.size();
            words.add(word);
            Keys.of(word).forEach(key -> byKey.add(key, id));
            return id;
        }

        Vocabulary built() {
            return new Vocabulary(List.copyOf(words), ids, byKey.finished());
        }
    }

    int size() {
        return words.size();
    }

    Word word(int id) {
        return words.get(id);
    }

    /** All listed words that are at least {@link WordSimilarity#LEAST} alike. */
    Alike alike(Word word) {
        Alike known = found.get(word.id());
        if (known != null) {
            return known;
        }
        Alike now = search(word);
        if (kept.addAndGet(now.size() + 10L) > KEPT) {
            found.clear();
            kept.set(0);
        }
        found.put(word.id(), now);
        return now;
    }

    /** How alike a word and a listed one are, 0 to 1. An initial, which every word with it begins like, is no key to any. */
    double similarity(Word word, Alike alike, int id) {
        return word.isInitial() || initials.get(id) ? WordSimilarity.of(word, words.get(id)) : alike.similarityOf(id);
    }

    private Alike search(Word word) {
        var candidates = new BitSet();
        for (String key : Keys.of(word)) {
            for (int id : byKey.getOrDefault(key, NONE)) {
                candidates.set(id);
            }
        }
        Integer same = ids.get(word.id());
        if (same != null) {
            candidates.set(same);
        }
        var alike = new ArrayList<Alike.One>();
        for (int id = candidates.nextSetBit(0); id >= 0; id = candidates.nextSetBit(id + 1)) {
            double similarity = WordSimilarity.of(word, words.get(id));
            if (similarity > 0) {
                alike.add(new Alike.One(id, similarity));
            }
        }
        alike.sort(Comparator.comparingDouble(Alike.One::similarity).reversed().thenComparingInt(Alike.One::id));
        return new Alike(alike);
    }
}
