package org.tocsin.ingest.claim.clause;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.reference.Place;

/** The words for what holds a place, and whose they are: "the army's hands", "under the control of rebels". */
final class Hands {
    private final Set<String> hold;

    Hands(WordLists cues) {
        this.hold = cues.words("hold");
    }

    boolean isHold(String lower) {
        return hold.contains(lower);
    }

    /** Whose hands: "the army's hands", "army hands", "the hands of the army". */
    Optional<PartyRole> holder(Roles roles, int phrase, Optional<Place> where) {
        Syntax syntax = roles.syntax;
        if (!isHold(syntax.words.lower(syntax.phrase(phrase).head()))) {
            return Optional.empty();
        }
        OptionalInt of = syntax.genitive(phrase);
        boolean owned =
                syntax.is(phrase - 1, Kind.NOUN) && syntax.phrase(phrase - 1).possessive();
        return (owned ? roles.ownerParty(OptionalInt.of(phrase - 1), where) : roles.partyIn(of, where))
                .or(() -> roles.compoundParty(syntax.phrase(phrase).head(), phrase, where));
    }
}
