package org.tocsin.ingest.claim.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.lexicon.WordLists;

/** Groups the words of a sentence into phrases, in one pass from left to right. */
final class Phrasing {
    private static final List<List<String>> MEASURES = List.of(
            List.of("at", "least"),
            List.of("at", "most"),
            List.of("more", "than"),
            List.of("fewer", "than"),
            List.of("less", "than"),
            List.of("no", "fewer", "than"),
            List.of("no", "less", "than"),
            List.of("up", "to"));
    private static final Set<String> NUMBERS =
            Set.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "a", "half");

    private final DatePhrases dates;
    private final NounPhrases nouns;
    private final VerbGroups verbs;
    private final Set<String> negations;
    private final Set<String> adverbs;

    Phrasing(WordLists cues) {
        this.dates = new DatePhrases(cues);
        this.nouns = new NounPhrases(cues, dates);
        this.verbs = new VerbGroups(cues);
        this.negations = cues.words("negation");
        this.adverbs = cues.words("adverbs");
    }

    List<Phrase> of(Words words) {
        List<Phrase> phrases = new ArrayList<>();
        int i = words.from();
        while (i < words.to()) {
            Phrase phrase = at(words, i, phrases);
            phrases.add(phrase);
            i = phrase.end();
        }
        return phrases;
    }

    private Phrase at(Words words, int i, List<Phrase> before) {
        String lower = words.lower(i);
        if (words.mention(i) != null) {
            return nouns.of(words, i);
        }
        if (lower.equals(",")) {
            return plain(Kind.COMMA, i);
        }
        if (lower.equals("(") || lower.equals("[")) {
            return aside(words, i);
        }
        if (lower.equals("'") && endsPossessive(words, i, before)) {
            Phrase owner = before.remove(before.size() - 1);
            return new Phrase(Kind.NOUN, owner.start(), i + 1, owner.head(), true, null);
        }
        if (lower.equals("&")) {
            return plain(Kind.AND, i);
        }
        if (!words.token(i).isWord() && !lower.equals("'s") && !lower.equals("n't")) {
            return plain(Kind.MARK, i);
        }
        if (lower.equals("and")
                || lower.equals("or")
                || (lower.equals("nor") && words.tag(i).equals("CCONJ"))) {
            return plain(Kind.AND, i);
        }
        if (lower.equals("but")) {
            return plain(Kind.BUT, i);
        }
        if (dates.startsAt(words, i)) {
            return dates.of(words, i);
        }
        int adverbial = VerbGroups.adverbialAt(words, i);
        if (adverbial > i) {
            return new Phrase(Kind.ADVERB, i, adverbial, i, false, null);
        }
        if (NounPhrases.opensLoyalty(words, i)) {
            return plain(Kind.ADVERB, i);
        }
        int measured = beforeNumber(words, i);
        if (measured > i) {
            return new Phrase(Kind.ADVERB, i, measured, i, false, null);
        }
        int verbEnd = verbs.endOf(words, i);
        if (verbEnd > i) {
            return verbs.of(words, i, verbEnd);
        }
        return wordPhrase(words, i, lower, before);
    }

    private Phrase wordPhrase(Words words, int i, String lower, List<Phrase> before) {
        if (ClosedWords.RELATIVES.contains(lower)) {
            return plain(Kind.RELATIVE, i);
        }
        if (lower.equals("once") && Set.of("more", "again").contains(words.lower(i + 1))) {
            return plain(Kind.ADVERB, i);
        }
        if (ClosedWords.SUBORDINATORS.contains(lower)) {
            boolean afterNoun =
                    !before.isEmpty() && before.get(before.size() - 1).is(Kind.NOUN);
            boolean verbNext = verbs.endOf(words, i + 1) > i + 1;
            return plain(lower.equals("that") && afterNoun && verbNext ? Kind.RELATIVE : Kind.SUBORDINATOR, i);
        }
        if (ClosedWords.PREPOSITIONS.contains(lower) && !Retagging.isNounLike(words.tag(i))) {
            return plain(Kind.PREPOSITION, i);
        }
        if (ClosedWords.PRONOUNS.contains(lower)) {
            return plain(Kind.NOUN, i);
        }
        boolean opensNoun = (ClosedWords.DETERMINERS.contains(lower) && !lower.equals("no"))
                || NounPhrases.isNominal(words, i)
                || lower.equals("most");
        boolean noTown = lower.equals("no") && NounPhrases.isNominal(words, i + 1);
        if (!opensNoun
                && !noTown
                && (adverbs.contains(lower) || words.tag(i).equals("ADV") || negations.contains(lower))) {
            return plain(Kind.ADVERB, i);
        }
        if (opensNoun || words.tag(i).equals("DET") || words.tag(i).equals("NUM") || lower.equals("no")) {
            return nouns.of(words, i);
        }
        return plain(words.tag(i).equals("ADP") ? Kind.PREPOSITION : Kind.ADVERB, i);
    }

    /** The token of the number behind "at least", "more than", "no fewer than"; {@code i} where none of these stands. */
    private static int beforeNumber(Words words, int i) {
        for (List<String> measure : MEASURES) {
            int end = i + measure.size();
            boolean here = end < words.to() && (words.tag(end).equals("NUM") || NUMBERS.contains(words.lower(end)));
            for (int k = 0; here && k < measure.size(); k++) {
                here = words.lower(i + k).equals(measure.get(k));
            }
            if (here) {
                return end;
            }
        }
        return i;
    }

    private static Phrase plain(Kind kind, int i) {
        return new Phrase(kind, i, i + 1, i, false, null);
    }

    private static Phrase aside(Words words, int i) {
        for (int j = i + 1; j < Math.min(words.to(), i + 25); j++) {
            String lower = words.lower(j);
            if (lower.equals(")") || lower.equals("]")) {
                return new Phrase(Kind.ASIDE, i, j + 1, i, false, null);
            }
        }
        return plain(Kind.MARK, i);
    }

    /** "militants' hands": an apostrophe after a plural, with a noun behind it. */
    private static boolean endsPossessive(Words words, int i, List<Phrase> before) {
        return !before.isEmpty()
                && before.get(before.size() - 1).is(Kind.NOUN)
                && words.token(i).start() == words.token(i - 1).end()
                && words.lower(i - 1).endsWith("s")
                && Retagging.isNounLike(words.tag(i + 1));
    }
}
