package org.tocsin.ingest.claim.clause;

import java.util.Set;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.clause.Phrase.VerbGroup;

/** What hangs on a noun before the verb and is no subject of it: distances, whereabouts, objects of participles. */
final class Hanging {
    private static final Set<String> UNITS =
            Set.of("km", "kilometres", "kilometers", "kms", "miles", "metres", "meters");

    static final Set<String> COMPASS = Set.of(
            "north",
            "south",
            "east",
            "west",
            "northeast",
            "northwest",
            "southeast",
            "southwest",
            "north-east",
            "north-west",
            "south-east",
            "south-west");

    private final Syntax syntax;

    Hanging(Syntax syntax) {
        this.syntax = syntax;
    }

    /** The relative pronoun of a clause that ends with the noun: "the rebels who control the north have taken"; else -1. */
    int relativeBefore(int noun) {
        int first = syntax.firstOfPossessives(noun);
        boolean object = syntax.is(first - 1, Kind.VERB) && syntax.is(first - 2, Kind.RELATIVE);
        return object && syntax.is(first - 3, Kind.NOUN) ? first - 2 : -1;
    }

    /** "rebels" of "troops fighting rebels captured the town". */
    boolean isObjectOfGerund(int noun) {
        return syntax.is(noun - 1, Kind.VERB)
                && syntax.verb(noun - 1).gerund()
                && !syntax.verb(noun - 1).auxiliary()
                && syntax.is(noun - 2, Kind.NOUN)
                && !syntax.is(noun - 3, Kind.VERB);
    }

    /** "Y" of "a town south of Y". */
    boolean isNameOfWhereabouts(int noun) {
        int compass = noun - 2;
        return syntax.is(noun, Kind.NOUN)
                && syntax.isPreposition(noun - 1, Set.of("of"))
                && compass > 0
                && COMPASS.contains(syntax.words.lower(syntax.phrase(compass).head()));
    }

    /** "some 50 km" of "X, a town some 50 km west of Y, was taken". */
    boolean isDistance(int noun) {
        return UNITS.contains(syntax.words.lower(syntax.phrase(noun).head()));
    }

    /** A verb group that is a lone participle, as in "troops backed by Iran", or may be. */
    boolean isLoneParticiple(int i) {
        VerbGroup group = syntax.verb(i);
        return !group.auxiliary()
                && !group.infinitive()
                && (group.gerund()
                        || syntax.agentOf(i).isPresent()
                        || (syntax.lower(i).endsWith("ed") && syntax.is(i + 1, Kind.PREPOSITION)));
    }

    /** "a townsman" of "a townsman who wished to stay anonymous", where {@code noun} is "anonymous"; else -1. */
    int sayerBehindWish(int noun) {
        boolean wish = syntax.is(noun, Kind.NOUN)
                && syntax.is(noun - 1, Kind.VERB)
                && syntax.verb(noun - 1).infinitive()
                && syntax.is(noun - 2, Kind.VERB)
                && syntax.is(noun - 3, Kind.RELATIVE)
                && syntax.is(noun - 4, Kind.NOUN);
        return wish ? noun - 4 : -1;
    }
}
