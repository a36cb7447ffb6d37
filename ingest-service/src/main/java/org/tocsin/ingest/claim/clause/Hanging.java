package org.tocsin.ingest.claim.clause;

import java.util.Set;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.clause.Phrase.VerbGroup;

/** What hangs on a noun before the verb and is no subject of it: distances, whereabouts, objects of participles. */
final class Hanging {
    private static final Set<String> UNITS =
            Set.of("km", "kilometres", "kilometers", "kms", "miles", "metres", "meters");

    /** What is done to those who do not fight alone. */
    private static final Set<String> HELPED = Set.of(
            "backed", "supported", "aided", "helped", "assisted", "covered", "reinforced", "accompanied", "joined");

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

    /**
     * The noun phrase that has company, where {@code noun} is the second of those that it has: "rebels" of "rebels with tanks on the ground and US planes
     * above", "rebels backed by Turkish tanks and US planes"; else -1.
     */
    int accompanied(int noun) {
        int i = syntax.firstOfPossessives(noun);
        if (!syntax.is(i - 1, Kind.AND) || !syntax.is(i - 2, Kind.NOUN)) {
            return -1;
        }
        i = syntax.firstOfPossessives(i - 2) - 1;
        while (syntax.is(i, Kind.PREPOSITION) && !isCompany(i) && syntax.is(i - 1, Kind.NOUN)) {
            i = syntax.firstOfPossessives(i - 1) - 1;
        }
        if (!isCompany(i)) {
            return -1;
        }
        int head = syntax.isPreposition(i, Set.of("by")) ? i - 2 : i - 1;
        return syntax.is(head, Kind.NOUN) && !syntax.phrase(head).possessive() ? head : -1;
    }

    /** "with" behind a noun, "backed by". */
    private boolean isCompany(int preposition) {
        if (syntax.isPreposition(preposition, Set.of("with"))) {
            return syntax.is(preposition - 1, Kind.NOUN);
        }
        return syntax.isPreposition(preposition, Set.of("by"))
                && syntax.is(preposition - 1, Kind.VERB)
                && HELPED.contains(
                        syntax.words.lower(syntax.phrase(preposition - 1).head()))
                && !syntax.verb(preposition - 1).auxiliary();
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
