package org.tocsin.ingest.claim.clause;

import java.util.Optional;
import java.util.Set;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.reference.Countries;
import org.tocsin.reference.Country;

/** Governments that are called after their capital. */
final class Seats {
    private final Countries countries;
    private final Set<String> offices;

    Seats(WordLists parties, Countries countries) {
        this.countries = countries;
        this.offices = parties.words("offices");
    }

    /** "the Moscow defence ministry", "the authorities in Baku": the country whose capital stands beside the office. */
    Optional<Country> countryOf(Words words, int start, Phrase phrase) {
        if (!words.isOneOf(phrase.head(), offices)) {
            return Optional.empty();
        }
        Optional<Country> behind =
                words.lower(phrase.end()).equals("in") ? capitalAt(words, phrase.end() + 1) : Optional.empty();
        return behind.or(() -> capitalAt(words, start)).or(() -> capitalAt(words, start + 1));
    }

    private Optional<Country> capitalAt(Words words, int i) {
        if (i >= words.to() || !words.token(i).capitalised()) {
            return Optional.empty();
        }
        String one = words.text(i, i + 1);
        String two = words.text(i, Math.min(i + 2, words.to()));
        return ofCapital(one).or(() -> ofCapital(two));
    }

    /** The country whose capital bears the name. */
    Optional<Country> ofCapital(String name) {
        return countries.all().stream()
                .filter(country -> Scene.isCapitalOf(country, name))
                .findFirst();
    }
}
