package org.tocsin.ingest.claim.clause;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.lexicon.Frame;
import org.tocsin.ingest.claim.lexicon.Trigger;
import org.tocsin.ingest.claim.lexicon.WordLists;

/** Finds the words that a verb asks for: "control of" behind "took", "out of" behind "drove". */
final class VerbMatching {
    private static final int WITHIN = 12;
    private static final Set<String> AWAY = Set.of("in", "back", "down", "up", "ahead", "on");

    /** "pushed troops further from the city": they were never in it. */
    private static final Set<String> FARTHER = Set.of("further", "farther", "away", "far");

    private final Set<String> air;

    VerbMatching(WordLists cues) {
        this.air = cues.words("air");
    }

    /** The verb at the token, if all that the trigger asks for is there. */
    Optional<VerbMatch> of(Syntax syntax, Trigger trigger, int token, int phrase) {
        Words words = syntax.words;
        List<String> with = trigger.with();
        if (trigger.has("back") && !backFollows(syntax, token, phrase)) {
            return Optional.empty();
        }
        if (trigger.has("air") && !words.anyOf(words.from(), words.to(), air)) {
            return Optional.empty();
        }
        if (with.isEmpty()) {
            return Optional.of(new VerbMatch(trigger, token, phrase, token + 1, phrase, -1));
        }
        boolean apart = with.get(0).equals("...");
        if (apart && AWAY.contains(words.lower(token + 1))) {
            // "flown and driven in from", "pushed back from"
            return Optional.empty();
        }
        List<String> wanted = apart ? with.subList(1, with.size()) : with;
        int limit = Math.min(words.to() - wanted.size(), token + 1 + (apart ? WITHIN : 3));
        for (int i = token + 1; i <= limit; i++) {
            boolean farther = wanted.get(0).equals("from") && FARTHER.contains(words.lower(i - 1));
            if (!farther && stands(words, wanted, i)) {
                int end = endOf(words, wanted, i);
                int last = syntax.phraseOf(end - 1);
                return Optional.of(new VerbMatch(
                        trigger, token, phrase, apart ? token + 1 : end, apart ? phrase : last, apart ? last : -1));
            }
            int resumed = apart ? pastAside(words, wanted, i, limit) : -1;
            if (resumed >= 0) {
                int last = syntax.phraseOf(endOf(words, wanted, resumed) - 1);
                return Optional.of(new VerbMatch(trigger, token, phrase, token + 1, phrase, last));
            }
            boolean otherVerb = syntax.is(syntax.phraseOf(i), Kind.VERB) && syntax.phraseOf(i) != phrase;
            boolean stop = otherVerb
                    || ((words.lower(i).equals(",") || words.lower(i).equals("in")) && !apart)
                    || syntax.is(syntax.phraseOf(i), Kind.SUBORDINATOR);
            boolean name = !apart && words.mention(i) != null && !Set.of("over").containsAll(wanted);
            if (stop || name) {
                break;
            }
        }
        return apart ? fronted(syntax, trigger, token, phrase, wanted) : Optional.empty();
    }

    /** "handed X, held by them since May, over to": the wanted words behind the aside that opens at {@code i}, or -1. */
    private static int pastAside(Words words, List<String> wanted, int i, int limit) {
        for (int j = i + 2; words.lower(i).equals(",") && j < Math.min(limit + WITHIN / 2, words.to() - 1); j++) {
            if (words.lower(j).equals(",")) {
                return stands(words, wanted, j + 1) && wanted.size() > 1 ? j + 1 : -1;
            }
        }
        return -1;
    }

    /** "From X, government troops were forced out", "Out of X the rebels were driven": the place opens the sentence. */
    private static Optional<VerbMatch> fronted(
            Syntax syntax, Trigger trigger, int token, int phrase, List<String> wanted) {
        Words words = syntax.words;
        int end = endOf(words, wanted, words.from());
        boolean from = Set.of("from", "out").contains(wanted.get(0)) && end > words.from();
        if (!from
                || end >= words.to()
                || syntax.nounAfter(syntax.phraseOf(end - 1)).isEmpty()) {
            return Optional.empty();
        }
        for (int i = syntax.phraseOf(end); i < phrase; i++) {
            boolean other = (syntax.is(i, Kind.VERB) && !syntax.verb(i).infinitive())
                    || syntax.is(i, Kind.SUBORDINATOR)
                    || syntax.is(i, Kind.RELATIVE);
            if (other) {
                return Optional.empty();
            }
        }
        boolean elsewhere = syntax.verb(phrase).progressive()
                || syntax.isPreposition(phrase + 1, Set.of("to", "towards", "toward"));
        if (elsewhere) {
            // "were being driven to another town"
            return Optional.empty();
        }
        boolean object =
                !syntax.verb(phrase).passive() && syntax.nounAfter(phrase).isPresent();
        return trigger.frame() == Frame.LEAVES && object
                ? Optional.empty()
                : Optional.of(new VerbMatch(trigger, token, phrase, token + 1, phrase, syntax.phraseOf(end - 1)));
    }

    private static boolean stands(Words words, List<String> wanted, int from) {
        return endOf(words, wanted, from) > from;
    }

    /** The token behind the words, which quotation marks may part; {@code from} where they do not stand there. */
    private static int endOf(Words words, List<String> wanted, int from) {
        int at = from;
        for (String word : wanted) {
            while (at < words.to() && at > from && ClosedWords.QUOTES.contains(words.lower(at))) {
                at++;
            }
            if (at > from && words.lower(at).endsWith("ly")) {
                // "gone over peacefully to"
                at++;
                while (ClosedWords.QUOTES.contains(words.lower(at))) {
                    at++;
                }
            }
            boolean day = word.equals("of")
                    && words.lower(at).equals("on")
                    && words.lower(at + 1).endsWith("day");
            if (day && at > from) {
                // "gained control on Saturday of the town"
                at += 2;
            }
            if (!words.lower(at).equals(word)) {
                return from;
            }
            at++;
        }
        return at;
    }

    private static boolean backFollows(Syntax syntax, int token, int phrase) {
        int next = syntax.verbAfter(phrase);
        int limit = next < 0 ? syntax.words.to() : syntax.phrase(next).start();
        return syntax.words.anyOf(token - 1, Math.min(limit, token + WITHIN), Set.of("back"));
    }
}
