package org.tocsin.ingest.claim.eval;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.ingest.claim.PlaceName;
import org.tocsin.reference.Actor;
import org.tocsin.reference.Actors;
import org.tocsin.reference.Countries;
import org.tocsin.reference.Place;
import org.tocsin.reference.Places;

/** Compares the names that people wrote down with the places and parties that were read. */
final class GoldNames {
    private static final double NEAR_KM = 10;
    private static final Set<String> EMPTY_WORDS =
            Set.of("the", "of", "and", "forces", "group", "fighters", "troops", "army");

    private static final Set<String> REBELS = Set.of(
            "rebels",
            "rebel",
            "militants",
            "insurgents",
            "fighters",
            "gunmen",
            "separatists",
            "jihadists",
            "islamists",
            "paramilitaries",
            "guerrillas",
            "militia",
            "militias",
            "anti",
            "opposition",
            "resistance");
    private static final Set<String> STATE = Set.of(
            "army",
            "government",
            "troops",
            "military",
            "police",
            "soldiers",
            "security",
            "loyalists",
            "loyalist",
            "marines",
            "federal",
            "junta",
            "regime");

    private final Places places;
    private final Countries countries;
    private final Actors actors;

    GoldNames(Places places, Countries countries, Actors actors) {
        this.places = places;
        this.countries = countries;
        this.actors = actors;
    }

    /** Is it the place of that id or one near it, or one of the places of that name in that country, or near one? */
    boolean isPlace(@Nullable PlaceName read, String id, String name, String country) {
        if (read == null) {
            return false;
        }
        Optional<Place> exact = id.isEmpty() ? Optional.empty() : places.byId(id);
        if (exact.isPresent()) {
            return read.id().equals(id) || kilometres(exact.get(), read) < NEAR_KM;
        }
        return places.named(name).stream()
                .filter(known -> known.country().equals(country))
                .anyMatch(known -> known.id().equals(read.id()) || kilometres(known, read) < NEAR_KM);
    }

    /** Is there a place of that id, or of that name in that country, at all? */
    boolean isKnown(String id, String name, String country) {
        return places.byId(id).isPresent()
                || places.named(name).stream().anyMatch(known -> known.country().equals(country));
    }

    /**
     * Is it the party? Where people wrote down a known name, one of its side; where they wrote generic words, any party that the words fit:
     * "rebels" are whoever fights the state.
     */
    boolean isParty(@Nullable ActorName read, String written, String country) {
        if (read == null) {
            return false;
        }
        List<String> wanted = sidesIn(written);
        String id = read.id();
        if (id != null && wanted.contains(actors.side(id))) {
            return true;
        }
        boolean againstState = hasAny(written, REBELS);
        if (id == null) {
            return sharesWord(read.name(), written)
                    || (wanted.isEmpty() && againstState && hasAny(read.name(), REBELS));
        }
        boolean state = id.startsWith("government-of-") || id.startsWith("armed-forces-of-");
        boolean ofState =
                isOfState(written) && actors.side(id).equals("government-of-" + country.toLowerCase(Locale.ROOT));
        return wanted.isEmpty() && ((againstState && !state) || ofState);
    }

    /**
     * Does the text itself name the party, by its name or its country's, or by the generic word that people wrote down? Where it says no more than "the
     * rebels", the name stands elsewhere in the report.
     */
    boolean isNamed(String text, String written, String country) {
        List<String> wanted = sidesIn(written);
        if (wanted.isEmpty()) {
            return sharesWord(text, written) || (isOfState(written) && isOfState(text));
        }
        String state = "government-of-" + country.toLowerCase(Locale.ROOT);
        return sidesIn(text, true).stream().anyMatch(wanted::contains) || (wanted.contains(state) && isOfState(text));
    }

    /** "the army", "armed forces". */
    private static boolean isOfState(String words) {
        return hasAny(words, STATE) || words.toLowerCase(Locale.ROOT).contains("armed forces");
    }

    private static boolean hasAny(String words, Set<String> wanted) {
        return List.of(words.toLowerCase(Locale.ROOT).split("\\W+", -1)).stream()
                .anyMatch(wanted::contains);
    }

    private List<String> sidesIn(String written) {
        // "Syrian rebels" are not Syria's; "Iraqi forces and allied militias" are Iraq's
        boolean rebels =
                hasAny(written, REBELS) && !hasAny(written, STATE) && !hasAny(written, Set.of("forces", "and"));
        return sidesIn(written, !rebels);
    }

    private List<String> sidesIn(String written, boolean withStates) {
        List<String> found = new java.util.ArrayList<>();
        for (int i = 0; i < written.length(); i++) {
            boolean start = Character.isLetterOrDigit(written.charAt(i))
                    && (i == 0 || !Character.isLetterOrDigit(written.charAt(i - 1)));
            if (!start) {
                continue;
            }
            int at = i;
            actors.longestAt(written, at).ifPresent(match -> {
                for (Actor actor : match.candidates()) {
                    found.add(actors.side(actor.id()));
                }
            });
            if (withStates) {
                countries.longestAt(written, at).ifPresent(match -> match.candidates()
                        .forEach(country -> found.add(actors.side(country.government()))));
            }
        }
        // "Moscow": whose capital it is
        countries.all().stream()
                .filter(country -> country.capitalNames().contains(written))
                .forEach(country -> found.add(actors.side(country.government())));
        return found;
    }

    private static boolean sharesWord(String read, String written) {
        Set<String> words = Set.of(
                        written.toLowerCase(Locale.ROOT).split("\\W+", -1).clone())
                .stream()
                .filter(word -> word.length() > 2 && !EMPTY_WORDS.contains(word))
                .collect(java.util.stream.Collectors.toSet());
        return List.of(read.toLowerCase(Locale.ROOT).split("\\W+", -1)).stream().anyMatch(words::contains);
    }

    private static double kilometres(Place a, PlaceName b) {
        double north = Math.toRadians(a.latitude() - b.latitude());
        double east = Math.toRadians(a.longitude() - b.longitude()) * Math.cos(Math.toRadians(a.latitude()));
        return 6371 * Math.sqrt(north * north + east * east);
    }
}
