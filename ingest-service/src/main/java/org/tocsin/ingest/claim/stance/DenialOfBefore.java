package org.tocsin.ingest.claim.stance;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.clause.Roles;
import org.tocsin.ingest.claim.clause.Syntax;
import org.tocsin.ingest.claim.lexicon.WordLists;

/** A sentence that denies what the one before it told: "The ministry denied it", "The army called the claim a lie", "That was untrue, officials said". */
final class DenialOfBefore {
    private static final Set<String> POINTERS = Set.of("the", "this", "that", "these", "those", "such", "both", "all");
    /** What can be turned down without being untrue: an offer, a demand. */
    private static final Set<String> TURNS_DOWN = Set.of("reject", "rejects", "rejected", "dismiss", "dismisses");

    private static final Set<String> ABOUT = Set.of("that", "of", "about", "on", "over", "by");
    private static final Set<String> NEW_CLAUSE = Set.of("if", "unless", "whether", "until", "when");

    private final Sayings sayings;
    private final Set<String> judging;
    private final Set<String> untrue;
    private final Set<String> reportNouns;
    private final Set<String> thisClaim;

    DenialOfBefore(WordLists cues) {
        this.sayings = new Sayings(cues);
        this.judging = cues.words("judge");
        this.untrue = cues.words("untrue");
        this.reportNouns = cues.words("report-nouns");
        this.thisClaim = cues.words("this-claim");
    }

    /** Can a sentence with this word be one? */
    boolean mayStandIn(String lower) {
        return sayings.isDenial(lower) || judging.contains(lower) || untrue.contains(lower);
    }

    /** Who denies, and by which verb. */
    Optional<Denial> in(Roles roles) {
        Syntax syntax = roles.syntax();
        for (int i = 0; i < syntax.size(); i++) {
            if (syntax.is(i, Kind.VERB) && isFact(syntax, i) && (denies(syntax, i) || judges(syntax, i))) {
                ActorName who = Sayings.sayer(roles, i);
                if (who != null || syntax.verb(i).passive()) {
                    return Optional.of(denial(syntax, i, who));
                }
            } else if (syntax.is(i, Kind.VERB) && syntax.verb(i).copula() && isCalledUntrue(syntax, i)) {
                ActorName who = sayings.lastSpeaker(roles);
                if (who != null) {
                    return Optional.of(denial(syntax, i, who));
                }
            }
        }
        return Optional.empty();
    }

    private static Denial denial(Syntax syntax, int verb, @Nullable ActorName who) {
        return new Denial(who, syntax.phrase(verb).start(), syntax.phrase(verb).end(), Sayings.cue(syntax, verb));
    }

    private static boolean isFact(Syntax syntax, int verb) {
        var group = syntax.verb(verb);
        boolean open = false;
        for (int j = 0; j < verb; j++) {
            open |= syntax.is(j, Kind.SUBORDINATOR) && NEW_CLAUSE.contains(syntax.lower(j));
        }
        return !open && !group.negated() && group.modal().isEmpty() && !group.infinitive() && !group.gerund();
    }

    /** "denied it", "rejected the claim", "the report was denied". */
    private boolean denies(Syntax syntax, int verb) {
        if (!sayings.denies(syntax, verb)) {
            return false;
        }
        if (syntax.verb(verb).passive()) {
            return isTheClaim(syntax, verb - 1, !turnsDown(syntax, verb));
        }
        OptionalInt object = syntax.nounAfter(verb);
        return object.isPresent()
                && isTheClaim(syntax, object.getAsInt(), !turnsDown(syntax, verb))
                && !ABOUT.contains(syntax.lower(object.getAsInt() + 1))
                && !syntax.is(object.getAsInt() + 1, Kind.RELATIVE)
                // "denied it had fled"
                && !syntax.is(object.getAsInt() + 1, Kind.VERB);
    }

    private static boolean turnsDown(Syntax syntax, int verb) {
        return TURNS_DOWN.contains(Sayings.head(syntax, verb));
    }

    /** "called it a lie", "described the reports as false". */
    private boolean judges(Syntax syntax, int verb) {
        if (!judging.contains(Sayings.head(syntax, verb)) || syntax.verb(verb).passive()) {
            return false;
        }
        OptionalInt object = syntax.nounAfter(verb);
        if (object.isEmpty()) {
            // "called that untrue"
            return syntax.words.isOneOf(syntax.phrase(verb).end(), thisClaim)
                    && syntax.words.isOneOf(syntax.phrase(verb).end() + 1, untrue);
        }
        int end = Math.min(syntax.phrase(object.getAsInt()).end() + 4, syntax.words.to());
        boolean one = isTheClaim(syntax, object.getAsInt(), true)
                || syntax.words.isOneOf(syntax.phrase(object.getAsInt()).start(), thisClaim);
        return one && syntax.words.anyOf(syntax.phrase(object.getAsInt()).start() + 1, end, untrue);
    }

    /** "the claim was false", "that is a lie". */
    private boolean isCalledUntrue(Syntax syntax, int verb) {
        int from = syntax.phrase(verb).end();
        return !syntax.verb(verb).negated()
                && syntax.verb(verb).modal().isEmpty()
                && isTheClaim(syntax, verb - 1, true)
                && syntax.words.anyOf(from, Math.min(from + 3, syntax.words.to()), untrue);
    }

    /** "it", "this claim", "the reports", and nothing that says which. */
    private boolean isTheClaim(Syntax syntax, int noun, boolean pronoun) {
        if (!syntax.is(noun, Kind.NOUN) && !syntax.is(noun, Kind.RELATIVE) && !syntax.is(noun, Kind.SUBORDINATOR)) {
            return false;
        }
        int start = syntax.phrase(noun).start();
        int head = syntax.phrase(noun).head();
        if (syntax.phrase(noun).end() == start + 1 && syntax.words.isOneOf(start, thisClaim)) {
            return pronoun;
        }
        return POINTERS.contains(syntax.words.lower(start))
                && syntax.words.isOneOf(head, reportNouns)
                && head - start <= 2;
    }
}
