package org.tocsin.ingest.claim.clause;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.mention.Mention;
import org.tocsin.ingest.claim.mention.Mentions;
import org.tocsin.ingest.claim.text.Token;
import org.tocsin.reference.Country;

/**
 * The words of one sentence with their tags and names. Token indexes are those of the whole field.
 */
public final class Words {
    private final String source;
    private final List<Token> tokens;
    private final Mentions mentions;
    private final int from;
    private final int to;
    private final String[] tags;
    private final boolean title;
    private boolean startsQuoted;

    /**
     * @param source the field
     * @param tokens of the whole field
     * @param mentions of the whole field
     * @param from first token of the sentence
     * @param to token after the last
     * @param tags of the sentence's tokens, or none
     * @param title told in the language of headlines
     */
    public Words(
            String source, List<Token> tokens, Mentions mentions, int from, int to, List<String> tags, boolean title) {
        this.source = source;
        this.tokens = tokens;
        this.mentions = mentions;
        this.from = from;
        this.to = to;
        this.tags = tags.toArray(new String[to - from]);
        // a sentence that is not tagged has empty tags
        Arrays.fill(this.tags, tags.size(), to - from, "");
        this.title = title;
    }

    public int from() {
        return from;
    }

    public int to() {
        return to;
    }

    /** The sentence stands within a quotation that a sentence before it opened. */
    public boolean startsQuoted() {
        return startsQuoted;
    }

    public Words quoted(boolean fromStart) {
        startsQuoted = fromStart;
        return this;
    }

    public boolean title() {
        return title;
    }

    void retag(int i, String tag) {
        tags[i - from] = tag;
    }

    public Token token(int i) {
        return tokens.get(i);
    }

    /** The lower-case form, empty outside the sentence. */
    public String lower(int i) {
        return i >= from && i < to ? tokens.get(i).lower() : "";
    }

    public String tag(int i) {
        return i >= from && i < to ? tags[i - from] : "";
    }

    public @Nullable Mention mention(int i) {
        return i >= from && i < to ? mentions.at(i) : null;
    }

    public boolean isOneOf(int i, Set<String> words) {
        return i >= from && i < to && words.contains(tokens.get(i).lower());
    }

    /** Does any token from {@code start} up to {@code end} stand in {@code words}? */
    public boolean anyOf(int start, int end, Set<String> words) {
        for (int i = Math.max(start, from); i < Math.min(end, to); i++) {
            if (words.contains(tokens.get(i).lower())) {
                return true;
            }
        }
        return false;
    }

    /** The text from the first char of token {@code start} to the last of token {@code end - 1}. */
    public String text(int start, int end) {
        return end <= start
                ? ""
                : source.substring(
                        tokens.get(start).start(), tokens.get(end - 1).end());
    }

    /** The last party named from token {@code start} up to {@code end}, or null. */
    Mention.@Nullable OfParty lastParty(int start, int end) {
        for (int i = end - 1; i >= start; i--) {
            if (mention(i) instanceof Mention.OfParty named) {
                return named;
            }
        }
        return null;
    }

    /** The first country named there. */
    Optional<Country> firstCountry(int start, int end) {
        for (int i = start; i < end; i++) {
            if (mention(i) instanceof Mention.OfCountry named) {
                return Optional.of(named.country());
            }
        }
        return Optional.empty();
    }

    /** The words without a leading article and a trailing possessive mark. */
    public String plain(int start, int end) {
        int from = start;
        while (from < end - 1 && ClosedWords.DETERMINERS.contains(lower(from))) {
            from++;
        }
        int to = end;
        while (to - 1 > from && (lower(to - 1).equals("'s") || lower(to - 1).equals("'"))) {
            to--;
        }
        return text(from, to).replaceAll("\\s+", " ");
    }
}
