package org.tocsin.ingest.claim.clause;

import java.util.List;
import java.util.Set;
import org.tocsin.ingest.claim.Extent;
import org.tocsin.ingest.claim.clause.Phrase.Kind;

/** The place where something happens: "in X", "near X" behind a verb or noun. */
final class Whereabouts {
    private static final Set<String> WHERE =
            Set.of("in", "at", "near", "outside", "inside", "on", "around", "into", "against", "for", "over");
    private static final Set<String> NEAR = Set.of("near", "outside", "around");
    /** So many phrases behind it belongs to something else. */
    private static final int REACH = 14;

    private Whereabouts() {}

    /** "X has emptied since its capture": X, the noun that "its" can stand for. */
    static List<PlaceRole> ofOwner(Roles roles, int phrase) {
        Syntax syntax = roles.syntax;
        for (int i = phrase - 1; i >= Math.max(0, phrase - REACH); i--) {
            boolean noun = syntax.is(i, Kind.NOUN)
                    && !syntax.is(syntax.firstOfPossessives(i) - 1, Kind.PREPOSITION)
                    && !Set.of("all", "it").contains(syntax.lower(i));
            if (noun) {
                return PlaceNames.endsAt(roles.scene, i) ? roles.places.of(roles.scene, i) : List.of();
            }
        }
        return List.of();
    }

    /** The place of "in X", "near X" behind the phrase. */
    static List<PlaceRole> of(Roles roles, int phrase) {
        Syntax syntax = roles.syntax;
        for (int i = phrase + 1; i < Math.min(syntax.size(), phrase + REACH); i++) {
            if (syntax.is(i, Kind.BUT)
                    || syntax.is(i, Kind.SUBORDINATOR)
                    || syntax.is(i, Kind.RELATIVE)
                    || (syntax.is(i, Kind.VERB) && !syntax.verb(i).gerund())) {
                break;
            }
            if (syntax.isPreposition(i, WHERE)) {
                List<PlaceRole> found = roles.placesIn(syntax.nounAfter(i));
                if (!found.isEmpty()) {
                    boolean near = NEAR.contains(syntax.lower(i));
                    return near
                            ? found.stream()
                                    .map(role -> role.with(Extent.SURROUNDINGS))
                                    .toList()
                            : found;
                }
            }
        }
        return List.of();
    }
}
