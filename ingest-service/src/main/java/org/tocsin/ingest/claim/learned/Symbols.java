package org.tocsin.ingest.claim.learned;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.clause.Candidate;
import org.tocsin.ingest.claim.clause.Words;
import org.tocsin.ingest.claim.mention.Mention;

/**
 * The words of a sentence around one place, without what is true of one war only: names, numbers and dates are masked, a name of several words is one symbol.
 */
final class Symbols {
    static final String PLACE = "PLACE";

    final List<String> stems = new ArrayList<>();
    final List<String> kinds = new ArrayList<>();
    final List<Integer> tokens = new ArrayList<>();
    int place = -1;

    static Symbols of(Words words, Candidate candidate, Vocabulary vocabulary) {
        Symbols symbols = new Symbols();
        for (int t = words.from(); t < words.to(); t++) {
            if (t == candidate.start()) {
                symbols.place = symbols.stems.size();
                symbols.add(t, PLACE, PLACE);
            }
            if (t >= candidate.start() && t < candidate.end()) {
                continue;
            }
            @Nullable Mention mention = words.mention(t);
            if (mention == null) {
                symbols.add(t, vocabulary.stem(words, t), vocabulary.kind(words, t));
            } else if (mention.start() == t) {
                String mask = Vocabulary.mask(mention);
                symbols.add(t, mask, mask);
            }
        }
        return symbols;
    }

    private void add(int token, String stem, String kind) {
        boolean again = !kinds.isEmpty()
                && kind.equals(kinds.get(kinds.size() - 1))
                && (kind.equals("DATE") || kind.equals("NAME"));
        if (!again) {
            tokens.add(token);
            stems.add(stem);
            kinds.add(kind);
        }
    }

    int size() {
        return stems.size();
    }

    String stem(int i) {
        return i < 0 ? "^" : i >= size() ? "$" : stems.get(i);
    }

    String kind(int i) {
        return i < 0 ? "^" : i >= size() ? "$" : kinds.get(i);
    }
}
