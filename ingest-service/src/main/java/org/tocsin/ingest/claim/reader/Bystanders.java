package org.tocsin.ingest.claim.reader;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.tocsin.ingest.claim.clause.Candidate;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.clause.Roles;
import org.tocsin.ingest.claim.clause.Syntax;
import org.tocsin.ingest.claim.clause.Words;
import org.tocsin.ingest.claim.learned.Asked;
import org.tocsin.ingest.claim.learned.Told;
import org.tocsin.ingest.claim.lexicon.WordLists;

/**
 * Places that are only named where something else changes hands: "took the town, the governor of Homs said", "lost within two days, after Mosul", "captured fourteen
 * villages in the province of Hama", "next is Ariha", "said a trader who reached Maiduguri". Words around a place do not tell these from places that do.
 */
final class Bystanders {
    /** What stands behind these was earlier, is a likeness, or speaks for its government. */
    private static final Set<String> ELSEWHEN =
            Set.of("after", "since", "before", "by", "like", "unlike", "than", "besides", "following");

    private static final Set<String> PRONOUNS = Set.of("it", "its", "this", "that", "they", "them", "there");

    /** What can be taken without the place: villages, quarters, a base. */
    private final Set<String> less = new HashSet<>();

    /** Who can take a place. */
    private final Set<String> sides = new HashSet<>();

    Bystanders(WordLists cues, WordLists parties) {
        less.addAll(cues.words("small"));
        less.addAll(cues.words("facility"));
        for (String list : List.of("state", "armed", "forces", "group")) {
            sides.addAll(parties.words(list));
        }
    }

    /** @param drafts what is told in the sentence */
    boolean isOne(Roles roles, Asked asked, List<Draft> drafts) {
        Candidate candidate = asked.candidate();
        Syntax syntax = roles.syntax();
        int before = candidate.phrase() - 1;
        boolean joined = syntax.is(before, Kind.AND) || syntax.is(before, Kind.COMMA);
        return PRONOUNS.contains(syntax.words.lower(candidate.start()))
                || syntax.isPreposition(before, ELSEWHEN)
                || (!joined && drafts.stream().anyMatch(draft -> isDeedElsewhere(draft, asked)))
                || isOfLess(syntax, asked)
                || isNext(syntax.words, candidate)
                || isOfCivilian(syntax, asked);
    }

    /** "and next is Ariha". */
    private static boolean isNext(Words words, Candidate candidate) {
        return words.anyOf(Math.max(words.from(), candidate.start() - 2), candidate.start(), Set.of("next"));
    }

    /** "a trader who reached Maiduguri on foot". */
    private boolean isOfCivilian(Syntax syntax, Asked asked) {
        int verb = asked.supposed().phrase();
        if (!syntax.is(verb, Kind.VERB) || !syntax.is(verb - 1, Kind.RELATIVE) || !syntax.is(verb - 2, Kind.NOUN)) {
            return false;
        }
        int head = syntax.phrase(verb - 2).head();
        return syntax.lower(verb - 1).equals("who")
                && syntax.words.mention(head) == null
                && !sides.contains(syntax.words.lower(head));
    }

    /** The deed that it would hang on is told already, of something else. */
    private static boolean isDeedElsewhere(Draft draft, Asked asked) {
        return draft.finding().triggerStart() == asked.supposed().triggerStart()
                && !new Told(draft.finding(), draft.claim()).isOf(asked.candidate());
    }

    /** The deed that it would hang on is done to villages, quarters or a base. */
    private boolean isOfLess(Syntax syntax, Asked asked) {
        int verb = asked.supposed().phrase();
        if (!syntax.is(verb, Kind.VERB)) {
            return false;
        }
        OptionalInt object = syntax.nounAfter(verb);
        return object.isPresent()
                && object.getAsInt() < asked.candidate().phrase()
                && less.contains(
                        syntax.words.lower(syntax.phrase(object.getAsInt()).head()));
    }
}
