package org.tocsin.ingest.claim.clause;

import java.util.Set;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.ingest.claim.mention.Mention;

/** Groups a noun with the determiners, adjectives and nouns before it, and with the mark of possession behind: "the Iraqi army's". */
final class NounPhrases {
    private static final Set<String> LOYAL =
            Set.of("loyal", "allied", "faithful", "allegiant", "close", "opposed", "hostile");

    private static final Set<String> DISTANCES = Set.of("km", "kms", "kilometres", "kilometers", "miles");

    private final DatePhrases dates;
    private final Set<String> modals;

    NounPhrases(WordLists cues, DatePhrases dates) {
        this.dates = dates;
        this.modals = cues.words("modal");
    }

    /** Can the word be part of a noun phrase, by its tag? */
    static boolean isNominal(Words words, int i) {
        String tag = words.tag(i);
        return tag.equals("NOUN")
                || tag.equals("PROPN")
                || tag.equals("ADJ")
                || tag.equals("NUM")
                || tag.equals("SYM")
                || tag.equals("X");
    }

    Phrase of(Words words, int start) {
        int i = start;
        int head = start;
        while (i < words.to() && continuesNoun(words, i, start)) {
            Mention mention = words.mention(i);
            int next = mention == null ? i + 1 : Math.min(mention.end(), words.to());
            if (words.token(i).isWord() || mention != null) {
                head = next - 1;
            }
            i = next;
        }
        if (i == start) {
            i = start + 1;
        }
        String after = words.lower(i);
        boolean possessive = after.equals("'s")
                || (after.equals("'")
                        && words.lower(i - 1).endsWith("s")
                        && Retagging.isNounLike(words.tag(i + 1))
                        && words.token(i).start() == words.token(i - 1).end());
        boolean date = dates.isUnit(words.lower(head)) && words.mention(head) == null;
        return new Phrase(date ? Kind.DATE : Kind.NOUN, start, possessive ? i + 1 : i, head, possessive, null);
    }

    private boolean continuesNoun(Words words, int i, int start) {
        if (words.mention(i) != null) {
            // "by nightfall Chibok was", "according to reports Ethiopian forces have"
            return i == start || !(dates.isUnit(words.lower(i - 1)) || endsInPlural(words, i - 1));
        }
        String lower = words.lower(i);
        boolean span = i > start
                && words.tag(i).equals("NUM")
                && (dates.isUnit(words.lower(i + 1)) || DISTANCES.contains(words.lower(i + 1)));
        if (dates.startsAt(words, i) || span) {
            return false;
        }
        if (ClosedWords.DETERMINERS.contains(lower) || lower.equals("most")) {
            return i == start || ClosedWords.DETERMINERS.contains(words.lower(i - 1));
        }
        if (ClosedWords.PRONOUNS.contains(lower)
                || ClosedWords.SUBORDINATORS.contains(lower)
                || modals.contains(lower)) {
            return false;
        }
        if (lower.equals("and")) {
            return joinsAdjectives(words, i, start);
        }
        if (i > start && opensLoyalty(words, i)) {
            return false;
        }
        if (isNominal(words, i)) {
            return true;
        }
        boolean nounLater = Retagging.isNounLike(words.tag(i + 1)) && i > start;
        String tag = words.tag(i);
        boolean defended = words.tag(i + 1).equals("VERB")
                && Retagging.isNounLike(words.tag(i + 2))
                && i == start + 1
                && ClosedWords.DETERMINERS.contains(words.lower(start));
        return (tag.equals("ADV") && nounLater && words.tag(i + 1).equals("ADJ"))
                || (tag.equals("ADV") && defended)
                || (tag.equals("VERB") && nounLater && opensWithDeterminer(words, start, i));
    }

    private static boolean endsInPlural(Words words, int i) {
        String lower = words.lower(i);
        return !words.title()
                && words.mention(i) == null
                && words.tag(i).equals("NOUN")
                && !words.token(i).capitalised()
                && lower.endsWith("s")
                && !lower.endsWith("ss");
    }

    /** "loyal to", "allied with" behind a noun. */
    static boolean opensLoyalty(Words words, int i) {
        return LOYAL.contains(words.lower(i)) && Set.of("to", "with").contains(words.lower(i + 1));
    }

    /** "the besieged town", "the heavily defended port". */
    private static boolean opensWithDeterminer(Words words, int start, int i) {
        boolean adverbBetween = i == start + 2 && words.tag(i - 1).equals("ADV");
        return (i == start + 1 || adverbBetween)
                && ClosedWords.DETERMINERS.contains(words.lower(start))
                && words.lower(i).endsWith("d");
    }

    /** "Iraqi and American troops". */
    private static boolean joinsAdjectives(Words words, int i, int start) {
        boolean fellow = (words.tag(i + 1).equals("ADJ") && isNominal(words, i + 2))
                || words.mention(i + 1) instanceof Mention.OfParty;
        return i > start && words.tag(i - 1).equals("ADJ") && fellow;
    }
}
