package org.tocsin.events.place;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.reference.Countries;
import org.tocsin.reference.Country;
import org.tocsin.reference.Place;
import org.tocsin.reference.Places;

/** Which place a line of somebody's list means. A wrong match costs more than a question, so one of several is taken only when it dwarfs the others. */
final class PlaceMatching {
    private static final int MOST_CANDIDATES = 5;
    /** Of one name in one country. */
    private static final long LARGE = 100_000;

    private static final int TIMES_LARGER = 10;

    private final Places places;
    private final Countries countries;

    PlaceMatching(Places places, Countries countries) {
        this.places = places;
        this.countries = countries;
    }

    /** How a line came out. */
    @Schema(name = "PlaceMatchStatus")
    enum Status {
        MATCHED,
        AMBIGUOUS,
        UNKNOWN
    }

    /**
     * What a line means.
     *
     * @param candidates the places that it could mean, most populous first, at most five; empty when matched
     * @param detail why it is not matched, or why this one of several; null when there is nothing to say
     */
    record Match(
            Status status,
            Optional<Place> place,
            List<Place> candidates,
            @Nullable String detail) {
        static Match with(Place place) {
            return new Match(Status.MATCHED, Optional.of(place), List.of(), null);
        }

        static Match unknown(List<Place> candidates, String detail) {
            return new Match(Status.UNKNOWN, Optional.empty(), candidates, detail);
        }
    }

    /**
     * @param text a GeoNames id, x and a number, or a name in any spelling
     * @param country code, name or demonym of the country that the place must be in; null for any
     */
    Match of(String text, @Nullable String country) {
        String wanted = text.strip();
        Optional<String> code = Optional.empty();
        if (country != null && !country.isBlank()) {
            code = codeOf(country.strip());
            if (code.isEmpty()) {
                return Match.unknown(List.of(), "there is no country of this code or name");
            }
        }
        return wanted.matches(Known.PLACE) ? byId(wanted, code) : byName(wanted, code);
    }

    private Match byId(String id, Optional<String> country) {
        Optional<Place> found = places.byId(id);
        if (found.isEmpty()) {
            return Match.unknown(List.of(), "there is no place with this id");
        }
        Place place = found.get();
        return country.isPresent() && !country.get().equals(place.country())
                ? Match.unknown(List.of(place), "the place with this id is in another country, " + place.country())
                : Match.with(place);
    }

    private Match byName(String name, Optional<String> country) {
        List<Place> all = places.named(name);
        if (all.isEmpty()) {
            return Match.unknown(List.of(), "there is no place of this name");
        }
        if (country.isEmpty()) {
            return all.size() == 1 ? Match.with(all.get(0)) : ambiguous(all, "give the country, or the id");
        }
        List<Place> there = all.stream()
                .filter(place -> place.country().equals(country.get()))
                .toList();
        if (there.isEmpty()) {
            return Match.unknown(first(all), "there is no place of this name in " + country.get());
        }
        if (there.size() == 1) {
            return Match.with(there.get(0));
        }
        long largest = there.get(0).population();
        return largest >= LARGE
                        && largest >= TIMES_LARGER * Math.max(1, there.get(1).population())
                ? new Match(
                        Status.MATCHED,
                        Optional.of(there.get(0)),
                        List.of(),
                        "the largest by far of " + there.size() + " of this name in " + country.get())
                : ambiguous(there, "there are " + there.size() + " of this name in " + country.get() + ": give the id");
    }

    private static Match ambiguous(List<Place> all, String detail) {
        return new Match(Status.AMBIGUOUS, Optional.empty(), first(all), detail);
    }

    private static List<Place> first(List<Place> all) {
        return all.subList(0, Math.min(all.size(), MOST_CANDIDATES));
    }

    private Optional<String> codeOf(String country) {
        Optional<Country> byCode = country.length() == 2 ? countries.byCode(country) : Optional.empty();
        return byCode.or(() -> countries.named(country)).map(Country::code);
    }
}
