package org.tocsin.events.sanctions.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The different words of all listed names, found by words that look or sound like them. Each word stands under its consonants and under what is left of them without
 * any one (any two, if there are many); words that share such a key are compared letter by letter.
 */
final class Vocabulary {
    /** Fewer consonants than this tell too little: the vowels are kept. */
    private static final int FEW = 3;

    /** From so many consonants on, two may differ. */
    private static final int MANY = 6;

    /** What was found for so many words is kept: names share most of their words. */
    private static final int KEPT = 20_000;

    private final List<Word> words = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, int[]> byKey = new HashMap<>();
    private final Map<String, List<Alike>> found = new ConcurrentHashMap<>();

    /** A listed word and how alike it is to the one asked for. */
    record Alike(int id, double similarity) {}

    /** The id of a word, given to it when it is new. */
    int add(Word word) {
        Integer known = ids.putIfAbsent(nameOf(word), words.size());
        if (known != null) {
            return known;
        }
        int id = words.size();
        words.add(word);
        for (String key : keysOf(word)) {
            byKey.merge(key, new int[] {id}, Vocabulary::joined);
        }
        return id;
    }

    int size() {
        return words.size();
    }

    /** All listed words that are at least {@link WordSimilarity#LEAST} alike, the nearest first. */
    List<Alike> alike(Word word) {
        List<Alike> known = found.get(nameOf(word));
        if (known != null) {
            return known;
        }
        List<Alike> now = search(word);
        if (found.size() >= KEPT) {
            found.clear();
        }
        found.put(nameOf(word), now);
        return now;
    }

    private List<Alike> search(Word word) {
        var alike = new ArrayList<Alike>();
        var seen = new HashSet<Integer>();
        for (String key : keysOf(word)) {
            for (int id : byKey.getOrDefault(key, NONE)) {
                if (seen.add(id)) {
                    double similarity = WordSimilarity.of(word, words.get(id));
                    if (similarity > 0) {
                        alike.add(new Alike(id, similarity));
                    }
                }
            }
        }
        alike.sort(Comparator.comparingDouble(Alike::similarity).reversed().thenComparingInt(Alike::id));
        return List.copyOf(alike);
    }

    private static final int[] NONE = {};

    private static String nameOf(Word word) {
        return word.skeletal() ? word.text() + "~" : word.text();
    }

    private static int[] joined(int[] list, int[] one) {
        int[] longer = Arrays.copyOf(list, list.length + 1);
        longer[list.length] = one[0];
        return longer;
    }

    private static Set<String> keysOf(Word word) {
        String consonants = Sound.skeleton(word.sound());
        var keys = new HashSet<String>();
        keys.add(consonants);
        if (consonants.length() < FEW) {
            String sound = word.sound().isEmpty() ? word.text() : word.sound();
            keys.add("'" + sound);
            shorter(sound, keys, "'");
            return keys;
        }
        shorter(consonants, keys, "");
        if (consonants.length() >= MANY) {
            for (String once : List.copyOf(keys)) {
                shorter(once, keys, "");
            }
        }
        return keys;
    }

    private static void shorter(String text, Set<String> keys, String mark) {
        for (int i = 0; i < text.length(); i++) {
            keys.add(mark + text.substring(0, i) + text.substring(i + 1));
        }
    }
}
