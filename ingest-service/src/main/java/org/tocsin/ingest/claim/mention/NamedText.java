package org.tocsin.ingest.claim.mention;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.lexicon.Triggers;
import org.tocsin.ingest.claim.text.Token;

/** The words of a text and the names that were found among them, asked by position; any position may be asked. */
final class NamedText {
    private static final Set<String> ENDS =
            Set.of(".", "!", "?", "\u2026", "...", "\"", "\u201c", "\u201d", ":", ";", "\u2022", "*");

    private static final int AUXILIARIES = 4;
    private static final Set<String> AUXILIARY =
            Set.of("is", "are", "was", "were", "has", "have", "had", "been", "being", "now", "not", "also", "since");

    final List<Token> tokens;
    private final @Nullable Mention[] byToken;

    NamedText(List<Token> tokens, @Nullable Mention[] byToken) {
        this.tokens = tokens;
        this.byToken = byToken;
    }

    /** Whether capitals tell nothing here, as in a headline: most words around have one. */
    boolean inCapitals(int s) {
        int capitals = 0;
        int words = 0;
        for (int i = Math.max(0, s - 7); i < Math.min(tokens.size(), s + 8); i++) {
            Token token = tokens.get(i);
            if (token.isWord() && token.end() - token.start() > 3) {
                words++;
                capitals += token.capitalised() ? 1 : 0;
            }
        }
        return words > 3 && capitals * 5 > words * 4;
    }

    /** Whether a sentence, a line or a quotation begins there. */
    boolean begins(int i) {
        return i == 0 || ENDS.contains(tokens.get(i - 1).text());
    }

    boolean startsLower(int i) {
        return i < tokens.size() && tokens.get(i).isWord() && !tokens.get(i).capitalised();
    }

    boolean startsCapital(int i) {
        return i < tokens.size() && tokens.get(i).isWord() && tokens.get(i).capitalised();
    }

    /** The word in lower case, empty outside of the text. */
    String lower(int i) {
        return i < 0 || i >= tokens.size() ? "" : tokens.get(i).lower();
    }

    /** The name that the word belongs to, if any. */
    @Nullable Mention at(int i) {
        return i < 0 || i >= byToken.length ? null : byToken[i];
    }

    /** Whether the word, in lower case, can tell of a change of hands: the name beside it is fought over. */
    boolean isTrigger(Triggers triggers, int i) {
        return i >= 0 && i < tokens.size() && !tokens.get(i).capitalised() && triggers.knows(lower(i));
    }

    boolean isAuxiliary(int i) {
        return AUXILIARY.contains(lower(i));
    }

    /** Behind auxiliaries and "now", "fully": "X had been liberated". */
    int verbBehind(int end) {
        int i = end;
        while (i < end + AUXILIARIES && (AUXILIARY.contains(lower(i)) || lower(i).endsWith("ly"))) {
            i++;
        }
        return i;
    }

    /** The region or country that stands behind the name after a comma or in brackets, as in "Paris, Texas"; null if none does. */
    @Nullable Mention areaBehind(int end) {
        String mark = lower(end);
        boolean apart = mark.equals(",") || mark.equals("(");
        @Nullable Mention behind = apart ? at(end + 1) : null;
        boolean area = behind instanceof Mention.OfRegion
                || (behind instanceof Mention.OfCountry country && !country.demonym());
        return area ? behind : null;
    }
}
