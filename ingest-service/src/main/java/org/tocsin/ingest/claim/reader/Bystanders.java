package org.tocsin.ingest.claim.reader;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.tocsin.ingest.claim.clause.Candidate;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.clause.Roles;
import org.tocsin.ingest.claim.clause.Syntax;
import org.tocsin.ingest.claim.learned.Asked;
import org.tocsin.ingest.claim.learned.Told;
import org.tocsin.ingest.claim.lexicon.WordLists;

/**
 * Places that are only named where something else changes hands: "took the town, the governor of Homs said", "lost within two days, after Mosul", "captured fourteen
 * villages in the province of Hama". Words around a place do not tell these from places that do.
 */
final class Bystanders {
    /** What stands behind these was earlier, is a likeness, or speaks for its government. */
    private static final Set<String> ELSEWHEN =
            Set.of("after", "since", "before", "by", "like", "unlike", "than", "besides", "following");

    private static final Set<String> PRONOUNS = Set.of("it", "its", "this", "that", "they", "them", "there");

    /** What can be taken without the place: villages, quarters, a base. */
    private final Set<String> less = new HashSet<>();

    Bystanders(WordLists cues) {
        less.addAll(cues.words("small"));
        less.addAll(cues.words("facility"));
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
                || isOfLess(syntax, asked);
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
