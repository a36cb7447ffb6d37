package org.tocsin.ingest.claim.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tocsin.ingest.claim.Extent;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.mention.Mention;

/** All populated places of a sentence that are no mere orientation, each with how much of it its phrases speak of. */
public final class Candidates {
    /** No sentence of prose names more; what does is no prose, and shall not cost more. */
    private static final int MOST = 8;

    private Candidates() {}

    public static List<Candidate> of(Roles roles) {
        Map<Integer, PlaceRole> byStart = new TreeMap<>();
        Syntax syntax = roles.syntax;
        for (int i = 0; i < syntax.size() && byStart.size() < MOST; i++) {
            if (syntax.is(i, Kind.NOUN) && syntax.phrase(i).start() >= roles.scene.body()) {
                for (PlaceRole role : roles.places.of(roles.scene, i)) {
                    byStart.merge(role.start(), role, (one, other) -> one.with(other.extent()));
                }
            }
        }
        Words words = syntax.words;
        for (int t = roles.scene.body(); t < words.to(); t++) {
            if (words.mention(t) instanceof Mention.OfPlace named && named.start() == t && byStart.size() < MOST) {
                byStart.putIfAbsent(t, new PlaceRole(roles.scene.resolved(named), Extent.WHOLE, t, named.end()));
            }
        }
        List<Candidate> found = new ArrayList<>();
        byStart.values().forEach(role -> {
            if (!isPointer(roles, role)) {
                found.add(new Candidate(
                        role.place(), role.extent(), role.start(), role.end(), syntax.phraseOf(role.end() - 1)));
            }
        });
        return found;
    }

    private static boolean isPointer(Roles roles, PlaceRole role) {
        return roles.syntax.words.mention(role.start()) instanceof Mention.OfPlace named
                && (roles.scene.isOrientation(named)
                        || roles.scene.pointers().speaks(roles.syntax.words, named)
                        || roles.scene.pointers().isSpeakerBehind(roles.syntax.words, named));
    }
}
