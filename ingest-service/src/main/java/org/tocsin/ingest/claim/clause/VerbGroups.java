package org.tocsin.ingest.claim.clause;

import java.util.List;
import java.util.Set;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.clause.Phrase.VerbGroup;
import org.tocsin.ingest.claim.lexicon.WordLists;

/** Groups a main verb with the auxiliaries, negations and adverbs before it: "has not yet been retaken". */
final class VerbGroups {
    private static final List<List<String>> ADVERBIALS = List.of(
            List.of("at", "last"),
            List.of("so", "far"),
            List.of("in", "the", "end"),
            List.of("in", "effect"),
            List.of("in", "fact"),
            List.of("for", "example"),
            List.of("for", "instance"));

    private final Set<String> modals;
    private final Set<String> negations;
    private final Set<String> adverbs;

    VerbGroups(WordLists cues) {
        this.modals = cues.words("modal");
        this.negations = cues.words("negation");
        this.adverbs = cues.words("adverbs");
    }

    /** The token after the verb group that starts at {@code i}, or {@code i} when none does. */
    int endOf(Words words, int i) {
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
            } else if (j > i && end > i && adverbialAt(words, j) > j) {
                j = adverbialAt(words, j);
            } else if (j > i && end > i && isDayBeforeVerb(words, j)) {
                j += 2;
            } else if (j > i && end > i && isFloating(words, j)) {
                j++;
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

    /** The token behind "at last", "in the end"; {@code i} where no such words stand. */
    static int adverbialAt(Words words, int i) {
        for (List<String> adverbial : ADVERBIALS) {
            boolean here = i + adverbial.size() < words.to();
            for (int k = 0; here && k < adverbial.size(); k++) {
                here = words.lower(i + k).equals(adverbial.get(k));
            }
            if (here) {
                return i + adverbial.size();
            }
        }
        return i;
    }

    /** "on Wednesday" of "had on Wednesday driven". */
    private static boolean isDayBeforeVerb(Words words, int i) {
        return words.lower(i).equals("on")
                && i + 2 < words.to()
                && words.token(i + 1).capitalised()
                && words.lower(i + 1).endsWith("day")
                && words.tag(i + 2).equals("VERB");
    }

    /** "both" of "have both fallen". */
    private static boolean isFloating(Words words, int i) {
        return Set.of("both", "all", "each").contains(words.lower(i))
                && words.tag(i + 1).equals("VERB");
    }

    /** 'has been "liberated"', 'was "fully secured"'. */
    private static boolean opensQuotedVerb(Words words, int j) {
        boolean participle = words.tag(j + 1).equals("VERB")
                || (words.tag(j + 1).equals("ADV") && words.tag(j + 2).equals("VERB"));
        return ClosedWords.QUOTES.contains(words.lower(j)) && participle;
    }

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

    Phrase of(Words words, int start, int end) {
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
