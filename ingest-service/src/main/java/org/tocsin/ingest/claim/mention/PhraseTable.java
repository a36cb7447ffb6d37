package org.tocsin.ingest.claim.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.ingest.claim.text.Token;
import org.tocsin.ingest.claim.text.Tokens;

/** Finds the longest known run of words that starts at a token. */
final class PhraseTable<T> {
    private record Entry<T>(List<String> words, T value) {}

    record Hit<T>(int end, T value) {}

    private final Map<String, List<Entry<T>>> byFirstWord = new HashMap<>();

    void add(String phrase, T value) {
        List<String> words = Tokens.of(phrase).stream().map(Token::lower).toList();
        if (!words.isEmpty()) {
            byFirstWord.computeIfAbsent(words.get(0), key -> new ArrayList<>()).add(new Entry<>(words, value));
        }
    }

    Optional<Hit<T>> longestAt(List<Token> tokens, int start) {
        Entry<T> best = null;
        for (Entry<T> entry : byFirstWord.getOrDefault(tokens.get(start).lower(), List.of())) {
            if ((best == null || entry.words.size() > best.words.size()) && stands(entry.words, tokens, start)) {
                best = entry;
            }
        }
        return best == null ? Optional.empty() : Optional.of(new Hit<>(start + best.words.size(), best.value));
    }

    private static boolean stands(List<String> words, List<Token> tokens, int start) {
        if (start + words.size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!tokens.get(start + i).lower().equals(words.get(i))) {
                return false;
            }
        }
        return true;
    }
}
