package org.tocsin.ingest.claim.stance;

import java.util.Optional;
import java.util.Set;
import org.tocsin.ingest.claim.Stance;
import org.tocsin.ingest.claim.clause.Phrase;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.clause.Syntax;
import org.tocsin.ingest.claim.clause.Words;

/** The words around a verb group that say that it did not happen: "did not take", "has yet to take", "nor had it fallen", "no town fell". */
final class Negations {
    private Negations() {}

    static Optional<Cue> of(Syntax syntax, int verb) {
        Phrase.VerbGroup group = syntax.verb(verb);
        Words words = syntax.words;
        if (group.negated() || words.lower(syntax.phrase(verb).start() - 1).equals("neither") || yetTo(syntax, verb)) {
            return Optional.of(new Cue(
                    Stance.NEGATED,
                    syntax.words.text(
                            syntax.phrase(verb).start(), syntax.phrase(verb).end())));
        }
        if (isNotAtAll(syntax, verb)) {
            return Optional.of(new Cue(Stance.NEGATED, "not"));
        }
        int subject = syntax.subjectsOf(verb).isEmpty()
                ? verb
                : syntax.subjectsOf(verb).get(0);
        int before = syntax.phrase(Math.max(0, subject - 3)).start();
        if (subject < verb && words.anyOf(before, syntax.phrase(subject).start(), Set.of("neither"))) {
            return Optional.of(new Cue(Stance.NEGATED, "neither"));
        }
        boolean nor = subject > 0
                && subject < verb
                && Set.of("had", "has", "have", "was", "were").contains(syntax.lower(subject - 1))
                && words.lower(syntax.phrase(subject - 1).start() - 1).equals("nor");
        if (nor) {
            return Optional.of(new Cue(Stance.NEGATED, "nor"));
        }
        if (noSubject(syntax, verb)) {
            return Optional.of(new Cue(Stance.NEGATED, "no subject"));
        }
        return Optional.empty();
    }

    /** "Town not entirely fallen", without an auxiliary; but "not only". */
    private static boolean isNotAtAll(Syntax syntax, int verb) {
        if (syntax.verb(verb).auxiliary()) {
            return false;
        }
        for (int i = verb - 1; syntax.is(i, Kind.ADVERB); i--) {
            Phrase adverb = syntax.phrase(i);
            boolean only = syntax.words.anyOf(
                    adverb.start(), syntax.phrase(verb).start(), Set.of("only", "just", "merely", "simply"));
            if (syntax.words.anyOf(adverb.start(), adverb.end(), Set.of("not", "never")) && !only) {
                return true;
            }
        }
        return false;
    }

    /** "no town fell", "none of them was taken". */
    private static boolean noSubject(Syntax syntax, int verb) {
        return syntax.subjectsOf(verb).stream().anyMatch(subject -> {
            String first = syntax.lower(subject);
            int start = syntax.phrase(subject).start();
            boolean notEven = syntax.words.lower(start - 1).equals("even")
                    && syntax.words.lower(start - 2).equals("not");
            if (notEven) {
                return true;
            }
            return first.equals("no") || first.equals("none") || first.equals("neither") || first.equals("nobody");
        });
    }

    /** "has yet to take". */
    private static boolean yetTo(Syntax syntax, int verb) {
        return syntax.verb(verb).infinitive()
                && syntax.words.lower(syntax.phrase(verb).start() - 1).equals("yet");
    }
}
