package org.tocsin.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** A small lexicon of phrases, found in running text by their words; for thousands of entries where an automaton is not worth its while. */
final class Phrases<T> {

    private final Map<String, List<Entry<T>>> entries = new HashMap<>();
    private final Set<String> firstWords = new HashSet<>();
    private int longest;

    /** A phrase as it was written and what it means. */
    record Entry<T>(String phrase, T meaning) {}

    /** Entries that stand at a place of the text, and where they end. */
    record Hit<T>(int end, List<T> meanings) {}

    void add(String phrase, T meaning) {
        String key = keyOf(phrase);
        if (key.isEmpty()) {
            return;
        }
        var sameKey = entries.computeIfAbsent(key, k -> new ArrayList<>());
        var entry = new Entry<>(phrase, meaning);
        if (!sameKey.contains(entry)) {
            sameKey.add(entry);
        }
        String[] words = key.split(" ", -1);
        firstWords.add(words[0]);
        longest = Math.max(longest, words.length);
    }

    List<Entry<T>> of(String phrase) {
        return entries.getOrDefault(keyOf(phrase), List.of());
    }

    /** The longest phrase whose entries, or some of them, fit the words as they are written in the text. */
    Optional<Hit<T>> longestAt(String text, int start, BiPredicate<String, String> fits) {
        if (!Words.startsAt(text, start)) {
            return Optional.empty();
        }
        var key = new StringBuilder();
        Optional<Hit<T>> best = Optional.empty();
        int wordStart = start;
        for (int words = 0; words < longest && wordStart >= 0; words++) {
            int wordEnd = Words.endOf(text, wordStart);
            if (words > 0) {
                key.append(' ');
            }
            Folding.appendFolded(text, wordStart, wordEnd, key);
            if (words == 0 && !firstWords.contains(key.toString())) {
                break;
            }
            Optional<Hit<T>> hit = hit(key.toString(), text, start, wordEnd, fits);
            best = hit.isPresent() ? hit : best;
            wordStart = Words.next(text, wordStart, Words.possessiveEnd(text, wordEnd));
        }
        return best;
    }

    private Optional<Hit<T>> hit(String key, String text, int start, int end, BiPredicate<String, String> fits) {
        List<T> meanings = new ArrayList<>();
        for (Entry<T> entry : entries.getOrDefault(key, List.of())) {
            if (fits.test(entry.phrase(), text.substring(start, end)) && !meanings.contains(entry.meaning())) {
                meanings.add(entry.meaning());
            }
        }
        return meanings.isEmpty() ? Optional.empty() : Optional.of(new Hit<>(end, List.copyOf(meanings)));
    }

    /** The words of the phrase, folded, each without a possessive 's. */
    static String keyOf(String phrase) {
        var key = new StringBuilder();
        int i = 0;
        while (i < phrase.length()) {
            if (!Words.startsAt(phrase, i)) {
                i++;
                continue;
            }
            int end = Words.endOf(phrase, i);
            if (key.length() > 0) {
                key.append(' ');
            }
            Folding.appendFolded(phrase, i, end, key);
            i = Math.max(end, Words.possessiveEnd(phrase, end));
        }
        return key.toString();
    }
}
