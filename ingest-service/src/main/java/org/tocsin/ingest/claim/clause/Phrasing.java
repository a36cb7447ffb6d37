package org.tocsin.ingest.claim.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.clause.Phrase.VerbGroup;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.ingest.claim.mention.Mention;

/** Groups the words of a sentence into phrases, in one pass from left to right. */
final class Phrasing {
    private final Set<String> modals;
    private final Set<String> negations;
    private final Set<String> adverbs;

    Phrasing(WordLists cues) {
        this.modals = cues.words("modal");
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
            return nounPhrase(words, i);
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
        if (!words.token(i).isWord() && !lower.equals("'s") && !lower.equals("n't")) {
            return plain(Kind.MARK, i);
        }
        if (lower.equals("and")
                || lower.equals("or")
                || lower.equals("&")
                || (lower.equals("nor") && words.tag(i).equals("CCONJ"))) {
            return plain(Kind.AND, i);
        }
        if (lower.equals("but")) {
            return plain(Kind.BUT, i);
        }
        if (isDate(words, i)) {
            return date(words, i);
        }
        int verbEnd = verbGroupEnd(words, i);
        if (verbEnd > i) {
            return verbGroup(words, i, verbEnd);
        }
        return wordPhrase(words, i, lower, before);
    }

    private Phrase wordPhrase(Words words, int i, String lower, List<Phrase> before) {
        if (ClosedWords.RELATIVES.contains(lower)) {
            return plain(Kind.RELATIVE, i);
        }
        if (ClosedWords.SUBORDINATORS.contains(lower)) {
            boolean afterNoun =
                    !before.isEmpty() && before.get(before.size() - 1).is(Kind.NOUN);
            boolean verbNext = verbGroupEnd(words, i + 1) > i + 1;
            return plain(lower.equals("that") && afterNoun && verbNext ? Kind.RELATIVE : Kind.SUBORDINATOR, i);
        }
        if (ClosedWords.PREPOSITIONS.contains(lower) && !Retagging.isNounLike(words.tag(i))) {
            return plain(Kind.PREPOSITION, i);
        }
        if (ClosedWords.PRONOUNS.contains(lower)) {
            return plain(Kind.NOUN, i);
        }
        boolean opensNoun = (ClosedWords.DETERMINERS.contains(lower) && !lower.equals("no"))
                || isNominal(words, i)
                || lower.equals("most");
        boolean noTown = lower.equals("no") && isNominal(words, i + 1);
        if (!opensNoun
                && !noTown
                && (adverbs.contains(lower) || words.tag(i).equals("ADV") || negations.contains(lower))) {
            return plain(Kind.ADVERB, i);
        }
        if (opensNoun || words.tag(i).equals("DET") || words.tag(i).equals("NUM") || lower.equals("no")) {
            return nounPhrase(words, i);
        }
        return plain(words.tag(i).equals("ADP") ? Kind.PREPOSITION : Kind.ADVERB, i);
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

    private static boolean isDate(Words words, int i) {
        String lower = words.lower(i);
        boolean relative = (lower.equals("last") || lower.equals("next") || lower.equals("this"))
                && (ClosedWords.DATE_NOUNS.contains(words.lower(i + 1))
                        || ClosedWords.DATE_WORDS.contains(words.lower(i + 1)));
        return relative
                || (ClosedWords.DATE_WORDS.contains(lower)
                        && (words.token(i).capitalised()
                                || lower.equals("today")
                                || lower.equals("yesterday")
                                || lower.equals("overnight")));
    }

    private static Phrase date(Words words, int i) {
        int end = i + 1;
        while (end < words.to()) {
            boolean part = words.token(end).isNumber()
                    || (ClosedWords.DATE_WORDS.contains(words.lower(end))
                            && words.token(end).capitalised())
                    || (ClosedWords.DATE_NOUNS.contains(words.lower(end)) && end == i + 1)
                    || (words.lower(end).equals(",")
                            && words.token(Math.min(end + 1, words.to() - 1)).isNumber());
            if (!part) {
                break;
            }
            end++;
        }
        return new Phrase(Kind.DATE, i, end, i, false, null);
    }

    // noun phrases

    private static boolean isNominal(Words words, int i) {
        String tag = words.tag(i);
        return tag.equals("NOUN")
                || tag.equals("PROPN")
                || tag.equals("ADJ")
                || tag.equals("NUM")
                || tag.equals("SYM")
                || tag.equals("X");
    }

    private Phrase nounPhrase(Words words, int start) {
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
        boolean date = ClosedWords.DATE_NOUNS.contains(words.lower(head)) && words.mention(head) == null;
        return new Phrase(date ? Kind.DATE : Kind.NOUN, start, possessive ? i + 1 : i, head, possessive, null);
    }

    private boolean continuesNoun(Words words, int i, int start) {
        if (words.mention(i) != null) {
            // "by nightfall Chibok was"
            return i == start || !ClosedWords.DATE_NOUNS.contains(words.lower(i - 1));
        }
        String lower = words.lower(i);
        boolean span = i > start && words.tag(i).equals("NUM") && ClosedWords.DATE_NOUNS.contains(words.lower(i + 1));
        if (isDate(words, i) || span) {
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

    // verb groups

    private boolean isAuxiliary(Words words, int i) {
        String lower = words.lower(i);
        return ClosedWords.BE.contains(lower)
                || ClosedWords.HAVE.contains(lower)
                || ClosedWords.DO.contains(lower)
                || (modals.contains(lower)
                        && !words.token(i).text().equals("May")
                        && !(lower.equals("may") && words.token(i).capitalised()))
                || (lower.equals("'s") && words.isOneOf(i - 1, ClosedWords.PRONOUNS));
    }

    /** The token after the verb group that starts at {@code i}, or {@code i} when none does. */
    private int verbGroupEnd(Words words, int i) {
        int j = i;
        int end = i;
        boolean open = words.lower(i).equals("to");
        if (open) {
            j++;
        }
        while (j < words.to() && words.mention(j) == null) {
            String lower = words.lower(j);
            if (isAuxiliary(words, j)) {
                end = open ? i : j + 1;
                if (open
                        && (ClosedWords.BE.contains(lower)
                                || ClosedWords.HAVE.contains(lower)
                                || ClosedWords.DO.contains(lower))) {
                    end = j + 1;
                }
                j++;
            } else if (ClosedWords.GET.contains(lower) && words.tag(j + 1).equals("VERB")) {
                j++;
            } else if (words.tag(j).equals("VERB") || words.tag(j).equals("AUX")) {
                return j + 1;
            } else if (j > i && end > i && opensQuotedVerb(words, j)) {
                j++;
            } else if (j > i
                    && (negations.contains(lower)
                            || adverbs.contains(lower)
                            || words.tag(j).equals("ADV"))) {
                j++;
            } else if (j == i
                    && (lower.equals("not") || lower.equals("never"))
                    && words.tag(j + 1).equals("VERB")) {
                j++;
            } else {
                break;
            }
        }
        return end;
    }

    /** 'has been "liberated"', 'was "fully secured"'. */
    private static boolean opensQuotedVerb(Words words, int j) {
        boolean participle = words.tag(j + 1).equals("VERB")
                || (words.tag(j + 1).equals("ADV") && words.tag(j + 2).equals("VERB"));
        return ClosedWords.QUOTES.contains(words.lower(j)) && participle;
    }

    private Phrase verbGroup(Words words, int start, int end) {
        int head = end - 1;
        String modal = "";
        boolean negated = false;
        boolean be = false;
        boolean have = false;
        boolean any = false;
        for (int i = start; i < head; i++) {
            String lower = words.lower(i);
            boolean auxiliary = isAuxiliary(words, i);
            any |= auxiliary;
            be = ClosedWords.BE.contains(lower)
                    || ClosedWords.GET.contains(lower)
                    || lower.equals("'s")
                    || (be && !auxiliary);
            have |= ClosedWords.HAVE.contains(lower);
            negated |= negations.contains(lower);
            if (modals.contains(lower)) {
                modal = lower;
            }
        }
        // "did not" and "was not" may end the group, with the complement behind it
        int last = head;
        while (last > start && (negations.contains(words.lower(last)) || adverbs.contains(words.lower(last)))) {
            negated |= negations.contains(words.lower(last));
            last--;
        }
        negated |= negations.contains(words.lower(end))
                && !words.lower(end).equals("without")
                && !words.lower(end).equals("no");
        String main = words.lower(last);
        if (modal.isEmpty() && modals.contains(main)) {
            // "would", with its verb behind a quotation mark or left out
            modal = main;
        }
        boolean copula = ClosedWords.BE.contains(main);
        boolean ing = main.endsWith("ing") && main.length() > 4 && !copula;
        boolean having =
                words.lower(start).equals("having") || words.lower(start).equals("being");
        boolean infinitive = words.lower(start).equals("to");
        return new Phrase(
                Kind.VERB,
                start,
                end,
                last,
                false,
                new VerbGroup(
                        modal, negated, be && !ing, have, be && ing, infinitive, (ing && !be) || having, any, copula));
    }
}
