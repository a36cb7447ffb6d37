package org.tocsin.ingest.claim.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.clause.Phrase.VerbGroup;

/** The subjects of verb groups, found by walking left over asides, relative clauses and shared subjects, never further than {@link Syntax#REACH}. */
final class Subjects {
    /** What never stands between "was declared" and "liberated". */
    private static final Set<Kind> UP_TO_COMPLEMENT = Set.of(
            Kind.NOUN, Kind.COMMA, Kind.SUBORDINATOR, Kind.RELATIVE, Kind.BUT, Kind.AND, Kind.VERB, Kind.PREPOSITION);

    private final Syntax syntax;
    private final Hanging hanging;

    Subjects(Syntax syntax) {
        this.syntax = syntax;
        this.hanging = new Hanging(syntax);
    }

    /** Noun phrases that can be the subject of the verb group, the likeliest first. */
    List<Integer> of(int verb) {
        List<Integer> found = new ArrayList<>();
        VerbGroup group = syntax.verb(verb);
        if (group.infinitive()) {
            int governor = syntax.verbBefore(verb);
            boolean took = governor > 0
                    && syntax.lower(governor - 1).equals("it")
                    && syntax.lower(governor).equals("took");
            if (took && syntax.is(governor + 1, Kind.NOUN)) {
                found.add(syntax.lastOfPossessives(governor + 1));
                return found;
            }
            return governor < 0 || syntax.verb(governor).infinitive() ? found : of(governor);
        }
        boolean follows = group.gerund()
                && syntax.is(verb - 1, Kind.NOUN)
                && syntax.isPreposition(verb - 2, Set.of("by"))
                && syntax.words
                        .lower(syntax.phrase(Math.max(0, verb - 3)).head())
                        .equals("followed");
        if (follows) {
            // "it was followed by IS losing the town"
            found.add(verb - 1);
            return found;
        }
        int with = new SentenceOrder(syntax).nounOfWith(verb);
        if (with >= 0) {
            found.add(with);
            return found;
        }
        boolean by =
                syntax.is(verb + 1, Kind.PREPOSITION) && syntax.lower(verb + 1).equals("by");
        if (by
                && syntax.is(verb - 1, Kind.COMMA)
                && syntax.is(verb - 2, Kind.NOUN)
                && !group.auxiliary()
                && !group.gerund()) {
            // "Lashio, captured by rebels last week, lies ..."
            int noun = verb - 2;
            found.add(noun);
            while (syntax.is(noun - 1, Kind.PREPOSITION) && syntax.is(noun - 2, Kind.NOUN)) {
                // "Kidal, a bastion of separatists, seized by"
                noun -= 2;
                found.add(noun);
            }
        }
        if (!(group.gerund() && syntax.is(verb - 1, Kind.PREPOSITION))) {
            walkLeft(verb, found);
        }
        if (found.isEmpty() && group.gerund()) {
            subjectsOfParticiple(verb, found);
        }
        return found;
    }

    private void walkLeft(int verb, List<Integer> found) {
        List<Integer> asides = new ArrayList<>();
        walkLeft(verb, found, asides);
        found.addAll(asides);
    }

    private void walkLeft(int verb, List<Integer> found, List<Integer> asides) {
        int i = verb - 1;
        int lowest = Math.max(0, verb - Syntax.REACH);
        boolean relative = false;
        boolean aside = false;
        while (i >= lowest) {
            Phrase phrase = syntax.phrase(i);
            switch (phrase.kind()) {
                case ADVERB, ASIDE, DATE -> i--;
                case NOUN -> {
                    if (phrase.possessive() || hanging.isDistance(i)) {
                        i--;
                    } else if (hanging.sayerBehindWish(i) >= 0) {
                        i = hanging.sayerBehindWish(i);
                    } else if (syntax.is(syntax.firstOfPossessives(i) - 1, Kind.PREPOSITION)) {
                        if (relative) {
                            found.add(i);
                        }
                        i = syntax.firstOfPossessives(i) - 2;
                    } else if (hanging.accompanied(i) >= 0) {
                        i = hanging.accompanied(i);
                    } else if (hanging.relativeBefore(i) >= 0) {
                        i = hanging.relativeBefore(i) - 1;
                    } else if (hanging.isObjectOfGerund(i)) {
                        i -= 2;
                    } else if (aside && hanging.isNameOfWhereabouts(i - 2) && syntax.is(i - 1, Kind.COMMA)) {
                        // "X, a town south of Y, the capital, from where they came, was taken"
                        i -= 2;
                    } else {
                        found.add(i);
                        if (aside && syntax.is(i - 1, Kind.COMMA) && syntax.is(i - 2, Kind.NOUN)) {
                            // "Islam Qala, the busiest gate, in the west, was overrun"
                            found.add(i - 2);
                        }
                        return;
                    }
                }
                case VERB -> {
                    boolean contact = syntax.is(i - 1, Kind.NOUN)
                            && ClosedWords.PRONOUNS.contains(syntax.lower(i - 1))
                            && syntax.is(i - 2, Kind.NOUN);
                    boolean says = syntax.is(i - 1, Kind.NOUN) && syntax.is(i - 2, Kind.RELATIVE) && syntax.isSaying(i);
                    boolean restrictive = syntax.is(i - 1, Kind.RELATIVE)
                            || (syntax.is(i - 1, Kind.SUBORDINATOR)
                                    && syntax.lower(i - 1).equals("that"));
                    boolean declared = found.isEmpty()
                            && !aside
                            && syntax.verb(i).passive()
                            && syntax.isSaying(i)
                            && !syntax.between(i, verb, UP_TO_COMPLEMENT);
                    if (declared) {
                        // "X was declared fully liberated"
                        i--;
                    } else if (found.isEmpty() && !aside && restrictive && syntax.is(i - 2, Kind.NOUN)) {
                        // "the government that is recognised internationally has"
                        i -= 2;
                    } else if (says) {
                        // "X, which he said had fallen"
                        i -= 2;
                    } else if (contact) {
                        // "the rebels they support had taken"
                        i -= 2;
                    } else if (hanging.isLoneParticiple(i)) {
                        i--;
                    } else {
                        // the verb of an aside within an aside: "X, which lies near Y, the capital, fell"
                        int outer = aside && found.isEmpty() ? openingBefore(i, lowest, Kind.COMMA) : -1;
                        if (outer < 0) {
                            return;
                        }
                        i = outer - 1;
                    }
                }
                case AND, BUT -> {
                    int before = i > 0 && syntax.is(i - 1, Kind.COMMA) ? i - 1 : i;
                    int shared = syntax.verbBefore(before);
                    if (found.isEmpty() && shared >= 0 && isDone(shared)) {
                        // "claim to have entered and secured the town"
                        found.addAll(of(shared));
                        return;
                    }
                    if (!found.isEmpty() || shared < 0 || syntax.verb(shared).infinitive()) {
                        return;
                    }
                    i = shared - 1;
                }
                case RELATIVE -> {
                    if (relative) {
                        return;
                    }
                    relative = true;
                    i--;
                    if (syntax.is(i, Kind.COMMA)) {
                        i--;
                    }
                }
                case COMMA, MARK -> {
                    if (ClosedWords.QUOTES.contains(syntax.lower(i))) {
                        i--;
                        continue;
                    }
                    int opening = found.isEmpty() ? openingBefore(i, lowest, phrase.kind()) : -1;
                    if (opening < 0 && !(aside && found.isEmpty())) {
                        return;
                    }
                    if (opening < 0) {
                        // the comma that opens an aside which ends with an aside
                        i--;
                        continue;
                    }
                    aside = true;
                    if (syntax.is(i - 1, Kind.NOUN) && i - 2 == opening) {
                        // "the last town that they held in the province, Bayhan, has been lost"
                        asides.add(i - 1);
                    }
                    i = opening - 1;
                }
                case PREPOSITION -> i--;
                case SUBORDINATOR -> {
                    boolean cleft = syntax.lower(i).equals("that")
                            && syntax.is(i - 1, Kind.VERB)
                            && syntax.verb(i - 1).copula()
                            && syntax.lower(i - 2).equals("it")
                            && syntax.is(i - 3, Kind.NOUN);
                    if (found.isEmpty() && i == verb - 1 && cleft) {
                        // "al-Shabab it was that took"
                        found.add(i - 3);
                    }
                    return;
                }
            }
        }
    }

    private boolean isPreposition(int i, String lower) {
        return syntax.isPreposition(i, Set.of(lower));
    }

    /** "to have entered". */
    private boolean isDone(int verb) {
        return syntax.verb(verb).infinitive() && syntax.verb(verb).perfect();
    }

    /** The comma that opens the aside which the comma at {@code closing} closes, or -1. */
    private int openingBefore(int closing, int lowest, Kind kind) {
        for (int i = closing - 1; i > lowest; i--) {
            if (syntax.phrase(i).kind() == kind) {
                return i;
            }
        }
        return -1;
    }

    /** "Having taken the town, rebels moved on", "rebels advanced, taking the town", "after taking the town rebels ...". */
    private void subjectsOfParticiple(int verb, List<Integer> found) {
        if (syntax.isPreposition(verb - 1, Set.of("of"))
                && syntax.is(verb - 2, Kind.NOUN)
                && syntax.is(verb - 3, Kind.NOUN)
                && syntax.phrase(verb - 3).possessive()) {
            // "Moscow's claim of taking X"
            found.add(verb - 3);
            return;
        }
        int main = -1;
        for (int i = verb - 1; i >= Math.max(0, verb - Syntax.REACH); i--) {
            if (syntax.is(i, Kind.VERB)
                    && !syntax.verb(i).gerund()
                    && !syntax.verb(i).infinitive()) {
                main = i;
                break;
            }
        }
        if (main >= 0) {
            walkLeft(main, found);
            return;
        }
        if (syntax.is(verb - 1, Kind.COMMA) && syntax.is(verb - 2, Kind.NOUN) && isPreposition(verb - 3, "for")) {
            // "for the army, losing the town was a blow"
            found.add(verb - 2);
            return;
        }
        for (int i = verb + 1; i < Math.min(syntax.size(), verb + Syntax.REACH); i++) {
            if (syntax.is(i, Kind.COMMA)) {
                int noun = syntax.is(i + 1, Kind.ADVERB) ? i + 2 : i + 1;
                if (syntax.is(noun, Kind.NOUN) && !isApposition(noun)) {
                    found.add(syntax.lastOfPossessives(noun));
                    return;
                }
            }
        }
    }

    /** "a village" of "After seizing X and Y, a village, government forces". */
    private boolean isApposition(int noun) {
        int last = syntax.lastOfPossessives(noun);
        return Set.of("a", "an").contains(syntax.lower(noun))
                && syntax.is(last + 1, Kind.COMMA)
                && syntax.is(last + 2, Kind.NOUN);
    }
}
