package org.tocsin.ingest.claim.clause;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.Extent;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.ingest.claim.mention.Mention;
import org.tocsin.reference.ActorKind;

/** Reads the name of a place within a phrase, and how much of the place is meant: "northern Mosul", "most of Mosul". */
final class PlaceNames {
    private final Set<String> most;
    private final Set<String> direction;
    private final Set<String> apposedFacility;

    PlaceNames(WordLists cues) {
        this.most = cues.words("most");
        this.direction = cues.words("direction");
        this.apposedFacility = cues.words("apposed-facility");
    }

    /** The last place named in the phrase up to its head, or null. */
    static Mention.@Nullable OfPlace last(Words words, Phrase phrase) {
        for (int i = Math.min(phrase.head(), phrase.end() - 1); i >= phrase.start(); i--) {
            if (words.mention(i) instanceof Mention.OfPlace named) {
                return named;
            }
        }
        return null;
    }

    /** Is the head of the noun phrase the name of a place? */
    static boolean endsAt(Scene scene, int noun) {
        Phrase phrase = scene.syntax().phrase(noun);
        return scene.words().mention(phrase.head()) instanceof Mention.OfPlace;
    }

    PlaceRole role(Scene scene, Phrase phrase, Mention.OfPlace named) {
        Words words = scene.words();
        Extent extent = Extent.WHOLE;
        String before = words.lower(named.start() - 1);
        if (named.start() > phrase.start()
                && (direction.contains(before) || before.equals("downtown") || before.equals("outer"))) {
            extent = Extent.PART;
        }
        if (isApposedFacility(scene, phrase)) {
            extent = Extent.FACILITY;
        }
        if ((named.start() > phrase.start() && words.anyOf(phrase.start(), named.start(), most))
                || isMost(words, phrase.start())) {
            extent = Extent.MOST;
        }
        return new PlaceRole(scene.resolved(named), extent, named.start(), named.end());
    }

    /** "Islam Qala, the biggest crossing into Iran". */
    private boolean isApposedFacility(Scene scene, Phrase phrase) {
        Syntax syntax = scene.syntax();
        int noun = syntax.phraseOf(phrase.head());
        if (!syntax.is(noun + 1, Kind.COMMA) || !syntax.is(noun + 2, Kind.NOUN)) {
            return false;
        }
        int beside = syntax.lastOfPossessives(noun + 2);
        boolean list = syntax.is(beside + 1, Kind.AND)
                || (syntax.is(beside + 1, Kind.COMMA) && syntax.is(beside + 2, Kind.AND));
        boolean setOff = !list && !syntax.is(beside + 1, Kind.VERB);
        return setOff
                && !isStronghold(scene, noun + 2, beside)
                && scene.words().isOneOf(syntax.phrase(beside).head(), apposedFacility);
    }

    /** "Bunagana, M23's main base": where a group without a state is at home, and no army base. */
    private static boolean isStronghold(Scene scene, int first, int noun) {
        Words words = scene.words();
        int start = scene.syntax().phrase(first).start();
        int head = scene.syntax().phrase(noun).head();
        boolean base = Set.of("base", "camp").contains(words.lower(head))
                && !words.anyOf(start, head, Set.of("military", "army", "air", "naval", "training", "refugee"));
        Mention.OfParty owner = words.lastParty(start, head);
        boolean group =
                words.anyOf(start, head, Set.of("rebel", "rebels", "insurgent", "insurgents", "militant", "militants"))
                        || (owner != null && owner.candidates().get(0).kind() == ActorKind.ARMED_GROUP);
        return base && group;
    }

    /** "most of", "nearly all of" before the phrase. */
    private boolean isMost(Words words, int start) {
        return words.lower(start - 1).equals("of") && most.contains(words.lower(start - 2));
    }
}
