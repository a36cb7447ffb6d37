package org.tocsin.ingest.claim.clause;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.tocsin.ingest.claim.clause.Phrase.Kind;

/** Subjects, objects and auxiliaries that do not stand where they usually do. */
final class SentenceOrder {
    private static final int ASIDE = 8;
    private static final int FRONTED = 12;
    private static final Set<String> COMING =
            Set.of("went", "goes", "passed", "passes", "fell", "falls", "came", "comes");
    private static final Set<String> HAVE = Set.of("had", "has", "have");

    /** "is the second town that rebels have taken". */
    private static final Set<String> NEXT = Set.of(
            "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "latest", "newest");

    private final Syntax syntax;

    SentenceOrder(Syntax syntax) {
        this.syntax = syntax;
    }

    /** The subject behind a participle that opens the sentence: "Taken by the army were the towns of X and Y". */
    OptionalInt subjectBehind(int participle) {
        return opens(participle) ? nounBehindCopula(participle + 1) : OptionalInt.empty();
    }

    /** The subject behind a phrase that opens the sentence: "Newly under rebel control is X". */
    OptionalInt subjectBehindPlacing(int first, int last) {
        return !opens(first)
                ? OptionalInt.empty()
                : comingBehind(last + 1) >= 0 ? syntax.nounAfter(comingBehind(last + 1)) : nounBehindCopula(last + 1);
    }

    /** "Into the army's hands on Sunday went X": the verb; -1 where there is none. */
    int comingBehind(int from) {
        int i = from;
        while (syntax.is(i, Kind.DATE)
                || syntax.is(i, Kind.ADVERB)
                || syntax.is(i, Kind.PREPOSITION)
                || (syntax.is(i, Kind.NOUN) && syntax.is(i - 1, Kind.PREPOSITION))) {
            i++;
        }
        boolean comes = syntax.is(i, Kind.VERB)
                && COMING.contains(syntax.words.lower(syntax.phrase(i).head()))
                && syntax.is(i + 1, Kind.NOUN);
        return comes ? i : -1;
    }

    /** "Overrun on Sunday by rebels, X must be won back": X. */
    OptionalInt subjectAfterOpening(int participle) {
        OptionalInt agent = syntax.agentOf(participle);
        if (agent.isEmpty() || !opens(participle)) {
            return OptionalInt.empty();
        }
        int i = agent.getAsInt() + 1;
        while (syntax.is(i, Kind.DATE)
                || syntax.is(i, Kind.ADVERB)
                || syntax.is(i, Kind.PREPOSITION)
                || (syntax.is(i, Kind.NOUN) && syntax.is(i - 1, Kind.PREPOSITION))) {
            i++;
        }
        return syntax.is(i, Kind.COMMA) && syntax.is(i + 1, Kind.NOUN)
                ? OptionalInt.of(syntax.lastOfPossessives(i + 1))
                : OptionalInt.empty();
    }

    /** "X became the first capital taken by rebels": X. */
    OptionalInt subjectOfBecoming(int participle) {
        int among = new RelativeClauses(syntax).countedAmong(participle - 1);
        if (among >= 0) {
            // "X was among the towns captured by rebels"
            return OptionalInt.of(among);
        }
        int verb = syntax.verbBefore(participle);
        boolean next = verb >= 0
                && syntax.verb(verb).copula()
                && syntax.is(verb + 1, Kind.NOUN)
                && syntax.words.anyOf(
                        syntax.phrase(verb + 1).start(), syntax.phrase(verb + 1).end(), NEXT);
        boolean becomes = verb >= 0
                && (next
                        || Set.of("become", "became", "becomes")
                                .contains(syntax.words.lower(syntax.phrase(verb).head())))
                && syntax.verb(verb).modal().isEmpty()
                && !syntax.verb(verb).infinitive()
                && !syntax.between(verb, participle, Set.of(Kind.COMMA, Kind.BUT));
        List<Integer> subjects = becomes ? syntax.subjectsOf(verb) : List.of();
        return subjects.isEmpty() ? OptionalInt.empty() : OptionalInt.of(subjects.get(0));
    }

    /** "With X captured", "with rebels seizing X": the noun that a participle hangs on, or -1. */
    int nounOfWith(int participle) {
        int noun = participle - 1;
        while (syntax.is(noun, Kind.ADVERB)) {
            noun--;
        }
        boolean bare =
                !syntax.verb(participle).auxiliary() && !syntax.verb(participle).infinitive();
        boolean with =
                syntax.is(noun, Kind.NOUN) && syntax.isPreposition(syntax.firstOfPossessives(noun) - 1, Set.of("with"));
        int before = with ? syntax.firstOfPossessives(noun) - 2 : -1;
        // "a militia allied with the army denied": what opens a clause hangs on nothing
        boolean opens = before < 0 || syntax.is(before, Kind.COMMA) || syntax.is(before, Kind.MARK);
        String form = syntax.words.lower(syntax.phrase(participle).head());
        boolean finite =
                Set.of("is", "are", "was", "were", "has", "have", "had").contains(form);
        return bare && with && (opens || syntax.verb(participle).gerund()) && !finite && !syntax.isSaying(participle)
                ? noun
                : -1;
    }

    private boolean opens(int phrase) {
        for (int i = phrase - 1; i >= 0; i--) {
            boolean small = syntax.is(i, Kind.ADVERB) || syntax.is(i, Kind.DATE) || syntax.is(i, Kind.PREPOSITION);
            if (syntax.is(i, Kind.MARK)) {
                return true;
            }
            if (!small) {
                return false;
            }
        }
        return true;
    }

    private OptionalInt nounBehindCopula(int from) {
        int copula = -1;
        for (int i = from; i < Math.min(syntax.size(), from + FRONTED) && copula < 0; i++) {
            if (syntax.is(i, Kind.VERB)) {
                boolean bare = syntax.verb(i).copula() && !syntax.verb(i).infinitive();
                int closing = bare ? -1 : closingOfSaying(from, i);
                if (closing > i) {
                    // "under its control, the army said on Sunday, was X"
                    i = closing;
                    continue;
                }
                if (!bare) {
                    return OptionalInt.empty();
                }
                copula = i;
            } else if (syntax.is(i, Kind.NOUN)
                    && !syntax.is(i - 1, Kind.PREPOSITION)
                    && !syntax.is(i - 1, Kind.NOUN)
                    && !(i == from + 1 && syntax.is(from, Kind.COMMA))) {
                return OptionalInt.empty();
            }
        }
        for (int i = copula + 1; copula >= 0 && i < Math.min(syntax.size(), copula + ASIDE); i++) {
            if (syntax.is(i, Kind.NOUN) && !syntax.is(i - 1, Kind.PREPOSITION)) {
                return OptionalInt.of(syntax.lastOfPossessives(i));
            }
            if (syntax.is(i, Kind.VERB) || syntax.is(i, Kind.SUBORDINATOR)) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    /** The comma that closes the aside of a verb of saying, which a comma at {@code opening} opens; -1 where it is none. */
    private int closingOfSaying(int opening, int verb) {
        int i = verb + 1;
        while (syntax.is(i, Kind.ADVERB) || syntax.is(i, Kind.DATE) || syntax.is(i, Kind.PREPOSITION)) {
            i++;
        }
        return syntax.is(opening, Kind.COMMA) && syntax.isSaying(verb) && syntax.is(i, Kind.COMMA) ? i : -1;
    }

    /** The phrase before ", he said," whose last comma is at {@code closing}; -1 where none stands there. */
    int beforeSayingAside(int closing) {
        int verb = closing - 1;
        while (syntax.is(verb, Kind.ADVERB) || syntax.is(verb, Kind.DATE) || syntax.is(verb, Kind.PREPOSITION)) {
            verb--;
        }
        boolean aside = syntax.is(closing, Kind.COMMA)
                && syntax.is(verb, Kind.VERB)
                && syntax.isSaying(verb)
                && syntax.is(verb - 1, Kind.NOUN)
                && syntax.is(syntax.firstOfPossessives(verb - 1) - 1, Kind.COMMA);
        return aside ? syntax.firstOfPossessives(verb - 1) - 2 : -1;
    }

    /** The noun phrase of "according to the army", "in the Kremlin's words", "in the words of the army"; -1 where none stands. */
    int statedSource() {
        for (int i = 0; i < syntax.size(); i++) {
            if (syntax.lower(i).equals("according") && syntax.is(i + 2, Kind.NOUN)) {
                return syntax.lastOfPossessives(i + 2);
            }
            boolean words = syntax.is(i, Kind.NOUN)
                    && syntax.words.lower(syntax.phrase(i).head()).matches("words|account|version");
            int first = syntax.firstOfPossessives(i);
            if (words && syntax.isPreposition(first - 1, Set.of("in"))) {
                if (first < i) {
                    return i - 1;
                }
                if (syntax.isPreposition(i + 1, Set.of("of")) && syntax.is(i + 2, Kind.NOUN)) {
                    return syntax.lastOfPossessives(i + 2);
                }
            }
        }
        return -1;
    }

    /** The auxiliary that an aside parts from its participle, "was, it is said, taken"; -1 when none is. */
    int auxiliaryBeforeAside(int participle) {
        if (!syntax.is(participle - 1, Kind.COMMA)) {
            return -1;
        }
        for (int i = participle - 2; i >= Math.max(1, participle - ASIDE); i--) {
            if (syntax.is(i, Kind.COMMA)) {
                boolean auxiliary = syntax.is(i - 1, Kind.VERB)
                        && (syntax.verb(i - 1).copula() || HAVE.contains(syntax.lower(i - 1)));
                return auxiliary ? i - 1 : -1;
            }
        }
        return -1;
    }
}
