package org.tocsin.ingest.claim.clause;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.Extent;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.ingest.claim.mention.Mention;
import org.tocsin.reference.Place;

/** Reads one noun phrase as a place, following it to the phrases that it hangs on: "the airport of the town", "most of it". */
final class PlacePhrases {
    /** How far "the centre of the city of X" may nest. */
    private static final int DEEPEST = 4;

    private static final int REACH = 14;
    private static final Set<String> WHOLE_BEHIND = Set.of("of", "in", "at", "over", "around");

    /** More people do not live in what is called a village. */
    private static final int VILLAGE = 20_000;

    private static final Set<String> QUARTERS =
            Set.of("district", "quarter", "neighbourhood", "neighborhood", "districts", "sector");
    private static final Set<String> WITHIN = Set.of("of", "in");

    private final PlaceNames names;
    private final Shares shares;
    private final Towns towns;
    private final Set<String> small;

    PlacePhrases(WordLists cues, PlaceNames names) {
        this.names = names;
        this.shares = new Shares(cues);
        this.towns = new Towns(cues, names);
        this.small = cues.words("small");
    }

    Optional<PlaceRole> of(Scene scene, int noun) {
        boolean half = scene.syntax().is(noun, Kind.NOUN)
                && scene.words().lower(scene.syntax().phrase(noun).start()).equals("half");
        return single(scene, noun, 0).map(role -> half ? role.with(Extent.PART) : role);
    }

    private Optional<PlaceRole> single(Scene scene, int noun, int depth) {
        Syntax syntax = scene.syntax();
        Words words = scene.words();
        if (depth > DEEPEST || !syntax.is(noun, Kind.NOUN)) {
            return Optional.empty();
        }
        Phrase phrase = syntax.phrase(noun);
        if (phrase.possessive()) {
            return single(scene, syntax.lastOfPossessives(noun), depth + 1);
        }
        String head = words.lower(phrase.head());
        Mention.OfPlace named = PlaceNames.last(words, phrase);
        if (isOldTown(words, phrase)) {
            // some list has an "Old City" too
            Mention.OfPlace whose = named != null && named.end() == phrase.head() + 1 ? null : named;
            return inside(scene, noun, phrase, whose, depth).map(role -> role.with(Extent.PART));
        }
        if (named != null && named.end() == phrase.head() + 1) {
            return Optional.of(names.role(scene, phrase, named));
        }
        if (small.contains(head) && (named == null || named.end() != phrase.head())) {
            return syntax.isPreposition(noun + 1, Set.of("of", "in", "near", "around", "outside"))
                            && head.equals("villages")
                    ? single(scene, noun + 2, depth + 1)
                            .map(role -> areThemselves(scene, noun, role) ? role : role.with(Extent.SURROUNDINGS))
                    : Optional.empty();
        }
        if (Towns.areAreas(scene, noun)) {
            return single(scene, noun + 2, depth + 1);
        }
        if (towns.isSettlement(head)) {
            return towns.named(scene, noun, phrase, named)
                    .or(() -> apposed(scene, noun, depth))
                    .or(() -> Optional.of(towns.unnamed(scene, noun, phrase)));
        }
        Optional<Extent> share = shares.of(words, phrase);
        if (share.isPresent()) {
            return shares.isRegion(head) && named != null
                    ? Optional.empty()
                    : inside(scene, noun, phrase, named, depth).map(role -> role.with(share.get()));
        }
        if (head.equals("it") || head.equals("them") || head.equals("there")) {
            return meantByPronoun(scene, noun, phrase);
        }
        return towns.unknown(scene, noun, phrase);
    }

    /** "The villages of Serebrianka and Mykolaivka" are these two; "the villages of Idlib" lie around it. */
    private static boolean areThemselves(Scene scene, int noun, PlaceRole role) {
        Syntax syntax = scene.syntax();
        boolean listed = syntax.is(noun + 3, Kind.AND) || syntax.is(noun + 3, Kind.COMMA);
        boolean small = role.place() == null || role.place().population() < VILLAGE;
        return syntax.isPreposition(noun + 1, Set.of("of")) && listed && small && PlaceNames.endsAt(scene, noun + 4);
    }

    /** "the Old City of Homs". */
    private static boolean isOldTown(Words words, Phrase phrase) {
        return Set.of("city", "town").contains(words.lower(phrase.head()))
                && phrase.head() > phrase.start()
                && words.lower(phrase.head() - 1).equals("old");
    }

    private static boolean isQuarter(Words words, Phrase phrase) {
        return isOldTown(words, phrase) || words.isOneOf(phrase.head(), QUARTERS);
    }

    private Optional<PlaceRole> apposed(Scene scene, int noun, int depth) {
        OptionalInt beside = Towns.apposed(scene, noun);
        return beside.isPresent() ? single(scene, beside.getAsInt(), depth + 1) : Optional.empty();
    }

    /** Damascus, for "the Yarmouk district of Damascus", also where some list has Yarmouk. */
    private Optional<PlaceRole> quarterOf(Scene scene, int noun, Phrase phrase, PlaceRole itself, int depth) {
        Syntax syntax = scene.syntax();
        boolean quarter = scene.words().isOneOf(phrase.head(), QUARTERS) && syntax.isPreposition(noun + 1, WITHIN);
        Place inner = itself.place();
        return quarter && inner != null
                ? single(scene, noun + 2, depth + 1)
                        .filter(role -> role.place() != null
                                && role.extent() != Extent.SURROUNDINGS
                                && role.place().country().equals(inner.country())
                                && role.place().population() > inner.population())
                : Optional.empty();
    }

    /** The place whose part, airport or surroundings a phrase names: "Aden airport", "Aden's airport", "the airport of Aden", "the airport". */
    private Optional<PlaceRole> inside(
            Scene scene, int noun, Phrase phrase, Mention.@Nullable OfPlace named, int depth) {
        Syntax syntax = scene.syntax();
        if (named != null) {
            PlaceRole itself = new PlaceRole(scene.resolved(named), Extent.WHOLE, named.start(), named.end());
            return Optional.of(quarterOf(scene, noun, phrase, itself, depth).orElse(itself));
        }
        if (noun > 0
                && syntax.is(noun - 1, Kind.NOUN)
                && syntax.phrase(noun - 1).possessive()) {
            Phrase owner = syntax.phrase(noun - 1);
            Mention.OfPlace ownerName = PlaceNames.last(scene.words(), owner);
            if (ownerName != null) {
                return Optional.of(
                        new PlaceRole(scene.resolved(ownerName), Extent.WHOLE, ownerName.start(), ownerName.end()));
            }
            if (towns.isSettlement(scene.words().lower(owner.head()))) {
                return Optional.of(scene.remembered(owner.start(), owner.end()));
            }
        }
        // "most" of Aleppo
        int quote = syntax.is(noun + 1, Kind.MARK) && ClosedWords.QUOTES.contains(syntax.lower(noun + 1)) ? 1 : 0;
        if (syntax.isPreposition(noun + quote + 1, WHOLE_BEHIND)) {
            Optional<PlaceRole> of = single(scene, noun + quote + 2, depth + 1);
            if (of.isPresent()) {
                return of;
            }
            if (syntax.is(noun + 2, Kind.NOUN) && syntax.isPreposition(noun + 1, Set.of("of"))) {
                return Optional.empty();
            }
        }
        return Towns.points(scene.words(), phrase)
                ? Optional.of(scene.remembered(phrase.start(), phrase.end()))
                : Optional.empty();
    }

    /** "Ramadi" of "the compound in the centre of Ramadi". */
    private boolean isWhereabouts(Scene scene, int noun) {
        Syntax syntax = scene.syntax();
        int i = noun;
        while (syntax.is(i - 1, Kind.PREPOSITION) && syntax.is(i - 2, Kind.NOUN)) {
            i -= 2;
            String head = scene.words().lower(syntax.phrase(i).head());
            if (shares.isFacility(head) || isQuarter(scene.words(), syntax.phrase(i))) {
                return true;
            }
            if (!shares.isPart(head)) {
                return false;
            }
        }
        return false;
    }

    /** The nearest town or base before: "reached the plant before troops seized it" is about the plant. */
    private Optional<PlaceRole> meantByPronoun(Scene scene, int noun, Phrase phrase) {
        Syntax syntax = scene.syntax();
        for (int i = noun - 1; i >= Math.max(0, noun - REACH); i--) {
            if (!syntax.is(i, Kind.NOUN)) {
                continue;
            }
            int head = syntax.phrase(i).head();
            boolean whereabouts = isWhereabouts(scene, i);
            boolean town = PlaceNames.endsAt(scene, i)
                    || towns.isSettlement(scene.words().lower(head));
            if (town && !whereabouts && !isOldTown(scene.words(), syntax.phrase(i))) {
                break;
            }
            if (isQuarter(scene.words(), syntax.phrase(i))) {
                Place there = scene.placeBefore(phrase.start())
                        .or(scene.memory()::place)
                        .orElse(null);
                return Optional.of(new PlaceRole(there, Extent.PART, phrase.start(), phrase.end()));
            }
            if (shares.isFacility(scene.words().lower(head))) {
                Place there = scene.placeBefore(phrase.start()).orElse(null);
                return Optional.of(new PlaceRole(there, Extent.FACILITY, phrase.start(), phrase.end()));
            }
        }
        boolean here = scene.placeBefore(phrase.start()).isPresent();
        Extent extent = !here && scene.memory().sceneIsFacility() ? Extent.FACILITY : Extent.WHOLE;
        return Optional.of(scene.remembered(phrase.start(), phrase.end()))
                .filter(role -> role.place() != null)
                .map(role -> role.with(extent));
    }
}
