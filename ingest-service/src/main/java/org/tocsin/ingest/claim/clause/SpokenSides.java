package org.tocsin.ingest.claim.clause;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.reference.Actor;
import org.tocsin.reference.Actors;
import org.tocsin.reference.Countries;

/** The sides for which claimants speak, also those that are only described: "Turkey's defence minister", "officials in Baku". */
final class SpokenSides {
    private static final Set<String> OF_NO_SIDE = Set.of(
            "activist",
            "activists",
            "resident",
            "residents",
            "villagers",
            "witness",
            "witnesses",
            "locals",
            "journalist",
            "journalists",
            "reporter",
            "reporters",
            "correspondent",
            "observatory",
            "monitor",
            "monitors",
            "analyst",
            "analysts",
            "doctor",
            "doctors",
            "opposition",
            "times",
            "newspaper",
            "broadcaster");

    private final Actors actors;
    private final Countries countries;

    SpokenSides(Actors actors, Countries countries) {
        this.actors = actors;
        this.countries = countries;
    }

    /** The side that a claimant speaks for: itself, or the state or party named in "Turkey's defence minister". */
    Optional<Actor> sideOf(ActorName claimant) {
        if (claimant.id() != null) {
            return actors.byId(actors.side(claimant.id()));
        }
        return isOfNoSide(claimant.name()) ? Optional.empty() : sideIn(claimant.name());
    }

    /** "Syrian activists", "a Libyan journalist", "Deborah Haynes of the Times of London": a country's name makes them no party. */
    private static boolean isOfNoSide(String words) {
        return Arrays.stream(words.toLowerCase(Locale.ROOT).split("[^a-z]+")).anyMatch(OF_NO_SIDE::contains);
    }

    Optional<Actor> sideIn(String words) {
        for (int i = 0; i < words.length(); i++) {
            boolean start = i == 0 || words.charAt(i - 1) == ' ';
            if (start && Character.isLetter(words.charAt(i))) {
                String rest = words.substring(i);
                Optional<Actor> party = actors.longestAt(words, i)
                        .map(match -> match.candidates().get(0));
                Optional<Actor> state = countries
                        .longestAt(words, i)
                        .flatMap(match -> actors.byId(match.candidates().get(0).government()));
                Optional<Actor> found = party.or(() -> state).or(() -> seatedAt(rest));
                if (found.isPresent()) {
                    return actors.byId(actors.side(found.get().id()));
                }
            }
        }
        return Optional.empty();
    }

    /** "officials in Baku": the state whose capital the words begin with. */
    private Optional<Actor> seatedAt(String words) {
        return countries.all().stream()
                .filter(country -> country.capitalNames().stream().anyMatch(name -> opens(words, name)))
                .findFirst()
                .flatMap(country -> actors.byId(country.government()));
    }

    private static boolean opens(String words, String name) {
        return words.regionMatches(true, 0, name, 0, name.length())
                && (words.length() == name.length() || !Character.isLetter(words.charAt(name.length())));
    }
}
